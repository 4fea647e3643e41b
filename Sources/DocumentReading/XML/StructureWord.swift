import LegalText

/// The type that a label's own word names: "PART I" is a part, "ARTICLE 5" an article.
enum StructureWord {
    static func type(of label: String) -> ProvisionType? {
        let word = label.utf8.drop { !isLetter($0) }.prefix(while: isLetter).prefix(24)
        guard let first = word.first, first >= 0x41 else { return nil }
        return words[String(decoding: word, as: UTF8.self).lowercased()]
    }

    private static func isLetter(_ byte: UInt8) -> Bool { byte.isLetter || byte >= 0x80 }

    private static let words: [String: ProvisionType] = [
        "part": .part, "partie": .part, "teil": .part, "parte": .part, "chapter": .chapter, "chapitre": .chapter, "kapitel": .chapter,
        "capítulo": .chapter, "capo": .chapter, "division": .division, "section": .division, "abschnitt": .division,
        "subdivision": .subdivision,
        "subsection": .subdivision, "sous": .subdivision, "subchapter": .subdivision, "title": .title, "titre": .title, "titel": .title,
        "titolo": .title, "título": .title, "article": .article, "artikel": .article, "articolo": .article, "artículo": .article,
        "schedule": .schedule, "annexe": .annex, "annex": .annex, "appendix": .annex, "anhang": .annex, "anlage": .annex,
    ]
}
