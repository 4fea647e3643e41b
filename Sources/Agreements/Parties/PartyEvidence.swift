import Language

/// Tells where in a list of parties a name stands that is a party's, and by what evidence: a legal form, a description or an alias
/// behind it, its place.
struct PartyEvidence {
    let text: AgreementText
    private let parser: NameParser
    private let nameLines: [UInt64: [Int]]

    init(_ text: AgreementText) {
        self.text = text
        parser = NameParser(text: text)
        nameLines = Self.nameLines(of: text)
    }

    /// How sure it is that a party's name comes next.
    enum Place { case none, afterComma, afterAnd, first }

    private static let partyWord = WordSet("party")
    private static let and = TextBytes.hash("and")

    /// "Outreach Analysis and Knowledge Limited", where the text itself shows that the "and" is part of the name: by initials in the
    /// bracket behind it, or by a line that holds nothing else.
    func joinedName(_ at: Int, _ limit: Int, _ place: Place) -> NameParser.Name? {
        guard place != .afterComma, let left = parser.name(at: at, limit: limit), !left.hasForm,
            text.isWord(left.range.upperBound, Self.and),
            let right = parser.name(at: left.range.upperBound + 1, limit: limit), right.hasForm
        else { return nil }
        let whole = left.range.lowerBound..<right.range.upperBound
        // "Party A: Alder Science and Technology Co., Ltd."
        if text.isMark(at - 1, ":"), text.has(at - 3, Self.partyWord) { return NameParser.Name(range: whole, hasForm: true) }
        var next = whole.upperBound
        if text.isMark(next, ",") { next += 1 }
        if text.isMark(next, "("), let alias = aliases(text.window(next + 1, closing(next, limit))).first,
            Acronym.isAcronym(alias, of: text.string(whole)), !Acronym.isAcronym(alias, of: text.string(right.range))
        {
            return NameParser.Name(range: whole, hasForm: true)
        }
        return standsAlone(whole) ? NameParser.Name(range: whole, hasForm: true) : nil
    }

    /// Another line of the text holds these words and no others: a cover, a signature block.
    private func standsAlone(_ words: Range<Int>) -> Bool {
        nameLines[Self.key(words, in: text)]?.contains { $0 != words.lowerBound } ?? false
    }

    /// Where lines begin that hold nothing but words with an "and" among them and a legal form at their end, by their words.
    private static func nameLines(of text: AgreementText) -> [UInt64: [Int]] {
        var lines: [UInt64: [Int]] = [:]
        var start = 0
        while start < text.tokens.count {
            var end = start + 1
            while end < text.tokens.count, !text.tokens[end].opensLine { end += 1 }
            let next = end
            // "NAME By:" on one line.
            if let label = (start..<min(end, start + 24)).first(where: { text.isMark($0, ":") }), label > start + 1 { end = label - 1 }
            if end - start > 2, end - start < 24, NameWords.forms.contains(text.tokens[end - 1]),
                (start..<end).contains(where: { text.isWord($0, and) })
            {
                let key = key(start..<end, in: text)
                if lines[key, default: []].count < 4 { lines[key, default: []].append(start) }
            }
            start = next
        }
        return lines
    }

    private static func key(_ words: Range<Int>, in text: AgreementText) -> UInt64 {
        words.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ text.tokens[$1].hash) &* 0x100_0000_01B3 }
    }

    /// A name with evidence that it is a party's: a legal form, a description or an alias after it, or the place right after "between".
    func strongName(_ at: Int, _ limit: Int, _ place: Place) -> NameParser.Name? {
        guard let name = parser.name(at: at, limit: limit) else { return nil }
        let next = name.range.upperBound
        if name.hasForm { return name }
        // Behind a comma stands where somebody lives: "Seoul, Republic of Korea".
        if place != .afterComma, let body = publicBody(name.range) { return NameParser.Name(range: body, hasForm: true) }
        guard place != .afterComma, !name.range.contains(where: { text.tokens[$0].isNumber && place != .first }) else { return nil }
        if text.isMark(next, "("), isAliasBracket(next, limit) { return name }
        if text.isMark(next, ","), text.isMark(next + 1, "("), isAliasBracket(next + 1, limit) { return name }
        if text.isMark(next, ","), isDescription(next + 1, limit) { return name }
        if place == .first, name.range.count <= 12, text.tokens[at].isCapitalised || text.has(at, NameWords.openers) { return name }
        return nil
    }

    /// "the Government of Chile", "University of York": as sure a name as one with a legal form.
    ///
    /// In capitals "AND" looks like a part of the name, but not where the next body follows it.
    private func publicBody(_ name: Range<Int>) -> Range<Int>? {
        guard opensPublicBody(name.lowerBound), name.count > 2 else { return nil }
        let end = name.dropFirst(2).first { text.isWord($0, Self.and) && opensPublicBody($0 + 1) }
        return name.lowerBound..<(end ?? name.upperBound)
    }

    private func opensPublicBody(_ start: Int) -> Bool {
        let first = text.has(start, NameWords.openers) ? start + 1 : start
        return text.has(first, NameWords.publicBodies) && text.isWord(first + 1, Self.of) && text.tokens[first].isCapitalised
    }

    private static let of = TextBytes.hash("of")

    private func isDescription(_ at: Int, _ limit: Int) -> Bool {
        guard text.has(at, NameWords.articles) else { return text.has(at, Self.residence) }
        return text.window(at, min(at + 9, limit)).contains { NameWords.describers.contains(text.tokens[$0]) }
    }

    private static let residence = WordSet("whose having located residing organized incorporated with")

    private func isAliasBracket(_ open: Int, _ limit: Int) -> Bool {
        text.isQuote(open + 1) || text.has(open + 1, NameWords.roleOpeners)
            || open + 2 < limit && text.isMark(open + 2, ")") && text.tokens[open + 1].isCapitalised
    }

    func closing(_ open: Int, _ limit: Int) -> Int {
        var depth = 0
        for index in text.window(open, min(open + 80, limit)) {
            if text.isMark(index, "(") { depth += 1 }
            if text.isMark(index, ")") {
                depth -= 1
                if depth == 0 { return index }
            }
        }
        return open
    }

    /// What stands in quotation marks, or the single capitalised word of a short bracket.
    func aliases(_ range: Range<Int>) -> [String] {
        var names: [String] = []
        var open: Int?
        for index in range where text.isQuote(index) {
            if let start = open {
                if index > start, index - start <= 6 { names.append(text.string(start..<index)) }
                open = nil
            } else {
                open = index + 1
            }
        }
        if names.isEmpty, range.count == 1, text.tokens[range.lowerBound].isCapitalised { names.append(text.string(range)) }
        return names
    }
}
