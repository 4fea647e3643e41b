package import LegalText
import Yams

/// One value of a YAML file with its place, asked for by the type that is expected there; anything else is a `FileError`.
package struct YAMLValue {
    private let node: Node
    private let file: String

    private init(_ node: Node, file: String) {
        self.node = node
        self.file = file
    }

    /// The root of a file's text; nil when the file says nothing (empty, or comments alone).
    package static func root(of text: String, file: String) throws(FileError) -> YAMLValue? {
        guard text.utf8.count <= limit else { throw FileError(.tooLarge(limit), at: FilePlace(file: file)) }
        if let alias = AliasScan.alias(in: text) {
            throw FileError(.alias, at: FilePlace(file: file, line: alias.line, column: alias.column))
        }
        do {
            guard let node = try Yams.compose(yaml: text), node.null == nil else { return nil }
            return YAMLValue(node, file: file)
        } catch let error as YamlError {
            throw Self.fact(of: error, in: text, file: file)
        } catch {
            throw FileError(.notYAML("\(error)"), at: FilePlace(file: file))
        }
    }

    /// Bytes that a file may have: far more than people write, and little enough to read in a second or two.
    private static let limit = 16 << 20

    package var place: FilePlace { FilePlace(file: file, line: node.mark?.line ?? 0, column: node.mark?.column ?? 0) }

    package func error(_ problem: FileError.Problem) -> FileError { FileError(problem, at: place) }

    package func mismatch(_ expectation: FileError.Expectation) -> FileError { error(.expected(expectation, found: found)) }

    /// What stands here, for a message: the scalar itself, or the kind of collection.
    private var found: String {
        switch node {
        case .scalar(let scalar): scalar.string
        case .mapping: "a mapping"
        case .sequence: "a list"
        case .alias: "an alias"
        }
    }

    package var isList: Bool { node.sequence != nil }
    package var isMapping: Bool { node.mapping != nil }

    /// The entries in the file's order. A key that stands twice is an error.
    package func entries() throws(FileError) -> [(key: YAMLValue, name: String, value: YAMLValue)] {
        guard let mapping = node.mapping else { throw mismatch(.mapping) }
        var seen: Set<String> = []
        var entries: [(key: YAMLValue, name: String, value: YAMLValue)] = []
        for (key, value) in mapping {
            let key = YAMLValue(key, file: file)
            let name = try key.text()
            guard seen.insert(name).inserted else { throw key.error(.duplicate(name)) }
            entries.append((key, name, YAMLValue(value, file: file)))
        }
        return entries
    }

    /// A mapping of which every key is known; null values are left out.
    package func fields(_ allowed: [String]) throws(FileError) -> [String: YAMLValue] {
        var fields: [String: YAMLValue] = [:]
        for entry in try entries() {
            guard allowed.contains(entry.name) else { throw entry.key.error(.unknownKey(entry.name, allowed: allowed)) }
            if entry.value.node.null == nil { fields[entry.name] = entry.value }
        }
        return fields
    }

    package func list() throws(FileError) -> [YAMLValue] {
        guard let sequence = node.sequence else { throw mismatch(.list) }
        return sequence.map { YAMLValue($0, file: file) }
    }

    /// One text, or a list of texts.
    package func texts() throws(FileError) -> [String] {
        guard isList else { return [try text()] }
        var texts: [String] = []
        for value in try list() { texts.append(try value.text()) }
        return texts
    }

    /// Any scalar as written: `2025-01-01` and `12` too.
    package func text() throws(FileError) -> String {
        guard let scalar = node.scalar else { throw mismatch(.text) }
        return scalar.string
    }

    /// True when a person put the scalar in quotes, which makes it a text whatever it looks like.
    package var isQuoted: Bool {
        guard let style = node.scalar?.style else { return false }
        return style == .singleQuoted || style == .doubleQuoted
    }

    package func wholeNumber() throws(FileError) -> Int {
        guard let text = node.scalar?.string, let number = Int(text) else { throw mismatch(.wholeNumber) }
        return number
    }

    /// `yes`, `no`, `true` or `false`.
    package func yesOrNo() throws(FileError) -> Bool {
        switch node.scalar?.string.lowercased() {
        case "yes", "true": return true
        case "no", "false": return false
        default: throw mismatch(.yesOrNo)
        }
    }

    /// `2002`, `2002-04` or `2002-04-01`.
    package func date() throws(FileError) -> PartialDate {
        guard let text = node.scalar?.string, let date = PartialDate(text) else { throw mismatch(.date) }
        return date
    }

    /// One of the raw values of an enumeration.
    package func choice<Choice: RawRepresentable & CaseIterable>(_ type: Choice.Type) throws(FileError) -> Choice
    where Choice.RawValue == String {
        guard let text = node.scalar?.string, let choice = Choice(rawValue: text) else {
            throw mismatch(.oneOf(Choice.allCases.map(\.rawValue)))
        }
        return choice
    }

    private static func fact(of error: YamlError, in text: String, file: String) -> FileError {
        switch error {
        case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _), .composer(_, let problem, let mark, _):
            FileError(.notYAML(problem), at: FilePlace(file: file, line: mark.line, column: mark.column))
        case .reader(let problem, let offset, _, _):
            FileError(.notYAML(problem), at: place(of: offset ?? 0, in: text, file: file))
        case .duplicatedKeysInMapping(let duplicates, let context):
            FileError(
                .duplicate(duplicates.joined(separator: ", ")),
                at: FilePlace(file: file, line: context.mark.line, column: context.mark.column))
        default:
            FileError(.notYAML("\(error)"), at: FilePlace(file: file))
        }
    }

    /// The line and column of a byte.
    private static func place(of offset: Int, in text: String, file: String) -> FilePlace {
        let before = text.utf8.prefix(max(0, offset))
        let line = before.count { $0 == 0x0A } + 1
        let start = before.lastIndex(of: 0x0A).map { before.distance(from: before.startIndex, to: $0) + 1 } ?? 0
        return FilePlace(file: file, line: line, column: before.count - start + 1)
    }
}
