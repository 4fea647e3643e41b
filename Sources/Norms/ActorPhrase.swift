import Language

/// One mention of an actor: which head nouns name one, how far left its qualifiers reach, and when the words are only part of a title.
struct ActorPhrase {
    var tokens: Range<Int>
    var role: ActorMention.Role

    static func read(_ grammar: Grammar, headAt head: Int) -> ActorPhrase? {
        let token = grammar.tokens[head]
        guard token.kind == .word, token.is(.agent) || token.isCapital || token.is(.thing) || token.classes.isEmpty else { return nil }
        if let state = memberState(grammar, head) { return state }
        guard !(token.isCapital && isActTitle(grammar, head)) else { return nil }
        guard let noun = nouns[TextBytes.hash(token.lower, token.upper, in: grammar.text.bytes)], token.isAcronym || !noun.isAcronym
        else { return nil }
        if token.isCapital, noun.isCommon, head > 0, !grammar.isSentenceStart(head) { return nil }
        let kind = noun.kind
        // The head is the last noun: "authority staff" is about staff.
        if grammar.tokens[head + 1].kind == .word, !grammar.tokens[head + 1].isCapital, grammar.has(head + 1, [.agent]),
            !grammar.has(head + 1, [.verb, .preposition])
        {
            return nil
        }
        let end = grammar.tokens[head + 1].kind == .genitive && isPlainApostrophe(grammar, head + 1) ? head + 2 : head + 1
        if kind == .person || kind == .group, grammar.tokens[head + 1].kind == .word,
            grammar.has(head + 1, [.thing])
                || grammar.has(head + 2, [.agent])
                    && !grammar.has(head + 1, [.preposition, .conjunction, .modal, .auxiliary, .determiner, .verb])
        {
            return nil
        }
        let start = qualifiers(grammar, head, kind)
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
            guard !isBare || isClass(grammar, head, kind) || isAddressed(grammar, start, head) else { return nil }
            let isHousehold = !isBare && grammar.spells(head - 1, "household")
            let isTrade = kind == .trade && !(isBare && noun.isBareAddressee) || isHousehold
            return ActorPhrase(tokens: start..<end, role: isTrade ? .sector : .addressee)
        }
    }

    /// A bare plural names everybody of that class: "suppliers", "final customers and producers".
    private static func isClass(_ grammar: Grammar, _ head: Int, _ kind: Kind) -> Bool {
        kind != .group && grammar.text.bytes[grammar.tokens[head].upper - 1] == 0x73 && !grammar.has(head + 1, .thing)
            && grammar.tokens[head + 1].word != .dash
    }

    /// Typists' apostrophes belong to the name before ("the Member State's"), printers' do not.
    private static func isPlainApostrophe(_ grammar: Grammar, _ index: Int) -> Bool {
        grammar.text.bytes[grammar.tokens[index].lower] == 0x27
    }

    private enum Kind {
        /// "the Commission": alone, in capitals.
        case institution
        case named
        case authority
        /// Names one only with a qualifier: "designated body".
        case body
        /// Whom rules are addressed to.
        case person
        /// The same, but so common a word that alone it names nobody: "parties", "the public".
        case group
        /// A trade or branch.
        case trade
    }

    private struct Noun: Sendable {
        var kind: Kind
        /// Only where it is written in capitals.
        var isAcronym = false
        /// With a capital in mid-sentence it is part of some other body's name.
        var isCommon = false
        /// Bare, it is somebody addressed rather than a trade.
        var isBareAddressee = false
    }

    /// The head nouns in the singular and the plural, by `TextBytes.hash`.
    private static let nouns: WordMap<Noun> = {
        var nouns: [(UInt64, Noun)] = []
        func add(_ kind: Kind, _ list: String) {
            for word in list.split(whereSeparator: \.isWhitespace).map(String.init) {
                var noun = Noun(kind: kind)
                noun.isCommon = ["community", "board", "regulator"].contains(word)
                noun.isBareAddressee = word == "producer"
                nouns.append((TextBytes.hash(word), noun))
                nouns.append((TextBytes.hash(word.hasSuffix("y") ? word.dropLast() + "ies" : word + "s"), noun))
            }
        }
        add(.institution, "commission council")
        add(.named, "eurostat")
        add(.authority, "authority committee secretariat government court ministry agency")
        add(.body, "body officer board institute regulator department")
        add(
            .person,
            """
            customer consumer undertaking participant end-user user shareholder beneficiary employee enterprise stakeholder farmer distributor
            applicant importer exporter self-consumer investor landowner tenderer
            """)
        add(.group, "party company actor public holder entity group")
        add(
            .trade,
            """
            operator supplier manufacturer producer installer aggregator architect household owner community provider builder planner contractor
            retailer
            """)
        for word in ["acer", "usepa", "efsa", "echa", "eiopa", "esma"] {
            nouns.append((TextBytes.hash(word), Noun(kind: .named, isAcronym: true)))
        }
        return WordMap(nouns)
    }()

    /// "Member States", "each Member State's": always those a directive is addressed to.
    private static func memberState(_ grammar: Grammar, _ head: Int) -> ActorPhrase? {
        if grammar.spells(head, "member"), grammar.spells(head + 1, "state") || grammar.spells(head + 1, "states"),
            grammar.tokens[head].isCapital
        {
            let genitive = grammar.spells(head + 1, "state") && grammar.tokens[head + 2].kind == .genitive
            return ActorPhrase(tokens: head..<(head + (genitive ? 3 : 2)), role: .addressee)
        }
        if grammar.spells(head, "parliament"), grammar.spells(head - 1, "european") {
            return ActorPhrase(tokens: (head - 1)..<(head + 1), role: .authority)
        }
        return nil
    }

    /// "Commission Regulation", "Council Directive": the title of an act.
    private static func isActTitle(_ grammar: Grammar, _ index: Int) -> Bool {
        if grammar.has(index + 1, .citationUnit), grammar.tokens[index + 1].isCapital { return true }
        return grammar.tokens[index + 1].isCapital && grammar.spells(index + 1, anyOf: acts)
    }

    private static let acts = TextBytes.hashes("decision directive implementing delegated recommendation communication regulation")

    /// Adjectives, participles and nouns in front of the head, without articles and quantities.
    private static func qualifiers(_ grammar: Grammar, _ head: Int, _ kind: Kind) -> Int {
        var start = head
        while start > 0, head - start < 5 {
            let token = grammar.tokens[start - 1]
            guard token.kind == .word,
                !token.is([
                    .determiner, .preposition, .conjunction, .pronoun, .modal, .auxiliary, .subordinator, .negation, .relative, .number,
                ])
            else { break }
            if token.is(.adverb), !(grammar.has(start, .adjective) || grammar.has(start, .participle)) { break }
            if [.same, .other, .such, .respective, .concerned, .certain].contains(token.word)
                || grammar.spells(start - 1, "relevant") && (kind == .person || kind == .group) || grammar.spells(start - 1, "different")
            {
                break
            }
            if token.is([.verb, .presentVerb]), !token.is([.thing, .agent, .adjective, .participle, .gerund]) { break }
            if token.is(.gerund), !grammar.has(start - 2, [.determiner, .preposition]) { break }
            if isFiniteOrInfinitive(grammar, start - 1) { break }
            start -= 1
        }
        return start
    }

    /// "to offer final customers", "Member States may permit obligated parties": the verb before the phrase, though the word can be a noun.
    private static func isFiniteOrInfinitive(_ grammar: Grammar, _ index: Int) -> Bool {
        var before = index - 1
        while before > 0, grammar.has(before, [.adverb, .negation]) { before -= 1 }
        return grammar.has(before, .modal) || grammar.word(before) == .to && (grammar.has(index, .verb) || grammar.word(index) == .become)
    }

    /// A bare plural counts where it is the subject of a duty, or where something is done to or by it.
    private static func isAddressed(_ grammar: Grammar, _ start: Int, _ head: Int) -> Bool {
        if grammar.has(head + 1, .modal) { return true }
        let before = grammar.has(start - 1, .determiner) ? start - 2 : start - 1
        return [.to, .by].contains(grammar.word(before)) || grammar.has(start - 1, .determiner) && grammar.word(start - 1) != .any
    }
}
