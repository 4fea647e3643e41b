import Language
import LegalText

/// Terms defined in quotes: “X” means, (the “X”), hereinafter “X”, the term “X” has the meaning given in.
enum QuotedTerms {
    static func find(in bytes: [UInt8]) -> [FoundTerm] {
        var found: [FoundTerm] = []
        var offset = 0
        while offset < bytes.count {
            offset = ByteSearch.first(
                from: offset, to: bytes.count, in: bytes, eight: { ByteSearch.holds($0, 0x22) || ByteSearch.holdsWide($0) },
                one: { $0 == 0x22 || $0 == 0xE2 || $0 == 0xC2 })
            guard offset < bytes.count, let quote = quote(at: offset, in: bytes) else {
                offset += 1
                continue
            }
            if let term = defined(quote, in: bytes) { found.append(term) }
            offset = quote.end
        }
        return found
    }

    private struct Quote {
        var inside: TextRange
        var start: Int
        var end: Int
    }

    /// The quoted words that open at `offset`, of at most 100 bytes on one line.
    private static func quote(at offset: Int, in bytes: [UInt8]) -> Quote? {
        let byte = bytes[offset]
        let length: Int
        switch byte {
        case 0x22 where offset == 0 || !TextBytes.isWord(bytes[offset - 1]): length = 1
        case 0xE2
        where offset + 2 < bytes.count && bytes[offset + 1] == 0x80
            && (bytes[offset + 2] == 0x9C || bytes[offset + 2] == 0x98 || bytes[offset + 2] == 0x9E):
            length = 3
        case 0xC2 where offset + 1 < bytes.count && bytes[offset + 1] == 0xAB: length = 2
        default: return nil
        }
        var end = offset + length
        while end < bytes.count, end - offset < 104, bytes[end] != 0x0A {
            let close: Int
            switch bytes[end] {
            case 0x22: close = length == 1 ? 1 : 0
            // A typographic apostrophe closes only what its twin opened.
            case 0xE2 where end + 2 < bytes.count && bytes[end + 1] == 0x80 && (bytes[end + 2] == 0x9D || bytes[end + 2] == 0x9C):
                close = length == 3 && bytes[offset + 2] != 0x98 ? 3 : 0
            case 0xE2 where end + 2 < bytes.count && bytes[end + 1] == 0x80 && bytes[end + 2] == 0x99:
                close = length == 3 && bytes[offset + 2] == 0x98 && !(end + 3 < bytes.count && TextBytes.isLetter(bytes[end + 3])) ? 3 : 0
            case 0xC2 where end + 1 < bytes.count && bytes[end + 1] == 0xBB: close = length == 2 ? 2 : 0
            default: close = 0
            }
            if close > 0 {
                var inside = TextBytes.trimmed(offset + length, end, in: bytes)
                // The comma or stop that American usage puts inside.
                if inside.count > 1,
                    bytes[inside.end - 1] == 0x2C || bytes[inside.end - 1] == 0x2E && !bytes[inside.start..<inside.end - 1].contains(0x2E)
                {
                    inside.end -= 1
                }
                // ‘the Convention’ defines "Convention".
                if inside.count > 5, bytes[inside.start...].starts(with: "the ".utf8), TextBytes.isUpper(bytes[inside.start + 4]) {
                    inside.start += 4
                }
                return inside.isEmpty ? nil : Quote(inside: inside, start: offset, end: end + close)
            }
            end += 1
        }
        return nil
    }

    private static func defined(_ quote: Quote, in bytes: [UInt8]) -> FoundTerm? {
        if let verb = verb(after: quote, in: bytes) {
            return FoundTerm(range: quote.inside, meaning: FoundTerm.meaning(after: verb, in: bytes), kind: .term)
        }
        guard isNamed(quote, in: bytes) else { return nil }
        if let expansion = Acronyms.expansion(
            of: quote.inside, before: Acronyms.bracket(before: quote.start, in: bytes) ?? quote.start, in: bytes)
        {
            return FoundTerm(range: quote.inside, meaning: expansion, kind: .acronym)
        }
        return FoundTerm(range: quote.inside, meaning: nil, kind: .term)
    }

    /// The end of the defining verb after a quoted term, past ", in respect of ...," and " or “Y”".
    private static func verb(after quote: Quote, in bytes: [UInt8]) -> Int? {
        var offset = quote.end
        var words = 0
        while offset < bytes.count, offset - quote.end < 160, words < 24 {
            let byte = bytes[offset]
            if byte == 0x0A || byte == 0x3B || byte == 0x2E && words > 0 { return nil }
            if byte == 0x3A { return words == 0 && startsLine(quote, bytes) ? offset + 1 : nil }
            guard TextBytes.isWord(byte), byte != 0xE2 else {
                if byte == 0xE2 || byte == 0x22 {
                    // Another term: "“A” or “B” means".
                    guard words == 1, let next = self.quote(at: offset, in: bytes) else { return dash(offset, words, quote, bytes) }
                    offset = next.end
                    words = 0
                    continue
                }
                offset += 1
                continue
            }
            var end = offset
            while end < bytes.count, TextBytes.isWord(bytes[end]), bytes[end] != 0xE2 { end += 1 }
            if let verb = DefiningVerb(bytes, at: offset, wordEnd: end, afterQuotes: true) { return verb.range.end }
            // Only a phrase set off by a comma, or "or", may stand between.
            let word = TextBytes.packed(offset, end, in: bytes)
            if words == 0, !joins.contains(word) { return nil }
            // "and" and "or" join another quoted term, or nothing.
            if words == 0, links.contains(word),
                !(end..<min(end + 8, bytes.count)).contains(where: { bytes[$0] == 0x22 || bytes[$0] == 0xE2 }),
                bytes[quote.end < bytes.count ? quote.end : offset] != 0x2C
            {
                return nil
            }
            words += 1
            offset = end
        }
        return nil
    }

    /// "“X” – the ..." at the beginning of a line.
    private static func dash(_ offset: Int, _ words: Int, _ quote: Quote, _ bytes: [UInt8]) -> Int? {
        guard words == 0, startsLine(quote, bytes), offset + 2 < bytes.count, bytes[offset + 1] == 0x80,
            bytes[offset + 2] == 0x93 || bytes[offset + 2] == 0x94
        else { return nil }
        return offset + 3
    }

    private static let joins = TextBytes.words("or and also s in when where as with for if unless without used et ou")

    private static let links = TextBytes.words("or and")

    private static func startsLine(_ quote: Quote, _ bytes: [UInt8]) -> Bool {
        var offset = quote.start
        while offset > 0, bytes[offset - 1] == 0x20 || bytes[offset - 1] == 0x09 { offset -= 1 }
        return offset == 0 || bytes[offset - 1] == 0x0A || bytes[offset - 1] == 0x29
    }

    /// "(the “X”)", "(collectively, the “X”)", "hereinafter referred to as the “X”": only words that name stand between the quote and its bracket.
    private static func isNamed(_ quote: Quote, in bytes: [UInt8]) -> Bool {
        var offset = quote.start
        var names = false
        var words = 0
        while offset > 0, words < 9 {
            let byte = bytes[offset - 1]
            if byte == 0x28 { return names || closes(quote, bytes) }
            if TextBytes.isLetter(byte) {
                var begin = offset - 1
                while begin > 0, TextBytes.isLetter(bytes[begin - 1]) { begin -= 1 }
                let hash = TextBytes.hash(begin, offset, in: bytes)
                if naming.contains(hash) {
                    names = true
                } else if !filling.contains(hash) {
                    // "hereinafter called the “X”" without brackets.
                    return false
                }
                if hereinafter.contains(hash) { return true }
                words += 1
                offset = begin
            } else if byte == 0x20 || byte == 0x2C || byte == 0x3B {
                offset -= 1
            } else if let previous = previousQuote(offset, bytes) {
                offset = previous
                words += 1
            } else {
                return false
            }
        }
        return false
    }

    /// The bracket closes soon after the quote, with no sentence between.
    private static func closes(_ quote: Quote, _ bytes: [UInt8]) -> Bool {
        var end = quote.end
        while end < bytes.count, end - quote.end < 90 {
            if bytes[end] == 0x29 { return true }
            if bytes[end] == 0x28 || bytes[end] == 0x0A { return false }
            end += 1
        }
        return false
    }

    /// The start of a quoted term that ends right before `offset`: "(“A” or “B”)".
    private static func previousQuote(_ offset: Int, _ bytes: [UInt8]) -> Int? {
        let isCurly = offset >= 3 && bytes[offset - 3] == 0xE2 && bytes[offset - 2] == 0x80 && bytes[offset - 1] == 0x9D
        guard bytes[offset - 1] == 0x22 || isCurly else { return nil }
        var begin = offset - (isCurly ? 3 : 1)
        let floor = max(0, begin - 80)
        while begin > floor {
            begin -= 1
            if !isCurly, bytes[begin] == 0x22 { return begin }
            if isCurly, bytes[begin] == 0xE2, bytes[begin + 1] == 0x80, bytes[begin + 2] == 0x9C { return begin }
        }
        return nil
    }

    private static let filling = TextBytes.hashes(
        "the a an this such our its each and or together with collectively individually jointly severally as to in also being party parties herein either respectively sometimes may be is are"
    )
    private static let naming = TextBytes.hashes(
        "referred called known defined hereinafter hereafter collectively each individually together jointly")
    private static let hereinafter = TextBytes.hashes("hereinafter hereafter")
}
