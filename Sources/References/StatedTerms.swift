import Language
import LegalText

/// Terms defined without quotes, as statutes print them: a line that begins with the term ("fishing means ...", "Board[Repealed, ...]"), or a
/// sentence that opens with its scope ("In this Part, licensee means ...").
enum StatedTerms {
    /// - Parameter isDefinition: the text is known to be an entry of a list of definitions.
    static func find(in bytes: [UInt8], isDefinition: Bool) -> [FoundTerm] {
        var found: [FoundTerm] = []
        /// Entries that only their neighbours can show to be definitions, with the line they stand on.
        var doubtful: [(terms: [FoundTerm], line: Int)] = []
        var firmLines: [Int] = isDefinition ? [0] : []
        var line = 0
        var start = 0
        while start < bytes.count {
            let end = ByteSearch.lineEnd(from: start, in: bytes)
            if let entry = Entry(bytes, TextRange(start, end)) {
                if entry.isFirm {
                    found += entry.terms
                    firmLines.append(line)
                } else {
                    doubtful.append((entry.terms, line))
                }
            }
            line += 1
            start = end + 1
        }
        var next = 0
        for entry in doubtful {
            while next < firmLines.count, firmLines[next] < entry.line - reach { next += 1 }
            if next < firmLines.count, firmLines[next] <= entry.line + reach { found += entry.terms }
        }
        found.sort { $0.range < $1.range }
        return found
    }

    /// In a list of definitions a line is rarely further than this from the next entry.
    private static let reach = 12

    // MARK: One line

    private struct Entry {
        var terms: [FoundTerm] = []
        var isFirm = false

        init?(_ bytes: [UInt8], _ line: TextRange) {
            let begin = StatedTerms.afterLabels(line, bytes)
            guard let (close, verb) = StatedTerms.verb(from: begin, in: line, bytes) else { return nil }
            var region = TextRange(begin, close)
            var hasScope = false
            if let scope = StatedTerms.scopeEnd(region, bytes) {
                region.start = scope
                hasScope = true
            }
            let parts = StatedTerms.parts(of: region, isPlural: verb?.isPlural ?? false, bytes)
            guard let first = parts.first else { return nil }
            // A sentence begins with a capital; a line in lower case is an entry, unless it is the item of a list.
            let isEntry = TextBytes.isLower(bytes[first.start]) && begin == TextBytes.trimmed(line.start, line.end, in: bytes).start
            let barred = hasScope ? StatedTerms.pointing : isEntry ? [] : StatedTerms.opening
            guard StatedTerms.isTerm(first, barred: barred, bytes),
                parts.dropFirst().allSatisfy({ StatedTerms.isTerm($0, barred: [], bytes) })
            else { return nil }
            let meaning = verb.flatMap { FoundTerm.meaning(after: $0.range.end, in: bytes) }
            terms = parts.map { FoundTerm(range: $0, meaning: meaning, kind: .term) }
            // A sentence begins with a capital, an entry of a list of definitions need not.
            isFirm = hasScope || TextBytes.isLower(bytes[first.start]) || (verb?.isFirm ?? true)
        }
    }

    /// Past "2 ", "(1) ", "(a) ".
    private static func afterLabels(_ line: TextRange, _ bytes: [UInt8]) -> Int {
        var start = TextBytes.trimmed(line.start, line.end, in: bytes).start
        for _ in 0..<4 {
            guard start < line.end, TextBytes.isDigit(bytes[start]) || bytes[start] == 0x28,
                let number = CitationNumber(bytes, at: start, letters: false), number.range.end < line.end
            else { break }
            var end = number.range.end
            if bytes[end] == 0x2E { end += 1 }
            guard end < line.end, TextBytes.isSpace(bytes[end]) else { break }
            start = TextBytes.trimmed(end, line.end, in: bytes).start
        }
        return start
    }

    /// Where the words before the first defining verb end, and the verb; the verb is nil for a repealed entry.
    private static func verb(from start: Int, in line: TextRange, _ bytes: [UInt8]) -> (Int, DefiningVerb?)? {
        let verbs = DefiningVerb.verbs
        var offset = start
        while offset < line.end, offset - start < 260 {
            let byte = bytes[offset]
            if byte == 0x20 {
                offset += 1
                continue
            }
            switch byte {
            case 0x5B:
                return bytes[(offset + 1)...].starts(with: "Repealed".utf8) || bytes[(offset + 1)...].starts(with: "Abrog".utf8)
                    ? (offset, nil) : nil
            case 0x3B, 0x3A, 0x22: return nil
            case 0x2E where offset + 1 >= line.end || TextBytes.isSpace(bytes[offset + 1]): return nil
            case 0xE2 where offset + 2 < line.end && bytes[offset + 1] == 0x80 && bytes[offset + 2] >= 0x9C && bytes[offset + 2] <= 0x9D:
                return nil
            default: break
            }
            guard TextBytes.isWord(byte) else {
                offset += 1
                continue
            }
            // No letter stands at the line's end.
            var end = TextBytes.lettersEnd(from: offset, in: bytes)
            while end < line.end, TextBytes.isWord(bytes[end]) { end += 1 }
            if offset > start, verbs.contains(TextBytes.packed(offset, end, in: bytes)),
                let verb = DefiningVerb(bytes, at: offset, wordEnd: end, afterQuotes: false)
            {
                return (TextBytes.trimmed(start, offset, in: bytes).end, verb)
            }
            offset = end
        }
        // "contiguous zone," with its meanings listed below.
        guard offset >= line.end, start < line.end, line.end - start < 80, bytes[line.end - 1] == 0x2C else { return nil }
        for lead in ["\n(a) in relation to", "\n(a) in respect of", "\n(a) with respect to"]
        where bytes[line.end...].starts(with: lead.utf8) {
            return (line.end - 1, nil)
        }
        return nil
    }

    // MARK: "In this Part, ", "For the purposes of subsections (2) and (7), "

    private static func scopeEnd(_ region: TextRange, _ bytes: [UInt8]) -> Int? {
        guard region.count > 8, bytes[region.start...].starts(with: "In ".utf8) || bytes[region.start...].starts(with: "For ".utf8) else {
            return nil
        }
        var comma = region.start
        while comma < region.end {
            while comma < region.end, bytes[comma] != 0x2C { comma += 1 }
            let next = TextBytes.trimmed(min(comma + 1, region.end), region.end, in: bytes).start
            guard next < region.end else { return nil }
            if !continuesScope(next, bytes) { return expression(next, region.end, bytes) }
            comma += 1
        }
        return nil
    }

    /// "24, 29 to 35", "and 53", "subsection (2)": more of the scope.
    private static func continuesScope(_ offset: Int, _ bytes: [UInt8]) -> Bool {
        if TextBytes.isDigit(bytes[offset]) || bytes[offset] == 0x28 { return true }
        var end = offset
        while end < bytes.count, TextBytes.isLetter(bytes[end]) { end += 1 }
        if Rank.names[TextBytes.hash(offset, end, in: bytes)] != nil { return true }
        let word = TextBytes.packed(offset, end, in: bytes)
        return (word == and || word == or) && end + 1 < bytes.count && (TextBytes.isDigit(bytes[end + 1]) || bytes[end + 1] == 0x28)
    }

    private static let and = TextBytes.packed("and")
    private static let or = TextBytes.packed("or")

    /// Past "the expression ", "a reference to ".
    private static func expression(_ offset: Int, _ end: Int, _ bytes: [UInt8]) -> Int {
        for lead in ["the expression ", "the expressions ", "the term ", "the terms ", "the word ", "The expression ", "The term "]
        where bytes[offset..<end].starts(with: lead.utf8) {
            return offset + lead.utf8.count
        }
        return offset
    }

    // MARK: "Governor, Governor General or Governor of Canada", "place, in respect of a vessel"

    private static func parts(of region: TextRange, isPlural: Bool, _ bytes: [UInt8]) -> [TextRange] {
        let start = expression(region.start, region.end, bytes)
        var pieces: [TextRange] = []
        var begin = start
        for offset in start...max(start, region.end) where offset == region.end || bytes[offset] == 0x2C {
            let piece = TextBytes.trimmed(begin, offset, in: bytes)
            if !piece.isEmpty {
                if !pieces.isEmpty, isQualifier(piece, bytes) { break }
                pieces.append(piece)
            }
            begin = offset + 1
            if offset == region.end { break }
        }
        guard let last = pieces.last else { return [] }
        let joined = split(unqualified(last, bytes), isPlural: isPlural, bytes)
        // Commas part terms only where "or" or "and" joins the last two; "board, commission or other tribunal" is one.
        if pieces.count > 1, joined.count < 2 {
            return TextSearch.find(Array(" or other ".utf8), in: bytes, from: last.start, to: last.end) == nil
                ? [] : [TextRange(start, last.end)]
        }
        return pieces.dropLast() + joined
    }

    /// "in respect of ...", "when used ...", "for a calendar year": says of what the term is used.
    private static func isQualifier(_ piece: TextRange, _ bytes: [UInt8]) -> Bool {
        var end = piece.start
        while end < piece.end, TextBytes.isLetter(bytes[end]) { end += 1 }
        let word = TextBytes.packed(piece.start, end, in: bytes)
        // "writing, or any term of like import, ..."
        if word == or { return bytes[end...].starts(with: " any ".utf8) || bytes[end...].starts(with: " other ".utf8) }
        return qualifiers.contains(word)
    }

    private static let qualifiers = TextBytes.words("in for with of when where used as on at to under without other if except unless from")

    /// Without " with respect to land" at its end.
    private static func unqualified(_ piece: TextRange, _ bytes: [UInt8]) -> TextRange {
        for offset in piece.start..<piece.end where bytes[offset] == 0x20 {
            for lead in [
                " with respect to ", " in relation to ", " in respect of ", " when used ", " in Article ", " in section ",
                " and its derivatives",
            ] where bytes[offset..<piece.end].starts(with: lead.utf8) {
                return TextRange(piece.start, offset)
            }
        }
        return piece
    }

    /// At " or ", and at " and " where the verb is in the plural.
    private static func split(_ piece: TextRange, isPlural: Bool, _ bytes: [UInt8]) -> [TextRange] {
        var parts: [TextRange] = []
        var begin = piece.start
        for offset in piece.start..<piece.end where bytes[offset] == 0x20 && offset >= begin {
            let rest = bytes[offset..<piece.end]
            let length = rest.starts(with: " or ".utf8) ? 4 : isPlural && rest.starts(with: " and ".utf8) ? 5 : 0
            guard length > 0, partsTerms(TextRange(begin, offset), TextRange(offset + length, piece.end), bytes) else { continue }
            parts.append(TextRange(begin, offset))
            begin = offset + length
        }
        return parts + [TextRange(begin, piece.end)]
    }

    /// "radio or radiocommunication" are two terms; "waste or other matter" and "diplomatic or consular officer" are one.
    private static func partsTerms(_ left: TextRange, _ right: TextRange, _ bytes: [UInt8]) -> Bool {
        if bytes[right.start...].starts(with: "other ".utf8) { return false }
        let isWord = !bytes[left.start..<left.end].contains(0x20) && TextBytes.isLower(bytes[left.start])
        guard isWord, bytes[right.start..<right.end].contains(0x20) else { return true }
        return TextSearch.find(Array(bytes[left.start..<left.end]), in: bytes, from: right.start, to: right.end) != nil
    }

    // MARK: What can be a term

    private static func isTerm(_ range: TextRange, barred: WordSet, _ bytes: [UInt8]) -> Bool {
        guard range.count >= 1, range.count <= 110, TextBytes.isWord(bytes[range.start]), !TextBytes.isDigit(bytes[range.start]) else {
            return false
        }
        var words = 0
        var offset = range.start
        while offset < range.end {
            guard TextBytes.isWord(bytes[offset]) else {
                offset += 1
                continue
            }
            var end = offset
            while end < range.end, TextBytes.isWord(bytes[end]) { end += 1 }
            let word = TextBytes.packed(offset, end, in: bytes)
            if words == 0, conjunctions.contains(word) { return false }
            if words == 0, barred.contains(word), end == range.end || bytes[end] != 0x2D { return false }
            if verbs.contains(word) { return false }
            words += 1
            offset = end
        }
        return words > 0 && words <= 14
    }

    /// Words that begin a sentence about something, not a term.
    private static let opening = TextBytes.words(
        """
        the a an this that these those any every each no all such some it he she they we you i which who what there if where when while unless
        despite nothing section sections part parts article clause schedule but and or nor so as by from to of on at with under its their
        our your one both either neither other for in after before during since until upon per however also only where thus examples support
        words terms expressions references reference
        """)

    /// Words that open no term even after a scope ("In this Part, ...").
    private static let pointing = TextBytes.words(
        "a an this that these those any every each no such it he she they we there if where when nothing section words terms expressions reference"
    )

    private static let conjunctions = TextBytes.words("and or but nor also")

    /// Words that make a phrase a sentence of its own.
    private static let verbs = TextBytes.words(
        "is are was were be been being shall may must will would can cannot could should has have had does do did not that which who whom whose if it they"
    )
}
