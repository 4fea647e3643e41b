import Language

/// A phrase to look for, written as a drafter would say it.
///
/// Notation, steps apart by spaces: `term` a word in any case; `term|period` one of several; `this?` may be absent;
/// `..8` up to eight tokens of any kind between its neighbours, as few as possible. Quotation marks in the text are passed over.
/// The first step is one or more words: readers find patterns by their first word.
struct Pattern: Sendable {
    private enum Step: Sendable {
        case words([UInt64], optional: Bool)
        case gap(Int)
    }

    private let steps: [Step]
    /// The words it may begin with.
    let heads: [UInt64]

    init(_ notation: String) {
        steps = notation.split(separator: " ").map { part in
            if part.hasPrefix(".."), let count = Int(part.dropFirst(2)) { return .gap(count) }
            let optional = part.hasSuffix("?") && part.count > 1
            return .words((optional ? part.dropLast() : part).split(separator: "|").map { TextBytes.hash(String($0)) }, optional: optional)
        }
        guard case .words(let words, optional: false)? = steps.first else {
            preconditionFailure("a pattern begins with a word: \(notation)")
        }
        heads = words
    }

    /// The end of the match that begins at `start`, nil if there is none before `limit`.
    func match(_ text: AgreementText, at start: Int, limit: Int) -> Int? { match(text, 0, start, limit) }

    private func match(_ text: AgreementText, _ step: Int, _ at: Int, _ limit: Int) -> Int? {
        guard step < steps.count else { return at }
        switch steps[step] {
        case .gap(let most):
            for skipped in 0...most {
                guard at + skipped < limit else { return step + 1 == steps.count ? at : nil }
                if let end = match(text, step + 1, at + skipped, limit) { return end }
            }
            return nil
        case .words(let words, let optional):
            var here = at
            while here < limit, here > 0, text.isQuote(here), step > 0 { here += 1 }
            if here < limit, words.contains(text.tokens[here].hash), let end = match(text, step + 1, here + 1, limit) { return end }
            return optional ? match(text, step + 1, at, limit) : nil
        }
    }

    /// The first match that begins within `range` and ends before `limit`.
    func first(in text: AgreementText, _ range: Range<Int>, limit: Int? = nil) -> Range<Int>? {
        let range = range.clamped(to: text.tokens.indices)
        let limit = min(limit ?? range.upperBound, text.tokens.count)
        for start in range where heads.contains(text.tokens[start].hash) {
            if let end = match(text, at: start, limit: limit) { return start..<end }
        }
        return nil
    }
}

/// Many patterns, looked for in one pass: `hits` lists what matched, in the order of the text.
struct PatternSet: Sendable {
    struct Hit: Sendable {
        var pattern: Int
        var range: Range<Int>
    }

    private let patterns: [Pattern]
    /// The patterns that begin with a word.
    private let begins: WordMap<[UInt16]>

    init(_ patterns: [Pattern]) {
        self.patterns = patterns
        var begins: [UInt64: [UInt16]] = [:]
        for (number, pattern) in patterns.enumerated() {
            for head in pattern.heads { begins[head, default: []].append(UInt16(number)) }
        }
        self.begins = WordMap(begins.map { ($0, $1) })
    }

    /// Matches that begin in `range` and end within it.
    func hits(in text: AgreementText, _ range: Range<Int>) -> [Hit] {
        var found: [Hit] = []
        for start in range {
            guard let numbers = begins[text.tokens[start].hash] else { continue }
            for number in numbers {
                if let end = patterns[Int(number)].match(text, at: start, limit: range.upperBound) {
                    found.append(Hit(pattern: Int(number), range: start..<end))
                }
            }
        }
        return found
    }
}
