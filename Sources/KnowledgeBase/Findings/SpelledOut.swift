import LegalText

/// Acronyms that a document explains without a definition: by brackets in a heading ("National Workforce Board (NWDB)"), or by
/// spelling them out, again and again or with capitals ("Higher Education Institutions" for HEI).
struct SpelledOut {
    private let explained: Set<String>

    /// - Parameter acronyms: those that have no definition.
    init(_ acronyms: Set<String>, in document: Document) {
        var explained: Set<String> = []
        /// By acronym: the phrases in small letters whose initials spell it.
        var phrases: [String: Set<[Substring]>] = [:]
        let lengths = Set(acronyms.map(\.utf8.count)).filter { (3...8).contains($0) }
        for provision in document.provisions {
            for word in Self.bracketed(provision.heading) where acronyms.contains(word) { explained.insert(word) }
            for run in Self.runs(provision.heading) + Self.runs(provision.text) {
                for length in lengths where length <= run.count {
                    for start in 0...(run.count - length) {
                        let words = run[start..<(start + length)]
                        let spelled = String(decoding: words.map { ($0.utf8.first ?? 0) & 0xDF }, as: UTF8.self)
                        guard acronyms.contains(spelled), !explained.contains(spelled) else { continue }
                        let isNamed = words.allSatisfy { (0x41...0x5A).contains($0.utf8.first ?? 0) }
                        let phrase = words.map { Self.singular($0) }
                        if isNamed || !phrases[spelled, default: []].insert(phrase).inserted { explained.insert(spelled) }
                    }
                }
            }
        }
        self.explained = explained
    }

    func contains(_ acronym: String) -> Bool { explained.contains(acronym) }

    /// What stands in brackets, as one word each.
    private static func bracketed(_ heading: String) -> [String] {
        heading.split(separator: "(").dropFirst().compactMap { $0.split(separator: ")").first.map(String.init) }
    }

    /// Runs of words with letters that nothing but a space, or a small word that acronyms leave out, stands between.
    private static func runs(_ text: String) -> [[Substring]] {
        let bytes = text.utf8
        var runs: [[Substring]] = [[]]
        var start: String.Index?
        func isLetter(_ byte: UInt8) -> Bool { (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte) || byte == 0x2D }
        func close(_ end: String.Index) {
            guard let first = start else { return }
            start = nil
            let word = text[first..<end]
            if !small.contains(word) { runs[runs.count - 1].append(word) }
        }
        for index in bytes.indices {
            let byte = bytes[index]
            if isLetter(byte) {
                if start == nil { start = index }
            } else {
                close(index)
                if byte != 0x20, runs[runs.count - 1].count > 0 { runs.append([]) }
            }
        }
        close(text.endIndex)
        return runs.filter { $0.count >= 3 }
    }

    private static func singular(_ word: Substring) -> Substring {
        let small = Substring(word.lowercased())
        return small.utf8.last == UInt8(ascii: "s") ? small.dropLast() : small
    }

    private static let small: Set<Substring> = ["of", "and", "the", "for", "in", "on", "to", "a", "an"]
}
