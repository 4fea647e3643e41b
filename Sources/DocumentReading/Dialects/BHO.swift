import LegalText

extension Dialect {
    /// British History Online: acts and ordinances of old, entities from a DTD beside them.
    static let bho = Dialect(
        format: "bho",
        matches: { $0.root == "report" && ($0.doctype != nil || $0.rootTag(contains: "pubid")) },
        roles: [
            (.provision(.heading), ["section"]), (.ask, ["report", "para"]), (.heading, ["head"]), (.capture, ["title"]),
            (.mute, ["subtitle"]), (.note, ["note"]), (.provision(.table), ["table"]), (.provision(.row), ["tr", "row"]),
            (.cell, ["td", "th", "cell"]),
            (.block, ["caption"]), (.space, ["br", "list"]), (.provision(.point), ["item"]), (.reference, ["ref"]),
        ],
        targets: ["idref", "id"], identifiers: ["id"],
        refine: { reader, element in
            if element.name == "para" { return .provision(.paragraph) }
            if let id = element["id"] { reader.document.aliases.append(id) }
            return .inline
        },
        captured: { reader, _, words in reader.document.title = words },
        finish: { reader in
            reader.document.kind = .statute
            reader.document.language = "en"
        })
}
