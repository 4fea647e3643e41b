import Language
package import LegalText

/// An acronym that a document uses and nowhere expands.
package struct UndefinedAcronym: Hashable, Sendable {
    package var acronym: String
    /// The first use: index into `Document.provisions`, and the place in its text.
    package var clause: Int
    package var range: TextRange
    package var uses: Int
}

extension DefinitionFinder {
    /// The acronyms of three letters or more that `document` uses without ever expanding them, in the order of their first use.
    ///
    /// Left out: what everybody knows ("UK", "VAT"), Roman numbers, a party's or the document's own name, and lines printed in capitals.
    package static func undefinedAcronyms(in document: Document, definitions: [Definition]) -> [UndefinedAcronym] {
        var known = Set(definitions.map { singular($0.term) })
        for definition in definitions { known.formUnion(words(of: definition.meaning ?? "")) }
        for party in document.parties { known.formUnion(([party.name] + party.aliases).flatMap(words)) }
        known.formUnion(words(of: document.title))
        var found: [UndefinedAcronym] = []
        var places: [String: Int] = [:]
        for (clause, provision) in document.provisions.enumerated() {
            let bytes = Array(provision.text.utf8)
            for range in candidates(in: bytes) {
                let acronym = singular(String(decoding: bytes[range.start..<range.end], as: UTF8.self))
                if known.contains(acronym) { continue }
                if let place = places[acronym] {
                    found[place].uses += 1
                } else {
                    places[acronym] = found.count
                    found.append(UndefinedAcronym(acronym: acronym, clause: clause, range: range, uses: 1))
                }
            }
        }
        return found
    }

    /// Words of three capitals or more that stand among words in lower case.
    private static func candidates(in bytes: [UInt8]) -> [TextRange] {
        var found: [TextRange] = []
        var wasCapitals = false
        var offset = 0
        while offset < bytes.count {
            guard TextBytes.isWord(bytes[offset]) else {
                offset += 1
                continue
            }
            var end = offset
            while end < bytes.count, TextBytes.isWord(bytes[end]) { end += 1 }
            let range = TextRange(offset, end)
            // A typographic apostrophe and what follows it are read as one word with it.
            let letters = (offset..<end).prefix { TextBytes.isLetter(bytes[$0]) || TextBytes.isDigit(bytes[$0]) }
            let word = TextRange(offset, offset + letters.count)
            let isCapitals = word.count >= 2 && (word.start..<word.end).allSatisfy { TextBytes.isUpper(bytes[$0]) }
            if isShort(word, bytes), !(isCapitals && wasCapitals), !(isCapitals && startsCapitals(end, bytes)), !isPartOfName(range, bytes)
            {
                found.append(word)
            }
            wasCapitals = isCapitals
            offset = end
        }
        return found
    }

    private static func isShort(_ word: TextRange, _ bytes: [UInt8]) -> Bool {
        guard word.count >= 3, word.count <= 9, Acronyms.isAcronym(word, in: bytes) else { return false }
        if (word.start..<word.end).allSatisfy({ TextBytes.isRomanDigit(bytes[$0]) }) { return false }
        // Capitals alone, but for a plural's "s".
        let last = bytes[word.end - 1] == UInt8(ascii: "s") ? word.end - 1 : word.end
        guard (word.start..<last).allSatisfy({ TextBytes.isUpper(bytes[$0]) }), last - word.start >= 3 else { return false }
        return !common.contains(TextBytes.packed(word.start, last, in: bytes))
    }

    /// The next word is in capitals too: emphasis, or a heading.
    private static func startsCapitals(_ offset: Int, _ bytes: [UInt8]) -> Bool {
        var start = offset
        while start < bytes.count, bytes[start] == 0x20 || bytes[start] == 0x2C { start += 1 }
        var end = start
        while end < bytes.count, TextBytes.isUpper(bytes[end]) { end += 1 }
        return end - start >= 2 && (end == bytes.count || !TextBytes.isWord(bytes[end]))
    }

    /// "12-ABC-3", "ABC@example", "x.ABC": a code, not a word.
    private static func isPartOfName(_ word: TextRange, _ bytes: [UInt8]) -> Bool {
        let marks: [UInt8] = [0x40, 0x5F, 0x3A, 0x3D]
        let before = word.start > 0 ? bytes[word.start - 1] : 0x20
        let after = word.end < bytes.count ? bytes[word.end] : 0x20
        if marks.contains(before) || marks.contains(after) && after != 0x3A { return true }
        return before == 0x2D && word.start > 1 && TextBytes.isDigit(bytes[word.start - 2])
            || after == 0x2D && word.end + 1 < bytes.count && TextBytes.isDigit(bytes[word.end + 1])
    }

    private static func singular(_ acronym: String) -> String {
        acronym.count > 2 && acronym.hasSuffix("s") && acronym.dropLast().allSatisfy(\.isUppercase) ? String(acronym.dropLast()) : acronym
    }

    private static func words(of text: String) -> [String] {
        text.split { !$0.isLetter && !$0.isNumber }.map(String.init)
    }

    /// What no reader needs expanded.
    private static let common = TextBytes.words(
        """
        uk usa eu eea un nhs bbc vat gdp gdpr pdf html xml url http https www csv gps dna hiv aids ceo cfo coo cto hr it tv am pm gmt utc bst
        iso id ip faq nato who oecd unesco unicef isbn issn dvd cd usb sms rsvp nasa fbi cia irs llc llp plc ltd inc gbp usd eur cad mon tue
        wed thu fri sat sun jan feb mar apr jun jul aug sep oct nov dec not and the any all for may but nor per shall must section article
        """)
}
