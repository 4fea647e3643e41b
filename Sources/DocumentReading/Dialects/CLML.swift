import LegalText

extension Dialect {
    /// The mark-up of legislation.gov.uk, from early files without identifiers to retained law of the European Union.
    static let clml = Dialect(
        format: "clml",
        // Fragments begin below the root.
        matches: { ["Legislation", "EN", "P1group", "P1", "Pblock"].contains($0.root) || $0.rootTag(contains: "legislation.gov.uk") },
        roles: [
            (.provision(.part), ["Part", "EUPart"]), (.provision(.chapter), ["Chapter", "EUChapter"]), (.provision(.title), ["EUTitle"]),
            (.provision(.division), ["EUSection"]), (.provision(.subdivision), ["EUSubsection"]),
            (.provision(.heading), ["Pblock", "PsubBlock", "Division", "EURetained_", "Abstract", "Form"]),
            (.provision(.schedule), ["Schedule"]), (.provision(.annex), ["Appendix", "Attachment", "ExplanatoryNotes", "EarlierOrders"]),
            (.provision(.point), ["P5", "P6", "P7", "KeyListItem"]),
            (.provision(.preamble), ["PrimaryPreamble", "SecondaryPreamble", "EUPreamble", "LongTitle", "RoyalPresence"]),
            (.provision(.signature), ["SignedSection"]),
            (.provision(.table), ["table"]), (.provision(.row), ["tr"]), (.cell, ["td", "th"]),
            (.header, ["TitleBlock"]), (.heading, ["Subtitle"]),
            (
                .ask,
                [
                    "Legislation", "Title", "Number", "P1", "P2", "P3", "P4", "P1group", "ListItem", "OrderedList", "UnorderedList",
                    "EnactmentDate",
                    "Made", "ComingIntoForce", "DateTime", "DocumentMainType", "Contents", "Body", "EUBody", "Schedules", "Citation",
                    "Definition",
                    "DivisionNumber_", "EN",
                ]
            ),
            (.capture, ["title", "identifier", "language", "Pnumber"]),
            (.tap, ["PersonName", "JobTitle", "DepartmentName", "DateText"]),
            (.mute, ["Metadata", "PrimaryPrelims", "SecondaryPrelims", "EUPrelims", "MultilineTitle"]),
            (
                .skip,
                [
                    "Versions", "Resources", "Image", "Statistics", "Alternatives", "link", "subject", "Include", "EUMetadata_", "NOTICE",
                    "ContentsTitle",
                ]
            ),
            (.noteMark, ["FootnoteRef", "CommentaryRef", "MarginNoteRef"]), (.noteText, ["Footnote", "Commentary", "MarginNote"]),
            (.note, ["Reference"]),
            (.quoted, ["BlockAmendment", "BlockExtract"]), (.quotedInline, ["InlineAmendment"]),
            (
                .block,
                [
                    "Text", "P", "Para", "EnactingText", "IntroductoryText", "FootnoteText", "Figure", "Formula", "Where", "Correction",
                    "Address", "AddressLine",
                ]
            ),
            (
                .space,
                [
                    "P1para", "P2para", "P3para", "P4para", "P5para", "P6para", "P7para", "P2group", "P3group", "BlockText", "AppendText",
                    "KeyList", "Key",
                ]
            ),
            (.reference, ["CitationSubRef", "InternalLink", "ExternalLink", "CitationListRef"]), (.term, ["Term"]),
        ],
        targets: ["URI", "Ref", "CitationRef", "SectionRef"], noteNames: ["Ref", "id"], identifiers: ["id", "IdURI", "DocumentURI"],
        refine: CLML.refine, captured: CLML.captured, finish: CLML.finish)
}

/// What depends on attributes and place.
private enum CLML {
    static func refine(_ reader: inout DialectReader, _ element: borrowing MarkupElement) -> Role {
        switch element.name {
        case "Legislation", "EN":
            if element.name == "EN" { reader.memory["notes"] = "seen" }
            reader.document.uri = element["DocumentURI"]
            reader.document.aliases += [element["IdURI"]].compactMap { $0 }
            reader.document.language = LanguageCode.short(element["lang"] ?? "")
        case "Body", "EUBody", "Schedules": reader.memory["text"] = "seen"
        case "Contents":
            reader.memory["contents"] = "seen"
            return .skip
        case "Title": return title(&reader)
        case "Number": return reader.ownsProvision ? .label : .mute
        case "P1group":
            reader.pendingHeading = ""
            return .space
        case "P1": return .provision(firstLevel(&reader, element["IdURI"] ?? element["id"] ?? ""))
        case "P2":
            return .provision(
                reader.builder.currentType == .section ? .subsection : reader.builder.isInside(.schedule) ? .subparagraph : .paragraph)
        case "P3": return .provision(reader.builder.currentType == .paragraph ? .subparagraph : .paragraph)
        case "P4": return .provision(reader.builder.currentType == .subparagraph ? .point : .subparagraph)
        case "OrderedList":
            reader.lists.append(ListNumbering(type: element["Type"] ?? "arabic", decoration: element["Decoration"] ?? "parens"))
            return .list
        case "UnorderedList":
            let isDefinitions = element["Class"] == "Definition"
            reader.lists.append(ListNumbering(type: isDefinitions ? "definition" : "", decoration: element["Decoration"] ?? ""))
            return .list
        case "ListItem":
            guard !reader.isQuoted, !reader.lists.isEmpty else { return .block }
            let list = reader.lists.count - 1
            let counted = reader.lists[list].next()
            if reader.lists[list].type == "definition" { return .provision(.definition) }
            reader.pendingLabel = element["NumberOverride"] ?? counted
            return .provision(.point)
        case "Citation": return .reference
        case "Definition": return .term
        case "EnactmentDate": reader.document.dates.signed = Dates.iso(element["Date"] ?? "") ?? reader.document.dates.signed
        case "Made": reader.document.dates.signed = reader.document.dates.signed ?? Dates.iso(element["Date"] ?? "")
        case "ComingIntoForce": reader.context = "ComingIntoForce"
        case "DateTime":
            if reader.context == "ComingIntoForce", reader.document.dates.effective == nil {
                reader.document.dates.effective = Dates.iso(element["Date"] ?? "")
            }
        case "DocumentMainType": reader.memory["type"] = reader.memory["type"] ?? element["Value"] ?? ""
        default: break
        }
        return .inline
    }

    /// A section of an act, an article or regulation of an instrument, a paragraph of a schedule.
    private static func firstLevel(_ reader: inout DialectReader, _ identifier: String) -> ProvisionType {
        if reader.builder.isInside(.schedule) || reader.builder.isInside(.annex) && identifier.contains("paragraph") { return .paragraph }
        if identifier.contains("/article/") || identifier.hasPrefix("article-") || reader.memory["type"]?.hasPrefix("European") == true {
            return .article
        }
        return .section
    }

    /// A title heads what it stands in; that of a group heads the provision that follows.
    private static func title(_ reader: inout DialectReader) -> Role {
        switch reader.parent {
        case "P1group": .capture
        case "Schedules", "Contents", "Attachments": .skip
        case "PrimaryPrelims", "SecondaryPrelims": .capture
        default: reader.ownsProvision ? .heading : .block
        }
    }

    static func captured(_ reader: inout DialectReader, _ element: String, _ words: String) {
        switch element {
        case "title": if reader.document.title.isEmpty { reader.document.title = words }
        case "identifier": if !words.isEmpty, !reader.document.aliases.contains(words) { reader.document.aliases.append(words) }
        case "language": if reader.document.language.isEmpty { reader.document.language = LanguageCode.short(words) }
        case "Pnumber":
            // Numbers come bare; below the first level they are cited in brackets.
            let isFirst =
                [.section, .article].contains(reader.builder.currentType)
                || reader.builder.currentType == .paragraph && reader.builder.parentIsContainer
            reader.addLabel(isFirst || words.contains("(") ? words : "(\(words))")
        case "Title":
            if reader.parent == "P1group" {
                reader.pendingHeading = words
            } else if reader.document.title.isEmpty {
                reader.document.title = words
            }
        case "PersonName": reader.sign(name: words)
        case "JobTitle": reader.sign(role: words)
        case "DepartmentName": reader.sign(party: words)
        default: break
        }
    }

    static func finish(_ reader: inout DialectReader) {
        switch reader.memory["type"] ?? "" {
        case "EuropeanUnionTreaty": reader.document.kind = .alliance
        case let type where reader.memory["notes"] != nil || type.hasSuffix("ExplanatoryNotes") || type.hasSuffix("ExplanatoryMemorandum"):
            reader.document.kind = .announcement
        default: reader.document.kind = .statute
        }
        let hasContents = reader.memory["contents"] != nil
        guard reader.memory["text"] == nil, hasContents || reader.builder.provisions.isEmpty else { return }
        reader.builder.removeAll()
        reader.builder.note(Diagnostic(hasContents ? .contentsOnly : .metadataOnly, .warning))
    }
}
