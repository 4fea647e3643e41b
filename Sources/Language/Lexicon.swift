/// What is known of each word: its name in `Word`, if grammar asks for it by name, and its classes.
///
/// An open-addressed table over the lower-cased bytes; about ten thousand forms, made once on first use.
package struct Lexicon: Sendable {
    package static let shared = Lexicon()

    private struct Entry {
        var start: UInt32
        var count: UInt8
        var word: Word
        var classes: WordClass
    }

    private var text: [UInt8] = []
    private var entries: [Entry] = []
    /// Indices into `entries` plus one; 0 is free.
    private var slots: [UInt16]
    private static let longest = 24

    /// Words whose case in `Word` cannot carry their name.
    private static let aliases: [(String, Word)] = [
        (",", .comma), (";", .semicolon), (":", .colon), (".", .fullStop), ("-", .dash), ("?", .question), ("!", .exclamation),
        ("(", .open), ("[", .open),
        (")", .close), ("]", .close), ("/", .slash), ("%", .percent), ("$", .currency), ("and/or", .or), ("semi-annual", .semiannual),
        ("semi-annually", .semiannually), ("année", .an), ("années", .ans), ("can't", .cannot), ("€", .currency), ("£", .currency),
        ("“", .quote), ("”", .quote), ("\"", .quote), ("«", .quote), ("»", .quote), ("–", .dash), ("—", .dash), ("•", .bullet),
        ("‘", .quote), ("’", .quote), ("'", .quote),
    ]

    private init() {
        slots = [UInt16](repeating: 0, count: 1 << 15)
        entries.reserveCapacity(12_000)
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
        classify(VocabularyOther.cues, .cue)
        classify(VocabularyOther.contracts, .contract) { [$0, Self.plural($0)] }
        classify(VocabularyOther.openers, .opener)
        for list in [VocabularyOther.numbers, VocabularyOther.ordinals] { classify(list, .opener) }
        classify("not never neither cannot ne n", .negation)
        for index in entries.indices where entries[index].classes.isEmpty && !entries[index].word.isMark {
            let start = Int(entries[index].start)
            entries[index].classes = Suffixes.classes(of: text[start..<(start + Int(entries[index].count))])
        }
        clear(VocabularyOther.determiners + " " + VocabularyOther.pronouns + " " + VocabularyOther.modals, [.verb, .agent])
    }

    /// The word and its classes; suffix rules speak where the table is silent. `bytes` are lower-cased already.
    package func look(up bytes: ArraySlice<UInt8>) -> (word: Word, classes: WordClass) {
        if bytes.count <= Self.longest {
            var slot = Self.hash(bytes) & (slots.count - 1)
            while slots[slot] != 0 {
                let entry = entries[Int(slots[slot]) - 1]
                if Int(entry.count) == bytes.count, matches(entry, bytes) { return (entry.word, entry.classes) }
                slot = (slot + 1) & (slots.count - 1)
            }
        }
        // "re-enter", "co-finance": the classes of what the prefix stands before.
        if bytes.count > 5, bytes.count <= Self.longest, let hyphen = bytes.firstIndex(of: 0x2D), hyphen - bytes.startIndex <= 3 {
            return (
                .unlisted,
                look(up: bytes[(hyphen + 1)...]).classes.intersection([
                    .verb, .presentVerb, .participle, .gerund, .agent, .thing, .adjective,
                ])
            )
        }
        return (.unlisted, Suffixes.classes(of: bytes))
    }

    private static func hash(_ bytes: ArraySlice<UInt8>) -> Int {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
        return Int(truncatingIfNeeded: (hash ^ (hash >> 29)) & 0x7FFF_FFFF)
    }

    private func matches(_ entry: Entry, _ bytes: ArraySlice<UInt8>) -> Bool {
        var at = Int(entry.start)
        for byte in bytes {
            if text[at] != byte { return false }
            at += 1
        }
        return true
    }

    // MARK: Filling

    private mutating func entry(for spelling: String) -> Int? {
        let bytes = ArraySlice(Array(spelling.utf8))
        guard !bytes.isEmpty, bytes.count <= Self.longest else { return nil }
        var slot = Self.hash(bytes) & (slots.count - 1)
        while slots[slot] != 0 {
            if Int(entries[Int(slots[slot]) - 1].count) == bytes.count, matches(entries[Int(slots[slot]) - 1], bytes) {
                return Int(slots[slot]) - 1
            }
            slot = (slot + 1) & (slots.count - 1)
        }
        entries.append(Entry(start: UInt32(text.count), count: UInt8(bytes.count), word: .unlisted, classes: []))
        text += bytes
        slots[slot] = UInt16(entries.count)
        return entries.count - 1
    }

    private mutating func name(_ spelling: String, _ word: Word) {
        if let entry = entry(for: spelling) { entries[entry].word = word }
    }

    private mutating func classify(_ list: String, _ classes: WordClass, forms: (String) -> [String] = { [$0] }) {
        for word in list.split(whereSeparator: { $0 == " " || $0 == "\n" }) {
            for form in forms(String(word)) { if let entry = entry(for: form) { entries[entry].classes.formUnion(classes) } }
        }
    }

    private mutating func clear(_ list: String, _ classes: WordClass) {
        for word in list.split(separator: " ") { if let entry = entry(for: String(word)) { entries[entry].classes.subtract(classes) } }
    }

    private mutating func addVerbs(_ list: String, _ extra: WordClass) {
        classify(list, extra.union(.verb))
        classify(list, extra.union(.presentVerb)) { [Self.plural($0)] }
        classify(list, extra.union(.participle)) { [Self.past($0)] }
        classify(list, extra.union(.gerund)) { [Self.gerund($0)] }
    }

    static func plural(_ word: String) -> String {
        if word.hasSuffix("y"), let before = word.dropLast().last, !"aeiou".contains(before) { return word.dropLast() + "ies" }
        return word.hasSuffix("s") || word.hasSuffix("x") || word.hasSuffix("ch") || word.hasSuffix("sh") || word.hasSuffix("z")
            ? word + "es" : word + "s"
    }

    private static func past(_ word: String) -> String {
        if word.hasSuffix("e") { return word + "d" }
        if word.hasSuffix("y"), let before = word.dropLast().last, !"aeiou".contains(before) { return word.dropLast() + "ied" }
        return word + "ed"
    }

    private static func gerund(_ word: String) -> String {
        word.hasSuffix("e") && !word.hasSuffix("ee") ? word.dropLast() + "ing" : word + "ing"
    }
}
