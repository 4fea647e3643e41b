import Foundation
import Mustache
import Yams

/// The frames of the pages: Mustache templates from one folder, parsed once. Partials are named as their files are.
struct Templates: Sendable {
    private let library: MustacheLibrary
    private let cache = FrameCache()
    /// No template changes a value on its way (`{{uppercased(title)}}`), so that a frame can be filled after it was rendered.
    private let areFillable: Bool

    /// - Throws: `TemplateError` with the file, line and column of what does not parse.
    init(folder: URL) throws {
        var library = MustacheLibrary()
        var areFillable = true
        let names = ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []).filter { $0.hasSuffix(".mustache") }
        for name in names.sorted() {
            guard let text = try? String(contentsOf: folder.appending(path: name), encoding: .utf8) else {
                throw TemplateError(file: name, problem: .unreadable)
            }
            if Self.transforms(text) { areFillable = false }
            do {
                try library.register(text, named: String(name.dropLast(".mustache".count)))
            } catch let error as MustacheTemplate.ParserError {
                throw TemplateError(
                    file: name, line: error.context.lineNumber, column: error.context.columnNumber, problem: .syntax("\(error.error)"))
            }
        }
        for template in Template.allCases where library.getTemplate(named: template.rawValue) == nil {
            throw TemplateError(file: template.rawValue + ".mustache", problem: .missing)
        }
        self.library = library
        self.areFillable = areFillable
    }

    /// True where a tag holds a bracket: a function of a value.
    private static func transforms(_ text: String) -> Bool {
        text.split(separator: "{{").dropFirst().contains { $0.prefix { $0 != "}" }.contains("(") }
    }

    /// A page: the template with constants and what its slots hold.
    /// - Parameters:
    ///   - shape: stands for the constants: equal shapes have equal ones.
    ///   - constants: asked for once for each shape.
    func render(_ shape: FrameCache.Shape, _ slots: [String: HTML.Source], constants: () -> [String: any Sendable]) -> [UInt8] {
        guard areFillable else { return renderDirectly(shape.template, constants(), slots.mapValues(\.string)) }
        return cache.frame(shape) { renderDirectly(shape.template, constants(), $0) }.filled(slots)
    }

    /// As `render`, without frames: slower, and what it must equal.
    func renderDirectly(_ template: Template, _ constants: [String: any Sendable], _ slots: [String: String]) -> [UInt8] {
        var context: [String: Any] = constants
        for (name, text) in slots { context[name] = text }
        return Array((library.render(context, withTemplate: template.rawValue) ?? "").utf8)
    }
}

/// The templates that pages are made from; what each is given is in `templates/README.md`.
enum Template: String, CaseIterable, Sendable {
    case index, document, list, search, message, redirect
}

extension TemplateError {
    init(yaml error: any Error, file: String) {
        switch error {
        case YamlError.scanner(_, let problem, let mark, _), YamlError.parser(_, let problem, let mark, _),
            YamlError.composer(_, let problem, let mark, _):
            self.init(file: file, line: mark.line, column: mark.column, problem: .syntax(problem))
        case DecodingError.dataCorrupted(let context) where context.underlyingError is YamlError:
            self.init(yaml: context.underlyingError ?? error, file: file)
        case DecodingError.typeMismatch(_, let context), DecodingError.valueNotFound(_, let context):
            self.init(file: file, problem: .syntax(context.codingPath.map(\.stringValue).joined(separator: ".")))
        default:
            self.init(file: file, problem: .syntax("\(error)"))
        }
    }
}
