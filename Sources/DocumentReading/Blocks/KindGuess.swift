import LegalText

/// Guesses a document's kind from its title, or from what it calls itself ("this announcement", "these Terms"); what the register
/// says of a document comes before it.
enum KindGuess {
    static func kind(of document: Document) -> DocumentKind {
        let byTitle = kind(ofTitle: document.title)
        guard byTitle == .other else { return byTitle }
        var counts: [DocumentKind: Int] = [:]
        for provision in document.provisions {
            var pointed = false
            for word in provision.text.utf8.split(whereSeparator: { !isLetter($0) }) {
                let word = String(decoding: word.lazy.map { $0 | 0x20 }, as: UTF8.self)
                if pointed, let kind = order.first(where: { $0.1.contains(word) })?.0 { counts[kind, default: 0] += 1 }
                pointed = word == "this" || word == "these"
            }
        }
        return order.map(\.0).max { counts[$0, default: 0] < counts[$1, default: 0] }.flatMap { counts[$0] == nil ? nil : $0 } ?? .other
    }

    private static func isLetter(_ byte: UInt8) -> Bool { (0x41...0x5A).contains(byte & 0xDF) }

    static func kind(ofTitle title: String) -> DocumentKind {
        let shape = TextShape(title)
        if shape.contains(phrase: "legal code") { return .terms }
        for (kind, words) in order where shape.contains(anyOf: words) { return kind }
        return .other
    }

    /// True when the title names what sort of document this is.
    static func namesDocument(_ title: String) -> Bool { kind(ofTitle: title) != .other }

    /// A "Memorandum of Agreement" is an alliance, "Membership Terms" are terms: the first that matches wins.
    private static let order: [(DocumentKind, Set<String>)] = [
        (
            .alliance,
            [
                "memorandum", "mou", "alliance", "compact", "treaty", "convention", "protocol", "declaration", "concordat", "communiqué",
                "accord", "charter", "partnership",
            ]
        ),
        (
            .agreement,
            [
                "agreement", "contract", "lease", "deed", "indenture", "amendment", "addendum", "subscription", "guarantee", "guaranty",
                "undertaking", "licence", "license", "vertrag", "contrat",
            ]
        ),
        (.terms, ["terms", "conditions", "privacy", "notice", "eula", "legalcode"]),
        (
            .statute,
            [
                "act", "regulation", "regulations", "directive", "law", "code", "decision", "statute", "bill", "ordinance", "order", "loi",
                "gesetz", "verordnung", "lei", "decreto", "legge",
            ]
        ),
        (
            .announcement,
            ["statement", "announcement", "policy", "guidance", "release", "speech", "report", "update", "programme", "process"]
        ),
    ]
}
