package import Foundation
import Mustache
import Yams

/// The frames of the pages: Mustache templates from one folder, parsed once. Partials are named as their files are.
struct Templates: Sendable {
    private let library: MustacheLibrary

    /// - Throws: `TemplateError` with the file, line and column of what does not parse.
    init(folder: URL) throws {
        var library = MustacheLibrary()
        let names = ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []).filter { $0.hasSuffix(".mustache") }
        for name in names.sorted() {
            guard let text = try? String(contentsOf: folder.appending(path: name), encoding: .utf8) else {
                throw TemplateError(file: name, problem: .unreadable)
            }
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
    }

    func render(_ template: Template, _ context: [String: Any]) -> [UInt8] {
        Array((library.render(context, withTemplate: template.rawValue) ?? "").utf8)
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
