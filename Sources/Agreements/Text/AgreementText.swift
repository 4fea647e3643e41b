import Calendar
import Language
import LegalText

/// A document's words in one run: every label, heading and text of its provisions, a line each, cut into tokens and sentences.
///
/// The readers of this room work over the whole run and not clause by clause, because an outline may be fine, coarse or wrong
/// (agreements filed as one line of text are common): what they find is given back as the provision it stands in.
struct AgreementText: Sendable {
    /// Reads times; its text is the whole run.
    let times: TimeScanner
    let tokens: [FineToken]
    /// Token ranges, in order, none across a line break.
    let sentences: [Range<Int>]
    let bytes: [UInt8]
    /// Where each line begins in `bytes`, and its provision.
    private let lines: [(start: Int, provision: Int)]

    init(_ document: Document) {
        var bytes: [UInt8] = []
        var lines: [(start: Int, provision: Int)] = []
        var size = 0
        for provision in document.provisions { size += provision.text.utf8.count + provision.heading.utf8.count + 8 }
        // Offsets are of 32 bits.
        if size < Int(Int32.max) { bytes.reserveCapacity(size) }
        /// A line of its own, whatever line breaks the text has.
        func append(_ text: String, _ provision: Int) {
            lines.append((bytes.count, provision))
            let start = bytes.count
            bytes.append(contentsOf: text.utf8)
            for index in start..<bytes.count where bytes[index] == 0x0A { bytes[index] = 0x20 }
            bytes.append(0x0A)
        }
        for (index, provision) in document.provisions.enumerated() where size < Int(Int32.max) {
            let label = provision.label.isEmpty ? "" : provision.label + " "
            if !provision.heading.isEmpty { append(label + provision.heading, index) }
            if !provision.text.isEmpty { append((provision.heading.isEmpty ? label : "") + provision.text, index) }
        }
        let text = TokenizedText(bytes: bytes)
        self.bytes = bytes
        self.lines = lines
        times = TimeScanner(text, monthFirst: Self.putsMonthFirst(text))
        tokens = TokenRefiner.refine(text)
        sentences = SentenceCutter.cut(tokens)
    }

    /// False for a text that writes "11 July 2006" more often than "July 11, 2006".
    private static func putsMonthFirst(_ text: TokenizedText) -> Bool {
        var sum = 0
        for index in text.tokens.indices.dropFirst().dropLast() where text.tokens[index].is(.month) {
            if let day = text.value(text.tokens[index - 1]), day <= 31 { sum -= 1 }
            if let day = text.value(text.tokens[index + 1]), day <= 31 { sum += 1 }
        }
        return sum >= 0
    }

    /// The tokens from `lower` up to `upper`, cut to those there are; empty where the two are the wrong way round.
    func window(_ lower: Int, _ upper: Int) -> Range<Int> {
        let lower = min(max(lower, 0), tokens.count)
        return lower..<min(max(upper, lower), tokens.count)
    }

    /// The provision that token `index` stands in.
    func provision(at index: Int) -> Int? {
        guard tokens.indices.contains(index) else { return nil }
        let start = Int(tokens[index].start)
        var low = 0
        var high = lines.count
        while low < high {
            let middle = (low + high) / 2
            if lines[middle].start <= start { low = middle + 1 } else { high = middle }
        }
        return low == 0 ? nil : lines[low - 1].provision
    }

    /// The words of a token range as written.
    func string(_ range: Range<Int>) -> String {
        let range = range.clamped(to: tokens.indices)
        guard !range.isEmpty else { return "" }
        let slice = bytes[Int(tokens[range.lowerBound].start)..<Int(tokens[range.upperBound - 1].end)]
        return String(decoding: slice.lazy.map { $0 == 0x0A ? 0x20 : $0 }, as: UTF8.self)
    }

    func byte(_ index: Int) -> UInt8 {
        tokens.indices.contains(index) ? bytes[Int(tokens[index].start)] : 0
    }

    /// True where token `index` is the ASCII mark `mark`.
    func isMark(_ index: Int, _ mark: Character) -> Bool {
        tokens.indices.contains(index) && tokens[index].kind == .mark && bytes[Int(tokens[index].start)] == mark.asciiValue
    }

    func isWord(_ index: Int, _ hash: UInt64) -> Bool { tokens.indices.contains(index) && tokens[index].hash == hash }

    func has(_ index: Int, _ words: WordSet) -> Bool { tokens.indices.contains(index) && words.contains(tokens[index]) }

    func isQuote(_ index: Int) -> Bool {
        guard tokens.indices.contains(index), tokens[index].kind == .mark else { return false }
        let first = bytes[Int(tokens[index].start)]
        return first == 0x22 || first == 0x27 || first == 0x60
            || (first == 0xE2 && tokens[index].end - tokens[index].start == 3 && isCurlyQuote(index))
    }

    private func isCurlyQuote(_ index: Int) -> Bool {
        let at = Int(tokens[index].start)
        return bytes[at + 1] == 0x80 && (0x98...0x9F).contains(bytes[at + 2])
    }

    /// True where no space stands between token `index` and the one before it.
    func touchesPrevious(_ index: Int) -> Bool { index > 0 && tokens[index - 1].end == tokens[index].start }

    /// True for a word without a lower-case letter, of two letters at least.
    func isAllCapitals(_ index: Int) -> Bool {
        let token = tokens[index]
        guard token.isWord, token.end - token.start > 1 else { return false }
        return !bytes[Int(token.start)..<Int(token.end)].contains { $0 >= 0x61 && $0 <= 0x7A }
    }

    func sentence(of token: Int) -> Int {
        var low = 0
        var high = sentences.count
        while low < high {
            let middle = (low + high) / 2
            if sentences[middle].lowerBound <= token { low = middle + 1 } else { high = middle }
        }
        return max(0, low - 1)
    }
}
