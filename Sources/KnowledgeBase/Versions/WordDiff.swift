/// What changed between two texts, word by word.
package struct WordDiff: Sendable, Hashable {
    package enum Piece: Sendable, Hashable {
        case kept(String), removed(String), added(String)
    }

    package let pieces: [Piece]

    package init(from old: String, to new: String) {
        let (a, b) = (Self.words(old), Self.words(new))
        // Myers is quadratic where little is shared; two long texts that differ everywhere are shown whole.
        if a.count * b.count > Self.limit {
            pieces = old == new ? [.kept(old)] : [.removed(old), .added(new)].filter { !$0.text.isEmpty }
            return
        }
        var removed = Set<Int>()
        var added = Set<Int>()
        for change in b.difference(from: a) {
            switch change {
            case .remove(let offset, _, _): removed.insert(offset)
            case .insert(let offset, _, _): added.insert(offset)
            }
        }
        var found: [Piece] = []
        var (i, j) = (0, 0)
        while i < a.count || j < b.count {
            if i < a.count, removed.contains(i) {
                Self.append(.removed(String(a[i])), to: &found)
                i += 1
            } else if j < b.count, added.contains(j) {
                Self.append(.added(String(b[j])), to: &found)
                j += 1
            } else {
                Self.append(.kept(String(a[i])), to: &found)
                i += 1
                j += 1
            }
        }
        pieces = found
    }

    /// The new text, made of the old one: what is kept and what is added.
    package var newText: String {
        pieces.reduce(into: "") { text, piece in
            if case .removed = piece { return }
            text += piece.text
        }
    }

    private static let limit = 16_000_000

    private static func append(_ piece: Piece, to pieces: inout [Piece]) {
        switch (pieces.last, piece) {
        case (.kept(let text)?, .kept(let more)): pieces[pieces.count - 1] = .kept(text + more)
        case (.removed(let text)?, .removed(let more)): pieces[pieces.count - 1] = .removed(text + more)
        case (.added(let text)?, .added(let more)): pieces[pieces.count - 1] = .added(text + more)
        default: pieces.append(piece)
        }
    }

    /// Words and numbers ("9,600"), each with the space behind it, and signs by themselves, so that the pieces joined are the text.
    static func words(_ text: String) -> [Substring] {
        let bytes = Array(text.utf8)
        var words: [Substring] = []
        var start = 0
        func isWord(_ byte: UInt8) -> Bool {
            byte >= 0x80 || (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
        }
        func isInNumber(_ at: Int) -> Bool {
            guard bytes[at] == 0x2C || bytes[at] == 0x2E, at + 1 < bytes.count else { return false }
            return (0x30...0x39).contains(bytes[at - 1]) && (0x30...0x39).contains(bytes[at + 1])
        }
        while start < bytes.count {
            var end = start + 1
            if isWord(bytes[start]) { while end < bytes.count, isWord(bytes[end]) || isInNumber(end) { end += 1 } }
            while end < bytes.count, bytes[end] == 0x20 { end += 1 }
            let lower = text.utf8.index(text.startIndex, offsetBy: start)
            words.append(text[lower..<text.utf8.index(lower, offsetBy: end - start)])
            start = end
        }
        return words
    }
}

extension WordDiff.Piece {
    package var text: String {
        switch self {
        case .kept(let text), .removed(let text), .added(let text): text
        }
    }
}
