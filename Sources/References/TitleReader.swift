import Language
import LegalText

/// Reads the title of a work where it stands in running text: a run of capitalised words, joined by "of", "and" and their like, with a
/// head noun ("Act", "Agreement") at its end, or at its beginning ("Convention on the Rights of the Child").
struct TitleReader {
    let bytes: [UInt8]
    /// Held here, for a static constant is asked whether it is made each time.
    private let roles = TitleLexicon.roles

    init(bytes: [UInt8]) { self.bytes = bytes }

    struct Title {
        var range: TextRange
        var head: TitleLexicon.Head
    }

    private struct Token {
        enum Kind { case capital, connector, the, number, group }
        var range: TextRange
        var kind: Kind
        var hash: UInt64
        var followsComma = false
        var head: TitleLexicon.Head?
    }

    /// The titles in the run of words that begins at `start`, and where the run ends.
    func titles(at start: Int) -> (titles: [Title], end: Int) {
        if let end = loneWordEnd(start) { return ([], end) }
        guard let first = token(at: start, first: true, inList: false) else { return ([], start) }
        var tokens: [Token] = []
        tokens.reserveCapacity(8)
        tokens.append(first)
        var end = first.range.end
        var inList = first.followsComma
        while tokens.count < 40, let token = token(at: end, first: false, inList: inList) {
            tokens.append(token)
            end = token.range.end
            if token.followsComma { inList = true }
        }
        guard tokens.contains(where: { $0.head != nil }) else { return ([], end) }
        return (titles(in: tokens), end)
    }

    /// The end of a capitalised word that no other of a title follows: most of them, and seen at a glance.
    private func loneWordEnd(_ start: Int) -> Int? {
        let end = wordEnd(start)
        guard end > start, end + 1 < bytes.count else { return nil }
        if bytes[end] == 0x2C { return TextBytes.isSpace(bytes[end + 1]) ? nil : end }
        guard bytes[end] == 0x20 else { return bytes[end] < 0x80 ? end : nil }
        guard TextBytes.isLower(bytes[end + 1]) else { return nil }
        return roles[TextBytes.letters(from: end + 1, in: bytes).hash]?.isConnector == true ? nil : end
    }

    // MARK: The run

    private func token(at offset: Int, first: Bool, inList: Bool) -> Token? {
        var start = offset
        var comma = false
        if !first {
            if start < bytes.count, bytes[start] == 0x2C {
                comma = true
                start += 1
            }
            let space = TextBytes.spaceLength(at: start, in: bytes)
            guard space > 0, bytes[start] != 0x0A, bytes[start] != 0x0D else { return nil }
            start += space
        }
        guard start < bytes.count else { return nil }
        let byte = bytes[start]
        if byte == 0x28, !first, !comma { return group(at: start) }
        if byte == 0xE2, !first, !comma, isDash(start), TextBytes.spaceLength(at: start + 3, in: bytes) > 0 {
            return Token(range: TextRange(start, start + 3), kind: .connector, hash: 0)
        }
        let end = wordEnd(start)
        guard end > start else { return nil }
        let hash = TextBytes.hash(start, end, in: bytes)
        let role = roles[hash] ?? TitleLexicon.Role()
        if TextBytes.isUpper(byte) || (byte == 0xC3 && start + 1 < bytes.count && bytes[start + 1] < 0x9F) {
            var token = Token(range: TextRange(start, end), kind: .capital, hash: hash, followsComma: comma, head: role.head)
            if role.isArticle { token.kind = .the }
            // "... AGREEMENT This Agreement", "... Act The Board": another sentence begins.
            if !first, role.isArticle || role.isDemonstrative { return nil }
            return token
        }
        if first { return nil }
        if TextBytes.isDigit(byte) {
            return comma || end - start > 4 ? nil : Token(range: TextRange(start, end), kind: .number, hash: hash)
        }
        // "Food, Drug, and Cosmetic Act"
        guard role.isConnector, !comma || (inList && (hash == Self.and || hash == Self.or)) else { return nil }
        return Token(range: TextRange(start, end), kind: role.isArticle ? .the : .connector, hash: hash)
    }

    /// "(Money Laundering)": words in brackets within a title.
    private func group(at start: Int) -> Token? {
        var end = start + 1
        while end < bytes.count, end - start < 70, bytes[end] != 0x29 {
            guard TextBytes.isWord(bytes[end]) || bytes[end] == 0x20 || bytes[end] == 0x2D || bytes[end] == 0x2E, bytes[end] != 0xE2 else {
                return nil
            }
            end += 1
        }
        guard end < bytes.count, bytes[end] == 0x29, end - start > 4 else { return nil }
        // An acronym of what stands before it is no part of the title.
        if (start + 1..<end).allSatisfy({ TextBytes.isUpper(bytes[$0]) || bytes[$0] == 0x73 }) { return nil }
        return Token(range: TextRange(start, end + 1), kind: .group, hash: 0)
    }

    private func wordEnd(_ start: Int) -> Int {
        var end = min(TextBytes.lettersEnd(from: start, in: bytes), start + 60)
        while end < bytes.count, end - start < 60 {
            let byte = bytes[end]
            if TextBytes.isLetter(byte) || TextBytes.isDigit(byte) || byte == 0x2D || byte == 0x27 || byte == 0x26 {
                end += 1
            } else if byte == 0xE2 {
                // "Rights’", "Canada–Chile"
                guard end + 2 < bytes.count, bytes[end + 1] == 0x80, bytes[end + 2] == 0x99 || bytes[end + 2] == 0x93, end > start else {
                    break
                }
                end += 3
            } else if byte >= 0xC3 {
                end += 1
                while end < bytes.count, bytes[end] & 0xC0 == 0x80 { end += 1 }
            } else if byte == 0x2E, isInnerStop(end, from: start) {
                end += 1
            } else if byte == 0x2F, end > start, end + 1 < bytes.count, TextBytes.isLetter(bytes[end + 1]) {
                end += 1
            } else {
                break
            }
        }
        return end
    }

    /// The stop of "St.", "U.S.", "D.C.": short, and the title goes on.
    private func isInnerStop(_ stop: Int, from start: Int) -> Bool {
        guard stop > start, stop + 1 < bytes.count else { return false }
        if TextBytes.isUpper(bytes[stop - 1]), stop - start == 1 || bytes[stop - 2] == 0x2E { return true }
        // "St. Lawrence", "Saguenay-St. Lawrence"
        guard stop - start >= 2, bytes[stop - 2] == 0x53, bytes[stop - 1] == 0x74 else { return false }
        return stop - start == 2 || !TextBytes.isLetter(bytes[stop - 3])
    }

    private func isDash(_ offset: Int) -> Bool {
        offset + 2 < bytes.count && bytes[offset + 1] == 0x80 && (bytes[offset + 2] == 0x93 || bytes[offset + 2] == 0x94)
    }

    // MARK: Titles in it

    private func titles(in tokens: [Token]) -> [Title] {
        var titles: [Title] = []
        var begin = 0
        var index = 0
        while index < tokens.count {
            guard let head = tokens[index].head else {
                index += 1
                continue
            }
            var last = index
            if opens(tokens, at: index) {
                last =
                    tokens[..<openEnd(tokens, at: index)].lastIndex {
                        ($0.kind == .capital && !TitleLexicon.months.contains($0.hash)) || $0.kind == .group
                    } ?? index
                if let next = tokens[(index + 1)...].firstIndex(where: { $0.followsComma }) { last = min(last, next - 1) }
            } else if let later = laterHead(tokens, after: index) {
                index = later
                continue
            }
            if let first = first(tokens, from: begin, head: index, last: last) {
                let end = suffixEnd(after: tokens[last].range.end)
                titles.append(Title(range: TextRange(tokens[first].range.start, end), head: head))
            }
            begin = last + 1
            index = last + 1
        }
        return titles
    }

    /// "Convention on", "Code of Practice", and no head after.
    private func opens(_ tokens: [Token], at index: Int) -> Bool {
        guard TitleLexicon.opening.contains(tokens[index].hash), index + 2 < tokens.count, tokens[index + 1].kind == .connector else {
            return false
        }
        guard
            !TitleLexicon.parting.contains(tokens[index + 1].hash)
                || (tokens[index + 1].hash == Self.between && !TitleLexicon.contracts.contains(tokens[index].hash))
        else { return false }
        let rest = tokens[(index + 2)..<openEnd(tokens, at: index)]
        return rest.contains { $0.kind == .capital } && !rest.contains { $0.head != nil }
    }

    /// Where a title that opens at `index` ends at the latest: before "or the ...", which names another work.
    private func openEnd(_ tokens: [Token], at index: Int) -> Int {
        let next = (index + 2..<max(index + 2, tokens.count - 1)).first { other in
            (tokens[other].hash == Self.and || tokens[other].hash == Self.or) && tokens[other + 1].kind == .the
                && tokens[(other + 1)...].contains { $0.head != nil }
        }
        return max(index + 2, next ?? tokens.count)
    }

    private static let between = TextBytes.hash("between")
    private static let and = TextBytes.hash("and")
    private static let or = TextBytes.hash("or")

    /// The head of a longer title that the one at `index` is part of: "Agreement" in "Trade Agreement Implementation Act", "Code" in
    /// "Code of Federal Regulations".
    private func laterHead(_ tokens: [Token], after index: Int) -> Int? {
        guard index + 1 < tokens.count, !tokens[index + 1].followsComma else { return nil }
        if tokens[index + 1].kind == .connector || tokens[index + 1].kind == .the {
            guard TitleLexicon.opening.contains(tokens[index].hash), tokens[index + 1].hash != Self.and, tokens[index + 1].hash != Self.or
            else { return nil }
        }
        for next in (index + 1)..<tokens.count {
            if tokens[next].followsComma || tokens[next].kind == .the { return nil }
            if tokens[next].head != nil { return next }
        }
        return nil
    }

    /// The token that the title with its head at `head` begins with; nil where it is no title.
    private func first(_ tokens: [Token], from begin: Int, head: Int, last: Int) -> Int? {
        var first = begin
        if let the = (begin..<max(begin, head)).last(where: { tokens[$0].kind == .the }) {
            let isInside =
                the >= 2 && the - 2 >= begin && tokens[the - 1].kind == .connector && TitleLexicon.bodies.contains(tokens[the - 2].hash)
            first = isInside ? first : the + 1
        }
        // A list of works or of offices is no part of the title, but "Fish, Game and Parks Act" is one.
        if let comma = (first...max(first, head)).last(where: { tokens[$0].followsComma }) {
            let joins = (comma..<head).contains { tokens[$0].hash == Self.and || tokens[$0].hash == Self.or }
            if !joins { first = comma }
        }
        while first < head, tokens[first].kind != .capital || TitleLexicon.leading.contains(tokens[first].hash) {
            if tokens[first].kind == .capital, TitleLexicon.pointing.contains(tokens[first].hash) { return nil }
            first += 1
        }
        // "Enactment of the ...", "Review of ...": what is done to a work.
        if first + 2 < head, TitleLexicon.deeds.contains(tokens[first].hash), tokens[first + 1].kind == .connector { first += 2 }
        if isPointedAt(tokens[first].range.start) { return nil }
        if first < head, isNoName(tokens, head, isLast: last == head) || isShouted(tokens[first...head]) { return nil }
        let names = (first..<head).filter { tokens[$0].kind == .capital }
        if names.isEmpty {
            guard last > head else { return hasYear(after: tokens[head].range.end) && tokens[head].head == .law ? head : nil }
            return (head + 1...last).contains { tokens[$0].kind == .capital && !TitleLexicon.leading.contains(tokens[$0].hash) }
                ? head : nil
        }
        if names.allSatisfy({ TitleLexicon.generic.contains(tokens[$0].hash) }), last == head { return nil }
        return first
    }

    /// "Purpose of Act", "Orders and Regulations", "Regulations Under This Act", "Treaty Series": no work goes by these.
    private func isNoName(_ tokens: [Token], _ head: Int, isLast: Bool) -> Bool {
        let before = tokens[head - 1]
        if before.kind == .connector || before.kind == .the || TitleLexicon.pointing.contains(before.hash) { return true }
        let end = tokens[head].range.end
        if tokens[head].hash == Self.acts { return suffixEnd(after: end) == end }
        guard isLast, !TitleLexicon.firm.contains(tokens[head].hash), head + 1 < tokens.count else { return false }
        let next = tokens[head + 1]
        return next.kind == .capital && !next.followsComma && !TitleLexicon.leading.contains(next.hash)
    }

    private static let act = TextBytes.hash("act")
    private static let acts = TextBytes.hash("acts")

    /// "FRANCHISE AGREEMENT": capitals make a heading or emphasis of it, not a name; but an act stays an act.
    private func isShouted(_ tokens: ArraySlice<Token>) -> Bool {
        guard let head = tokens.last, head.hash != Self.act else { return false }
        return tokens.allSatisfy { token in
            token.kind != .capital || (token.range.start..<token.range.end).allSatisfy { !TextBytes.isLower(bytes[$0]) }
        }
    }

    /// "this", "such" right before.
    private func isPointedAt(_ start: Int) -> Bool {
        var end = start
        while end > 0, TextBytes.isSpace(bytes[end - 1]), start - end < 3 { end -= 1 }
        var begin = end
        while begin > 0, TextBytes.isLetter(bytes[begin - 1]), end - begin < 10 { begin -= 1 }
        return begin < end && TitleLexicon.pointing.contains(TextBytes.hash(begin, end, in: bytes))
    }

    // MARK: What follows the head

    private func hasYear(after offset: Int) -> Bool { suffixEnd(after: offset) > offset }

    /// Past ", 1999", " 2006", " of 1996", ", 2016, No. 1", ", 1867 to 1982".
    private func suffixEnd(after offset: Int) -> Int {
        var end = offset
        if let year = year(after: offset, [", ", " ", " of "]) {
            end = year
            if let span = self.year(after: end, [" to "]) { end = span }
        }
        for lead in [", No. ", " No. "] where starts(lead, at: end) {
            var digits = end + lead.utf8.count
            let first = digits
            while digits < bytes.count, TextBytes.isDigit(bytes[digits]), digits - first < 4 { digits += 1 }
            if digits > first { return digits }
        }
        return end
    }

    private func year(after offset: Int, _ leads: [String]) -> Int? {
        for lead in leads where starts(lead, at: offset) {
            let start = offset + lead.utf8.count
            guard start + 4 <= bytes.count, (start..<start + 4).allSatisfy({ TextBytes.isDigit(bytes[$0]) }),
                bytes[start] == 0x31 || bytes[start] == 0x32
            else { continue }
            if start + 4 < bytes.count, TextBytes.isWord(bytes[start + 4]) { continue }
            return start + 4
        }
        return nil
    }

    private func starts(_ text: String, at offset: Int) -> Bool {
        let utf8 = text.utf8
        guard offset + utf8.count <= bytes.count else { return false }
        return utf8.elementsEqual(bytes[offset..<offset + utf8.count])
    }
}
