import LegalText

/// Guesses a document's kind from its title; what the register says of a document comes before it.
enum KindGuess {
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
