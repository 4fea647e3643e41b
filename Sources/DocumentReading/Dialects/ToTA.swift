import LegalText

extension Dialect {
    /// Texts of Trade Agreements: an article is one run of text, its paragraphs are found in the words. Parties are given by country codes
    /// alone, which are no names.
    static let tota = Dialect(
        format: "tota",
        matches: { $0.root == "treaty" },
        roles: [
            (.ask, ["chapter", "article"]), (.mute, ["meta"]),
            (
                .capture,
                ["name", "date_signed", "date_into_force", "date_inactive", "language", "treaty_identifier", "wto_rta_id"]
            ),
        ],
        identifiers: ["article_identifier", "chapter_identifier"],
        refine: ToTA.refine, captured: ToTA.captured, finish: { $0.document.kind = .alliance })
}

/// Labels and headings come as attributes.
private enum ToTA {
    static func refine(_ reader: inout DialectReader, _ element: borrowing MarkupElement) -> Role {
        let number = element["number"] ?? ""
        reader.pendingHeading = element["name"] ?? ""
        if element.name == "chapter" {
            reader.pendingLabel = labelled(number, "Chapter")
            return .provision(number.isEmpty ? .heading : .chapter)
        }
        reader.pendingLabel = labelled(number, "Article")
        return .rawProvision(number.isEmpty ? .preamble : .article)
    }

    /// Some treaties give the number alone, some with its word.
    private static func labelled(_ number: String, _ word: String) -> String {
        number.isEmpty || StructureWord.type(of: number) != nil ? number : word + " " + number
    }

    static func captured(_ reader: inout DialectReader, _ element: String, _ words: String) {
        switch element {
        case "name": reader.document.title = words
        case "date_signed": reader.document.dates.signed = Dates.iso(words)
        case "date_into_force": reader.document.dates.effective = Dates.iso(words)
        case "date_inactive": reader.document.dates.expiry = Dates.iso(words)
        case "language": reader.document.language = LanguageCode.short(words)
        case "treaty_identifier", "wto_rta_id": if !words.isEmpty { reader.document.aliases.append(element + " " + words) }
        default: break
        }
    }
}
