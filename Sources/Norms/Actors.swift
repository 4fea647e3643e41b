package import LegalText

/// Somebody a regulatory text speaks of, by the part it plays there.
package struct ActorMention: Hashable, Sendable, Codable {
    package enum Role: String, Sendable, Codable { case addressee, authority, sector }

    package var name: String
    package var range: TextRange
    package var role: Role

    package init(name: String, range: TextRange, role: Role) {
        self.name = name
        self.range = range
        self.role = role
    }
}

/// Finds the addressees, authorities and sectors of a regulatory text.
package enum Actors {
    package static func find(in text: String) -> [ActorMention] { [] }
}
