import Language
import LegalText

/// Asks the model about a sentence of regulatory prose where the grammar is in doubt: nobody is named who could act.
enum RegulativeJudge {
    /// Regulation names member states, directives and numbered articles, or at least speaks of nobody's contract.
    static func speaks(in text: TokenizedText) -> Bool {
        var sawShall = false
        var sawContract = false
        for (index, token) in text.tokens.enumerated() where token.kind == .word {
            if token.is(.contract), !(token.word == .member || token.word == .members), !(index > 0 && text.tokens[index - 1].is(.ordinal))
            {
                sawContract = true
            }
            switch token.word {
            case .shall: sawShall = true
            case .regulation where token.isCapital, .directive where token.isCapital: return text.tokens.contains { $0.word == .shall }
            case .article where token.isCapital && index + 1 < text.tokens.count && text.tokens[index + 1].kind == .number:
                return text.tokens.contains { $0.word == .shall }
            default: break
            }
        }
        return sawShall && !sawContract
    }

    static func isDoubtful(_ norms: [Norm]) -> Bool {
        !norms.contains {
            !$0.bearers.isEmpty && !$0.bearerIsImplied || $0.strength != .binding
                || $0.modality != .obligation && $0.modality != .prohibition
        }
    }

    /// Takes away what only states a form, adds what obliges somebody who is not named.
    static func judge(_ norms: inout [Norm], _ sentence: Range<Int>, in grammar: Grammar, clause: Int, sawState: inout Bool) {
        let model = RegulativeModel.shared
        guard model.isTrained, isDoubtful(norms), sentence.contains(where: { grammar.word($0) == .shall }) else { return }
        let score = model.score(RegulativeFeatures.of(sentence, in: grammar.text, norms: norms))
        if score < 0 {
            if !norms.isEmpty { sawState = true }
            norms = []
        } else if score > 0, norms.isEmpty, let norm = bare(sentence, in: grammar, clause: clause) {
            norms = [norm]
        }
    }

    /// The norm of a sentence whose subject cannot act: an obligation of nobody named.
    private static func bare(_ sentence: Range<Int>, in grammar: Grammar, clause: Int) -> Norm? {
        guard let shall = sentence.first(where: { grammar.word($0) == .shall }), let quote = grammar.text.bounds(sentence) else {
            return nil
        }
        var start = shall + 1
        let negated = grammar.word(start) == .not
        while start < sentence.upperBound, grammar.has(start, [.adverb, .negation]) || grammar.word(start) == .be { start += 1 }
        let end =
            (start + 1..<sentence.upperBound).first { [.comma, .semicolon, .colon].contains(grammar.word($0)) } ?? sentence.upperBound
        let action = grammar.trimmed(start..<end)
        guard let bounds = grammar.text.bounds(action) else { return nil }
        return Norm(
            clause: clause, modality: negated ? .prohibition : .obligation, strength: .binding,
            action: Slot(text: grammar.text.string(action), range: TextRange(bounds.lowerBound, bounds.upperBound)),
            quote: TextRange(quote.lowerBound, quote.upperBound), cue: "shall", confidence: 0.5)
    }
}
