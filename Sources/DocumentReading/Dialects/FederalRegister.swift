import LegalText

extension Dialect {
    /// Rules, proposed rules, notices and proclamations of the Federal Register, as the printer marks them.
    static let federalRegister = Dialect(
        format: "federal-register",
        matches: { ["RULE", "PRORULE", "NOTICE", "PROCLA", "EXECORD", "PRESDOC", "DETERM", "FEDREG", "PRNOTICE"].contains($0.root) },
        roles: [
            (.rawProvision(.section), ["SECTION"]), (.provision(.paragraph), ["AMDPAR"]), (.provision(.signature), ["SIG", "PSIG"]),
            (.provision(.table), ["GPOTABLE"]), (.provision(.row), ["ROW", "BOXHD"]), (.cell, ["ENT", "CHED"]),
            (
                .ask,
                [
                    "P", "FP", "HD", "SUBJECT", "RULE", "PRORULE", "NOTICE", "PROCLA", "EXECORD", "PRESDOC", "DETERM", "FEDREG", "NAME",
                    "TITLE", "DATED",
                ]
            ),
            (.label, ["SECTNO"]), (.note, ["FTNT"]),
            (.skip, ["PRTPAGE", "GPH", "BILCOD", "TITLE3", "PRES", "STARS", "SU", "MATH", "GID"]),
            (.capture, ["AGENCY", "SUBAGY", "CFR", "RIN", "DEPDOC", "FRDOC", "PROC", "FILED", "ACTION_"]),
            (.space, ["LI", "BR", "E_"]),
        ],
        refine: FederalRegister.refine, captured: FederalRegister.captured, finish: FederalRegister.finish)
}

/// Headings are levels, not containers.
private enum FederalRegister {
    static func refine(_ reader: inout DialectReader, _ element: borrowing MarkupElement) -> Role {
        switch element.name {
        case "HD":
            if reader.document.title.isEmpty, reader.memory["kind"] == "PROCLA" { return .capture }
            let rank = element["SOURCE"].flatMap { $0.utf8.last }.map { Int($0) - 0x30 } ?? 0
            _ = reader.beginLevel((1...9).contains(rank) ? rank : 0, .heading)
            return .levelHeading
        case "P", "FP":
            // The paragraphs of a section are nested by their labels alone.
            guard reader.isRaw else { return .provision(.paragraph) }
            reader.say("\n\n")
            return .inline
        case "SUBJECT": return reader.ownsProvision ? .heading : .capture
        case "NAME", "TITLE", "DATED": return reader.builder.isInside(.signature) ? .tap : .inline
        default:
            reader.memory["kind"] = reader.memory["kind"] ?? element.name.string
            return .inline
        }
    }

    static func captured(_ reader: inout DialectReader, _ element: String, _ words: String) {
        guard !words.isEmpty else { return }
        switch element {
        case "HD", "SUBJECT": if reader.document.title.isEmpty { reader.document.title = words }
        case "AGENCY":
            if !reader.document.parties.contains(where: { $0.name == words }) {
                reader.document.parties.append(Party(name: words, role: "issuer"))
            }
        case "CFR", "RIN", "DEPDOC", "FRDOC", "PROC": if !reader.document.aliases.contains(words) { reader.document.aliases.append(words) }
        case "NAME": reader.sign(name: words.hasSuffix(",") ? String(words.dropLast()) : words)
        case "TITLE": reader.sign(role: words.hasSuffix(".") ? String(words.dropLast()) : words)
        default: break
        }
    }

    static func finish(_ reader: inout DialectReader) {
        reader.document.language = "en"
        // A rule, too, is announced here: the law that it makes is in the Code.
        reader.document.kind = .announcement
    }
}
