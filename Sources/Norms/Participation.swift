import Language

/// Who makes up, leads or attends what a clause arranges: read off the norms of the clause, once all its sentences are read.
///
/// "The partners will hold annual meetings. The Director leads them; the Registrar may attend." The later sentences are norms of their
/// own and, at the same time, say who takes part in the first.
enum Participation {
    static func complete(_ norms: inout [Norm], from start: Int) {
        guard start < norms.count else { return }
        var meeting: Int?
        for index in start..<norms.count {
            let words = words(of: norms[index].action.text)
            if let role = role(of: words.first ?? 0, norms[index].modality) {
                let participants = participants(norms[index].bearers, role)
                norms[index].participants += participants
                if let meeting, norms[meeting].participants.count < 50 {
                    for participant in participants where !norms[meeting].participants.contains(participant) {
                        norms[meeting].participants.append(participant)
                    }
                }
            } else if words.first == meet || words.starts(with: continueToMeet) {
                let people = norms[index].bearers + norms[index].counterparties
                if !norms[index].counterparties.isEmpty { norms[index].participants = participants(people, .attends) }
                meeting = index
            } else if words.contains(where: meetings.contains) {
                // "schedule annual meetings", "hold a meeting".
                meeting = index
            }
        }
    }

    private static func participants(_ names: [String], _ role: Participant.Role) -> [Participant] {
        names.map { Participant(name: $0, role: $0.lowercased().contains("nominee") ? .nominee : role) }
    }

    private static func role(of verb: UInt64, _ modality: Modality) -> Participant.Role? {
        if leading.contains(verb) { return .leads }
        guard attending.contains(verb) else { return nil }
        return modality == .permission ? .mayAttend : modality == .obligation ? .attends : nil
    }

    private static let leading = TextBytes.hashes("lead chair leading chairing preside")
    private static let attending = TextBytes.hashes("attend participate attending participating")
    private static let meetings = TextBytes.hashes("meeting meetings")
    private static let meet = TextBytes.hash("meet")
    private static let continueToMeet = TextBytes.hashList("continue to meet")

    /// The first six words of an action, as `TextBytes.hash` makes them.
    private static func words(of action: String) -> [UInt64] {
        let bytes = Array(action.utf8)
        var words: [UInt64] = []
        words.reserveCapacity(6)
        var start = 0
        while start < bytes.count, words.count < 6 {
            var end = start
            while end < bytes.count, bytes[end] >= 0x80 || TextBytes.isLetter(bytes[end]) { end += 1 }
            if end > start { words.append(TextBytes.hash(start, end, in: bytes)) }
            start = end + 1
        }
        return words
    }
}
