import LegalText

/// What a page kept in a repository says of itself above its text: lines of "name: value" between two lines of "---".
///
/// Only values on their name's own line are taken; the lines leave the text, and its lines keep their numbers.
struct FrontMatter {
    private(set) var title = ""
    private(set) var language = ""
    /// As the source writes it.
    private(set) var date: StatedDate?

    /// Longer ones are text.
    private static let most = 4096

    /// Takes it out of `bytes`, which are left as they are where they hold none.
    init(takenFrom bytes: inout [UInt8]) {
        guard bytes.starts(with: "---".utf8), let end = Self.end(of: bytes) else { return }
        for line in bytes[..<end].split(separator: 0x0A) { read(line) }
        for index in 0..<end where bytes[index] != 0x0A { bytes[index] = 0x20 }
    }

    /// Behind the closing line; nil where a line between the two is neither a value nor a part of one.
    private static func end(of bytes: [UInt8]) -> Int? {
        var start = 0
        var names = 0
        for (number, line) in bytes.prefix(most).split(separator: 0x0A, omittingEmptySubsequences: false).enumerated() {
            let words = line.last == 0x0D ? line.dropLast() : line
            let isRule = words.elementsEqual("---".utf8)
            if number == 0 {
                guard isRule else { return nil }
            } else if isRule || words.elementsEqual("...".utf8) {
                return names > 0 ? start + line.count : nil
            } else if name(in: words) != nil {
                names += 1
            } else if let first = words.first, !first.isSpace, first != 0x2D, first != 0x23 {
                return nil
            }
            start += line.count + 1
        }
        return nil
    }

    /// "title" of "title: Travel policy".
    private static func name(in line: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
        let name = line.prefix { $0.isWord || $0 == 0x2D || $0 == 0x5F }
        guard !name.isEmpty, let colon = line.dropFirst(name.count).first, colon == 0x3A else { return nil }
        return name.endIndex + 1 == line.endIndex || line[name.endIndex + 1].isSpace ? name : nil
    }

    private mutating func read(_ line: ArraySlice<UInt8>) {
        guard let name = Self.name(in: line) else { return }
        let value = Self.unquoted(Whitespace.collapsed(line[(name.endIndex + 1)...])[...])
        switch String(decoding: name, as: UTF8.self).lowercased() {
        case "title": title = value
        case "lang", "language", "locale": language = value
        case "date": date = PartialDate(value.prefix(10)).map { StatedDate(value: $0, text: value) }
        default: break
        }
    }

    private static func unquoted(_ value: ArraySlice<UInt8>) -> String {
        guard value.count > 1, let first = value.first, first == 0x22 || first == 0x27, value.last == first else {
            return String(decoding: value, as: UTF8.self)
        }
        return String(decoding: value.dropFirst().dropLast(), as: UTF8.self)
    }

    /// Says of the document what stands here; a heading that repeats the title leaves the text.
    func begin(_ document: inout Document, _ blocks: inout [Block]) {
        document.title = title
        document.language = language
        document.dates.signed = date
        if !title.isEmpty, let first = blocks.first, first.isHeading, first.text.lowercased() == title.lowercased() { blocks.removeFirst() }
    }
}
