import LegalText

/// Reads who agrees with whom: the names that the preamble lists after "between" or "among", with the other names and the role it gives them.
struct PartyReader {
    let text: AgreementText
    private let parser: NameParser
    private let nameLines: [UInt64: [Int]]

    init(_ text: AgreementText) {
        self.text = text
        parser = NameParser(text: text)
        nameLines = Self.nameLines(of: text)
    }

    struct Found {
        var name: Range<Int>
        var hasForm: Bool
        var aliases: [String]
    }

    private static let openings = PatternSet([
        Pattern("by and? between|among|amongst"), Pattern("between|among|amongst"), Pattern("is|are made|entered|executed ..6 by"),
        Pattern("made|entered into ..3 by"), Pattern("party|parties a|b|1|i|the|following|:|("), Pattern("b e t w e e n"),
    ])
    private static let body = WordSet(
        "whereas witnesseth recitals background preamble recital premises witness now introduction preliminary therefore agrees agree")
    private static let and = WordHash.of("and")
    /// How far into a document a preamble may begin: tokens, past a cover and a table of contents.
    private static let horizon = 6000
    private static let longest = 700
    /// Where no preamble is found, the head of the document is read as one, to this many tokens.
    private static let head = 250

    func parties() -> [Party] {
        var found: [Found] = []
        for hit in Self.openings.hits(in: text, text.window(0, Self.horizon)) where isOpening(hit.range) {
            let listed = list(from: hit.range.upperBound, trustsFirst: true)
            // Names without a legal form ("the Council and the Trust") are parties only where a preamble stands.
            guard hit.range.lowerBound < Self.head || listed.contains(where: \.hasForm) else { continue }
            let isNear = hit.range.lowerBound < Self.near || found.isEmpty
            guard listed.count > 1 && isNear && listed.contains(where: isSure) || listed.count == 1 && found.isEmpty && isSure(listed[0])
            else { continue }
            if found.count < 2 { merge(listed, into: &found) } else { mergeAliases(listed, into: &found) }
            if found.count >= 2, found.contains(where: { !$0.aliases.isEmpty }) { break }
        }
        if found.count < 2 {
            let signing = SignatureReader(text: text).parties()
            if signing.count >= 2 { merge(signing.map { Found(name: $0.range, hasForm: $0.hasForm, aliases: []) }, into: &found) }
        }
        if found.count < 2 {
            let listed = list(from: 0, trustsFirst: false).filter { one in
                one.hasForm || one.aliases.contains { Acronym.isAcronym($0, of: text.string(one.name)) }
            }
            if listed.count >= 2 { merge(listed, into: &found) }
        }
        return found.map { party($0) }
    }

    private static let near = 2500

    private func isSure(_ party: Found) -> Bool { party.hasForm || !party.aliases.isEmpty }

    /// "between" near the words "agreement", "made", "entered" or "contract", or on a cover after them; or at the head of the text, which
    /// holds no title, as a line's first word.
    private func isOpening(_ range: Range<Int>) -> Bool {
        if range.lowerBound < Self.head, range.count == 1, text.tokens[range.lowerBound].opensLine { return true }
        return text.window(range.lowerBound - 60, range.lowerBound).contains { Self.contractWords.contains(text.tokens[$0]) }
    }

    private static let contractWords = WordSet(
        "agreement contract entered made memorandum understanding dated amendment addendum alliance venture lease deed executed")

    /// How sure it is that a party's name comes next.
    private enum Place { case none, afterComma, afterAnd, first }

    /// The parties that are listed from token `start` on.
    private func list(from start: Int, trustsFirst: Bool) -> [Found] {
        let limit = trustsFirst ? end(from: start) : min(Self.head, end(from: start + 20))
        var found: [Found] = []
        var at = start
        var place = trustsFirst ? Place.first : .afterAnd
        // "acting through its lead institution, X": said of the party before, up to the next one.
        var isAside = false
        while at < limit {
            if found.count >= 2, text.isMark(at, "."), at + 1 < limit, text.tokens[at + 1].opensLine, !text.isWord(at + 1, Self.and) {
                break
            }
            if Self.agents.contains(text.tokens[at]) { isAside = true }
            if text.isWord(at, Self.and) || text.isMark(at, ";") || text.isMark(at, "(") { isAside = false }
            if text.tokens[at].opensLine, place == .none || place == .afterComma { place = .afterAnd }
            if place != .none, !isAside, let name = joinedName(at, limit, place) ?? strongName(at, limit, place) {
                found.append(Found(name: name.range, hasForm: name.hasForm, aliases: []))
                at = name.range.upperBound
                place = .none
                continue
            }
            if Self.furniture.contains(text.tokens[at]), text.isMark(at + 1, ":") {
                at += 10
                continue
            }
            if text.isMark(at, "(") {
                let close = closing(at, limit)
                if !found.isEmpty { found[found.count - 1].aliases += aliases(text.window(at + 1, close)) }
                // "(1) Name" is as sure as what follows "between"; "(i) Name" less so.
                if close - at <= 2, close > at { place = found.isEmpty || text.tokens[at + 1].isNumber ? .first : .afterAnd }
                at = close + 1
                continue
            }
            if text.isWord(at, Self.and) || text.isMark(at, ";") || text.isMark(at, ":")
                || text.isMark(at, "&") && !text.touchesPrevious(at)
            {
                if place != .first { place = .afterAnd }
            } else if text.isMark(at, ",") {
                if place == .none { place = .afterComma }
            } else if !text.isQuote(at), !Self.lead.contains(text.tokens[at]), !text.tokens[at].isNumber, !text.isMark(at, "."),
                !text.isMark(at, "-")
            {
                place = .none
            }
            at += 1
        }
        return found
    }

    private static let partyWord = WordSet("party")
    private static let agents = WordSet("acting represented")

    /// "Outreach Analysis and Knowledge Limited", where the text itself shows that the "and" is part of the name: by initials in the
    /// bracket behind it, or by a line that holds nothing else.
    private func joinedName(_ at: Int, _ limit: Int, _ place: Place) -> NameParser.Name? {
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
        words.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64(text.tokens[$1].hash)) &* 0x100_0000_01B3 }
    }

    /// What opens a line that a filing system printed on the page.
    private static let furniture = WordSet("source")
    private static let lead = WordSet("the following parties each of both one hand other on party b i ii and between among by")

    private func end(from start: Int) -> Int {
        let limit = min(start + Self.longest, text.tokens.count)
        for index in text.window(start, limit) where Self.body.contains(text.tokens[index]) {
            return index
        }
        return limit
    }

    /// A name with evidence that it is a party's: a legal form, a description or an alias after it, or the place right after "between".
    private func strongName(_ at: Int, _ limit: Int, _ place: Place) -> NameParser.Name? {
        guard let name = parser.name(at: at, limit: limit) else { return nil }
        let next = name.range.upperBound
        if name.hasForm { return name }
        guard place != .afterComma, !name.range.contains(where: { text.tokens[$0].isNumber && place != .first }) else { return nil }
        if text.isMark(next, "("), isAliasBracket(next, limit) { return name }
        if text.isMark(next, ","), text.isMark(next + 1, "("), isAliasBracket(next + 1, limit) { return name }
        if text.isMark(next, ","), isDescription(next + 1, limit) { return name }
        if place == .first, name.range.count <= 12, text.tokens[at].isCapitalised || text.has(at, NameWords.openers) { return name }
        return nil
    }

    private func isDescription(_ at: Int, _ limit: Int) -> Bool {
        guard text.has(at, NameWords.articles) else { return text.has(at, Self.residence) }
        return text.window(at, min(at + 9, limit)).contains { NameWords.describers.contains(text.tokens[$0]) }
    }

    private static let residence = WordSet("whose having located residing organized incorporated with")

    private func isAliasBracket(_ open: Int, _ limit: Int) -> Bool {
        text.isQuote(open + 1) || text.has(open + 1, NameWords.roleOpeners)
            || open + 2 < limit && text.isMark(open + 2, ")") && text.tokens[open + 1].isCapitalised
    }

    private func closing(_ open: Int, _ limit: Int) -> Int {
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
    private func aliases(_ range: Range<Int>) -> [String] {
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

    // MARK: Joining what the cover and the preamble say

    private func key(_ range: Range<Int>) -> [UInt32] {
        range.compactMap { index in
            let token = text.tokens[index]
            return token.kind == .mark || NameWords.forms.contains(token) || NameWords.articles.contains(token) ? nil : token.hash
        }
    }

    private func merge(_ listed: [Found], into found: inout [Found]) {
        for one in listed {
            let name = key(one.name)
            if let same = found.firstIndex(where: { key($0.name) == name }) {
                found[same].aliases += one.aliases.filter { !found[same].aliases.contains($0) }
                if one.hasForm, !found[same].hasForm { (found[same].name, found[same].hasForm) = (one.name, true) }
            } else if !found.contains(where: { isAlias(one.name, of: $0) }) {
                found.append(one)
            }
        }
    }

    private func mergeAliases(_ listed: [Found], into found: inout [Found]) {
        for one in listed {
            guard let same = found.firstIndex(where: { key($0.name) == key(one.name) }) else { continue }
            found[same].aliases += one.aliases.filter { !found[same].aliases.contains($0) }
        }
    }

    private func isAlias(_ name: Range<Int>, of found: Found) -> Bool {
        let written = text.string(name).lowercased()
        return found.aliases.contains { $0.lowercased() == written }
    }

    private func party(_ found: Found) -> Party {
        let name = text.string(found.name)
        let own = Set(key(found.name))
        var aliases: [String] = []
        var role: String?
        for alias in found.aliases where alias != name && !aliases.contains(alias) {
            let words = alias.split(separator: " ").map { WordHash.of($0) }
            if role == nil, !words.contains(where: own.contains), !Acronym.isAcronym(alias, of: name) {
                role = alias
            } else {
                aliases.append(alias)
            }
        }
        return Party(name: name, aliases: aliases, role: role)
    }
}

/// Whether capitals are the initials of a name.
enum Acronym {
    static func isAcronym(_ short: String, of name: String) -> Bool {
        let letters = short.utf8.filter { ($0 | 0x20) >= 0x61 && ($0 | 0x20) <= 0x7A }.map { $0 & 0xDF }
        guard letters.count > 1, letters.count <= 8 else { return false }
        let initials = name.split(whereSeparator: { !$0.isLetter }).compactMap { $0.utf8.first.map { $0 & 0xDF } }
        // Letters in order among the initials, the first one first.
        var at = 0
        for initial in initials where at < letters.count && initial == letters[at] { at += 1 }
        return at == letters.count && initials.contains(letters[0])
    }
}
