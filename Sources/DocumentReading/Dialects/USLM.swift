import LegalText

extension Dialect {
    /// United States Legislative Markup: laws, compilations and bills, and the bills of before it (no namespace, `legis-body`).
    static let uslm = Dialect(
        format: "uslm",
        matches: {
            ["pLaw", "bill", "resolution", "lawDoc", "uscDoc", "statuteCompilation", "amendment-doc", "statutesAtLarge", "amendment"]
                .contains($0.root)
                || $0.rootTag(contains: "schemas/xml/uslm") || $0.rootTag(contains: "xml.house.gov")
        },
        roles: [
            (.provision(.part), ["part", "subpart"]), (.provision(.chapter), ["chapter", "subchapter"]),
            (.provision(.division), ["division"]),
            (.provision(.subdivision), ["subdivision", "subtitle"]), (.provision(.section), ["section", "courtRule"]),
            (.provision(.article), ["article"]), (.provision(.subsection), ["subsection"]),
            (.provision(.paragraph), ["paragraph", "compiledAct_"]),
            (.provision(.subparagraph), ["subparagraph"]), (.provision(.clause), ["clause"]), (.provision(.subclause), ["subclause"]),
            (.provision(.point), ["item", "subitem", "subsubitem", "listItem"]),
            (
                .provision(.heading),
                [
                    "level", "appropriations", "appropriations-major",
                    "appropriations-intermediate", "appropriations-small", "crossHeading", "courtRules", "reorganizationPlans",
                ]
            ),
            (.provision(.schedule), ["schedule"]), (.provision(.annex), ["appendix"]), (.provision(.recital), ["recital", "whereas"]),
            (.provision(.preamble), ["enactingFormula", "resolvingClause", "preamble"]), (.provision(.signature), ["signature"]),
            (.provision(.table), ["table"]), (.provision(.row), ["tr", "row"]), (.cell, ["td", "th", "entry"]),
            (
                .ask,
                [
                    "title", "ref", "num", "p", "bill", "resolution", "pLaw", "statuteCompilation", "main", "uscDoc", "lawDoc", "date",
                    "action", "approvedDate",
                    "quotedContent", "external-xref", "internal-xref", "editorialNote",
                ]
            ),
            (.label, ["enum", "designator"]), (.heading, ["heading", "header", "subheading"]),
            (.note, ["sidenote", "sourceCredit", "explanationNote", "changeNote"]), (.noteText, ["footnote"]),
            (.quoted, ["quoted-block", "amendmentContent"]), (.quotedInline, ["quotedText"]),
            (
                .skip,
                [
                    "toc", "page", "pagebreak", "pagenum", "colspec", "img", "graphic", "amendMeta", "legislativeHistory", "endMarker",
                    "header-block",
                ]
            ),
            (.mute, ["meta", "preface", "endorsement", "form", "metadata", "longTitle", "attestation", "notes", "note"]),
            (.space, ["chapeau", "content", "continuation", "text", "br", "continuation-text", "list", "block"]),
            (.term, ["term"]),
            (.capture, ["docTitle", "officialTitle", "official-title", "citableAs", "language", "legis-num", "docNumber"]),
            (.tap, ["shortTitle", "name", "role"]),
        ],
        targets: ["href", "parsable-cite", "idref"], noteNames: ["idref", "id"], identifiers: ["identifier", "id"],
        refine: USLM.refine, captured: USLM.captured, finish: USLM.finish)
}

/// What depends on attributes and place.
private enum USLM {
    static func refine(_ reader: inout DialectReader, _ element: borrowing MarkupElement) -> Role {
        switch element.name {
        case "title":
            // The same name is a part of the code and, in the metadata, Dublin Core's title.
            return element.prefix.starts(with: "dc", at: 0) || ["meta", "dublinCore"].contains(reader.parent)
                ? .capture : .provision(.title)
        case "editorialNote":
            // Brackets around a section that was repealed.
            return element.has("style", "-uslm-dtd:section") ? .mute : .note
        case "ref":
            if element["class"] == "footnoteRef" || element["idref"] != nil && element["href"] == nil { return .noteMark }
            return .reference
        case "external-xref", "internal-xref": return .reference
        case "num": return .label
        case "p": return .block
        case "quotedContent": return .quoted
        case "date": return .date
        case "approvedDate", "action":
            reader.context = element["actionStage"] ?? element.name.string
            if element.name == "approvedDate" { return .capture }
        default:
            if reader.document.language.isEmpty { reader.document.language = LanguageCode.short(element["lang"] ?? "") }
            if reader.document.uri == nil { reader.document.uri = element["identifier"] }
            return .inline
        }
        return .inline
    }

    static func captured(_ reader: inout DialectReader, _ element: String, _ words: String) {
        guard !words.isEmpty else { return }
        switch element {
        case "title", "officialTitle", "official-title": if reader.document.title.isEmpty { reader.document.title = words }
        case "citableAs", "legis-num": if !reader.document.aliases.contains(words) { reader.document.aliases.append(words) }
        case "language": if reader.document.language.isEmpty { reader.document.language = LanguageCode.short(words) }
        case "approvedDate": reader.document.dates.signed = reader.document.dates.signed ?? Dates.iso(words)
        case "name": if reader.builder.isInside(.signature) { reader.sign(name: words) }
        case "role": if reader.builder.isInside(.signature) { reader.sign(role: words) }
        default: break
        }
    }

    static func finish(_ reader: inout DialectReader) { reader.document.kind = .statute }
}
