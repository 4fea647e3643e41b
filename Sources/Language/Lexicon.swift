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
    /// While the table is filled: every form's last eight bytes, its length and its slot.
    private var forms: [(tail: UInt64, count: Int, slot: Int)] = []

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
        forms.reserveCapacity(12_000)
        for word in Word.allCases where !word.isMark { name("\(word)", word) }
        for (spelling, word) in Self.aliases { name(spelling, word) }

        classify(VocabularyNouns.agents, .agent)
        classify(VocabularyNouns.agents, .agent, Self.makePlural)
        classify(VocabularyNouns.things, .thing)
        classify(VocabularyNouns.things, .thing, Self.makePlural)
        addVerbs(VocabularyVerbs.actions, [])
        addVerbs(VocabularyVerbs.statives, .stative)
        addVerbs(VocabularyVerbs.personal, .personal)
        classify(VocabularyVerbs.irregularParticiples, .participle)
        classify(VocabularyVerbs.control, .control)
        for form in [Self.makePlural, Self.makePast, Self.makeGerund] { classify(VocabularyVerbs.control, .control, form) }
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
        classify(VocabularyOther.contracts, .contract)
        classify(VocabularyOther.contracts, .contract, Self.makePlural)
        classify(VocabularyOther.openers, .opener)
        for list in [VocabularyOther.numbers, VocabularyOther.ordinals] { classify(list, .opener) }
        classify("not never neither cannot ne n", .negation)
        for form in forms where slots[form.slot].classes.isEmpty && !slots[form.slot].word.isMark {
            slots[form.slot].classes = Suffixes.classes(of: form.tail, count: form.count)
        }
        clear(VocabularyOther.determiners + " " + VocabularyOther.pronouns + " " + VocabularyOther.modals, [.verb, .agent])
        for (short, long) in TokenScanner.longForms {
            guard let found = find(WordKey(long.utf8)), let slot = slot(for: short.utf8) else { continue }
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
    private mutating func slot(for spelling: some Collection<UInt8>) -> Int? {
        let key = WordKey(spelling)
        guard key.count > 0, key.count <= WordKey.longest else { return nil }
        let fingerprint = key.fingerprint
        var at = place(of: fingerprint)
        while slots[at].fingerprint != 0, slots[at].fingerprint != fingerprint { at = (at + 1) & (slots.count - 1) }
        if slots[at].fingerprint == 0 { forms.append((Suffixes.tail(of: spelling), key.count, at)) }
        slots[at].fingerprint = fingerprint
        return at
    }

    private mutating func name(_ spelling: String, _ word: Word) {
        if let slot = slot(for: spelling.utf8) { slots[slot].word = word }
    }

    /// Adds the classes to a form of each word of `list`.
    private mutating func classify(_ list: String, _ classes: WordClass, _ form: ((inout [UInt8]) -> Void)? = nil) {
        let bytes = Array(list.utf8)
        var word: [UInt8] = []
        var start = 0
        while start < bytes.count {
            var end = start
            while end < bytes.count, bytes[end] > 0x20 { end += 1 }
            word.removeAll(keepingCapacity: true)
            word.append(contentsOf: bytes[start..<end])
            form?(&word)
            if end > start, let slot = slot(for: word) { slots[slot].classes.formUnion(classes) }
            start = end + 1
        }
    }

    private mutating func clear(_ list: String, _ classes: WordClass) {
        for word in Array(list.utf8).split(whereSeparator: { $0 <= 0x20 }) {
            if let slot = slot(for: word) { slots[slot].classes.subtract(classes) }
        }
    }

    private mutating func addVerbs(_ list: String, _ extra: WordClass) {
        classify(list, extra.union(.verb))
        classify(list, extra.union(.presentVerb), Self.makePlural)
        classify(list, extra.union(.participle), Self.makePast)
        classify(list, extra.union(.gerund), Self.makeGerund)
    }

    /// Of a noun, and the third person of a verb.
    private static func makePlural(_ word: inout [UInt8]) {
        guard let last = word.last else { return }
        if endsInY(word) {
            word.removeLast()
            word += "ies".utf8
            return
        }
        let hisses =
            last == 0x73 || last == 0x78 || last == 0x7A
            || last == 0x68 && word.count > 1 && (word[word.count - 2] == 0x63 || word[word.count - 2] == 0x73)
        word += hisses ? "es".utf8 : "s".utf8
    }

    private static func makePast(_ word: inout [UInt8]) {
        if word.last == 0x65 {
            word.append(0x64)
        } else if endsInY(word) {
            word.removeLast()
            word += "ied".utf8
        } else {
            word += "ed".utf8
        }
    }

    private static func makeGerund(_ word: inout [UInt8]) {
        if word.last == 0x65, !(word.count > 1 && word[word.count - 2] == 0x65) { word.removeLast() }
        word += "ing".utf8
    }

    /// "carry", but not "pay".
    private static func endsInY(_ word: [UInt8]) -> Bool {
        word.last == 0x79 && word.count > 1 && !isVowel(word[word.count - 2])
    }

    private static func isVowel(_ letter: UInt8) -> Bool {
        letter == 0x61 || letter == 0x65 || letter == 0x69 || letter == 0x6F || letter == 0x75
    }
}
