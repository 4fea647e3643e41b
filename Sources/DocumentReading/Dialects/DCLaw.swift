import LegalText

extension Dialect {
    /// The District of Columbia's law: the Code, put together by XInclude, and the laws that change it.
    static let dcLaw = Dialect(
        format: "dc-law",
        matches: { $0.rootTag(contains: "dccouncil.us") || $0.rootTag(contains: "dc-library") },
        roles: [
            (.provision(.section), ["section"]), (.provision(.heading), ["container"]), (.provision(.table), ["table"]),
            (.provision(.row), ["tr"]),
            (.cell, ["td", "th"]),
            (.ask, ["document", "para", "num", "heading", "include", "cite"]),
            (.capture, ["prefix", "effective", "enacted", "citation"]), (.note, ["annotation"]), (.mute, ["meta", "annotations"]),
            (
                .skip,
                ["temporary", "repeal", "replace", "insert", "find-replace", "redesignate-para", "annotate", "placeholder", "fallback"]
            ),
            (.block, ["text", "p"]), (.inline, ["aftertext"]), (.space, ["br", "center", "table-container"]),
        ],
        targets: ["path"], identifiers: ["id"],
        refine: DCLaw.refine, captured: DCLaw.captured, finish: DCLaw.finish)
}

/// What depends on attributes and place.
private enum DCLaw {
    static func refine(_ reader: inout DialectReader, _ element: borrowing MarkupElement) -> Role {
        switch element.name {
        case "document":
            reader.document.uri = reader.document.uri ?? element["id"]
        case "para":
            return .provision(below(reader.builder.currentType))
        case "num":
            if reader.parent == "document" || reader.parent.isEmpty { return .capture }
            return reader.ownsProvision ? .label : .space
        case "heading":
            if reader.parent == "document" {
                reader.context = element["type"] ?? "short"
                return .capture
            }
            return .heading
        case "include":
            guard let path = element["href"] else { return .quoted }
            reader.include = path
            return .space
        case "cite": return .reference
        default: break
        }
        return .inline
    }

    /// Paragraphs nest without names of their own.
    private static func below(_ type: ProvisionType?) -> ProvisionType {
        switch type {
        case .section: .subsection
        case .subsection: .paragraph
        case .paragraph: .subparagraph
        case .subparagraph: .clause
        case .clause: .subclause
        case .subclause, .point: .point
        default: .paragraph
        }
    }

    static func captured(_ reader: inout DialectReader, _ element: String, _ words: String) {
        switch element {
        case "prefix": reader.addLabel(words)
        case "num": if !words.isEmpty { reader.document.aliases.append(words) }
        case "heading":
            if reader.context == "short" {
                reader.document.title = words
            } else if reader.document.title.isEmpty {
                reader.memory["long"] = words
            }
        case "effective": reader.document.dates.effective = reader.document.dates.effective ?? Dates.iso(words)
        case "enacted": reader.document.dates.signed = reader.document.dates.signed ?? Dates.iso(words)
        case "citation": if !words.isEmpty { reader.document.aliases.append(words) }
        default: break
        }
    }

    static func finish(_ reader: inout DialectReader) {
        defer {
            // A compact is between states, whatever enacts it.
            let isCompact = TextShape(reader.document.title).contains(phrase: "compact")
            reader.document.kind = isCompact ? .alliance : .statute
        }
        reader.document.language = "en"
        guard reader.document.title.isEmpty else { return }
        reader.document.title = reader.memory["long"] ?? reader.builder.provisions.first?.heading ?? ""
    }
}
