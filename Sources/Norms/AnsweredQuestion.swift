import Language
import LegalText

/// "We have been asked whether members need a licence. The answer is yes." The question says who and what, the answer makes it a norm.
struct AnsweredQuestion {
    private var bearers: [String] = []
    private var action: Slot?
    private var permits = false
    private var clause = 0

    /// Keeps the question that a sentence reports ("whether A must ...").
    mutating func note(_ sentence: Range<Int>, in grammar: Grammar, clause: Int) {
        guard let whether = sentence.first(where: { grammar.word($0) == .whether }) else { return }
        guard let verb = (whether + 2..<sentence.upperBound).first(where: { Self.asks(grammar.word($0)) }) else { return }
        let subject = grammar.trimmed((whether + 1)..<verb)
        guard grammar.animacy(of: subject) == .agent || subject.contains(where: { grammar.has($0, .agent) }) else { return }
        let isModal = grammar.has(verb, .modal) && grammar.word(verb) != .need
        let start = isModal ? verb + 1 : grammar.word(verb + 1) == .to ? verb + 2 : verb
        let range = grammar.trimmed(start..<sentence.upperBound)
        guard let bounds = grammar.text.bounds(range) else { return }
        bearers = grammar.parties(in: subject).map(grammar.name)
        action = Slot(text: grammar.text.string(range), range: TextRange(bounds.lowerBound, bounds.upperBound))
        permits = [.may, .can].contains(grammar.word(verb))
        self.clause = clause
    }

    /// Keeps a question asked outright: "Must both partners hold a licence?", "Do members need a permit?".
    mutating func noteAsked(_ sentence: Range<Int>, in grammar: Grammar, clause: Int) {
        let first = grammar.word(sentence.lowerBound)
        let isAuxiliary = first == .do || first == .does
        guard isAuxiliary || [.must, .may, .can, .should, .shall].contains(first), sentence.count > 3 else { return }
        guard
            let verb = (sentence.lowerBound + 2..<sentence.upperBound).first(where: {
                isAuxiliary ? Self.asks(grammar.word($0)) : grammar.has($0, .verb) && !grammar.has($0, .agent.or(.thing).or(.determiner))
            })
        else { return }
        let subject = grammar.trimmed((sentence.lowerBound + 1)..<verb)
        guard grammar.animacy(of: subject) == .agent || subject.contains(where: { grammar.has($0, .agent) }) else { return }
        let range = grammar.trimmed((isAuxiliary && grammar.word(verb + 1) == .to ? verb + 2 : verb)..<(sentence.upperBound - 1))
        guard let bounds = grammar.text.bounds(range) else { return }
        bearers = grammar.parties(in: subject).map(grammar.name)
        action = Slot(text: grammar.text.string(range), range: TextRange(bounds.lowerBound, bounds.upperBound))
        permits = first == .may || first == .can
        self.clause = clause
    }

    private static func asks(_ word: Word) -> Bool {
        switch word {
        case .need, .needs, .must, .should, .shall, .may, .can, .have: true
        default: false
        }
    }

    /// The norm that a sentence makes by answering, if it does; the question is then spent.
    mutating func answer(_ sentence: Range<Int>, in grammar: Grammar, clause: Int, isDocument: Bool) -> Norm? {
        guard var action, let bounds = grammar.text.bounds(sentence) else { return nil }
        var index = sentence.lowerBound
        if grammar.reads(index, .the, .answer, .is) { index += 3 }
        let isYes = grammar.word(index) == .yes
        guard isYes || grammar.word(index) == .no && [.comma, .dash, .fullStop, .colon].contains(grammar.word(index + 1)) else {
            return nil
        }
        guard index > sentence.lowerBound || [.comma, .dash, .fullStop, .colon].contains(grammar.word(index + 1)) else { return nil }
        if isDocument, self.clause != clause { action.clause = self.clause }
        let modality: Modality = permits ? (isYes ? .permission : .prohibition) : isYes ? .obligation : .exemption
        var norm = Norm(
            clause: clause, modality: modality, strength: .binding, action: action, quote: TextRange(bounds.lowerBound, bounds.upperBound),
            cue: grammar.text.string(sentence.lowerBound..<(index + 1)), confidence: 0.7)
        norm.bearers = bearers
        self.action = nil
        return norm
    }
}
