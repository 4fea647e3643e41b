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
        words(of: action, 6).contains { $0 == "meeting" || $0 == "meetings" }
    }

    private static func verb(of action: String) -> String {
        let words = words(of: action, 3)
        guard let first = words.first else { return "" }
        return first == "continue" && words.count > 2 && words[1] == "to" ? "continue to " + words[2] : first
    }

    /// The first words of an action in lower case.
    private static func words(of action: String, _ count: Int) -> [String] {
        var words: [String] = []
        var word: [UInt8] = []
        for byte in action.utf8 {
            let isLetter = byte >= 0x80 || byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A
            if isLetter {
                word.append(byte | (byte < 0x80 ? 0x20 : 0))
            } else if !word.isEmpty {
                words.append(String(decoding: word, as: UTF8.self))
                if words.count == count { return words }
                word.removeAll(keepingCapacity: true)
            }
        }
        if !word.isEmpty { words.append(String(decoding: word, as: UTF8.self)) }
        return words
    }
}
