import LegalText

extension Dialect {
    /// Akoma Ntoso / LegalDocML, all namespaces and national profiles: elements are known by local names.
    static let akomaNtoso = Dialect(
        format: "akn",
        matches: {
            $0.root == "akomaNtoso" || $0.rootTag(contains: "akn/3.0") || $0.rootTag(contains: "legaldocml")
                || $0.rootTag(contains: "LegalDocML")
        },
        roles: [
            (.provision(.title), ["subtitle"]), (.provision(.part), ["part", "subpart", "book", "tome"]),
            (.provision(.chapter), ["chapter", "subchapter"]), (.provision(.division), ["division"]),
            (.provision(.subdivision), ["subdivision"]), (.provision(.section), ["rule", "transitional"]),
            (.provision(.subsection), ["subsection", "subrule"]),
            (.provision(.paragraph), ["paragraph", "speech", "question", "answer", "scene", "narrative", "other", "crossHeading"]),
            (.provision(.subparagraph), ["subparagraph"]), (.provision(.point), ["point", "item", "indent", "li"]),
            (.provision(.clause), ["clause", "proviso"]), (.provision(.subclause), ["subclause"]),
            (.provision(.recital), ["recital"]), (.provision(.preamble), ["preamble"]),
            (
                .provision(.heading),
                ["tblock", "level", "introduction", "background", "arguments", "remedies", "motivation", "decision", "debateSection"]
            ),
            (.provision(.annex), ["attachment"]), (.provision(.table), ["table"]), (.provision(.row), ["tr"]), (.cell, ["td", "th"]),
            (.provision(.signature), ["signature"]),
            (
                .ask,
                [
                    "title", "longTitle", "section", "article", "body", "mainBody", "hcontainer", "container", "list", "blockList",
                    "alinea", "doc", "ref", "docDate",
                    "rref", "authorialNote", "quotedStructure", "quotedText", "embeddedStructure",
                    "embeddedText",
                    "FRBRWork", "FRBRExpression", "FRBRManifestation", "FRBRthis", "FRBRuri", "FRBRalias", "FRBRdate", "FRBRlanguage",
                    "FRBRname",
                    "FRBRtitle", "act", "bill", "judgment", "debate", "amendmentList", "officialGazette", "statement", "portion",
                    "documentCollection", "TLCConcept", "TLCOrganization", "TLCPerson", "TLCTerm", "TLCReference", "TLCProcess",
                    "TLCObject",
                    "TLCRole", "TLCLocation", "TLCEvent", "component",
                ]
            ),
            (.label, ["num"]), (.heading, ["heading", "subheading"]),
            (
                .skip,
                [
                    "toc", "img", "ins-meta", "presentation", "notes", "workflow", "analysis", "lifecycle", "temporalData",
                    "publication", "preservation",
                ]
            ),
            (.aside, ["proprietary"]), (.mute, ["meta", "preface", "header", "coverPage"]),
            (.block, ["p", "block", "formula", "address", "citation", "h1", "h2", "h3", "h4", "h5", "h6"]),
            (.space, ["br", "eol", "marker", "content", "intro", "wrapUp", "listIntroduction", "listWrapUp", "ul", "ol", "div"]),
            (.tap, ["docTitle", "shortTitle", "docNumber"]),
            (.reference, ["a", "mref"]), (.term, ["def"]), (.name, ["party", "organization", "person", "role"]),
        ],
        targets: ["href", "for"], noteNames: ["href"], identifiers: ["eId", "wId", "id", "GUID"],
        refine: AkomaNtoso.refine, captured: AkomaNtoso.captured, finish: AkomaNtoso.finish)
}

/// What Akoma Ntoso says by attributes and place.
private enum AkomaNtoso {
    static func refine(_ reader: inout DialectReader, _ element: borrowing MarkupElement) -> Role {
        switch element.name {
        case "title":
            // Dublin Core's, among what a publisher adds of its own.
            return element.prefix.starts(with: "dc", at: 0) ? .capture : .provision(.title)
        case "longTitle":
            if reader.memory["long"] == nil { reader.memory["long"] = String(reader.builder.provisions.count) }
            return .provision(.preamble)
        case "section":
            return .provision(.section)
        case "article":
            // Where articles stand in a section, it divides a chapter.
            if reader.builder.currentType == .section { reader.builder.setType(.division) }
            return .provision(.article)
        case "body", "mainBody":
            reader.memory["body"] = ""
            return .inline
        case "hcontainer", "container": return container(&reader, named: element["name"] ?? "")
        case "list", "blockList": return .space
        case "alinea": return .provision(.subparagraph)
        case "ref", "rref":
            guard element["class"] == "placeholder", let words = reader.memory[element["href"] ?? ""] else { return .reference }
            if reader.isQuoted {
                reader.say(words)
                return .inline
            }
            reader.memory["placeholder"] = words
            return .tap
        case "docDate":
            // In a table of dates the words before it are a label ("Made").
            return reader.parent == "block" ? .space : .inline
        case "authorialNote": return .note
        case "quotedStructure", "quotedText", "embeddedStructure", "embeddedText":
            let isInline = element.name == "quotedText" || element.name == "embeddedText"
            if let mark = element["startQuote"] {
                reader.say(isInline ? mark : " " + mark)
                reader.builder.glue()
            }
            reader.closings.append(element["endQuote"] ?? "")
            return isInline ? .quotedInline : .quoted
        case "doc", "act", "bill", "judgment", "debate", "amendmentList", "officialGazette", "statement", "portion", "documentCollection":
            if reader.memory["kind"] == nil {
                reader.memory["kind"] = element["name"].flatMap { element.name == "doc" ? $0 : nil } ?? element.name.string
            }
            return .inline
        case "component": return .inline
        default: return metadata(&reader, element.name.string, element)
        }
    }

    private static func container(_ reader: inout DialectReader, named name: String) -> Role {
        switch name.lowercased() {
        case "schedule": .provision(.schedule)
        case "schedules", "body", "scheduleslist", "": .inline
        case "definition": .provision(.definition)
        case "annex", "appendix": .provision(.annex)
        case "article": .provision(.article)
        case "regulation", "rule": .provision(.section)
        case "section": .provision(.section)
        case "subparagraph": .provision(.subparagraph)
        case "recitals", "citations": .inline
        default: .provision(.heading)
        }
    }

    private static func metadata(_ reader: inout DialectReader, _ name: String, _ element: borrowing MarkupElement) -> Role {
        let value = element["value"] ?? ""
        let isFirst = reader.memory["document"] == nil
        switch name {
        case "FRBRWork", "FRBRExpression", "FRBRManifestation":
            // The documents inside a collection or an attachment do not speak for the whole.
            if name == "FRBRWork", reader.memory["work"] != nil { reader.memory["document"] = "inner" }
            if name == "FRBRWork" { reader.memory["work"] = "seen" }
            reader.context = name
        case "FRBRuri", "FRBRthis":
            guard isFirst, !value.isEmpty else { break }
            if name == "FRBRuri", reader.context == "FRBRWork" { reader.document.uri = value }
            if !reader.document.aliases.contains(value) { reader.document.aliases.append(value) }
        case "FRBRalias":
            guard isFirst, !value.isEmpty else { break }
            if reader.document.title.isEmpty, ["shortTitle", "title", "dc:title"].contains(element["name"] ?? "") {
                reader.document.title = value
            }
            if !reader.document.aliases.contains(value) { reader.document.aliases.append(value) }
        case "FRBRname", "FRBRtitle":
            if isFirst, name == "FRBRtitle", !value.isEmpty { reader.memory["title", default: value] = value }
        case "FRBRdate":
            if isFirst, reader.context == "FRBRWork", let date = Dates.iso(element["date"] ?? "") {
                reader.document.dates.signed = reader.document.dates.signed ?? date
            }
        case "FRBRlanguage":
            if isFirst, reader.document.language.isEmpty { reader.document.language = LanguageCode.short(element["language"] ?? "") }
        default:
            if name.hasPrefix("TLC"), let id = element["eId"] ?? element["id"], let words = element["showAs"] {
                reader.memory["#" + id] = words
            }
        }
        return .inline
    }

    static func captured(_ reader: inout DialectReader, _ element: String, _ words: String) {
        if element == "ref" || element == "rref" {
            // A placeholder with words of its own needs no others.
            let said = reader.memory.removeValue(forKey: "placeholder") ?? ""
            return words.isEmpty ? reader.say(said) : ()
        }
        guard !words.isEmpty else { return }
        switch element {
        case "docTitle": if reader.document.title.isEmpty, reader.memory["body"] == nil { reader.document.title = words }
        case "shortTitle":
            // Where it stands in a signature, it is the signatory's.
            if reader.builder.isInside(.signature) { return }
            // Where there are several, they are something else (the ministers who sign, in Luxembourg).
            if let other = reader.memory["short"], other != words { reader.memory["short"] = "" } else { reader.memory["short"] = words }
        case "title": if reader.memory["dc"] == nil { reader.memory["dc"] = words }
        default: break
        }
    }

    static func finish(_ reader: inout DialectReader) {
        // Drafts name their title once, as a variable.
        let titles = ["#varSITitle", "#varBillTitle", "#varActTitle", "#varTitle", "#varASPTitle", "#varASCTitle"]
        if let known = titles.first(where: { reader.memory[$0] != nil }) { reader.document.title = reader.memory[known] ?? "" }
        if let uri = reader.document.uri, let value = reader.memory[uri] { reader.document.uri = value }
        reader.document.aliases.removeAll { $0.hasPrefix("#") }
        if reader.document.title.isEmpty {
            reader.document.title =
                [reader.memory["dc"], reader.memory["short"], longTitle(reader), reader.memory["title"]].compactMap { $0 }.first {
                    !$0.isEmpty
                } ?? ""
        }
        switch reader.memory["kind"] ?? "" {
        case "act", "bill", "statute", "law", "loi", "regulation", "directive", "decision": reader.document.kind = .statute
        // Explanatory notes, codes of practice, judgments, debates: what an authority makes known.
        default: reader.document.kind = .announcement
        }
    }

    /// The first words of the long title, where it names the document ("Loi du 22 mai 2024 portant ..."), not where it says what an act does.
    private static func longTitle(_ reader: DialectReader) -> String? {
        guard let start = reader.memory["long"].flatMap({ Int($0) }) else { return nil }
        let text = reader.builder.provisions.dropFirst(start).prefix(2).map(\.text).first { !$0.isEmpty } ?? ""
        return text.utf8.count > 400 || text.hasPrefix("An Act to") ? nil : text
    }
}
