import LegalText

extension Dialect {
    /// The consolidated acts and regulations of Canada, in English and in French.
    static let justiceCanada = Dialect(
        format: "justice-canada",
        matches: { ["Statute", "Regulation", "Bill"].contains($0.root) },
        roles: [
            (.provision(.section), ["Section"]), (.provision(.subsection), ["Subsection"]),
            (.provision(.paragraph), ["Paragraph", "Provision"]),
            (.provision(.subparagraph), ["Subparagraph"]), (.provision(.clause), ["Clause"]), (.provision(.subclause), ["Subclause"]),
            (.provision(.point), ["Subsubclause", "Item", "FormulaDefinition", "FormulaParagraph"]),
            (.provision(.definition), ["Definition"]),
            (.provision(.schedule), ["Schedule"]), (.provision(.heading), ["Group", "FormGroup"]),
            (.provision(.preamble), ["Preamble", "Enacts", "Order"]), (.provision(.signature), ["SignatureBlock"]),
            (.provision(.table), ["table"]), (.provision(.row), ["row"]), (.cell, ["entry"]),
            (.header, ["ScheduleFormHeading", "GroupHeading", "FormHeading"]),
            (
                .ask,
                ["Heading", "Stages", "RegistrationDate", "Statute", "Regulation", "Bill", "DefinedTermEn", "DefinedTermFr", "Emphasis_"]
            ),
            (.label, ["Label"]), (.heading, ["MarginalNote", "TitleText"]),
            (.note, ["HistoricalNote", "ReaderNote", "Note", "OriginatingRef", "ConditionsOfValidity"]),
            (.noteMark, ["FootnoteRef"]), (.noteText, ["Footnote"]),
            (.quoted, ["AmendedText", "BillPiece", "RegulationPiece", "RelatedOrNotInForce", "ReadAsText", "QuotedText"]),
            (.mute, ["Identification"]),
            (.skip, ["RecentAmendments", "TableOfProvisions", "Image", "AlternateText", "EnablingAuthority", "colspec", "BillHistory_"]),
            (
                .block,
                [
                    "Text", "ContinuedSectionSubsection", "ContinuedParagraph", "ContinuedSubparagraph", "ContinuedClause",
                    "ContinuedSubclause",
                    "ContinuedDefinition", "ContinuedFormulaParagraph", "FormulaGroup", "Formula", "FormulaConnector", "BilingualItemEn",
                    "BilingualItemFr",
                    "SignatureName", "SignatureTitle", "SignatureLine", "Oath", "SectionPiece",
                ]
            ),
            (.space, ["LineBreak", "Leader", "LeaderRightJustified", "Separator", "PageBreak", "FormulaTerm", "HistoricalNoteSubItem"]),
            (.reference, ["XRefExternal", "XRefInternal", "DefinitionRef_"]), (.term, ["DefinitionEnOnly", "DefinitionFrOnly"]),
            (.capture, ["LongTitle", "ShortTitle", "ConsolidatedNumber", "InstrumentNumber", "YYYY", "MM", "DD"]),
        ],
        targets: ["link", "idref"], noteNames: ["idref", "id"], identifiers: ["id"],
        refine: JusticeCanada.refine, captured: JusticeCanada.captured, finish: JusticeCanada.finish)
}

/// What the mark-up says by attributes and place.
private enum JusticeCanada {
    static func refine(_ reader: inout DialectReader, _ element: borrowing MarkupElement) -> Role {
        switch element.name {
        case "Heading":
            return reader.beginLevel(element["level"].flatMap { Int($0) } ?? 1, .heading)
        case "Stages":
            reader.context = element["stage"] ?? ""
            return .inline
        case "RegistrationDate":
            reader.context = "registration"
            return .inline
        case "DefinedTermEn": return reader.document.language == "fr" ? .emphasis : .term
        case "DefinedTermFr": return reader.document.language == "fr" ? .term : .emphasis
        default:
            if reader.document.language.isEmpty { reader.document.language = LanguageCode.short(element["lang"] ?? "") }
            return .inline
        }
    }

    static func captured(_ reader: inout DialectReader, _ element: String, _ words: String) {
        switch element {
        case "LongTitle": reader.memory["long"] = words
        case "ShortTitle": if reader.document.title.isEmpty { reader.document.title = words }
        case "ConsolidatedNumber", "InstrumentNumber":
            if reader.document.uri == nil { reader.document.uri = words }
            if !words.isEmpty { reader.document.aliases.append(words) }
        case "DD":
            guard ["assented-to", "registration"].contains(reader.context) else { return }
            let date = Dates.parts(year: reader.memory["YYYY"], month: reader.memory["MM"], day: words)
            reader.document.dates.signed = reader.document.dates.signed ?? date
            reader.context = ""
        default: reader.memory[element] = words
        }
    }

    static func finish(_ reader: inout DialectReader) {
        reader.document.kind = .statute
        if reader.document.title.isEmpty { reader.document.title = reader.memory["long"] ?? "" }
    }
}
