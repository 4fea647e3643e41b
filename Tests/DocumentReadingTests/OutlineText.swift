import LegalText

/// A document as lines that a person can read and compare.
enum OutlineText {
    static func of(_ document: Document) -> String {
        var lines = ["\(document.format) \(document.kind.rawValue) \(document.language) \"\(document.title)\""]
        if let uri = document.uri { lines.append("uri \(uri)") }
        if !document.aliases.isEmpty { lines.append("aliases \(document.aliases.joined(separator: ", "))") }
        let dates = [("signed", document.dates.signed), ("effective", document.dates.effective), ("expiry", document.dates.expiry)]
        for (name, date) in dates { if let date { lines.append("\(name) \(date.value)") } }
        for party in document.parties { lines.append("party \(party.name)") }
        for signatory in document.signatories {
            lines.append("signed by \(signatory.name), \(signatory.role ?? "-"), \(signatory.party ?? "-")")
        }
        for diagnostic in document.diagnostics {
            lines.append("! \(diagnostic.kind.rawValue) \(diagnostic.line):\(diagnostic.column) \(diagnostic.detail)")
        }
        lines += document.provisions.flatMap(self.lines)
        return lines.joined(separator: "\n") + "\n"
    }

    private static func lines(_ provision: Provision) -> [String] {
        let indent = String(repeating: "  ", count: provision.depth)
        var head = "\(indent)\(provision.type.rawValue) \(provision.eId)"
        if !provision.label.isEmpty { head += " [\(provision.label)]" }
        if !provision.number.isEmpty { head += " = \(provision.number)" }
        if !provision.heading.isEmpty { head += " <\(provision.heading)>" }
        if !provision.aliases.isEmpty { head += " also \(provision.aliases.joined(separator: " "))" }
        var result = [head]
        if !provision.text.isEmpty {
            var text = provision.text
            if let continuation = provision.continuation {
                text = "\(text[TextRange(0, continuation)])/ \(text[TextRange(continuation, text.utf8.count)])"
            }
            result.append("\(indent)  \"\(text)\"")
        }
        for mark in provision.marks { result.append("\(indent)  - \(mark.kind): \(provision.text[mark.range])") }
        for note in provision.notes { result.append("\(indent)  note \(note.offset) [\(note.label)] \(note.text)") }
        return result
    }
}
