import Language

/// One mention of an actor: which noun phrases name one, in which part, and when the words are only part of a title.
struct ActorPhrase {
    var tokens: Range<Int>
    var role: ActorMention.Role

    /// The words at which `read` finds anything: the nouns, and those at which `state` and `publicAtLarge` begin.
    static let heads = WordSet(ActorNoun.words + TextBytes.hashList("public member third developing union parliament"))

    static func read(_ grammar: Grammar, headAt head: Int) -> ActorPhrase? {
        let token = grammar.tokens[head]
        guard token.kind == .word else { return nil }
        if let state = state(grammar, head) ?? publicAtLarge(grammar, head) { return state }
        guard token.is(.agent) || token.isCapital || token.is(.thing) || token.classes.isEmpty else { return nil }
        guard !(token.isCapital && isActTitle(grammar, head)) else { return nil }
        guard let noun = ActorNoun.of(token, in: grammar.text) else { return nil }
        if token.isCapital, noun.isCommon, head > 0, !grammar.isSentenceStart(head) { return nil }
        let kind = noun.kind
        if isElse(grammar, head) { return nil }
        // The head is the last noun: "authority staff" is about staff.
        if grammar.tokens[head + 1].kind == .word, !grammar.tokens[head + 1].isCapital, grammar.has(head + 1, [.agent]),
            !grammar.has(head + 1, [.verb, .preposition])
        {
            return nil
        }
        if kind == .person || kind == .group, !isPlural(grammar, head), isPartOfCompound(grammar, head) { return nil }
        let start = Self.start(grammar, head, kind)
        let end =
            grammar.tokens[head + 1].kind == .genitive && isPlainApostrophe(grammar, head + 1)
            ? head + 2 : Self.end(grammar, head, kind)
        if kind == .body, grammar.spells(start, "administrative") || grammar.spells(start, "supervisory") && grammar.spells(head, "board") {
            return nil
        }
        switch kind {
        case .institution:
            guard token.isCapital else { return nil }
            return ActorPhrase(tokens: head..<end, role: .authority)
        case .named, .authority: return ActorPhrase(tokens: start..<end, role: .authority)
        case .body:
            guard start < head || token.isCapital else { return nil }
            return ActorPhrase(tokens: start..<end, role: .authority)
        case .person, .group, .trade:
            let isBare = start == head
            guard !isBare || !noun.needsQualifier else { return nil }
            guard !isBare || isClass(grammar, head, kind) || isAddressed(grammar, start, head) || isDefined(grammar, head) else {
                return nil
            }
            let isHousehold = !isBare && grammar.spells(head - 1, "household")
            let isTrade = kind == .trade && !(isBare && noun.isBareAddressee) || isHousehold
            return ActorPhrase(tokens: start..<end, role: isTrade ? .sector : .addressee)
        }
    }

    /// A bare plural names everybody of that class: "suppliers", "final customers and producers".
    private static func isClass(_ grammar: Grammar, _ head: Int, _ kind: ActorKind) -> Bool {
        kind != .group && isPlural(grammar, head) && (!grammar.has(head + 1, .thing) || grammar.has(head + 1, notNouns))
            && grammar.tokens[head + 1].word != .dash
    }

    private static func isPlural(_ grammar: Grammar, _ head: Int) -> Bool {
        grammar.text.bytes[grammar.tokens[head].upper - 1] == 0x73
    }

    /// "customer protection", "company law": a noun follows, and that is what is spoken of. A plural is never the first part.
    private static func isPartOfCompound(_ grammar: Grammar, _ head: Int) -> Bool {
        guard grammar.isWord(head + 1), !grammar.has(head + 1, notNouns) else { return false }
        return grammar.has(head + 1, .thing) || grammar.has(head + 2, .agent) && !grammar.has(head + 1, .verb)
    }

    private static let notNouns: WordClass = [
        .preposition, .conjunction, .modal, .auxiliary, .determiner, .pronoun, .relative, .subordinator,
    ]

    /// "‘aggregator’ means": the word is what is defined.
    private static func isDefined(_ grammar: Grammar, _ head: Int) -> Bool {
        grammar.word(head - 1) == .quote && grammar.word(head + 1) == .quote
            && (grammar.spells(head + 2, "means") || grammar.spells(head + 2, "mean"))
    }

    /// Typists' apostrophes belong to the name before ("the Member State's"), printers' do not.
    private static func isPlainApostrophe(_ grammar: Grammar, _ index: Int) -> Bool {
        grammar.text.bytes[grammar.tokens[index].lower] == 0x27
    }

    /// The word for an actor is here another word, or part of the name of a thing or of a body that is none.
    private static func isElse(_ grammar: Grammar, _ head: Int) -> Bool {
        // "undertaking the combustion": the verb.
        if grammar.spells(head, "undertaking") { return grammar.has(head + 1, .determiner) }
        // "the Council of Europe", "the Conference of the Parties".
        if grammar.spells(head, "council") { return grammar.word(head + 1) == .of && grammar.tokens[head + 2].isCapital }
        if grammar.spells(head, "parties") { return grammar.tokens[head].isCapital && grammar.spells(head - 3, "conference") }
        if grammar.spells(head, "committee") { return grammar.spells(head + 1, "procedure") }
        guard grammar.spells(head, "group") || grammar.spells(head, "groups") else { return false }
        return grammar.spells(head - 1, "product") || grammar.spells(head - 1, "target") || grammar.spells(head - 1, "age")
    }

    /// "accessible to the public": everybody.
    private static func publicAtLarge(_ grammar: Grammar, _ head: Int) -> ActorPhrase? {
        guard grammar.spells(head, "public"), grammar.has(head - 1, .determiner), [.to, .by].contains(grammar.word(head - 2)),
            !grammar.has(head + 1, [.thing, .agent, .adjective, .conjunction])
        else { return nil }
        return ActorPhrase(tokens: head..<(head + 1), role: .addressee)
    }

    /// "Member States", "each Member State's", "third countries": always those a directive is addressed to; and the Union where it acts
    /// beside them.
    private static func state(_ grammar: Grammar, _ head: Int) -> ActorPhrase? {
        if grammar.spells(head, "member"), grammar.spells(head + 1, "state") || grammar.spells(head + 1, "states"),
            grammar.tokens[head].isCapital
        {
            let genitive =
                grammar.spells(head + 1, "state") && grammar.tokens[head + 2].kind == .genitive && isPlainApostrophe(grammar, head + 2)
            return ActorPhrase(tokens: head..<(head + (genitive ? 3 : 2)), role: .addressee)
        }
        if grammar.spells(head, "third") || grammar.spells(head, "developing"),
            grammar.spells(head + 1, "country") || grammar.spells(head + 1, "countries"), !isPlace(grammar, head)
        {
            return ActorPhrase(tokens: head..<(head + 2), role: .addressee)
        }
        if grammar.spells(head, "union"), grammar.tokens[head].isCapital, grammar.has(head - 1, .determiner), actsAsState(grammar, head) {
            return ActorPhrase(tokens: head..<(head + 1), role: .addressee)
        }
        if grammar.spells(head, "parliament"), grammar.spells(head - 1, "european") {
            return ActorPhrase(tokens: (head - 1)..<(head + 1), role: .authority)
        }
        return nil
    }

    /// "produced in a third country": where, not who.
    private static func isPlace(_ grammar: Grammar, _ index: Int) -> Bool {
        let before = grammar.has(index - 1, .determiner) ? index - 2 : index - 1
        return [.in, .from, .within].contains(grammar.word(before))
    }

    /// "the Union and the Member States", "Member States and the Union", "the Union shall".
    private static func actsAsState(_ grammar: Grammar, _ head: Int) -> Bool {
        if grammar.has(head + 1, .modal) || grammar.word(head - 2) == .by { return true }
        if grammar.word(head - 2) == .and, grammar.spells(head - 3, "states") { return true }
        guard grammar.word(head + 1) == .and else { return false }
        let next =
            grammar.isWord(head + 2) && (grammar.has(head + 2, [.determiner, .possessive]) || grammar.spells(head + 2, "its"))
            ? head + 3 : head + 2
        return grammar.spells(next, "member") || grammar.spells(next, "third")
    }

    /// "Commission Regulation", "Council Directive": the title of an act.
    private static func isActTitle(_ grammar: Grammar, _ index: Int) -> Bool {
        if grammar.has(index + 1, .citationUnit), grammar.tokens[index + 1].isCapital { return true }
        return grammar.tokens[index + 1].isCapital && grammar.spells(index + 1, anyOf: acts)
    }

    private static let acts = TextBytes.hashes(
        "decision decisions directive directives implementing delegated recommendation communication regulation regulations")

    /// A bare plural counts where it is the subject of a duty, or where something is done to or by it.
    private static func isAddressed(_ grammar: Grammar, _ start: Int, _ head: Int) -> Bool {
        if grammar.has(head + 1, .modal) { return true }
        let before = grammar.has(start - 1, .determiner) ? start - 2 : start - 1
        return [.to, .by].contains(grammar.word(before)) || grammar.has(start - 1, .determiner) && grammar.word(start - 1) != .any
    }
}
