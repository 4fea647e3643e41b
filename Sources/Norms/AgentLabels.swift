import Language
import LegalText

/// The modalities that a text states of one party: its own, and those that mirror what the other side owes it.
///
/// A duty of A toward B is a right of B, and so is what A must not do to B; what A need not do for B, B cannot claim. Where the text
/// leaves out who is bound ("the Tenant may not be charged"), it is the side that is not protected.
enum AgentLabels {
    static func labels(of agent: String, in text: TokenizedText, norms: [Norm]) -> [Modality] {
        let role = PartyRole(agent)
        var labels: [Modality] = []
        let known = knows(role, norms, text)
        for norm in norms where norm.strength != .principle {
            for modality in modalities(of: role, norm, text, known) where !labels.contains(modality) { labels.append(modality) }
        }
        return labels
    }

    /// The role or its opposite is named in the text; otherwise a name that no list knows is taken for the role.
    private static func knows(_ role: PartyRole, _ norms: [Norm], _ text: TokenizedText) -> Bool {
        for token in text.tokens where token.kind == .word {
            switch role.match(String(decoding: text.bytes[token.lower..<token.upper], as: UTF8.self)) {
            case .same, .opposite: return true
            case .shared, .unknown: continue
            }
        }
        return false
    }

    private static func modalities(of role: PartyRole, _ norm: Norm, _ text: TokenizedText, _ known: Bool) -> [Modality] {
        func stands(_ party: String) -> PartyRole.Match {
            let match = role.match(party)
            return match == .unknown && !known ? .same : match
        }
        let bearers = norm.bearers.map(stands)
        let receivers = norm.counterparties.map(stands)
        if bearers.contains(.same) || bearers.contains(.shared) { return [norm.modality] }
        if bearers.isEmpty {
            if receivers.contains(.same) { return mirrored(norm.modality) }
            if receivers.contains(.opposite) { return [norm.modality] }
            switch owner(in: norm.quote, text, role) {
            case .same: return mirrored(norm.modality)
            case .opposite: return norm.modality == .permission ? [] : [norm.modality]
            case .shared, .unknown: return []
            }
        }
        if receivers.contains(.same) || receivers.contains(.shared) && bearers.contains(.opposite) { return mirrored(norm.modality) }
        return []
    }

    private static func mirrored(_ modality: Modality) -> [Modality] {
        switch modality {
        case .obligation, .prohibition: [.right]
        case .exemption: [.noRight]
        case .permission, .right, .noRight: []
        }
    }

    /// Whose thing the sentence is about: "the Tenant's deposit shall be returned".
    private static func owner(in quote: TextRange, _ text: TokenizedText, _ role: PartyRole) -> PartyRole.Match {
        var lower = 0
        var upper = text.tokens.count
        while lower < upper {
            let middle = (lower + upper) / 2
            if text.tokens[middle].lower < quote.start { lower = middle + 1 } else { upper = middle }
        }
        for index in max(1, lower)..<text.tokens.count {
            let token = text.tokens[index]
            if token.upper > quote.end { break }
            guard token.kind == .genitive else { continue }
            let before = text.tokens[index - 1]
            let match = role.match(String(decoding: text.bytes[before.lower..<before.upper], as: UTF8.self))
            if match == .same || match == .opposite { return match }
        }
        return .unknown
    }
}
