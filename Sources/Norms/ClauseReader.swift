import Language
import LegalText

/// Reads one clause sentence by sentence: its norms, its statements, and what its last sentence leaves open to items below.
enum ClauseReader {
    /// In tokens; no drafter writes longer ones.
    private static let longestSentence = 400

    /// - Parameters:
    ///   - within: the clause's part of `text`; nil for all of it.
    ///   - sentences: those of the clause, where the caller has them.
    ///   - frame: what the stem above leaves open.
    ///   - label: bytes of the clause's own label at its start, stepped over.
    /// - Returns: the frame for what hangs on this clause.
    static func read(
        _ text: TokenizedText, clause: Int, within: TextRange? = nil, sentences: [TextRange]? = nil, frame: Frame?, label: Int,
        question: inout AnsweredQuestion, regulates: Bool, into reading: inout NormReading
    ) -> Frame? {
        let range = within ?? TextRange(0, text.bytes.count)
        guard range.start >= 0, range.end <= text.bytes.count, !range.isEmpty else { return frame }
        let grammar = Grammar(text)
        var antecedents = frame?.bearers ?? []
        var opened: Frame?
        var isFirst = true
        let firstNorm = reading.norms.count
        defer { Participation.complete(&reading.norms, from: firstNorm) }
        var token = lowerBound(text.tokens, range.start)
        let places =
            sentences
            ?? Sentences.split(utf8: range.count == text.bytes.count ? text.bytes : Array(text.bytes[range.start..<range.end]))
            .map { $0.shifted(by: range.start) }
        if reading.statements.isEmpty { reading.statements.reserveCapacity(places.count) }
        for place in places {
            let begin = max(place.start, range.start + label)
            while token < text.tokens.count, text.tokens[token].lower < begin { token += 1 }
            var end = token
            var hasCue = false
            var asks = false
            while end < text.tokens.count {
                let next = text.tokens[end]
                guard next.lower < place.end else { break }
                if !hasCue, next.is(.cue) || next.word == .it { hasCue = grammar.mayDecide(end) }
                if next.word == .whether { asks = true }
                end += 1
            }
            // "Where the Buyer has paid:" leaves a condition to the items below.
            if end > token, text.tokens[end - 1].word == .colon || text.tokens[end - 1].word == .that { hasCue = true }
            let tokens = token..<end
            token = end
            guard !tokens.isEmpty else {
                reading.statements.append(Statement(clause: clause, range: place, kind: .unread))
                continue
            }
            // What a party warrants may take several sentences.
            let inherited = isFirst || frame?.opening == .representation ? frame : nil
            isFirst = false
            if text.tokens[tokens.upperBound - 1].word == .question || grammar.word(tokens.lowerBound) == .whereas {
                let isQuestion = text.tokens[tokens.upperBound - 1].word == .question
                if isQuestion { question.noteAsked(tokens, in: grammar, clause: clause) }
                reading.statements.append(Statement(clause: clause, range: place, kind: isQuestion ? .question : .fact))
                continue
            }
            opened = nil
            defer { if antecedents.isEmpty, let topic = grammar.topic(of: tokens) { antecedents = topic } }
            if asks { question.note(tokens, in: grammar, clause: clause) }
            if let answer = question.answer(tokens, in: grammar, clause: clause, isDocument: within == nil) { reading.norms.append(answer) }
            guard hasCue || inherited != nil else {
                reading.statements.append(
                    Statement(clause: clause, range: place, kind: StatementKinds.kind(of: tokens, in: grammar, norms: [], sawState: false)))
                continue
            }
            let answered = reading.norms.last.map { $0.quote == place && $0.clause == clause } ?? false
            var norms: [Norm] = []
            var sawState = false
            // The grammar looks back and forth within a sentence: one that never ends is read in stretches, so that the time stays linear.
            for start in stride(from: tokens.lowerBound, to: tokens.upperBound, by: longestSentence) {
                let stretch = start..<min(tokens.upperBound, start + longestSentence)
                var reader = SentenceReader(grammar, clause: clause, sentence: stretch, frame: inherited, antecedents: antecedents)
                reader.read()
                if regulates, inherited == nil {
                    RegulativeJudge.judge(&reader.norms, stretch, in: grammar, clause: clause, sawState: &reader.sawState)
                }
                antecedents = reader.antecedents
                opened = reader.opened
                if norms.isEmpty { swap(&norms, &reader.norms) } else { norms += reader.norms }
                sawState = sawState || reader.sawState
            }
            if reading.norms.isEmpty { reading.norms = norms } else { reading.norms += norms }
            reading.statements.append(
                Statement(
                    clause: clause, range: place,
                    kind: answered ? .norm : StatementKinds.kind(of: tokens, in: grammar, norms: norms, sawState: sawState)))
        }
        return opened
    }

    /// The first token that begins at `offset` or behind it.
    private static func lowerBound(_ tokens: [Token], _ offset: Int) -> Int {
        var lower = 0
        var upper = tokens.count
        while lower < upper {
            let middle = (lower + upper) / 2
            if tokens[middle].lower < offset { lower = middle + 1 } else { upper = middle }
        }
        return lower
    }
}
