import Language
import LegalText

/// Walks the words of a text once and collects the mentions of provisions and works, each by the reader that knows its form.
struct ReferenceScanner {
    let bytes: [UInt8]
    var mentions: [Mention] = []
    let titles: TitleReader
    /// Before this offset no title begins: a run of capitalised words without a head noun was read up to here.
    private var titleFloor = 0
    /// Held here, for a static constant is asked whether it is made each time.
    private let openers = Self.openers

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        titles = TitleReader(bytes: bytes)
    }

    static func mentions(in bytes: [UInt8]) -> [Mention] {
        var scanner = ReferenceScanner(bytes)
        scanner.scan()
        return scanner.mentions
    }

    private mutating func scan() {
        var offset = 0
        while offset < bytes.count {
            let byte = bytes[offset]
            if byte == 0x20 {
                offset += 1
            } else if TextBytes.isLetter(byte) || byte == 0xC3 {
                offset = word(at: offset)
            } else if TextBytes.isDigit(byte) {
                offset = number(at: offset)
            } else if byte == 0xC2, offset + 1 < bytes.count, bytes[offset + 1] == 0xA7 {
                offset = sectionSigns(at: offset)
            } else {
                offset = byte == 0x5B ? historyEnd(at: offset) : offset + 1
            }
        }
    }

    /// Past "[Repealed, 2002, c. 8, s. 15]": what became of a provision is no reference of it.
    private func historyEnd(at start: Int) -> Int {
        guard Self.histories.contains(where: { bytes[(start + 1)...].starts(with: $0) }) else { return start + 1 }
        var end = start + 1
        while end < bytes.count, end - start < 200, bytes[end] != 0x5D { end += 1 }
        return end
    }

    private static let histories = ["Repealed", "Abrogé", "Amended", "Amendment"].map { Array($0.utf8) }

    private mutating func word(at start: Int) -> Int {
        var (end, hash) = TextBytes.letters(from: start, in: bytes)
        if end < bytes.count, isInWord(bytes[end]) {
            while end < bytes.count, isInWord(bytes[end]) { end += 1 }
            hash = TextBytes.hash(start, end, in: bytes)
        }
        if openers.contains(hash), let next = opened(by: hash, from: start, end) { return next }
        guard start >= titleFloor,
            TextBytes.isUpper(bytes[start]) || (bytes[start] == 0xC3 && start + 1 < bytes.count && bytes[start + 1] < 0x9F)
        else { return end }
        let run = titles.titles(at: start)
        titleFloor = run.end
        for title in run.titles { addTitle(title) }
        return max(end, run.titles.last?.range.end ?? end)
    }

    @inline(__always) private func isInWord(_ byte: UInt8) -> Bool {
        byte != 0x20 && (TextBytes.isLetter(byte) || TextBytes.isDigit(byte) || (byte >= 0x80 && byte != 0xE2 && byte != 0xC2))
    }

    /// The words that `opened` looks at: most words of a text are none of them, which one look tells.
    private static let openers = WordSet(
        Rank.names.words + CodeCitation.names.words + CodeCitation.qualifiers.words.words + FrenchTitle.heads.words.words + [sub, an])

    /// The end of what the word from `start` to `end` opens; nil where it opens nothing.
    private mutating func opened(by hash: UInt64, from start: Int, _ end: Int) -> Int? {
        if let name = Rank.names[hash] {
            if let next = provisions(named: name, from: start, wordEnd: end) { return next }
        } else if hash == Self.sub, let next = subordinate(from: start, end) {
            return next
        }
        if CodeCitation.begins(hash), let next = numberedLaw(hash, start, end) { return next }
        if CodeCitation.qualifiers.contains(hash), TextBytes.isUpper(bytes[start]), let law = law(at: start) {
            mentions.append(law)
            return law.range.end
        }
        if hash == Self.an, let next = longTitle(at: start, end) { return next }
        if let close = FrenchTitle.end(from: start, end, hash: hash, in: bytes) {
            addTitle(TitleReader.Title(range: TextRange(start, close), head: .law))
            return close
        }
        return nil
    }

    static let sub = TextBytes.hash("sub")
    private static let an = TextBytes.hash("an")

    mutating func addTitle(_ title: TitleReader.Title) {
        mentions.append(
            Mention(form: .title, range: title.range, target: string(title.range), scope: title.head == .law ? .external : .document))
    }

    /// "An Act respecting the river", "An Act to amend the ...": the long title of an act, up to the next mark.
    private mutating func longTitle(at start: Int, _ end: Int) -> Int? {
        guard TextBytes.isUpper(bytes[start]), bytes[end...].starts(with: " Act ".utf8) else { return nil }
        let word = end + 5
        var close = letters(from: word)
        if bytes[close...].starts(with: " to ".utf8) { close += 3 }
        let packed = TextBytes.packed(word, letters(from: word), in: bytes)
        let isRespecting = Self.respecting.contains(TextBytes.hash(word, letters(from: word), in: bytes))
        let isTo =
            packed == Self.to && Self.enacting.contains(TextBytes.packed(skipSpace(close), letters(from: skipSpace(close)), in: bytes))
        guard isRespecting || isTo else { return nil }
        while close < bytes.count, close - start < 240, !Self.marks.contains(bytes[close]) { close += 1 }
        while close > word, TextBytes.isSpace(bytes[close - 1]) { close -= 1 }
        let range = TextRange(start, close)
        mentions.append(Mention(form: .title, range: range, target: string(range), scope: .external))
        return close
    }

    private static let respecting = TextBytes.hashes("respecting concerning for relating")
    private static let enacting = TextBytes.words(
        "amend repeal provide implement make give regulate promote prevent protect enact continue declare revise confirm enable ensure control create"
    )
    private static let to = TextBytes.packed("to")
    /// `, ; . ( ) "`, a line's end, and the lead byte of typographic quotes and dashes.
    private static let marks: Set<UInt8> = [0x2C, 0x3B, 0x2E, 0x28, 0x29, 0x22, 0x0A, 0xE2]

    // MARK: "section 5", "paragraph (2) of this subsection", "Chapter 8 of Title 2"

    /// "sub-paragraph (i)", "sub-subparagraph (ii)".
    private mutating func subordinate(from start: Int, _ end: Int) -> Int? {
        var offset = end
        var prefixes = 1
        while offset < bytes.count, bytes[offset] == 0x2D, prefixes < 4 {
            let word = offset + 1
            let close = letters(from: word)
            let hash = TextBytes.hash(word, close, in: bytes)
            if hash == Self.sub {
                prefixes += 1
                offset = close
                continue
            }
            guard var name = Rank.names[hash] else { return nil }
            name.rank = name.rank.under(prefixes)
            return provisions(named: name, from: start, wordEnd: close)
        }
        return nil
    }

    /// The provisions cited after the name of a rank, with what they are of; nil where no number follows.
    private mutating func provisions(named name: Rank.Name, from start: Int, wordEnd: Int) -> Int? {
        var offset = wordEnd
        if name.isShort {
            // "s. 5", but not the "S." of "U.S. C" or of a name.
            guard offset < bytes.count, bytes[offset] == 0x2E, start == 0 || bytes[start - 1] != 0x2E else { return nil }
            offset += 1
            let digit = skipSpace(offset)
            guard digit < bytes.count, TextBytes.isDigit(bytes[digit]) || bytes[digit] == 0x28 else { return nil }
        }
        // "this Section 2": where it stands, not where it points.
        if isPointed(start) { return nil }
        offset = skipSpace(offset)
        guard offset > wordEnd || name.isShort else { return nil }
        let list = numbers(at: offset, name: name)
        guard let last = list.last else { return nil }
        // A heading or a label of its own: "Article 5", "Section 2. Scope", "PART I".
        if isHeading(start, last.range.end, list.count) { return last.range.end }
        let tail = of(after: last.range.end, name.rank)
        let lists = list.count > 1 || name.isPlural
        var before: (base: String, steps: [String]) = ("", [])
        for (index, number) in list.enumerated() {
            let isLast = index == list.count - 1
            before = completed(number, after: before)
            let begin = lists ? number.range.start : start
            let end = isLast && !tail.isApart && !(lists && tail.division != nil) ? max(number.range.end, tail.end) : number.range.end
            add(before.base, before.steps, rank: name.rank, TextRange(begin, end), tail, isListed: lists)
        }
        // "Subchapters V and XVII of Chapter 6 of Title 1": the chapter is a mention of its own.
        if lists, let outer = tail.outerDivision, tail.work == nil, string(outer).contains(" of ") {
            mentions.append(Mention(form: .division, range: outer, target: string(outer), scope: .internal))
        }
        // What they are of is a mention of its own, after them.
        if let work = tail.title {
            addTitle(work)
        }
        return tail.isApart && tail.title == nil ? last.range.end : max(last.range.end, tail.end)
    }

    /// "this" stands right before `start`.
    private func isPointed(_ start: Int) -> Bool {
        guard start >= 5, bytes[start - 1] == 0x20 else { return false }
        let begin = start - 5
        guard begin == 0 || !TextBytes.isLetter(bytes[begin - 1]) else { return false }
        return TextBytes.packed(begin, start - 1, in: bytes) == Self.thisWord
    }

    private static let thisWord = TextBytes.packed("this")

    /// The base and the steps of a number in a list, with what it leaves out: "412(a), (b)" is 412(b), "(1)(a) or (b)" is (1)(b).
    private func completed(_ number: CitationNumber, after before: (base: String, steps: [String])) -> (base: String, steps: [String]) {
        let steps = number.steps.map(string)
        guard number.base.isEmpty, let first = steps.first, !before.steps.isEmpty else { return (string(number.base), steps) }
        let shapes = NumberShape.shapes(of: first)
        let beside = before.steps.lastIndex { !shapes.isDisjoint(with: NumberShape.shapes(of: $0)) }
        return (before.base, before.steps.prefix(beside ?? max(0, before.steps.count - steps.count)) + steps)
    }

    private mutating func add(_ base: String, _ steps: [String], rank: Rank, _ range: TextRange, _ tail: Tail, isListed: Bool) {
        if rank.isDivision || tail.division != nil && !base.isEmpty && rank.depth == nil {
            let own = rank.rawValue + " " + base + steps.joined()
            let named =
                tail.work.map { $0 + ", " + own } ?? tail.division.map { isListed ? own + $0 : string(range) } ?? Place.named(rank, base)
                + steps.joined()
            mentions.append(
                Mention(
                    form: isListed || !(tail.division.map(isComplete) ?? false) ? .provision : .division, range: range, target: named,
                    work: tail.work,
                    scope: tail.work == nil ? .internal : tail.isNumbered ? .external : .document))
            return
        }
        var pinpoint = Pinpoint(rank: rank, base: base, steps: steps, container: tail.container)
        if let outer = tail.outer {
            pinpoint = Pinpoint(
                rank: outer.rank, base: outer.base, steps: outer.steps + (base.isEmpty ? [] : ["(" + base + ")"]) + steps,
                container: outer.container)
        }
        if let work = tail.work {
            let inner = outerText(rank, pinpoint)
            mentions.append(
                Mention(
                    form: .provision, range: range, target: work + ", " + (tail.attachment.map { $0 + ", " } ?? "") + inner, pinpoint: nil,
                    work: work,
                    scope: tail.isNumbered ? .external : .document))
        } else {
            mentions.append(
                Mention(
                    form: .provision, range: range, target: outerText(rank, pinpoint), pinpoint: rank.isAttachment ? nil : pinpoint,
                    scope: .internal))
        }
    }

    /// True for " of this chapter" and " of Chapter 5 of Title 2": the words lead to the top of the code.
    private func isComplete(_ division: String) -> Bool {
        let lower = division.lowercased()
        return lower.contains(" this ") || lower.contains(" title ") || lower.contains(" subtitle ")
    }

    private func outerText(_ rank: Rank, _ pinpoint: Pinpoint) -> String {
        rank.isAttachment
            ? Place.named(rank, pinpoint.base) + pinpoint.steps.joined()
            : pinpoint.rank.rawValue + " " + pinpoint.base + pinpoint.steps.joined()
    }

    /// The numbers of a list, as far as they are plainly numbers: "5(b) or 5(c)", "12 ou 14", "(1), (2) and (4)", "3 to 7".
    private func numbers(at start: Int, name: Rank.Name) -> [CitationNumber] {
        guard let first = CitationNumber(bytes, at: start, letters: takesLetters(name.rank), prefixed: name.rank == .article) else {
            return []
        }
        if first.base.isEmpty, name.rank.isAttachment || name.rank.isDivision { return [] }
        // "section (the", "point (it": brackets that hold words.
        var list = [first]
        while list.count < 60, let joint = joint(at: list[list.count - 1].range.end) {
            guard let next = CitationNumber(bytes, at: joint, letters: takesLetters(name.rank), prefixed: name.rank == .article),
                continues(list[list.count - 1], next, name)
            else { break }
            list.append(next)
        }
        return list
    }

    func takesLetters(_ rank: Rank) -> Bool {
        switch rank {
        case .paragraph, .subparagraph, .subsubparagraph, .subsection, .subclause, .recital: false
        default: true
        }
    }

    private func continues(_ last: CitationNumber, _ next: CitationNumber, _ name: Rank.Name) -> Bool {
        if next.base.isEmpty { return true }
        if last.base.isEmpty { return false }
        if name.isPlural || next.isCode { return isFree(next) }
        // "section 5 or 6 of", but never "section 5 and 30 days".
        return !next.steps.isEmpty && !last.steps.isEmpty
    }

    /// True unless the number counts the noun after it: "sections 3, 4 and 30 days".
    func isFree(_ number: CitationNumber) -> Bool {
        let next = skipSpace(number.range.end)
        guard next > number.range.end, next < bytes.count, TextBytes.isLower(bytes[next]), number.steps.isEmpty, !number.isCode else {
            return true
        }
        let hash = TextBytes.hash(next, letters(from: next), in: bytes)
        return !Self.counted.contains(hash)
    }

    private static let counted = TextBytes.hashes(
        "days day months month years year weeks week hours per percent business calendar other copies times")

    /// Where the next number of a list would begin after `offset`: past ", ", " and ", " or ", " to ", " through ", "–".
    func joint(at offset: Int) -> Int? {
        var next = offset
        if next < bytes.count, bytes[next] == 0x2C { next += 1 }
        if next == offset, next + 2 < bytes.count, bytes[next] == 0xE2, bytes[next + 1] == 0x80, bytes[next + 2] == 0x93 { return next + 3 }
        let word = skipSpace(next)
        guard word > next, word < bytes.count else { return nil }
        if next > offset, TextBytes.isDigit(bytes[word]) || TextBytes.isUpper(bytes[word]) || bytes[word] == 0x28 { return word }
        var end = letters(from: word)
        guard end > word, Self.joints.contains(TextBytes.packed(word, end, in: bytes)) else { return nil }
        if bytes[end...].starts(with: Self.slashOr) { end += Self.slashOr.count }
        let number = skipSpace(end)
        return number > end ? number : nil
    }

    private static let joints = TextBytes.words("and or to through et ou à und oder bis")
    private static let slashOr = Array("/or".utf8)

    /// A line that is only "Article 5", or begins "Section 2. ": a label, not a reference.
    func isHeading(_ start: Int, _ end: Int, _ count: Int) -> Bool {
        var begin = start
        while begin > 0, start - begin < 100, bytes[begin - 1] == 0x20 || bytes[begin - 1] == 0x09 { begin -= 1 }
        guard count == 1, begin == 0 || bytes[begin - 1] == 0x0A else { return false }
        var offset = end
        while offset < bytes.count, bytes[offset] == 0x20 || bytes[offset] == 0x09 { offset += 1 }
        guard offset < bytes.count else { return true }
        switch bytes[offset] {
        case 0x0A, 0x0D, 0x2E, 0x3A: return true
        case 0xE2: return offset + 2 < bytes.count && bytes[offset + 1] == 0x80 && (bytes[offset + 2] == 0x94 || bytes[offset + 2] == 0x93)
        case 0x2D: return true
        // "ARTICLE 5 DEFINITIONS", "PART I Scope of the act"
        default: return TextBytes.isUpper(bytes[offset]) && TextBytes.isUpper(bytes[start])
        }
    }

    // MARK: "18 U.S.C. § 2703(d)", "Pub. L. No. 99-508", "Directive 95/46/EC"

    private mutating func number(at start: Int) -> Int {
        var end = start
        while end < bytes.count, TextBytes.isDigit(bytes[end]) || TextBytes.isLetter(bytes[end]) { end += 1 }
        // A reporter's name follows, or nothing of this kind.
        guard end + 1 < bytes.count, TextBytes.isUpper(bytes[end + 1]) || bytes[end] >= 0x80 || TextBytes.isSpace(bytes[end + 1]) else {
            return end
        }
        guard let list = CodeCitation(bytes: bytes).reporter(volume: TextRange(start, end)), let last = list.last else { return end }
        mentions += list
        return max(end, last.range.end)
    }

    private mutating func numberedLaw(_ hash: UInt64, _ start: Int, _ end: Int) -> Int? {
        guard let law = CodeCitation(bytes: bytes).law(hash, start, end) else { return nil }
        mentions.append(law)
        return law.range.end
    }

    func law(at start: Int) -> Mention? {
        var word = start
        // "Council Framework Decision 2002/584/JHA": the number comes after the last of them.
        for _ in 0..<4 {
            let end = letters(from: word)
            guard end > word else { return nil }
            if let law = CodeCitation(bytes: bytes).law(TextBytes.hash(word, end, in: bytes), word, end) { return law }
            word = skipSpace(end)
        }
        return nil
    }

    // MARK: Bytes

    func letters(from start: Int) -> Int {
        var end = start
        while end < bytes.count, TextBytes.isLetter(bytes[end]) || (bytes[end] >= 0x80 && bytes[end] != 0xE2 && bytes[end] != 0xC2),
            end - start < 40
        { end += 1 }
        return end
    }

    func skipSpace(_ offset: Int) -> Int {
        var offset = offset
        for _ in 0..<8 {
            let length = TextBytes.spaceLength(at: offset, in: bytes)
            if length == 0 { break }
            offset += length
        }
        return offset
    }

    func string(_ range: TextRange) -> String {
        String(decoding: bytes[range.start..<max(range.start, range.end)], as: UTF8.self)
    }
}
