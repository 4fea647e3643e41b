import Language
import LegalText

/// The modalities that a text states of one party: its own, those that mirror what the other side owes it (`Mirror`), and what is
/// said of its position in passing (`AgentClaims`).
enum AgentLabels {
    static func labels(of agent: String, in text: TokenizedText, norms: [Norm]) -> [Modality] {
        let mentions = PartyMentions(of: PartyRole(agent), in: text)
        let mirror = Mirror(mentions: mentions, text: text)
        var labels: [Modality] = []
        var bound = false
        for norm in norms where norm.strength != .principle {
            // "may, but need not": what is left free to the one takes nothing from the other.
            let isOptional =
                norm.modality == .exemption && norms.contains { $0.action.range == norm.action.range && $0.modality != .exemption }
            let stated = mirror.modalities(of: norm, isOptional: isOptional)
            if stated.isOwn { bound = true }
            for modality in stated.modalities where !labels.contains(modality) { labels.append(modality) }
        }
        let claims = AgentClaims(
            grammar: Grammar(text), mentions: mentions, isBound: bound, isLabelled: !labels.isEmpty,
            isForbidding: norms.contains { $0.modality == .prohibition },
            isFreeing: norms.contains { $0.modality == .exemption })
        for modality in claims.modalities() where !labels.contains(modality) { labels.append(modality) }
        return labels
    }
}
