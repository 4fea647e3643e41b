import Foundation
import LegalText
import Testing

@testable import DocumentReading

/// Compares a fixture's outline with the text beside it. `CONCORDAT_RECORD=1 swift test` writes the outlines anew.
enum GoldenOutline {
    private static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().appending(
        path: "Fixtures/DocumentReading")

    static func bytes(_ name: String) throws -> [UInt8] { try [UInt8](Data(contentsOf: folder.appending(path: name))) }

    static func check(_ name: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
        let document = DocumentReader().read(try bytes(name), name: name)
        let expectation = folder.appending(path: name + ".outline")
        let outline = text(of: document)
        if ProcessInfo.processInfo.environment["CONCORDAT_RECORD"] == "1" {
            try Data(outline.utf8).write(to: expectation)
        }
        let expected = String(decoding: try Data(contentsOf: expectation), as: UTF8.self)
        #expect(outline == expected, sourceLocation: sourceLocation)
    }

    /// The document's own facts, then a line a provision: eId, type, label, number, heading, text, marks and notes.
    static func text(of document: Document) -> String {
        var lines = [
            "title: \(document.title)", "kind: \(document.kind.rawValue)", "language: \(document.language)", "uri: \(document.uri ?? "-")",
        ]
        if let signed = document.dates.signed { lines.append("signed: \(signed.value)") }
        lines += document.signatories.map { "signatory: \($0.name), \($0.role ?? "-"), \($0.party ?? "-"), \($0.date?.description ?? "-")" }
        lines += document.diagnostics.map { "diagnostic: \($0.kind.rawValue)" }
        for provision in document.provisions {
            var parts = [provision.eId, provision.type.rawValue, provision.label, provision.number]
            parts.append(provision.heading.isEmpty ? "" : "[\(provision.heading)]")
            parts.append(provision.text.replacing("\n", with: " / "))
            if let continuation = provision.continuation { parts.append("continues at \(continuation)") }
            for mark in provision.marks { parts.append("\(name(mark.kind)) \"\(provision.text[mark.range])\"") }
            for note in provision.notes { parts.append("note \(note.label)@\(note.offset) \(note.text)") }
            lines.append(String(repeating: "  ", count: provision.depth) + parts.filter { !$0.isEmpty }.joined(separator: " | "))
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private static func name(_ kind: Mark.Kind) -> String {
        switch kind {
        case .reference(let target): "-> \(target)"
        case .definedTerm: "term"
        case .date(let date): "date \(date)"
        case .name: "name"
        case .emphasis: "emphasis"
        }
    }
}
