import Language

/// One "shall" or "must" of a sentence and what stands around it: whose it is, and what follows.
struct RegulativeClause {
    enum Voice: UInt64 { case active, passive, copula, possession, open }

    var modal: Int
    /// The subject's head noun; nil where it is left out.
    var head: Int?
    var subject: Range<Int>
    var animacy: Grammar.Animacy
    var voice: Voice
    var isNegated: Bool
    /// The first word of what is to be done or to be so.
    var action: Int
    /// Inside a clause that serves another.
    var isEmbedded: Bool

    /// The clauses of `sentence`, the first eight.
    static func read(_ sentence: Range<Int>, in text: TokenizedText) -> [RegulativeClause] {
        let grammar = Grammar(text)
        var clauses: [RegulativeClause] = []
        for part in grammar.parts(of: sentence) where !part.tokens.isEmpty {
            read(grammar, grammar.withoutHeading(part.tokens), into: &clauses)
            if clauses.count >= 8 { break }
        }
        return clauses
    }

    private static func read(_ grammar: Grammar, _ part: Range<Int>, into clauses: inout [RegulativeClause]) {
        guard part.contains(where: { isModal(grammar, $0) }) else { return }
        let limit = part.upperBound
        var start = part.lowerBound
        while start < limit, let end = leading(grammar, start, limit) {
            start = end
            while start < limit, grammar.word(start) == .comma || grammar.word(start) == .then { start += 1 }
        }
        var spans: [Adverbial] = []
        var modals: [Int] = []
        var index = start
        while index < limit {
            if isModal(grammar, index) {
                modals.append(index)
                index += 1
            } else if index > start || !grammar.startsNounPhrase(index), let opener = grammar.opener(at: index, limit: limit) {
                let end = max(index + 1, grammar.extent(of: opener, at: index, limit: limit, leading: false))
                // An adverbial never swallows the main clause's modal.
                let cut = (index..<min(end, limit)).first { isModal(grammar, $0) && !opener.isClause } ?? end
                spans.append(Adverbial(kind: opener.kind, tokens: index..<max(index + 1, cut), isClause: opener.isClause))
                index = max(index + 1, cut)
            } else if grammar.word(index) == .open {
                index = max(index + 1, grammar.afterBracket(index, limit))
            } else {
                index += 1
            }
        }
        if modals.isEmpty { modals = part.filter { isModal(grammar, $0) } }
        var previous = start
        for (number, modal) in modals.enumerated() where clauses.count < 8 {
            let cue = Cue(modality: .obligation, strength: .binding, words: modal..<(modal + 1), action: modal + 1)
            let subject = grammar.subject(of: cue, from: min(previous, modal), isFirst: number == 0, spans: spans)
            previous = modal + 1
            clauses.append(clause(grammar, modal, subject, limit))
        }
    }

    private static func clause(_ grammar: Grammar, _ modal: Int, _ subject: Subject, _ limit: Int) -> RegulativeClause {
        var at = modal + 1
        var isNegated = false
        while at < limit {
            if grammar.has(at, .negation) || grammar.word(at) == .not || grammar.word(at) == .no && grammar.word(at + 1) == .longer {
                isNegated = true
                at += 1
            } else if grammar.word(at) == .comma,
                let close = (at + 1..<min(limit, at + 40)).first(where: { grammar.word($0) == .comma })
            {
                at = close + 1
            } else if grammar.has(at, .adverb), !grammar.has(at, .verb) {
                at += 1
            } else {
                break
            }
        }
        var voice = Voice.active
        if at >= limit || grammar.word(at) == .colon || grammar.tokens[at].kind == .label {
            voice = .open
        } else if grammar.word(at) == .be {
            at = min(limit, grammar.skipAdverbs(at + 1, limit))
            voice = grammar.has(at, .participle) ? .passive : .copula
        } else if grammar.word(at) == .have {
            voice = .possession
            at += 1
        }
        let range = grammar.trimmed(subject.range)
        return RegulativeClause(
            modal: modal, head: range.isEmpty ? nil : grammar.head(of: range), subject: range, animacy: grammar.animacy(of: range),
            voice: voice,
            isNegated: isNegated, action: at, isEmbedded: subject.isEmbedded || subject.isQuestion)
    }

    private static func isModal(_ grammar: Grammar, _ index: Int) -> Bool { grammar.word(index) == .shall || grammar.word(index) == .must }

    /// The end of the adverbial in front of the main clause that begins at `start`; nil where none does.
    private static func leading(_ grammar: Grammar, _ start: Int, _ limit: Int) -> Int? {
        if let opener = grammar.opener(at: start, limit: limit) {
            let end = grammar.extent(of: opener, at: start, limit: limit, leading: true)
            return end > start && end < limit ? end : nil
        }
        guard grammar.has(start, [.preposition, .gerund, .participle]) || grammar.word(start) == .to || grammar.word(start) == .as,
            !grammar.has(start, [.agent, .determiner])
        else { return nil }
        return (start + 1..<limit).first { grammar.word($0) == .comma && grammar.beginsMainClause($0 + 1, limit) }
    }
}
