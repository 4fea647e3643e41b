import LegalText

/// An entry of a list of definitions: a term in quotation marks, then what it means.
enum DefinitionEntry {
    /// The range of the term without its quotation marks; nil when the text is no such entry.
    static func term(in text: String) -> TextRange? {
        guard let (term, after, head) = quoted(text) else { return nil }
        let rest = head[after...].drop { $0 == 0x20 || $0 == 0x2C || $0 == 0x3A }
        let isDefinition = verbs.contains { rest.starts(with: $0) } || head[after...].prefix(100).firstRange(of: " means") != nil
        return isDefinition ? term : nil
    }

    /// The term that opens an entry which the mark-up already calls a definition.
    static func openingTerm(in text: String) -> TextRange? { quoted(text)?.term }

    /// What stands in quotation marks at the beginning, where the marks end, and the beginning itself.
    private static func quoted(_ text: String) -> (term: TextRange, after: Int, head: [UInt8])? {
        guard let first = text.utf8.first, first == 0x22 || first == 0xE2 else { return nil }
        let head = Array(text.utf8.prefix(240))
        let isSingle = head.starts(with: [0xE2, 0x80, 0x98])
        guard let opening = isSingle ? 3 : quote(head, 0) else { return nil }
        var end = opening
        while end < head.count, (isSingle ? singleClosing(head, end) : quote(head, end)) == nil {
            end += 1
            if end - opening > 120 { return nil }
        }
        guard end < head.count, end > opening, let after = isSingle ? singleClosing(head, end) : quote(head, end) else { return nil }
        return (TextRange(opening, end), after, head)
    }

    /// Where the single quotation mark at `index` ends that closes; inside a word it is an apostrophe.
    private static func singleClosing(_ bytes: [UInt8], _ index: Int) -> Int? {
        guard bytes[index...].starts(with: [0xE2, 0x80, 0x99]), index + 3 == bytes.count || !bytes[index + 3].isLetter else { return nil }
        return index + 3
    }

    /// Where the quotation mark at `index` ends; nil when there is none.
    private static func quote(_ bytes: [UInt8], _ index: Int) -> Int? {
        guard index < bytes.count else { return nil }
        if bytes[index] == 0x22 { return index + 1 }
        guard bytes[index] == 0xE2, index + 2 < bytes.count, bytes[index + 1] == 0x80, (0x9C...0x9F).contains(bytes[index + 2]) else {
            return nil
        }
        return index + 3
    }

    private static let verbs = [
        "means", "mean ", "shall mean", "has the meaning", "have the meaning", "shall have the meaning", "includes", "refers to",
        "is defined", "is the ",
    ].map {
        Array($0.utf8)
    }
}

extension ArraySlice<UInt8> {
    fileprivate func firstRange(of word: StaticString) -> Index? {
        let wanted = Array(word.description.utf8)
        return indices.first { self[$0] == wanted[0] && self[$0...].starts(with: wanted) }
    }
}
