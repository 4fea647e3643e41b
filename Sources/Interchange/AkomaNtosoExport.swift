import KnowledgeBase
import LegalText

/// Documents as Akoma Ntoso 3.0: one document by itself, several as a collection.
enum AkomaNtosoExport {
    static func write(_ base: KnowledgeBase, _ documents: [Int], to sink: Export.Sink) throws {
        var xml = XMLText()
        xml.declaration()
        xml.begin("akomaNtoso", ["xmlns": "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"])
        if documents.count == 1 {
            try document(base.documents[documents[0]].document, &xml, sink)
        } else {
            xml.begin("documentCollection", ["name": "register"])
            identification(
                work: "/akn/register", date: "0001-01-01", language: base.register.languages.first ?? "en", author: "register", &xml)
            xml.begin("collectionBody")
            for index in documents {
                xml.begin("component", ["eId": "cmp_\(base.documents[index].document.id)"])
                try document(base.documents[index].document, &xml, sink)
                xml.end()
            }
            xml.end()
            xml.end()
        }
        xml.end()
        try sink(xml.take())
    }

    private static func document(_ document: Document, _ xml: inout XMLText, _ sink: Export.Sink) throws {
        xml.begin("doc", ["name": document.kind.rawValue])
        let date = document.dates.signed ?? document.dates.effective
        // The schema wants a whole date; one that the text does not give is written as the year 1 and said to be unstated.
        identification(
            work: document.uri ?? "/akn/doc/\(document.kind.rawValue)/\(document.id)",
            date: date?.value.precision == .day ? date!.value.description : "0001-01-01", language: document.language,
            author: "register", &xml)
        if !document.title.isEmpty {
            xml.begin("preface")
            xml.begin("p")
            xml.element("docTitle", [:], document.title)
            xml.end()
            xml.end()
        }
        xml.begin("mainBody")
        var open: [(depth: Int, wrapUp: String?)] = []
        func close(_ xml: inout XMLText) {
            if let wrapUp = open.removeLast().wrapUp { paragraph("wrapUp", wrapUp, &xml) }
            xml.end()
        }
        for (index, provision) in document.provisions.enumerated() {
            while let last = open.last, last.depth >= provision.depth { close(&xml) }
            let hasChildren = index + 1 < document.provisions.count && document.provisions[index + 1].depth > provision.depth
            open.append((provision.depth, begin(provision, hasChildren: hasChildren, &xml)))
            if xml.text.utf8.count > 65_536 { try sink(xml.take()) }
        }
        while !open.isEmpty { close(&xml) }
        if document.provisions.isEmpty { xml.element("p", [:], "") }
        xml.end()
        xml.end()
    }

    /// Opens a provision with all that stands before its children; gives back what stands after them.
    private static func begin(_ provision: Provision, hasChildren: Bool, _ xml: inout XMLText) -> String? {
        let (element, name) = elementName(provision.type)
        xml.begin(element, ["name": name, "eId": provision.eId, "wId": provision.wId.isEmpty ? nil : provision.wId])
        if !provision.label.isEmpty { xml.element("num", [:], provision.label) }
        if !provision.heading.isEmpty { xml.element("heading", [:], provision.heading) }
        guard hasChildren else {
            paragraph("content", provision.text, &xml)
            return nil
        }
        let split = provision.continuation ?? provision.text.utf8.count
        let intro = String(provision.text[TextRange(0, split)])
        if !intro.isEmpty { paragraph("intro", intro, &xml) }
        let wrapUp = String(provision.text[TextRange(split, provision.text.utf8.count)])
        return wrapUp.isEmpty ? nil : wrapUp
    }

    private static func paragraph(_ container: String, _ text: String, _ xml: inout XMLText) {
        xml.begin(container)
        xml.element("p", [:], text.trimmingSpaces)
        xml.end()
    }

    /// The element of the schema; what has none of its own is an `hcontainer` with a name.
    private static func elementName(_ type: ProvisionType) -> (element: String, name: String?) {
        switch type {
        case .title, .part, .chapter, .division, .subdivision, .article, .section, .subsection, .paragraph, .subparagraph, .point, .clause,
            .subclause:
            (type.rawValue, nil)
        case .schedule, .annex, .recital, .preamble, .definition, .table, .row, .quotation, .signature, .heading:
            ("hcontainer", type.rawValue)
        }
    }

    private static func identification(work: String, date: String, language: String, author: String, _ xml: inout XMLText) {
        let unstated = date == "0001-01-01"
        xml.begin("meta")
        xml.begin("identification", ["source": "#\(author)"])
        for level in ["FRBRWork", "FRBRExpression", "FRBRManifestation"] {
            let address = level == "FRBRWork" ? work : work + "/" + (language.isEmpty ? "und" : language)
            xml.begin(level)
            xml.element("FRBRthis", ["value": address + "/!main"])
            xml.element("FRBRuri", ["value": address])
            xml.element("FRBRdate", ["date": date, "name": unstated ? "unstated" : "signature"])
            xml.element("FRBRauthor", ["href": "#\(author)"])
            if level == "FRBRWork" { xml.element("FRBRcountry", ["value": "zz"]) }
            if level == "FRBRExpression" { xml.element("FRBRlanguage", ["language": language.isEmpty ? "und" : language]) }
            xml.end()
        }
        xml.end()
        xml.begin("references", ["source": "#\(author)"])
        xml.element("TLCOrganization", ["eId": author, "href": "/ontology/organization/\(author)", "showAs": "Register"])
        xml.end()
        xml.end()
    }
}

extension String {
    var trimmingSpaces: String {
        guard let first = firstIndex(where: { !$0.isWhitespace }), let last = lastIndex(where: { !$0.isWhitespace }) else { return "" }
        return String(self[first...last])
    }
}
