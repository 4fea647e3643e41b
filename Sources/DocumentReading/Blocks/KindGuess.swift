import LegalText

/// Guesses a document's kind from its title, or from what it calls itself ("this announcement", "these Terms"); what the register
/// says of a document comes before it.
enum KindGuess {
    static func kind(of document: Document) -> DocumentKind {
        let byTitle = kind(ofTitle: document.title)
        guard byTitle == .other else { return byTitle }
        if document.provisions.prefix(4).contains(where: { speaksJointly($0.text) }) { return .alliance }
        var counts: [DocumentKind: Int] = [:]
        for index in document.provisions.indices {
            countPointed(document.provisions[index].text.utf8.span, &counts)
        }
        return order.map(\.0).max { counts[$0, default: 0] < counts[$1, default: 0] }.flatMap { counts[$0] == nil ? nil : $0 } ?? .other
    }

    /// "We, Prime Minister A and President B, affirm": a joint statement.
    private static func speaksJointly(_ text: String) -> Bool {
        guard text.utf8.starts(with: "We, ".utf8) else { return false }
        let words = text.utf8.prefix(300).split(separator: 0x20).map { $0.filter(\.isLetter) }
        let offices = words.filter { word in
            ["President", "Minister", "Chancellor", "King", "Queen"].contains { word.elementsEqual($0.utf8) }
        }
        return offices.count > 1
            || words.contains { word in ["leaders", "Leaders", "Heads", "Governments"].contains { word.elementsEqual($0.utf8) } }
    }

    /// Counts the kinds that words behind "this" and "these" name.
    private static func countPointed(_ text: Span<UInt8>, _ counts: inout [DocumentKind: Int]) {
        var index = 0
        while index < text.count {
            // At the beginning of a word.
            let start = index
            while index < text.count, text[index].isLetter { index += 1 }
            let length = index - start
            let isThis = length == 4 && text[start + 2] | 0x20 == 0x69 && text[start + 3] | 0x20 == 0x73
            let isThese = length == 5 && text[start + 2] | 0x20 == 0x65 && text[start + 3] | 0x20 == 0x73 && text[start + 4] | 0x20 == 0x65
            while index < text.count, !text[index].isLetter { index += 1 }
            guard isThis || isThese, text[start] | 0x20 == 0x74, text[start + 1] | 0x20 == 0x68 else { continue }
            var next: [UInt8] = []
            while index + next.count < text.count, text[index + next.count].isLetter { next.append(text[index + next.count] | 0x20) }
            let word = String(decoding: next, as: UTF8.self)
            if let kind = order.first(where: { $0.1.contains(word) })?.0 { counts[kind, default: 0] += 1 }
        }
    }

    static func kind(ofTitle title: String) -> DocumentKind {
        let shape = TextShape(title)
        // A code's section.
        if title.utf8.starts(with: "§".utf8) { return shape.contains(phrase: "compact") ? .alliance : .statute }
        if shape.contains(phrase: "legal code") || shape.contains(phrase: "articles of association") { return .agreement }
        if shape.contains(phrase: "use policy") { return .terms }
        // What an authority says about a law.
        if ["impact assessment", "implementation review", "explanatory memorandum", "explanatory notes"].contains(
            where: shape.contains(phrase:))
        {
            return .announcement
        }
        let isStatement = shape.contains(anyOf: ["statement", "communiqué", "declaration"])
        if isStatement, shape.contains(anyOf: ["joint"]) { return .alliance }
        // "Statement on the Memorandum ..." speaks of one and is none.
        if startsAsAnnouncement(title) { return .announcement }
        for (kind, words) in order where shape.contains(anyOf: words) { return kind }
        return .other
    }

    private static func startsAsAnnouncement(_ title: String) -> Bool {
        let start = title.utf8.prefix(24).map { $0.isUpper ? $0 | 0x20 : $0 }
        return ["statement", "remarks", "press release", "readout", "fact sheet", "executive order", "proposal"].contains {
            start.starts(with: $0.utf8)
        }
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
