import Calendar
import LegalText

/// Signature blocks: a name, an office and the body it speaks for, a line each; and the date that stands below them.
enum SignatureReader {
    /// Two to five short lines that begin with capitals and do not end, one of them an office or a form to sign.
    static func isSignature(_ block: Block) -> Bool {
        let lines = block.lines
        guard (2...6).contains(lines.count) else { return false }
        for line in lines {
            let shape = TextShape(line)
            guard shape.count <= 70, shape.startsUpper || line.first == "/", !line.hasSuffix(","), !line.hasSuffix(";"),
                !line.hasSuffix(":")
            else { return false }
        }
        return isForm(lines) || (isName(lines[0]) && lines.dropFirst().contains { TextShape($0).contains(anyOf: offices) })
    }

    /// "IN WITNESS WHEREOF ...": the formula before the signatures, which belongs to the whole agreement.
    static func isTestimonium(_ text: String) -> Bool {
        func begins(_ words: String) -> Bool { text.utf8.starts(with: words.utf8) }
        // "Done at Brussels," ends an act; "Done at a reasonable price, the work ..." does not.
        return testimonia.contains(where: begins) || text.utf8.count < 80 && closings.contains(where: begins)
    }

    private static let closings = [
        "Signed for ", "Signed by ", "SIGNED ", "For and on behalf of ", "Done at ", "Done in ", "Fait à ", "Geschehen zu ", "Hecho en ",
        "Fatto a ",
    ]

    private static let testimonia = [
        "IN WITNESS", "In witness", "In Witness", "EN FOI DE QUOI", "En foi de quoi", "AS WITNESS", "IN FAITH WHEREOF", "ZU URKUND",
    ]

    /// Who signed, read from the provisions that are signature blocks, and when, from a date that stands alone behind the last.
    static func read(_ signatures: [Int], in provisions: [Provision], into document: inout Document) {
        guard let last = signatures.last else { return }
        for index in signatures {
            let lines = provisions[index].text.split(separator: "\n")
            guard !isForm(lines), let name = lines.first else { continue }
            let office = lines.dropFirst().first { TextShape($0).contains(anyOf: offices) }
            let party = lines.dropFirst().last { $0 != office }
            document.signatories.append(Signatory(name: String(name), role: office.map(String.init), party: party.map(String.init)))
        }
        guard !document.signatories.isEmpty, last + 1 < provisions.count else { return }
        let text = provisions[last + 1].text
        guard text.utf8.count <= 40, let date = TimeExpressions.dates(in: text).first, date.range.count * 2 > text.utf8.count else {
            return
        }
        for index in document.signatories.indices where document.signatories[index].date == nil {
            document.signatories[index].date = date.value
        }
        if document.dates.signed == nil {
            document.dates.signed = StatedDate(value: date.value, text: String(text[date.range]), provision: last + 1)
        }
    }

    private static func isForm(_ lines: [Substring]) -> Bool {
        lines.contains { line in forms.contains { line.hasPrefix($0) } }
    }

    private static let forms = ["By:", "Name:", "/s/", "Signed", "BY:"]

    /// Two to five capitalised words without figures: a person's name, with or without a title.
    private static func isName(_ line: Substring) -> Bool {
        let words = line.split(separator: " ")
        guard (2...6).contains(words.count), !line.utf8.contains(where: \.isDigit) else { return false }
        return words.allSatisfy { word in
            word.utf8.first.map { $0.isUpper || $0 >= 0xC3 } == true
                || ["de", "van", "von", "der", "del", "da", "bin", "al"].contains(word)
        }
    }

    private static let offices: Set<String> = [
        "secretary", "chief", "executive", "director", "president", "minister", "chair", "chairman", "chairwoman", "chairperson", "officer",
        "manager",
        "head", "ambassador", "commissioner", "partner", "chancellor", "principal", "provost", "dean", "treasurer", "governor", "counsel",
        "mayor",
        "registrar", "convener", "secrétaire", "directeur", "directrice", "président", "présidente", "ministre",
    ]
}
