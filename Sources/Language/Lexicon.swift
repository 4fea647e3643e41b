/// What is known of each word: its name in `Word`, if grammar asks for it by name, and its classes.
///
/// An open-addressed table over lower-cased words of up to 24 bytes; about ten thousand forms, made once on first use.
package struct Lexicon: Sendable {
    package static let shared = Lexicon()

    /// Sixteen bytes, so that the words of every day stay in the fastest memory.
    private struct Slot {
        /// `WordKey.fingerprint`; 0 is free.
        var fingerprint: UInt64 = 0
        var classes: WordClass = []
        var word = Word.unlisted
    }

    /// A power of two, a third of it taken.
    private var slots: [Slot]
    /// While the table is filled: every form and its slot.
    private var forms: [(spelling: String, slot: Int)] = []

    /// Words whose case in `Word` cannot carry their name.
    private static let aliases: [(String, Word)] = [
        (",", .comma), (";", .semicolon), (":", .colon), (".", .fullStop), ("-", .dash), ("?", .question), ("!", .exclamation),
        ("(", .open), ("[", .open),
        (")", .close), ("]", .close), ("/", .slash), ("%", .percent), ("$", .currency), ("and/or", .or), ("semi-annual", .semiannual),
        ("semi-annually", .semiannually), ("half-yearly", .semiannually), ("six-monthly", .semiannually), ("bi-annually", .biannually),
        ("three-monthly", .quarterly), ("année", .an), ("années", .ans), ("À", .à), ("€", .currency),
        ("£", .currency),
        ("“", .quote), ("”", .quote), ("\"", .quote), ("«", .quote), ("»", .quote), ("–", .dash), ("—", .dash), ("•", .bullet),
        ("‘", .quote), ("’", .quote), ("'", .quote),
    ]

    private init() {
        slots = [Slot](repeating: Slot(), count: 1 << 15)
        for word in Word.allCases where !word.isMark { name("\(word)", word) }
        for (spelling, word) in Self.aliases { name(spelling, word) }

        classify(VocabularyNouns.agents, .agent) { [$0, Self.plural($0)] }
        classify(VocabularyNouns.things, .thing) { [$0, Self.plural($0)] }
        addVerbs(VocabularyVerbs.actions, [])
        addVerbs(VocabularyVerbs.statives, .stative)
        addVerbs(VocabularyVerbs.personal, .personal)
        classify(VocabularyVerbs.irregularParticiples, .participle)
        classify(VocabularyVerbs.control, .control) { [$0, Self.plural($0), Self.past($0), Self.gerund($0)] }
        classify(VocabularyOther.determiners, .determiner)
        classify(VocabularyOther.possessives, .possessive)
        classify(VocabularyOther.prepositions, .preposition)
        classify(VocabularyOther.pronouns, .pronoun)
        classify(VocabularyOther.conjunctions, .conjunction)
        classify(VocabularyOther.subordinators, .subordinator)
        classify(VocabularyOther.auxiliaries, .auxiliary)
        classify(VocabularyOther.modals, .modal)
        classify(VocabularyOther.relatives, .relative)
        classify(VocabularyOther.adverbs, .adverb)
        classify(VocabularyOther.adjectives, .adjective)
        classify(VocabularyOther.numbers, .number)
        classify(VocabularyOther.ordinals, .ordinal)
        classify(VocabularyOther.months, .month)
        classify(VocabularyOther.timeUnits, .timeUnit)
        classify(VocabularyOther.citationUnits, .citationUnit)
        classify(VocabularyOther.french, .french)
        classify(VocabularyFrench.agents, .agent)
        classify(VocabularyFrench.things, .thing)
        classify(VocabularyFrench.openers, .opener.union(.french))
        classify(VocabularyFrench.cues, .cue.union(.french))
        classify(VocabularyOther.cues, .cue)
        classify(VocabularyOther.contracts, .contract) { [$0, Self.plural($0)] }
        classify(VocabularyOther.openers, .opener)
        for list in [VocabularyOther.numbers, VocabularyOther.ordinals] { classify(list, .opener) }
        classify("not never neither cannot ne n", .negation)
        for form in forms where slots[form.slot].classes.isEmpty && !slots[form.slot].word.isMark {
            slots[form.slot].classes = Suffixes.classes(of: Array(form.spelling.utf8)[...])
        }
        clear(VocabularyOther.determiners + " " + VocabularyOther.pronouns + " " + VocabularyOther.modals, [.verb, .agent])
        for (short, long) in TokenScanner.longForms {
            guard let found = find(WordKey(Array(long.utf8)[...])), let slot = slot(for: short) else { continue }
            (slots[slot].word, slots[slot].classes) = found
        }
        forms = []
    }

    /// The word and its classes; suffix rules speak where the table is silent. `bytes` are lower-cased already, and `key` is made of them.
    package func look(up bytes: ArraySlice<UInt8>, key: WordKey) -> (word: Word, classes: WordClass) {
        if let found = find(key) { return found }
        // "re-enter", "co-finance": the classes of what the prefix stands before.
        if bytes.count > 5, bytes.count <= WordKey.longest, let hyphen = bytes.firstIndex(of: 0x2D), hyphen - bytes.startIndex <= 3 {
            let rest = bytes[(hyphen + 1)...]
            return (
                .unlisted,
                look(up: rest, key: WordKey(rest)).classes.intersection([
                    .verb, .presentVerb, .participle, .gerund, .agent, .thing, .adjective,
                ])
            )
        }
        return (.unlisted, Suffixes.classes(of: bytes))
    }

    /// What the table says of the word; nil where it is silent.
    @inline(__always) func find(_ key: WordKey) -> (word: Word, classes: WordClass)? {
        guard key.count <= WordKey.longest else { return nil }
        let fingerprint = key.fingerprint
        var at = place(of: fingerprint)
        while slots[at].fingerprint != 0 {
            if slots[at].fingerprint == fingerprint { return (slots[at].word, slots[at].classes) }
            at = (at + 1) & (slots.count - 1)
        }
        return nil
    }

    @inline(__always) private func place(of fingerprint: UInt64) -> Int {
        Int(truncatingIfNeeded: fingerprint >> 33) & (slots.count - 1)
    }

    // MARK: Filling

    /// The slot of a word, taken now if it was not.
    private mutating func slot(for spelling: String) -> Int? {
        let key = WordKey(Array(spelling.utf8)[...])
        guard key.count > 0, key.count <= WordKey.longest else { return nil }
        let fingerprint = key.fingerprint
        var at = place(of: fingerprint)
        while slots[at].fingerprint != 0, slots[at].fingerprint != fingerprint { at = (at + 1) & (slots.count - 1) }
        if slots[at].fingerprint == 0 { forms.append((spelling, at)) }
        slots[at].fingerprint = fingerprint
        return at
    }

    private mutating func name(_ spelling: String, _ word: Word) {
        if let slot = slot(for: spelling) { slots[slot].word = word }
    }

    private mutating func classify(_ list: String, _ classes: WordClass, forms: (String) -> [String] = { [$0] }) {
        for word in Self.words(list) {
            for form in forms(word) { if let slot = slot(for: form) { slots[slot].classes.formUnion(classes) } }
        }
    }

    private mutating func clear(_ list: String, _ classes: WordClass) {
        for word in Self.words(list) { if let slot = slot(for: word) { slots[slot].classes.subtract(classes) } }
    }

    private static func words(_ list: String) -> [String] {
        Array(list.utf8).split { $0 == 0x20 || $0 == 0x0A }.map { String(decoding: $0, as: UTF8.self) }
    }

    private mutating func addVerbs(_ list: String, _ extra: WordClass) {
        classify(list, extra.union(.verb))
        classify(list, extra.union(.presentVerb)) { [Self.plural($0)] }
        classify(list, extra.union(.participle)) { [Self.past($0)] }
        classify(list, extra.union(.gerund)) { [Self.gerund($0)] }
    }

    static func plural(_ word: String) -> String {
        let bytes = Array(word.utf8)
        guard let last = bytes.last else { return word }
        if last == 0x79, bytes.count > 1, !isVowel(bytes[bytes.count - 2]) {
            return String(decoding: bytes.dropLast(), as: UTF8.self) + "ies"
        }
        let hisses =
            last == 0x73 || last == 0x78 || last == 0x7A
            || last == 0x68 && bytes.count > 1 && (bytes[bytes.count - 2] == 0x63 || bytes[bytes.count - 2] == 0x73)
        return word + (hisses ? "es" : "s")
    }

    private static func past(_ word: String) -> String {
        let bytes = Array(word.utf8)
        if bytes.last == 0x65 { return word + "d" }
        if bytes.last == 0x79, bytes.count > 1, !isVowel(bytes[bytes.count - 2]) {
            return String(decoding: bytes.dropLast(), as: UTF8.self) + "ied"
        }
        return word + "ed"
    }

    private static func gerund(_ word: String) -> String {
        let bytes = Array(word.utf8)
        let dropsE = bytes.last == 0x65 && !(bytes.count > 1 && bytes[bytes.count - 2] == 0x65)
        return (dropsE ? String(decoding: bytes.dropLast(), as: UTF8.self) : word) + "ing"
    }

    private static func isVowel(_ letter: UInt8) -> Bool {
        letter == 0x61 || letter == 0x65 || letter == 0x69 || letter == 0x6F || letter == 0x75
    }
}
