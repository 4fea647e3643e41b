import Foundation
import Yams

/// The words of the interface in one language, from `templates/words.LANGUAGE.yaml`: one flat list of `name: text`.
///
/// A text may hold `{name}` places. A name that ends in `.one` or `.other` is a text that counts: `clauses.one: "{n} clause"`.
package struct Words: Sendable {
    package let language: String
    private let texts: [String: String]

    init(language: String, texts: [String: String]) {
        self.language = language
        self.texts = texts
    }

    /// - Throws: `TemplateError` with the place in the file.
    init(language: String, templates: URL) throws {
        let file = templates.appending(path: "words.\(language).yaml")
        let text: String
        do { text = try String(contentsOf: file, encoding: .utf8) } catch {
            throw TemplateError(file: file.lastPathComponent, problem: .unreadable)
        }
        do {
            self.init(language: language, texts: try YAMLDecoder().decode([String: String].self, from: text))
        } catch {
            throw TemplateError(yaml: error, file: file.lastPathComponent)
        }
    }

    var names: [String] { texts.keys.sorted() }

    subscript(_ name: String) -> String { texts[name] ?? name }

    /// The text with its places filled.
    func callAsFunction(_ name: String, _ values: KeyValuePairs<String, String> = [:]) -> String {
        let text = self[name]
        return values.isEmpty ? text : Self.fill(text, values)
    }

    private static func fill(_ text: String, _ values: KeyValuePairs<String, String>) -> String {
        var filled = ""
        var rest = text[...]
        while let open = rest.utf8.firstIndex(of: UInt8(ascii: "{")) {
            filled += rest[..<open]
            rest = rest[open...]
            let inside = rest.dropFirst().prefix { $0 != "}" && $0 != "{" }
            if inside.endIndex < rest.endIndex, rest[inside.endIndex] == "}", let value = values.first(where: { $0.key == inside })?.value {
                filled += value
                rest = rest[rest.index(after: inside.endIndex)...]
            } else {
                filled += rest.prefix(1)
                rest = rest.dropFirst()
            }
        }
        return filled + rest
    }

    /// "1 clause", "3 clauses". French counts nought and one alike.
    func count(_ name: String, _ number: Int) -> String {
        let isOne = language.hasPrefix("fr") ? number < 2 : number == 1
        return self(name + (isOne ? ".one" : ".other"), ["n": self.number(number)])
    }

    /// "25,283": with what stands between thousands in this language.
    func number(_ number: Int) -> String {
        let digits = Array(String(number).utf8)
        guard digits.count > 3, let separator = texts["thousands"] else { return String(number) }
        var text = ""
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index) % 3 == 0 { text += separator }
            text.unicodeScalars.append(Unicode.Scalar(digit))
        }
        return text
    }

    /// The texts whose names begin with one of these, for the browser's script.
    func named(_ prefixes: [String]) -> [String: String] {
        texts.filter { name, _ in prefixes.contains { name.hasPrefix($0) } }
    }

    /// For templates: `{{words.search}}`. Dots in a name open a level: `kind.agreement` is `{{words.kind.agreement}}`;
    /// so no name may be both a text and a level.
    var context: [String: any Sendable] {
        var levels: [String: any Sendable] = [:]
        for (name, text) in texts.sorted(by: { $0.key < $1.key }) {
            let steps = name.split(separator: ".", maxSplits: 1).map(String.init)
            if steps.count == 1 {
                levels[name] = text
            } else {
                var level = levels[steps[0]] as? [String: any Sendable] ?? [:]
                level[steps[1]] = text
                levels[steps[0]] = level
            }
        }
        return levels
    }
}
