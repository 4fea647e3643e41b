import LegalText
package import Norms

extension KnowledgeBase {
    /// Who takes part in what a norm demands, and how: as the norm itself says, and as other sentences of its clause say of it
    /// ("X would lead these meetings", "Y may attend").
    package func attendance(of place: NormPlace) -> [Participant] {
        let norm = norm(at: place)
        var found = norm.participants
        func add(_ participant: Participant) { if !found.contains(participant) { found.append(participant) } }
        for sibling in norms(of: ClausePlace(document: place.document, provision: norm.clause)) where sibling != place {
            let other = self.norm(at: sibling)
            for participant in other.participants { add(participant) }
            guard let verb = PhraseKey.words(other.action.text).first, let role = Self.role(of: verb, other.modality) else { continue }
            for bearer in other.bearers {
                add(Participant(name: bearer, role: PhraseKey.words(bearer).last?.hasPrefix("nominee") == true ? .nominee : role))
            }
        }
        return found
    }

    private static func role(of verb: String, _ modality: Modality) -> Participant.Role? {
        switch verb {
        case "lead", "chair", "convene": .leads
        case "attend", "participate", "join": modality == .permission || modality == .right ? .mayAttend : .attends
        default: nil
        }
    }
}
