import Language
import LegalText

/// The lines of a text that hold something, without the white space around them.
struct TextLines {
    private let bytes: [UInt8]
    private(set) var ranges: [TextRange] = []

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        var start = 0
        while start < bytes.count {
            let end = ByteSearch.first(
                from: start, to: bytes.count, in: bytes, eight: { ByteSearch.holds($0, below: 0x0E) }, one: { $0 == 0x0A || $0 == 0x0D })
            var low = start
            var high = end
            while low < high, bytes[low].isSpace { low += 1 }
            while high > low, bytes[high - 1].isSpace { high -= 1 }
            if high > low { ranges.append(TextRange(low, high)) }
            start = end + 1
        }
    }

    /// True when a line is a paragraph; false for one long line and for text that is wrapped in mid-sentence.
    var areParagraphs: Bool {
        guard ranges.count > 1 else { return false }
        var wrapped = 0
        var labelled = 0
        for (line, next) in zip(ranges, ranges.dropFirst()) {
            if line.count > 40, !endsSentence(line), bytes[next.start].isLower { wrapped += 1 }
            if bytes[next.start] == 0x28 || bytes[next.start].isDigit { labelled += 1 }
        }
        return wrapped * 3 < ranges.count || labelled > 1
    }

    func endsSentence(_ line: TextRange) -> Bool {
        switch bytes[line.end - 1] {
        case 0x2E, 0x3B, 0x3A, 0x21, 0x3F, 0x29, 0x5D, 0x2C, 0x22: true
        case 0x80...: bytes[..<line.end].suffix(3).elementsEqual("”".utf8)
        default: false
        }
    }

    /// A short line in title position: it begins with a capital and ends without punctuation.
    func looksLikeHeading(_ line: TextRange) -> Bool {
        guard line.count <= 160, bytes[line.start].isUpper || bytes[line.start] >= 0xC3, bytes[line.start] != 0xE2 else { return false }
        switch bytes[line.end - 1] {
        case 0x2E, 0x3B, 0x3A, 0x2C, 0x21, 0x3F, 0x5D, 0x5F: return false
        default: return true
        }
    }

    /// "term means ...", "term includes ...", "term[Repealed ...]": an entry of a list of definitions.
    func looksLikeDefinition(_ line: TextRange) -> Bool {
        let window = bytes[line.start..<min(line.end, line.start + 200)]
        return Self.definers.contains { definer in
            window.indices.contains { start in
                bytes[start] == definer[0] && start + definer.count <= line.end
                    && bytes[start..<start + definer.count].elementsEqual(definer)
            }
        }
    }

    private static let definers = [
        " means", " mean ", " includes ", " include ", " has the same meaning", " has the meaning", "[Repealed", ", with respect to",
    ].map {
        Array($0.utf8)
    }
}
