/// Who makes up, leads or attends what a clause arranges: read off the norms of the clause, once all its sentences are read.
///
/// "The partners will hold annual meetings. The Director leads them; the Registrar may attend." The later sentences are norms of their
/// own and, at the same time, say who takes part in the first.
enum Participation {
    static func complete(_ norms: inout [Norm], from start: Int) {
        guard start < norms.count else { return }
        var meeting: Int?
        for index in start..<norms.count {
            let verb = verb(of: norms[index].action.text)
            if let role = role(of: verb, norms[index]) {
                let participants = participants(norms[index].bearers, role)
                norms[index].participants += participants
                if let meeting, norms[meeting].participants.count < 50 {
                    for participant in participants where !norms[meeting].participants.contains(participant) {
                        norms[meeting].participants.append(participant)
                    }
                }
            } else if verb == "meet" || verb == "continue to meet" {
                let people = norms[index].bearers + norms[index].counterparties
                if !norms[index].counterparties.isEmpty { norms[index].participants = participants(people, .attends) }
                meeting = index
            } else if arranges(norms[index].action.text) {
                meeting = index
            }
        }
    }

    private static func participants(_ names: [String], _ role: Participant.Role) -> [Participant] {
        names.map { Participant(name: $0, role: $0.lowercased().contains("nominee") ? .nominee : role) }
    }

    private static func role(of verb: String, _ norm: Norm) -> Participant.Role? {
        switch verb {
        case "lead", "chair", "leading", "chairing", "preside": .leads
        case "attend", "participate", "attending", "participating":
            norm.modality == .permission ? .mayAttend : norm.modality == .obligation ? .attends : nil
        default: nil
        }
    }

    /// "schedule annual meetings", "hold a meeting".
    private static func arranges(_ action: String) -> Bool {
        let words = action.lowercased().split { !$0.isLetter }
        return words.prefix(6).contains { $0 == "meeting" || $0 == "meetings" }
    }

    private static func verb(of action: String) -> String {
        let words = action.lowercased().split(separator: " ").map(String.init)
        guard let first = words.first else { return "" }
        return first == "continue" && words.count > 2 && words[1] == "to" ? "continue to " + words[2] : first
    }
}
