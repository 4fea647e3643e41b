import Language
import LegalText

/// Reads who agrees with whom: the names that the preamble lists after "between" or "among", with the other names and the role it gives them.
struct PartyReader {
    let text: AgreementText
    private let evidence: PartyEvidence

    init(_ text: AgreementText) {
        self.text = text
        evidence = PartyEvidence(text)
    }

    struct Found {
        var name: Range<Int>
        var hasForm: Bool
        var aliases: [String]
    }

    private static let openings = PatternSet([
        Pattern("by and? between|among|amongst"), Pattern("between|among|amongst"), Pattern("is|are made|entered|executed ..10 by"),
        Pattern("made|entered into ..3 by"), Pattern("party|parties a|b|1|i|the|following|:|("), Pattern("b e t w e e n"),
    ])
    private static let body = WordSet(
        "whereas witnesseth recitals background preamble recital premises witness now introduction preliminary therefore agrees agree")
    private static let and = TextBytes.hash("and")
    /// How far into a document a preamble may begin: tokens, past a cover and a table of contents.
    private static let horizon = 6000
    private static let longest = 700
    /// Where no preamble is found, the head of the document is read as one, to this many tokens.
    private static let head = 250

    /// An announcement lists no parties at its head.
    func parties(isAnnouncement: Bool) -> [Party] {
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
        if found.count < 2, !isAnnouncement {
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
        guard text.window(range.lowerBound - 60, range.lowerBound).contains(where: { Self.contractWords.contains(text.tokens[$0]) }) else {
            return false
        }
        if range.lowerBound < Self.head || range.count > 1 { return true }
        // Further on, "between" belongs to this agreement or to a title, not to one that is told of.
        let before = text.sentences[text.sentence(of: range.lowerBound)].lowerBound..<range.lowerBound
        return before.count <= Self.title || before.contains { text.isWord($0, Self.this) }
    }

    private static let title = 12
    private static let this = TextBytes.hash("this")

    private static let contractWords = WordSet(
        "agreement contract entered made memorandum understanding dated amendment addendum alliance venture lease deed executed")

    /// The parties that are listed from token `start` on.
    private func list(from start: Int, trustsFirst: Bool) -> [Found] {
        let limit = trustsFirst ? end(from: start) : min(Self.head, end(from: start + 20))
        var found: [Found] = []
        var at = start
        var place = trustsFirst ? PartyEvidence.Place.first : .afterAnd
        // "acting through its lead institution, X": said of the party before, up to the next one.
        var isAside = false
        // "and those individuals who have signed (the “Sellers”)": a party without a name has the other names that follow.
        var isOfOthers = false
        while at < limit {
            if found.count >= 2, text.isMark(at, "."), at + 1 < limit, text.tokens[at + 1].opensLine, !text.isWord(at + 1, Self.and) {
                break
            }
            if Self.agents.contains(text.tokens[at]) { isAside = true }
            if text.isWord(at, Self.and) || text.isMark(at, ";") || text.isMark(at, "(") { isAside = false }
            if text.tokens[at].opensLine, place == .none || place == .afterComma { place = .afterAnd }
            if place != .none, !isAside, let name = evidence.joinedName(at, limit, place) ?? evidence.strongName(at, limit, place) {
                found.append(Found(name: name.range, hasForm: name.hasForm, aliases: []))
                at = name.range.upperBound
                place = .none
                isOfOthers = false
                continue
            }
            if text.isWord(at, Self.and), text.has(at + 1, Self.others) { isOfOthers = true }
            if Self.furniture.contains(text.tokens[at]), text.isMark(at + 1, ":") {
                at += 10
                continue
            }
            if text.isMark(at, "(") {
                let close = evidence.closing(at, limit)
                if !found.isEmpty, !isOfOthers { found[found.count - 1].aliases += evidence.aliases(text.window(at + 1, close)) }
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

    private static let others = WordSet("those certain each all other any")
    private static let agents = WordSet("acting represented")

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

    // MARK: Joining what the cover and the preamble say

    private func key(_ range: Range<Int>) -> [UInt64] {
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
            let words = alias.split(separator: " ").map { TextBytes.hash(String($0)) }
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
