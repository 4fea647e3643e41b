/// Chooses the passage of a text that shows most of what was asked, and marks the words.
public struct SnippetMaker: Sendable {
    /// A word to mark; `weight` says how much a passage gains by it.
    public struct Wanted: Sendable {
        public var term: [UInt8]
        public var isPrefix: Bool
        public var weight: Double

        public init(term: [UInt8], isPrefix: Bool = false, weight: Double = 1) {
            self.term = term
            self.isPrefix = isPrefix
            self.weight = weight
        }
    }

    private let wanted: [Wanted]
    private let folding: Folding

    public init(_ wanted: [Wanted], folding: Folding = .standard) {
        self.wanted = wanted
        self.folding = folding
    }

    private struct Mark {
        var start: Int
        var end: Int
        var which: Int
    }

    /// A passage of about `length` bytes; all of the text if it is no longer.
    public func snippet(of text: [UInt8], length: Int) -> Snippet {
        var marks: [Mark] = []
        // SAFETY: `term` is read within its count and does not leave the closure.
        unsafe Tokenizer.forEachSpan(of: text, folding: folding) { start, end, term in
            for (which, word) in wanted.enumerated() {
                let isMatch = word.isPrefix ? term.count >= word.term.count : term.count == word.term.count
                if isMatch, word.term.indices.allSatisfy({ unsafe word.term[$0] == term[$0] }) {
                    marks.append(Mark(start: start, end: end, which: which))
                    break
                }
            }
        }
        var (start, end) = (0, text.count)
        if text.count > length { (start, end) = passage(marks, text, length) }
        var snippet = Snippet()
        snippet.start = start
        snippet.text = String(decoding: text[start..<end], as: UTF8.self)
        let least = wanted.reduce(0) { max($0, $1.weight) } * Self.leastShare
        for (place, mark) in marks.enumerated() where mark.start >= start && mark.end <= end {
            guard wanted[mark.which].weight >= least || isBetween(marks, place) else { continue }
            // Words of a phrase that follow one another are marked as one.
            if let last = snippet.highlights.last, mark.start - start - last.upperBound <= 1, last.upperBound < mark.start - start + 1,
                mark.start - start == last.upperBound || isJoint(text[mark.start - 1])
            {
                snippet.highlights[snippet.highlights.count - 1] = last.lowerBound..<(mark.end - start)
            } else {
                snippet.highlights.append((mark.start - start)..<(mark.end - start))
            }
        }
        return snippet
    }

    /// A word that nearly every record has ("the" beside "member") says nothing where it stands alone: it is marked between marked words only.
    private static let leastShare = 0.25

    private func isBetween(_ marks: [Mark], _ place: Int) -> Bool {
        place > 0 && place + 1 < marks.count && marks[place].start - marks[place - 1].end <= 1
            && marks[place + 1].start - marks[place].end <= 1
    }

    /// Punctuation within a word: the parts of `non-member` are marked as one.
    private func isJoint(_ byte: UInt8) -> Bool {
        [0x2D, 0x27, 0x26, 0x2F, 0x28, 0x29, 0x2E].contains(byte)
    }

    /// The window of marks with the greatest weight of different words, then of all; begun and ended between words.
    private func passage(_ marks: [Mark], _ text: [UInt8], _ length: Int) -> (Int, Int) {
        var best = (score: -1.0, first: 0, last: 0)
        var first = 0
        var counts = [Int](repeating: 0, count: wanted.count)
        var score = 0.0
        for last in marks.indices {
            let gained = marks[last].which
            score += counts[gained] == 0 ? wanted[gained].weight : wanted[gained].weight * 0.1
            counts[gained] += 1
            while marks[last].end - marks[first].start > length, first < last {
                let lost = marks[first].which
                counts[lost] -= 1
                score -= counts[lost] == 0 ? wanted[lost].weight : wanted[lost].weight * 0.1
                first += 1
            }
            if score > best.score + 1e-9 { best = (score, first, last) }
        }
        guard !marks.isEmpty else { return (0, wordEnd(text, length)) }
        let (from, to) = (marks[best.first].start, marks[best.last].end)
        let spare = max(0, length - (to - from))
        var start = max(0, from - spare / 3)
        if start + length > text.count { start = max(0, text.count - length) }
        start = wordStart(text, start)
        return (min(start, from), max(to, wordEnd(text, min(text.count, start + length))))
    }

    /// The next place at or after `at` where a word may begin.
    private func wordStart(_ text: [UInt8], _ at: Int) -> Int {
        if at == 0 { return 0 }
        for place in at..<min(text.count, at + 40) where text[place - 1] == 0x20 { return place }
        return characterStart(text, at)
    }

    private func wordEnd(_ text: [UInt8], _ at: Int) -> Int {
        if at >= text.count { return text.count }
        for place in stride(from: at, to: max(0, at - 40), by: -1) where text[place] == 0x20 { return place }
        return characterStart(text, at)
    }

    /// Not within a character.
    private func characterStart(_ text: [UInt8], _ at: Int) -> Int {
        var place = at
        while place < text.count, text[place] & 0xC0 == 0x80 { place += 1 }
        return place
    }
}
