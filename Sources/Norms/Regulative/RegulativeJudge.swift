package import Language
import LegalText

/// Asks the model about each sentence of regulatory prose; the norms it leaves are the grammar's, and so is their explanation.
package enum RegulativeJudge {
    /// Regulation names member states, directives, numbered articles and paragraphs, or at least speaks of nobody's contract.
    package static func speaks(in text: TokenizedText) -> Bool {
        guard text.tokens.contains(where: { $0.word == .shall || $0.word == .must }) else { return false }
        var saw = (shall: false, must: false, contract: false, mark: false, party: false, institution: false)
        for index in text.tokens.indices where text.tokens[index].kind == .word {
            let token = text.tokens[index]
            switch token.word {
            case .shall: saw.shall = true
            case .must: saw.must = true
            case .regulation, .directive, .article, .paragraph, .paragraphs, .member:
                if isMark(token, index + 1 < text.tokens.count ? text.tokens[index + 1] : nil) { saw.mark = true }
            default: break
            }
            if saw.mark, saw.shall || saw.must { return true }
            guard token.is(.agent.or(.contract)) else { continue }
            if isInstitution(index, text) { saw.institution = true }
            let isParty = token.isCapital && index > 0 && (!text.tokens[index - 1].isCapital || text.tokens[index - 1].is(.determiner))
            if isParty, isPrivate(token, text) { saw.party = true }
            if token.is(.contract), !isPublic(token, index > 0 ? text.tokens[index - 1] : nil) {
                saw.contract = true
                if isParty, token.is(.agent) { saw.party = true }
            }
        }
        // Law speaks of contracts too; whoever names the Union's institutions and nobody with a party's capital is no contract.
        return (saw.shall || saw.must && saw.institution) && !saw.party && (!saw.contract || saw.institution)
    }

    /// "the Commission", "the Union's", not "the Commission Payment".
    private static func isInstitution(_ index: Int, _ text: TokenizedText) -> Bool {
        let token = text.tokens[index]
        guard index > 0, token.isCapital, institutions.contains(TextBytes.hash(token.lower, token.upper, in: text.bytes)) else {
            return false
        }
        let before = text.tokens[index - 1]
        guard before.is(.determiner) || TextBytes.hash(before.lower, before.upper, in: text.bytes) == european else { return false }
        guard index + 1 < text.tokens.count else { return true }
        return text.tokens[index + 1].kind != .word || !text.tokens[index + 1].isCapital
    }

    private static let institutions = TextBytes.hashes("commission council union")
    private static let european = TextBytes.hash("european")

    /// "the Subscriber", "the Company": with a capital in mid-sentence, a party to something.
    private static func isPrivate(_ token: Token, _ text: TokenizedText) -> Bool {
        token.is(.agent) && privates.contains(TextBytes.hash(token.lower, token.upper, in: text.bytes))
    }

    private static let privates = TextBytes.hashes(
        """
        company subscriber executive employee distributor shareholder guarantor assignor assignee discloser reseller franchisee holder supplier
        provider recipient grantee grantor mortgagor mortgagee publisher carrier shipper
        """)

    private static func isMark(_ token: Token, _ next: Token?) -> Bool {
        switch token.word {
        case .regulation, .directive: token.isCapital
        case .article: token.isCapital && next?.kind == .number
        case .paragraph, .paragraphs: !token.isCapital && next?.kind == .number
        case .member: token.isCapital && next?.isCapital == true && next?.is(.agent) == true
        default: false
        }
    }

    /// Words of contracts that a regulation says too: its members, "third parties", a numeral's "I", and "is", which looks like its plural.
    private static func isPublic(_ token: Token, _ before: Token?) -> Bool {
        switch token.word {
        case .member, .members, .i, .is: true
        default: before?.is(.ordinal) == true
        }
    }

    /// Nobody is named who could act, or nothing is found at all.
    static func isDoubtful(_ norms: [Norm]) -> Bool {
        // By index, here and below: a loop over the norms copies each.
        !norms.indices.contains {
            !norms[$0].bearers.isEmpty && !norms[$0].bearerIsImplied || norms[$0].strength != .binding || !isDuty(norms[$0].modality)
        }
    }

    static func statesDuty(_ norms: [Norm]) -> Bool { norms.indices.contains { isDuty(norms[$0].modality) } }
    private static func isDuty(_ modality: Modality) -> Bool { modality == .obligation || modality == .prohibition }

    /// Takes away duties where the sentence only states what counts, adds what the grammar did not find.
    static func judge(_ norms: inout [Norm], _ sentence: Range<Int>, in grammar: Grammar, clause: Int, sawState: inout Bool) {
        let model = RegulativeModel.shared
        guard model.isTrained, sentence.contains(where: { grammar.word($0) == .shall || grammar.word($0) == .must }) else { return }
        let score = model.score(RegulativeFeatures.of(sentence, in: grammar.text, norms: norms))
        if !model.obliges(score, norms) {
            if statesDuty(norms) { sawState = true }
            norms.removeAll { isDuty($0.modality) }
        } else if !statesDuty(norms),
            !norms.indices.contains(where: { norms[$0].modality == .noRight || norms[$0].modality == .exemption }),
            let norm = bare(sentence, in: grammar, clause: clause, isAlone: norms.isEmpty)
        {
            norms.append(norm)
        }
    }

    /// The norm of a sentence in which the grammar found no act: whoever is its subject, if that can act, does what follows its "shall".
    private static func bare(_ sentence: Range<Int>, in grammar: Grammar, clause: Int, isAlone: Bool) -> Norm? {
        let clauses = RegulativeClause.read(sentence, in: grammar.text)
        guard let found = clauses.first(where: { !$0.isEmbedded }) ?? clauses.first, let quote = grammar.text.bounds(sentence) else {
            return nil
        }
        // "The Council shall be the highest organ", "shall consist of five members": nobody acts.
        guard found.voice != .copula, !grammar.isState(found.action),
            ![.deemed, .construed, .composed].contains(grammar.word(found.action)),
            !(grammar.spells(found.action, "cease") && grammar.word(found.action + 1) == .to), isAlone || found.voice != .possession,
            found.subject.first.map({ grammar.word($0) != .quote }) ?? true
        else { return nil }
        let end = (found.action..<max(found.action, sentence.upperBound)).dropFirst().first {
            [.comma, .semicolon, .colon].contains(grammar.word($0))
        }
        let action = grammar.trimmed(found.action..<(end ?? max(found.action, sentence.upperBound)))
        guard let bounds = grammar.text.bounds(action), bounds.upperBound <= quote.upperBound else { return nil }
        var norm = Norm(
            clause: clause, modality: found.isNegated ? .prohibition : .obligation, strength: .binding,
            action: Slot(text: grammar.text.string(action), range: TextRange(bounds.lowerBound, bounds.upperBound)),
            quote: TextRange(quote.lowerBound, quote.upperBound), cue: grammar.text.string(found.modal..<(found.modal + 1)), confidence: 0.5
        )
        if found.animacy == .agent, found.voice != .passive { norm.bearers = grammar.parties(in: found.subject).map(grammar.name) }
        return norm
    }
}
