import Language

/// How far the name of an actor reaches around its head noun.
extension ActorPhrase {
    /// Adjectives, participles and nouns in front of the head, without articles and quantities.
    static func start(_ grammar: Grammar, _ head: Int, _ kind: ActorKind) -> Int {
        var start = head
        while start > 0, head - start < 5, isQualifier(grammar, start - 1, head, kind) { start -= 1 }
        // "other parties": alone, the word that sets them apart is all their name.
        if start == head, kind == .group || kind == .person, grammar.spells(head - 1, "other") { return head - 1 }
        return coordinated(grammar, start, head, kind)
    }

    private static func isQualifier(_ grammar: Grammar, _ index: Int, _ head: Int, _ kind: ActorKind) -> Bool {
        let token = grammar.tokens[index]
        guard token.kind == .word,
            !token.is([
                .determiner, .preposition, .conjunction, .pronoun, .modal, .auxiliary, .subordinator, .negation, .relative, .number,
            ]),
            !(token.is(.citationUnit) && token.isCapital)
        else { return false }
        // Nobody markets an actor: before one the word is the noun.
        if grammar.spells(index, "market") { return true }
        if token.is(.adverb), !(grammar.has(index + 1, .adjective) || grammar.has(index + 1, .participle)) { return false }
        if [.same, .other, .such, .respective, .concerned, .certain].contains(token.word) { return false }
        if grammar.spells(index, anyOf: selectors) || kind != .authority && kind != .body && grammar.spells(index, "relevant") {
            return false
        }
        if token.is([.verb, .presentVerb]), !token.is([.thing, .agent, .adjective, .participle, .gerund]) { return false }
        // "by requiring national authorities": a verb with its object; after an article it can only describe.
        if token.is(.gerund), !grammar.has(index - 1, .determiner) { return index + 1 == head && grammar.spells(index, anyOf: offices) }
        return !isFiniteOrInfinitive(grammar, index, head)
    }

    /// They pick one out of many and are no part of its name.
    private static let selectors = TextBytes.hashes("different particular separate single related individual")

    /// The law's own names of offices: "contracting authority", "managing authorities", "participating parties".
    private static let offices = TextBytes.hashes(
        "contracting managing certifying issuing executing requesting paying implementing supervising participating")

    /// "to offer final customers", "Member States may permit obligated parties", "(b) grant self-consumers": the verb before the phrase,
    /// though the word can be a noun.
    private static func isFiniteOrInfinitive(_ grammar: Grammar, _ index: Int, _ head: Int) -> Bool {
        var before = index - 1
        while before > 0, grammar.has(before, [.adverb, .negation]) { before -= 1 }
        if grammar.has(before, .modal) || grammar.word(before) == .to && (grammar.has(index, .verb) || grammar.word(index) == .become) {
            return true
        }
        return before >= 0 && grammar.tokens[before].kind == .label && grammar.has(index, .verb) && index + 1 < head
    }

    /// "local and regional authorities", "micro, small and medium-sized enterprises": adjectives that share the head.
    private static func coordinated(_ grammar: Grammar, _ start: Int, _ head: Int, _ kind: ActorKind) -> Int {
        guard start < head, isAdjective(grammar, start), grammar.word(start - 1) == .and || grammar.word(start - 1) == .or,
            isAdjective(grammar, start - 2)
        else { return start }
        var first = start - 2
        while first > 1, grammar.word(first - 1) == .comma, isAdjective(grammar, first - 2), start - first < 8 { first -= 2 }
        if isAdjective(grammar, first - 1), kind == .authority || kind == .body || !grammar.spells(first - 1, "relevant") { first -= 1 }
        return first
    }

    private static func isAdjective(_ grammar: Grammar, _ index: Int) -> Bool {
        guard index >= 0, grammar.isWord(index) else { return false }
        if grammar.has(index, [.agent, .determiner, .pronoun, .adverb]) || grammar.spells(index, "other") { return false }
        let token = grammar.tokens[index]
        let word = grammar.text.bytes[token.lower..<token.upper]
        return token.is(.adjective) || grammar.spells(index, "micro")
            || endings.contains { word.count > $0.count + 2 && word.suffix($0.count).elementsEqual($0) }
    }

    private static let endings = ["al", "ic", "ive", "ous", "sized"].map { Array($0.utf8) }

    /// Past the words behind the head that belong to the name: "Government of the United States of America".
    static func end(_ grammar: Grammar, _ head: Int, _ kind: ActorKind) -> Int {
        let link = head + 1
        guard grammar.tokens[head].isCapital, kind == .authority || kind == .body || grammar.tokens[head].isAcronym,
            [.of, .for].contains(grammar.word(link)) || grammar.word(link) == .on && grammar.spells(head, "committee")
        else { return link }
        var at = link + 1
        while grammar.has(at, .determiner) { at += 1 }
        guard grammar.isWord(at), grammar.tokens[at].isCapital, !grammar.spells(at, "member") else { return link }
        while grammar.isWord(at),
            grammar.tokens[at].isCapital || grammar.word(at) == .of && grammar.tokens[at + 1].isCapital && grammar.isWord(at + 1)
        {
            at += 1
        }
        return at
    }
}
