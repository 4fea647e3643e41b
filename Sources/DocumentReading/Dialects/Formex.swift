import LegalText

extension Dialect {
    /// Formex 4, the mark-up of the Official Journal of the European Union. An act is several files; each is read for itself.
    static let formex = Dialect(
        format: "formex",
        matches: { $0.rootTag(contains: "formex") || ["ACT", "CONS.ACT", "GENERAL", "AGR"].contains($0.root) || $0.root == "ANNEX" },
        roles: [
            (.provision(.article), ["ARTICLE"]), (.provision(.paragraph), ["PARAG"]), (.provision(.point), ["ITEM"]),
            (.provision(.recital), ["CONSID"]), (.provision(.preamble), ["PREAMBLE"]), (.provision(.heading), ["DIVISION", "GR.SEQ"]),
            (.provision(.annex), ["ANNEX"]), (.provision(.signature), ["SIGNATURE"]), (.provision(.table), ["TBL"]),
            (.provision(.row), ["ROW"]),
            (.cell, ["CELL"]),
            (.ask, ["NP", "P", "TI", "NOTE", "QUOT.START", "QUOT.END", "TITLE", "ALINEA"]),
            (.label, ["NO.P", "NO.PARAG", "TI.ART", "NO.CAT"]), (.heading, ["STI.ART", "STI"]),
            (.block, ["VISA", "PREAMBLE.INIT", "GR.CONSID.INIT", "PREAMBLE.FINAL", "PL.DATE", "SIGNATORY", "INTRO", "FORMULA"]),
            (.space, ["LIST", "CONTENTS", "SUBDIV", "BR", "TXT"]), (.quoted, ["QUOT.S"]),
            (.mute, ["BIB.INSTANCE"]), (.skip, ["TOC", "IE", "GR.ANNOTATION", "INCL.ELEMENT", "LINK"]),
            (.capture, ["LG.DOC", "NO.CELEX"]), (.reference, ["REF.DOC.OJ", "REF.DOC", "REF.DOC.ECR"]), (.date, ["DATE"]),
        ],
        noteNames: ["NOTE.REF", "NOTE.ID"], identifiers: ["IDENTIFIER"],
        refine: Formex.refine, captured: Formex.captured, finish: Formex.finish)
}

/// What depends on attributes and place.
private enum Formex {
    static func refine(_ reader: inout DialectReader, _ element: borrowing MarkupElement) -> Role {
        switch element.name {
        case "NP":
            // A numbered paragraph is the item or recital around it, or stands for itself.
            return reader.ownsProvision ? .header : ["TI", "STI", "P"].contains(reader.parent) ? .inline : .provision(.point)
        case "P":
            return reader.parent == "SIGNATORY" ? .tap : .block
        case "TITLE":
            return reader.ownsProvision ? .header : .mute
        case "TI":
            return .capture
        case "ALINEA":
            // The first is the text of its article or paragraph, each further one a subparagraph of it, as acts cite them.
            let isFurther = reader.ownsProvision && ["PARAG", "ARTICLE"].contains(reader.parent) && !reader.isQuoted
            return isFurther && reader.builder.currentHoldsText ? .provision(.subparagraph) : .block
        case "NOTE":
            if element["NOTE.REF"] != nil { return .noteMark }
            return reader.parent == "GR.NOTES" ? .noteText : .note
        default:
            if let code = element["CODE"].flatMap({ UInt32($0, radix: 16) }).flatMap(Unicode.Scalar.init), code.value > 0x20 {
                reader.say(String(code))
            }
            return .inline
        }
    }

    static func captured(_ reader: inout DialectReader, _ element: String, _ words: String) {
        switch element {
        case "TI":
            if reader.ownsProvision {
                let split = LeadingLabel.split(words)
                reader.addLabel(split.label)
                reader.builder.addHeading(split.rest)
            } else if reader.document.title.isEmpty {
                reader.document.title = words
            }
        case "LG.DOC": if reader.document.language.isEmpty { reader.document.language = LanguageCode.short(words) }
        case "NO.CELEX": reader.document.uri = words
        case "P":
            // For whom, in what office, the name: in this order.
            if words.hasPrefix("For ") || words.hasPrefix("Pour ") || reader.memory["signing"] == nil && reader.document.signatories.isEmpty
            {
                reader.memory["signing"] = words
            } else if reader.memory["office"] == nil {
                reader.memory["office"] = words
            } else {
                reader.sign(name: words)
                reader.sign(role: reader.memory["office"], party: reader.memory["signing"])
                reader.memory["office"] = nil
            }
        default: break
        }
    }

    static func finish(_ reader: inout DialectReader) {
        reader.document.kind = .statute
        guard reader.document.title.isEmpty, let first = reader.builder.provisions.first else { return }
        reader.document.title = [first.label, first.heading].filter { !$0.isEmpty }.joined(separator: " ")
    }
}
