import Foundation
import LegalText
import Norms

/// One text with the norms it is expected to make, as `Tests/Fixtures/Norms` writes them: the text, then for each norm a line
/// `> modality strength | bearers | action`, then indented lines for what else it says (`to`, `if`, `unless`, `by`, `every`, `who`).
struct LiterateCase: Sendable, CustomStringConvertible {
    var file: String
    var line: Int
    var text: String
    var expected: [[String]]

    var description: String { "\(file):\(line)" }

    static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().appending(path: "Fixtures/Norms")

    static func load(_ name: String) -> [LiterateCase] {
        let files = (try? FileManager.default.contentsOfDirectory(at: folder.appending(path: name), includingPropertiesForKeys: nil)) ?? []
        return files.filter { $0.pathExtension == "txt" }.sorted { $0.path < $1.path }.flatMap(cases)
    }

    private static func cases(in file: URL) -> [LiterateCase] {
        guard let content = try? String(contentsOf: file, encoding: .utf8) else { return [] }
        var cases: [LiterateCase] = []
        var current: LiterateCase?
        for (number, line) in content.split(separator: "\n", omittingEmptySubsequences: false).map(String.init).enumerated() {
            if line.hasPrefix("#") { continue }
            if line.isEmpty {
                if let done = current { cases.append(done) }
                current = nil
            } else if line.hasPrefix("> ") {
                current?.expected.append([String(line.dropFirst(2))])
            } else if line.hasPrefix("  "), let last = current?.expected.indices.last {
                current?.expected[last].append(line.trimmingCharacters(in: .whitespaces))
            } else if current != nil {
                current?.text += "\n" + line
            } else {
                current = LiterateCase(file: file.deletingPathExtension().lastPathComponent, line: number + 1, text: line, expected: [])
            }
        }
        if let done = current { cases.append(done) }
        return cases
    }

    /// The text's lines are its clauses; one that begins with a dash or a label in brackets hangs on the last that does not.
    var document: Document {
        var document = Document()
        for line in text.split(separator: "\n").map(String.init) {
            var provision = Provision(
                line.hasPrefix("- ") || line.hasPrefix("(") ? .point : .paragraph,
                depth: line.hasPrefix("- ") || line.hasPrefix("(") ? 1 : 0)
            provision.text = line.hasPrefix("- ") ? String(line.dropFirst(2)) : line
            if line.hasPrefix("("), let space = line.firstIndex(of: " ") {
                provision.label = String(line[..<space])
                provision.text = String(line[line.index(after: space)...])
            }
            document.provisions.append(provision)
        }
        return document
    }

    /// What the program makes of the text, in the words of the fixtures.
    func found() -> [[String]] {
        NormExtractor().read(document).norms.map { norm in
            var lines = [
                "\(norm.modality.rawValue) \(norm.strength.rawValue) | \(norm.bearers.joined(separator: "; "))\(norm.bearerIsImplied ? " (implied)" : "") | \(norm.action.text)"
            ]
            if !norm.counterparties.isEmpty { lines.append("to " + norm.counterparties.joined(separator: "; ")) }
            lines += norm.participants.map { "who \($0.role.rawValue): \($0.name)" }
            lines += norm.conditions.map { "if: " + $0.text }
            lines += norm.exceptions.map { "unless: " + $0.text }
            if let deadline = norm.deadline {
                let count = deadline.count.map { " \($0)" } ?? ""
                lines.append(
                    "by: \(deadline.text) = \(deadline.direction.rawValue)\(count)\(deadline.unit.map { " " + $0.rawValue } ?? "")\(deadline.anchor.map { " / " + $0 } ?? "")"
                )
            }
            if let recurrence = norm.recurrence {
                lines.append("every: \(recurrence.text) = \(recurrence.times) in \(recurrence.every) \(recurrence.period.rawValue)")
            }
            return lines
        }
    }
}
