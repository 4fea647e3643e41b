import Language

/// Reads the name of a company, body or person at a place in the text.
struct NameParser {
    let text: AgreementText

    struct Name {
        var range: Range<Int>
        /// True where it ends in a legal form ("Inc.", "GmbH").
        var hasForm: Bool
    }

    /// The longest name that begins at `start`, nil if there is none.
    func name(at start: Int, limit: Int) -> Name? {
        guard start < limit, isStart(start) else { return nil }
        var at = start
        var end = start
        var lastForm: Int?
        while at < limit, at - start < 24 {
            let token = text.tokens[at]
            if token.opensLine, at > start, !text.isAllCapitals(at - 1) || lastForm != nil { break }
            switch token.kind {
            case .word:
                if at > start, isNordicForm(at + 1) { return Name(range: start..<at + 3, hasForm: true) }
                if let closing = dottedForm(at, limit) {
                    (at, end, lastForm) = (closing, closing, closing)
                    if !formFollows(at, limit) { return finish(start, end, lastForm) }
                    continue
                }
                // "Elm Operating, LLC": of a name, where its legal form is next.
                if NameWords.stops.contains(token), at > start, !(token.isCapitalised && formFollows(at + 1, limit)) {
                    return finish(start, end, lastForm)
                }
                // "Elm Ltd's": of something that is the company's.
                if NameWords.formsAfterComma.contains(token), at > start, isPossessive(at) { return nil }
                if NameWords.forms.contains(token), at > start, token.isCapitalised || NameWords.smallForms.contains(token) {
                    at += 1
                    // "Inc." takes its stop; behind "University" it ends the sentence.
                    if text.isMark(at, "."), text.touchesPrevious(at), token.end - token.start <= 5 { at += 1 }
                    (end, lastForm) = (at, at)
                    if NameWords.formsAfterComma.contains(token), !formFollows(at, limit) { return finish(start, end, lastForm) }
                    continue
                }
                if token.isCapitalised || at == start || isJoined(at) {
                    at += 1
                    end = at
                } else if NameWords.connectors.contains(token), at + 1 < limit, continues(at) {
                    at += 1
                } else {
                    return finish(start, end, lastForm)
                }
            case .number:
                at += 1
                end = at
            case .mark:
                guard let next = afterMark(at, limit, start) else { return finish(start, end, lastForm) }
                at = next.at
                if next.isForm {
                    (end, lastForm) = (at, at)
                    if !formFollows(at, limit) { return finish(start, end, lastForm) }
                }
            }
        }
        return finish(start, end, lastForm)
    }

    private func isPossessive(_ at: Int) -> Bool {
        let end = Int(text.tokens[at].end)
        guard end - Int(text.tokens[at].start) > 2, text.bytes[end - 1] | 0x20 == UInt8(ascii: "s") else { return false }
        // The typographic apostrophe ends in 0x99.
        return text.bytes[end - 2] == UInt8(ascii: "'") || text.bytes[end - 2] == 0x99
    }

    /// "A/S", "I/S": a slash between two capitals that stand alone.
    private func isNordicForm(_ slash: Int) -> Bool {
        guard text.isMark(slash, "/"), text.touchesPrevious(slash), text.touchesPrevious(slash + 1),
            text.has(slash + 1, NameWords.nordicEnd),
            slash > 1, !text.touchesPrevious(slash - 1)
        else { return false }
        return text.tokens[slash - 1].end - text.tokens[slash - 1].start == 1 && text.tokens[slash - 1].isCapitalised
    }

    /// "Co., Ltd.": a second form after the first.
    private func formFollows(_ at: Int, _ limit: Int) -> Bool {
        let next = text.isMark(at, ",") ? at + 1 : at
        return next < limit && NameWords.formsAfterComma.contains(text.tokens[next]) && text.tokens[next].isCapitalised
    }

    /// A name opens with no "and", "of" or "this"; "At Home" and "The" may open one.
    private func isStart(_ at: Int) -> Bool {
        let token = text.tokens[at]
        guard token.kind != .mark, !(token.isNumber && text.isMark(at + 1, ".")) else { return false }
        guard NameWords.stops.contains(token) || NameWords.connectors.contains(token) else { return true }
        if NameWords.openers.contains(token) || (text.isMark(at + 1, "&") || text.isMark(at + 1, "-")) && text.touchesPrevious(at + 1) {
            return true
        }
        return token.isCapitalised && !text.isAllCapitals(at) && token.end - token.start == 2 && at + 1 < text.tokens.count
            && text.tokens[at + 1].isCapitalised
    }

    private func finish(_ start: Int, _ end: Int, _ lastForm: Int?) -> Name? {
        guard end > start, (start..<end).contains(where: { text.tokens[$0].isCapitalised || text.tokens[$0].isNumber }) || lastForm != nil
        else { return nil }
        let isGeneric = !(start..<end).contains { text.tokens[$0].isWord && !isCommon($0, start) }
        let isHeading = (start..<end).contains { NameWords.headings.contains(text.tokens[$0]) }
        guard !isGeneric, !isHeading, !isPhrase(start, end) else { return nil }
        return Name(range: start..<end, hasForm: lastForm == end)
    }

    /// A word that names nobody by itself: "the Company", the legal form alone of a name that was cut ("L.P.", "Company Limited").
    private func isCommon(_ index: Int, _ start: Int) -> Bool {
        NameWords.generic.contains(text.tokens[index])
            || NameWords.formsAfterComma.contains(text.tokens[index]) && (index > start || isDotted(index))
    }

    /// "business of the Company": a small word, then one that joins, is no name's beginning; "e-centives" and "element 5" are.
    private func isPhrase(_ start: Int, _ end: Int) -> Bool {
        guard !text.tokens[start].isCapitalised, text.tokens[start].isWord, start + 1 < end, !NameWords.openers.contains(text.tokens[start])
        else { return false }
        return NameWords.connectors.contains(text.tokens[start + 1]) || NameWords.openers.contains(text.tokens[start + 1])
    }

    /// "and" and "of" go on where a capitalised word follows; "and" only inside an unfinished name ("Bank and Trust Company").
    private func continues(_ at: Int) -> Bool {
        guard text.tokens[at + 1].isCapitalised else {
            return NameWords.connectors.contains(text.tokens[at + 1]) && at + 2 < text.tokens.count && text.tokens[at + 2].isCapitalised
                && !isAnd(at)
        }
        return !isAnd(at)
    }

    private func isAnd(_ at: Int) -> Bool { text.isWord(at, Self.and) }
    private static let and = TextBytes.hash("and")

    private func isJoined(_ at: Int) -> Bool {
        text.touchesPrevious(at) && at > 0 && text.tokens[at - 1].kind == .mark && !text.isMark(at - 1, "(") && !text.isQuote(at - 1)
    }

    /// Goes past a mark that may stand inside a name.
    private func afterMark(_ at: Int, _ limit: Int, _ start: Int) -> (at: Int, isForm: Bool)? {
        guard at > start else { return nil }
        let next = at + 1
        if text.isMark(at, ",") {
            guard next < limit else { return nil }
            if let closing = dottedForm(next, limit) { return (closing, true) }
            guard NameWords.formsAfterComma.contains(text.tokens[next]), text.tokens[next].isCapitalised else { return nil }
            let closing = text.isMark(next + 1, ".") && text.touchesPrevious(next + 1) ? next + 2 : next + 1
            return (closing, true)
        }
        if text.isMark(at, "&") || text.isMark(at, "+") { return (next, false) }
        if text.isMark(at, ".") || text.isMark(at, "-") || text.isMark(at, "/") || text.isMark(at, "'") || text.isMark(at, "!")
            || text.isMark(at, "@") || text.isMark(at, "_")
        {
            let joins = text.touchesPrevious(at) && (next < limit && text.touchesPrevious(next))
            let initial = text.isMark(at, ".") && (text.tokens[at - 1].end - text.tokens[at - 1].start <= 2 || isDotted(at - 1))
            let dash = text.isMark(at, "-") && next < limit && text.tokens[next].isCapitalised
            return joins || initial || dash ? (next, false) : nil
        }
        if text.isMark(at, "(") { return behindPlace(next, limit).map { ($0, false) } }
        if text.tokens[at].end - text.tokens[at].start > 1, !text.isQuote(at), text.touchesPrevious(at) { return (next, false) }  // ™ ®
        return nil
    }

    /// Behind "(Hong Kong)" in "Elm Online (Hong Kong) Co., Ltd.": capitalised words in brackets with a legal form next.
    private func behindPlace(_ first: Int, _ limit: Int) -> Int? {
        var at = first
        while at < limit, at - first < 3, text.tokens[at].isCapitalised { at += 1 }
        guard at > first, text.isMark(at, ")"), at + 1 < limit, NameWords.forms.contains(text.tokens[at + 1]) else { return nil }
        return at + 1
    }

    /// "L.L.C.", "L. P.", "N.A.": the tokenizer makes one word of the letters.
    private func dottedForm(_ at: Int, _ limit: Int) -> Int? {
        guard text.tokens[at].isWord, text.tokens[at].isCapitalised, NameWords.formsAfterComma.contains(text.tokens[at]) else { return nil }
        guard isDotted(at) else { return nil }
        return text.isMark(at + 1, ".") && text.touchesPrevious(at + 1) ? at + 2 : at + 1
    }

    private func isDotted(_ index: Int) -> Bool {
        text.bytes[Int(text.tokens[index].start)..<Int(text.tokens[index].end)].contains(0x2E)
    }
}
