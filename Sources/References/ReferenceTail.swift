import Language
import LegalText

extension ReferenceScanner {
    // MARK: What a provision is of

    /// The words after a provision's number that say what it is part of.
    struct Tail {
        var end: Int
        /// "this subsection".
        var container: Rank?
        /// "paragraph (1) of subsection (a)": the provision further out.
        var outer: Pinpoint?
        /// " of Chapter 5 of Title 2", as words, and where these stand without the " of ".
        var division: String?
        var outerDivision: TextRange?
        /// The work, by title or by number.
        var work: String?
        var title: TitleReader.Title?
        /// The part of the work that counts by itself: "Schedule 18" of the Finance Act.
        var attachment: String?
        var isNumbered = false
        /// The work is a mention of its own and no part of the provision's.
        var isApart = false
    }

    func of(after offset: Int, _ rank: Rank, depth: Int = 0) -> Tail {
        var tail = Tail(end: offset)
        var word = skipSpace(offset)
        let comma = offset < bytes.count && bytes[offset] == 0x2C
        if comma { word = skipSpace(offset + 1) }
        guard word > offset, word < bytes.count else { return tail }
        // "section 664 of title 18, United States Code"
        if comma { return foreign(tail, at: word) }
        let end = letters(from: word)
        // "Article 218(9) TFEU"
        if rank == .article, (3...6).contains(end - word), (word..<end).allSatisfy({ TextBytes.isUpper(bytes[$0]) }) {
            let next = skipSpace(end)
            guard next >= bytes.count || !TextBytes.isUpper(bytes[next]) else { return tail }
            tail.work = string(TextRange(word, end))
            tail.end = end
            return tail
        }
        guard Self.prepositions.contains(TextBytes.packed(word, end, in: bytes)) else { return tail }
        var next = skipSpace(end)
        var nextEnd = letters(from: next)
        guard nextEnd > next else {
            return sign(tail, at: next)
        }
        let hash = TextBytes.hash(next, nextEnd, in: bytes)
        if Self.this.contains(hash) {
            let unit = skipSpace(nextEnd)
            guard let (name, close) = rankName(at: unit) else { return tail }
            tail.container = name.rank
            tail.end = close
            if name.rank.isDivision || rank.isDivision { tail.division = " of this " + string(TextRange(unit, close)) }
            return tail
        }
        if Self.the.contains(hash) {
            next = skipSpace(nextEnd)
            nextEnd = letters(from: next)
        }
        if let law = law(at: next) {
            tail.work = law.target
            tail.isNumbered = true
            tail.end = law.range.end
            return tail
        }
        if let (name, close) = rankName(at: next) {
            let digits = skipSpace(close)
            guard digits > close, let number = CitationNumber(bytes, at: digits, letters: takesLetters(name.rank)) else { return tail }
            return depth < Self.deepest ? nested(tail, name, number, from: next, depth: depth + 1) : tail
        }
        guard next < bytes.count else { return tail }
        // "Article 23 of the Convention": another work by its short name. "The Agreement" is most often the text's own.
        if TextBytes.isUpper(bytes[next]), Self.shortNames.contains(TextBytes.hash(next, nextEnd, in: bytes)), !continuesTitle(nextEnd) {
            tail.work = string(TextRange(next, nextEnd))
            tail.end = nextEnd
            return tail
        }
        let run = titles.titles(at: next)
        guard let title = run.titles.first,
            title.range.start == next || string(TextRange(next, title.range.start)).allSatisfy({ $0 == " " || $0.isLowercase })
        else { return tail }
        tail.title = title
        tail.work = string(title.range)
        tail.isApart = true
        tail.end = title.range.end
        return tail
    }

    private static let shortNames = TextBytes.hashes("convention treaty act code directive charter protocol statute constitution")

    /// A year or an "of" after a head makes a longer title of it: "the Act of 1899", "the Convention on ...".
    private func continuesTitle(_ offset: Int) -> Bool {
        let next = skipSpace(bytes[offset...].first == 0x2C ? offset + 1 : offset)
        guard next < bytes.count, next > offset else { return false }
        if TextBytes.isDigit(bytes[next]) || TextBytes.isUpper(bytes[next]) { return true }
        return Self.extensions.contains(TextBytes.packed(next, letters(from: next), in: bytes))
    }

    private static let extensions = TextBytes.words("of on for to")

    /// "paragraph (1) | of subsection (a) of § 31-4703", "subchapter IV | of Chapter 5 of Title 2".
    private func nested(_ tail: Tail, _ name: Rank.Name, _ number: CitationNumber, from start: Int, depth: Int) -> Tail {
        var tail = tail
        let base = string(number.base)
        if name.rank.isDivision {
            let further = of(after: number.range.end, name.rank, depth: depth)
            tail.division = " of " + string(TextRange(start, number.range.end)) + (further.division ?? "")
            tail.end = further.division == nil ? number.range.end : further.end
            tail.work = further.work
            tail.title = further.title
            tail.isApart = further.isApart
            if further.work != nil { tail.end = further.end }
            tail.outerDivision = TextRange(start, tail.end)
            return foreign(tail, at: nil)
        }
        if name.rank.isAttachment {
            let part = Place.named(name.rank, base)
            let further = of(after: number.range.end, name.rank, depth: depth)
            tail.attachment = further.work == nil ? nil : part
            tail.work = further.work ?? part
            tail.title = further.title
            tail.isApart = further.isApart
            tail.isNumbered = further.isNumbered
            tail.end = further.work == nil ? number.range.end : further.end
            return tail
        }
        let further = of(after: number.range.end, name.rank, depth: depth)
        tail.outer =
            further.outer.map {
                Pinpoint(
                    rank: $0.rank, base: $0.base, steps: $0.steps + (base.isEmpty ? [] : ["(" + base + ")"]) + number.steps.map(string),
                    container: $0.container)
            } ?? Pinpoint(rank: name.rank, base: base, steps: number.steps.map(string), container: further.container)
        tail.end =
            further.isApart || further.work == nil && further.container == nil && further.outer == nil ? number.range.end : further.end
        tail.work = further.work
        tail.title = further.title
        tail.isApart = further.isApart
        if further.isApart { tail.end = further.end }
        return tail
    }

    /// "paragraph (7) of § 31-4703": the section is a mention of its own; the paragraph's number counts from it.
    private func sign(_ tail: Tail, at offset: Int) -> Tail {
        guard offset + 2 < bytes.count, bytes[offset] == 0xC2, bytes[offset + 1] == 0xA7 else { return tail }
        var tail = tail
        let digits = skipSpace(offset + 2)
        guard let number = CitationNumber(bytes, at: digits, letters: false), !number.base.isEmpty else { return tail }
        tail.outer = Pinpoint(rank: .section, base: string(number.base), steps: number.steps.map(string), container: nil)
        tail.isApart = true
        return tail
    }

    /// Marks divisions of another body of law: "Chapter 53 of Title 5, United States Code", "Chapter 32 of Title 16 of the ... Regulations".
    private func foreign(_ tail: Tail, at offset: Int?) -> Tail {
        var tail = tail
        var next = offset ?? skipSpace(tail.end)
        if offset == nil {
            guard tail.division != nil, tail.work == nil else { return tail }
            if tail.end < bytes.count, bytes[tail.end] == 0x2C { next = skipSpace(tail.end + 1) }
            let end = letters(from: next)
            if Self.prepositions.contains(TextBytes.packed(next, end, in: bytes)) {
                next = skipSpace(end)
                let the = letters(from: next)
                if Self.the.contains(TextBytes.hash(next, the, in: bytes)) { next = skipSpace(the) }
            }
        }
        if offset == nil, let law = law(at: next) {
            tail.work = law.target
            tail.isApart = true
            return tail
        }
        guard next < bytes.count, TextBytes.isUpper(bytes[next]), let title = titles.titles(at: next).titles.first,
            title.range.start == next
        else { return tail }
        // After a comma only a code's own name continues the citation.
        if offset != nil, !string(title.range).hasSuffix("Code") { return tail }
        tail.title = title
        tail.work = string(title.range)
        tail.isApart = true
        return tail
    }

    /// No citation climbs further: "item of subparagraph of paragraph of subsection of section of part of chapter of title".
    private static let deepest = 8

    private static let prepositions = TextBytes.words("of to in under du de des à")
    private static let this = TextBytes.hashes("this that ce cette cet présent présente")
    private static let the = TextBytes.hashes("the la le les said")

    /// The name of a rank at `offset`, with "sub-" prefixes, and where it ends.
    private func rankName(at offset: Int) -> (Rank.Name, Int)? {
        var start = offset
        var prefixes = 0
        while prefixes < 4 {
            let end = letters(from: start)
            guard end > start else { return nil }
            let hash = TextBytes.hash(start, end, in: bytes)
            if hash == Self.sub, end < bytes.count, bytes[end] == 0x2D {
                prefixes += 1
                start = end + 1
                continue
            }
            guard var name = Rank.names[hash], !name.isShort else { return nil }
            name.rank = name.rank.under(prefixes)
            return (name, end)
        }
        return nil
    }
}
