import Foundation
import FoundationXML
import Interchange
import KnowledgeBase
import LegalText
import Norms
import Testing

@Suite struct ExportTests {
    /// Hostile on purpose: mark-up, a control character, quotes and a formula in the text.
    private static let hostile = "=A \"<script>\" & ]]> \u{1} must keep, however; records."

    private func base() -> KnowledgeBase {
        func document(_ id: String, _ texts: [String]) -> AnalyzedDocument {
            var document = Document()
            document.id = id
            document.title = "Title <\(id)>"
            document.language = "en"
            document.dates.signed = StatedDate(value: PartialDate(year: 2024, month: 2, day: 29), text: "29 February 2024")
            var norms: [Norm] = []
            var section = Provision(.section, depth: 0)
            section.label = "1."
            section.number = "1"
            section.eId = "sec_1"
            section.text = "The parties shall: and shall do so in time."
            section.continuation = 18
            document.provisions.append(section)
            for (index, text) in texts.enumerated() {
                var item = Provision(.paragraph, depth: 1)
                item.label = "(\(index + 1))"
                item.number = "1(\(index + 1))"
                item.eId = "sec_1__para_\(index + 1)"
                item.text = text
                document.provisions.append(item)
                let whole = TextRange(0, text.utf8.count)
                var norm = Norm(
                    clause: index + 1, modality: .obligation, strength: .binding, action: Slot(text: text, range: whole), quote: whole,
                    cue: "shall", confidence: 0.9)
                norm.id = "\(id)#sec_1__para_\(index + 1)~1"
                norm.bearers = ["A & B", "C"]
                norms.append(norm)
            }
            return AnalyzedDocument(
                document: document, agreement: .init(), norms: norms, statements: [], references: [], definitions: [], termUses: [])
        }
        return KnowledgeBase(
            register: Register(), documents: [document("one", ["pay;", Self.hostile]), document("two", ["keep records."])], tombstones: [])
    }

    private func export(_ format: ExportFormat, _ documents: [Int] = [0, 1]) throws -> String {
        var text = ""
        try Export.write(base(), documents: documents, as: format) { text += $0 }
        return text
    }

    @Test(arguments: [ExportFormat.akn, .legalruleml], [[0], [0, 1]]) func isWellFormed(_ format: ExportFormat, _ documents: [Int]) throws {
        let parser = XMLParser(data: Data(try export(format, documents).utf8))
        #expect(parser.parse(), "\(String(describing: parser.parserError))")
    }

    @Test func aStemKeepsItsWordsOnBothSidesOfItsList() throws {
        let text = try export(.akn, [0])
        let intro = try #require(text.range(of: "<p>The parties shall:</p>"))
        let item = try #require(text.range(of: "<p>pay;</p>"))
        let wrapUp = try #require(text.range(of: "<p>and shall do so in time.</p>"))
        #expect(intro.lowerBound < item.lowerBound && item.lowerBound < wrapUp.lowerBound)
    }

    @Test func everyNormIsARow() throws {
        let rows = csv(try export(.csv))
        #expect(rows.count == 4)
        #expect(Set(rows.map(\.count)) == [17])
        #expect(rows[2][16] == "'" + Self.hostile)
        #expect(rows[1][4] == "A & B; C")
    }

    @Test func everyClauseIsALine() throws {
        let lines = try export(.jsonl).split(separator: "\n")
        #expect(lines.count == 5)
        for line in lines { #expect(try JSONSerialization.jsonObject(with: Data(line.utf8)) is [String: Any]) }
        #expect(try export(.bulk).split(separator: "\n").count == 10)
    }

    @Test func linkedDataCannotLeaveItsScriptElement() throws {
        let text = try export(.jsonld)
        #expect(!text.contains("<"))
        let graph = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])["@graph"] as? [[String: Any]]
        #expect(graph?.map { $0["name"] as? String } == ["Title <one>", "Title <two>"])
    }

    /// A plain reader of RFC 4180.
    private func csv(_ text: String) -> [[String]] {
        var rows: [[String]] = [[]]
        var field = ""
        var quoted = false
        var scalars = Array(text.unicodeScalars)[...]
        while let scalar = scalars.popFirst() {
            switch scalar {
            case "\"" where quoted && scalars.first == "\"":
                field += "\""
                scalars.removeFirst()
            case "\"": quoted.toggle()
            case "," where !quoted:
                rows[rows.count - 1].append(field)
                field = ""
            case "\r" where !quoted: break
            case "\n" where !quoted:
                rows[rows.count - 1].append(field)
                rows.append([])
                field = ""
            default: field.unicodeScalars.append(scalar)
            }
        }
        return rows.filter { !$0.isEmpty }
    }
}
