package import Language
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

/// Finds the addressees, authorities and sectors of a regulatory text: noun phrases by their head, with what qualifies it.
package enum Actors {
    package static func find(in text: String) -> [ActorMention] { find(in: TokenizedText(text)) }

    /// The same for a text that has its tokens already.
    package static func find(in text: TokenizedText) -> [ActorMention] {
        let grammar = Grammar(text)
        var found: [ActorMention] = []
        let heads = ActorPhrase.heads
        var index = 0
        while index < grammar.tokens.count {
            guard isHead(grammar.tokens[index], of: heads, in: text), let mention = ActorPhrase.read(grammar, headAt: index) else {
                index += 1
                continue
            }
            if let bounds = grammar.text.bounds(mention.tokens) {
                found.append(
                    ActorMention(
                        name: grammar.name(mention.tokens), range: TextRange(bounds.lowerBound, bounds.upperBound), role: mention.role))
            }
            index = max(index + 1, mention.tokens.upperBound)
        }
        return found
    }

    /// False for the most words of a text, which one look tells: no phrase has its head there.
    @inline(__always) private static func isHead(_ token: Token, of heads: WordSet, in text: TokenizedText) -> Bool {
        token.kind == .word && !token.is(.determiner.or(.preposition).or(.conjunction).or(.modal).or(.auxiliary))
            && heads.contains(TextBytes.hash(token.lower, token.upper, in: text.bytes))
    }
}
