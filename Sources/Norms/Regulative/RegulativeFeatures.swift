package import Language

/// What the linear model sees of a sentence: its words, each "shall" with its subject and verb, the words around the first one, and what
/// the grammar made of it all. A feature is a number below `size`: equal findings are equal features on every machine.
package struct RegulativeFeatures {
    package static let size = 1 << 17
    private static let longest = 400
    /// Of the words behind the verb.
    private static let reach = 30

    private let text: TokenizedText
    private let start: Int
    private let words: [UInt64]
    private var features: [Int] = []
    /// A bit for each feature's lower bits: where it is not set, `features` does not have it.
    private var seen = [UInt64](repeating: 0, count: 256)

    /// In no order that means anything, each once.
    /// - Parameter sentence: tokens of one sentence, the first 400 of which are looked at.
    package static func of(_ sentence: Range<Int>, in text: TokenizedText, norms: [Norm]) -> [Int] {
        var features = RegulativeFeatures(sentence, in: text)
        features.features.reserveCapacity(2 * sentence.count + 128)
        var clauses = RegulativeClause.read(sentence.prefix(Self.longest), in: text)
        if clauses.contains(where: { !$0.isEmbedded }) { clauses.removeAll { $0.isEmbedded } }
        features.addWords(clauses)
        for (number, clause) in clauses.prefix(3).enumerated() {
            features.add(clause, isFirst: number == 0)
            features.addMeaning(of: clause, isFirst: number == 0)
        }
        if let first = clauses.first { features.addSurroundings(of: first) }
        features.add(norms)
        return features.features
    }

    private init(_ sentence: Range<Int>, in text: TokenizedText) {
        self.text = text
        start = sentence.lowerBound
        words = sentence.prefix(Self.longest).map { Self.word(text, text.tokens[$0]) }
    }

    // One function for each number of parts: a variadic one would make an array each time.
    private mutating func add(_ kind: UInt64, _ one: UInt64) { add(Self.mixed(Self.basis ^ kind, one)) }
    private mutating func add(_ kind: UInt64, _ one: UInt64, _ two: UInt64) { add(Self.mixed(Self.mixed(Self.basis ^ kind, one), two)) }
    private mutating func add(_ kind: UInt64, _ one: UInt64, _ two: UInt64, _ three: UInt64) {
        add(Self.mixed(Self.mixed(Self.mixed(Self.basis ^ kind, one), two), three))
    }
    private mutating func add(_ kind: UInt64, _ one: UInt64, _ two: UInt64, _ three: UInt64, _ four: UInt64) {
        add(Self.mixed(Self.mixed(Self.mixed(Self.mixed(Self.basis ^ kind, one), two), three), four))
    }

    private static let basis: UInt64 = 0xCBF2_9CE4_8422_2325

    @inline(__always) private static func mixed(_ hash: UInt64, _ part: UInt64) -> UInt64 {
        (hash ^ part) &* 0x0000_0100_0000_01B3 &+ (hash >> 31)
    }

    private mutating func add(_ hash: UInt64) {
        let folded = hash ^ hash >> 33
        let feature = Int(truncatingIfNeeded: (folded ^ (folded >> 17)) & UInt64(Self.size - 1))
        let bit: UInt64 = 1 << UInt64(feature & 63)
        let place = feature >> 6 & 255
        if seen[place] & bit != 0, features.contains(feature) { return }
        seen[place] |= bit
        features.append(feature)
    }

    /// The word at a token's index; a mark of its own outside the sentence.
    private func at(_ index: Int) -> UInt64 { words.indices.contains(index - start) ? words[index - start] : 7 }
    private func has(_ index: Int, _ classes: WordClass) -> Bool { words.indices.contains(index - start) && text.tokens[index].is(classes) }
    private func isWord(_ index: Int, _ word: Word) -> Bool { words.indices.contains(index - start) && text.tokens[index].word == word }

    // MARK: The sentence

    private mutating func addWords(_ clauses: [RegulativeClause]) {
        for word in words { add(1, word) }
        for (word, next) in zip(words, words.dropFirst()) { add(6, word, next) }
        add(2, at(start))
        add(3, at(start), at(start + 1))
        add(4, UInt64(min(3, clauses.count)))
        add(5, UInt64(min(words.count / 10, 8)))
    }

    private mutating func add(_ norms: [Norm]) {
        add(10, UInt64(min(norms.count, 3)))
        for norm in norms.prefix(4) {
            let modality = UInt64(Modality.allCases.firstIndex(of: norm.modality) ?? 0)
            let hasBearer: UInt64 = norm.bearers.isEmpty ? 0 : 1
            add(11, modality, hasBearer)
            add(12, Self.hash(norm.action.text.utf8.prefix { $0 != 0x20 }), hasBearer)
            if let bearer = norm.bearers.first { add(13, Self.hash(bearer.utf8.suffix(8))) }
            add(14, norm.deadline == nil ? 0 : 1)
            add(15, norm.bearerIsImplied ? 1 : 0)
            add(16, norm.recurrence == nil ? 0 : 1)
        }
    }

    // MARK: A clause

    private mutating func add(_ clause: RegulativeClause, isFirst: Bool) {
        let kind: UInt64 = isFirst ? 20 : 40
        let voice = clause.voice.rawValue
        let animacy = Self.code(clause.animacy)
        let head = clause.head.map(at) ?? 9
        let stem = clause.head.map(stem) ?? 9
        add(kind, voice)
        add(kind + 1, animacy)
        add(kind + 2, voice, animacy, clause.isNegated ? 1 : 0)
        add(kind + 3, head)
        add(kind + 4, stem)
        add(kind + 5, voice, stem)
        add(kind + 6, voice, at(clause.action))
        add(kind + 7, voice, at(clause.action), at(clause.action + 1))
        add(kind + 8, voice, self.stem(clause.action), animacy)
        add(kind + 9, at(clause.subject.lowerBound))
        add(kind + 10, UInt64(min(clause.subject.count / 3, 4)))
        add(kind + 11, voice, animacy, clause.head.map(isPlural) == true ? 1 : 0)
        add(kind + 12, voice, clause.head.map { text.tokens[$0].is(.gerund) || isNamedAfterDeed($0) } == true ? 1 : 0)
    }

    /// The classes of its verb and of its subject's head, and the two together.
    private mutating func addMeaning(of clause: RegulativeClause, isFirst: Bool) {
        let kind: UInt64 = isFirst ? 80 : 90
        let voice = clause.voice.rawValue
        let animacy = Self.code(clause.animacy)
        let verbs =
            words.indices.contains(clause.action - start)
            ? Self.members(RegulativeLexicon.verbClasses(text.tokens[clause.action], in: text)) : [63]
        let nouns = clause.head.map { Self.members(RegulativeLexicon.nounClasses(text.tokens[$0], in: text)) } ?? [63]
        for verb in verbs {
            add(kind, voice, verb)
            add(kind + 1, voice, verb, animacy)
            for noun in nouns { add(kind + 2, voice, verb, noun) }
        }
        for noun in nouns { add(kind + 3, voice, noun) }
    }

    /// The numbers of the bits that are set; 63 stands for none.
    private static func members(_ bits: UInt64) -> [UInt64] { bits == 0 ? [63] : (0..<63).filter { bits >> $0 & 1 == 1 } }

    /// What stands around the first modal and behind its verb.
    private mutating func addSurroundings(of clause: RegulativeClause) {
        let modal = clause.modal
        for distance in 1...5 {
            add(60, UInt64(distance), at(modal - distance))
            add(61, at(modal - distance))
            add(62, UInt64(distance), at(modal + distance))
            add(63, at(modal + distance))
        }
        add(64, at(modal), at(modal + 1), at(modal + 2))
        add(65, at(modal), at(modal + 1), at(modal + 2), at(modal + 3))
        add(66, at(modal - 1), at(modal - 2))
        add(67, at(modal - 1), at(modal - 2), at(modal - 3))
        let voice = clause.voice.rawValue
        let end = start + words.count
        let behind = min(clause.action + 1, end)..<min(clause.action + Self.reach, end)
        var prepositions = 0
        for index in behind {
            for word in [Word.to, .by] where isWord(index, word) && (index + 1..<index + 5).contains(where: { has($0, .agent) }) {
                add(70, word == .to ? 1 : 2, voice)
            }
            if has(index, [.preposition, .subordinator]) {
                add(71, voice, at(index))
                if prepositions == 0 { add(72, voice, at(index)) }
                prepositions += 1
            }
        }
        add(73, UInt64(min(2, (start..<min(max(start, modal), end)).count { has($0, .agent) })))
        add(74, UInt64(min(2, (min(modal, end)..<end).count { has($0, .agent) })))
        add(75, (start..<end).contains { isWord($0, .colon) } ? 1 : 0)
    }

    // MARK: Words

    private static func code(_ animacy: Grammar.Animacy) -> UInt64 {
        switch animacy {
        case .thing: 0
        case .unknown: 1
        case .agent: 2
        }
    }

    private static func word(_ text: TokenizedText, _ token: Token) -> UInt64 {
        if token.kind == .number { return 3 }
        if token.kind == .label { return 5 }
        return hash(text.bytes[token.lower..<token.upper])
    }

    private static func hash(_ bytes: some Sequence<UInt8>) -> UInt64 {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in bytes { hash = (hash ^ UInt64(byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte)) &* 0x0000_0100_0000_01B3 }
        return hash
    }

    private func isPlural(_ index: Int) -> Bool { text.bytes[text.tokens[index].upper - 1] == 0x73 }

    /// "assessment", "communication": a noun for what somebody does.
    private func isNamedAfterDeed(_ index: Int) -> Bool {
        let token = text.tokens[index]
        let bytes = text.bytes[token.lower..<(isPlural(index) ? token.upper - 1 : token.upper)]
        return Self.deedEndings.contains { bytes.count > $0.count + 2 && bytes.suffix($0.count).elementsEqual($0) }
    }

    private static let deedEndings = ["tion", "sion", "ment", "ance", "ence", "ing", "ure"].map { Array($0.utf8) }

    /// The word without the ending that its number, its tense or its making gave it, four letters at least.
    private func stem(_ index: Int) -> UInt64 {
        guard words.indices.contains(index - start), text.tokens[index].kind == .word else { return at(index) }
        let token = text.tokens[index]
        let bytes = text.bytes[token.lower..<token.upper]
        let ending = Self.endings.first { bytes.count >= $0.count + 4 && bytes.suffix($0.count).elementsEqual($0) }
        return Self.hash(bytes.dropLast(ending?.count ?? 0))
    }

    private static let endings = ["ities", "ations", "ation", "ments", "ment", "ings", "ing", "ies", "ed", "es", "s"].map { Array($0.utf8) }
}
