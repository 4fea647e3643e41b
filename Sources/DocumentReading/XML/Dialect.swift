import LegalText

/// One dialect of XML: how to know it, and what its elements mean. To add one, write a file in `Dialects/` and name it in `all`.
final class Dialect: Sendable {
    /// `Document.format`.
    let format: String
    let matches: @Sendable (MarkupProlog) -> Bool
    let names: NameTable
    /// By element number; the first is for names that the table does not have.
    let roles: [Role]
    /// Attributes that hold a reference's target, the first that is there counts.
    let targets: [StaticString]
    /// Attributes by which a note's mark and its text find each other.
    let noteNames: [StaticString]
    /// The source's own identifiers of a provision.
    let identifiers: [StaticString]
    /// Decides for elements whose role is `ask`.
    let refine: @Sendable (inout DialectReader, borrowing MarkupElement) -> Role
    /// Takes the words of `capture` and `tap` elements.
    let captured: @Sendable (inout DialectReader, _ element: String, _ words: String) -> Void
    /// Last touches, once everything is heard.
    let finish: @Sendable (inout DialectReader) -> Void

    init(
        format: String, matches: @escaping @Sendable (MarkupProlog) -> Bool, unknown: Role = .inline,
        roles table: [(Role, [String])], targets: [StaticString] = [], noteNames: [StaticString] = [], identifiers: [StaticString] = [],
        refine: @escaping @Sendable (inout DialectReader, borrowing MarkupElement) -> Role = { _, _ in .inline },
        captured: @escaping @Sendable (inout DialectReader, String, String) -> Void = { _, _, _ in },
        finish: @escaping @Sendable (inout DialectReader) -> Void = { _ in }
    ) {
        self.format = format
        self.matches = matches
        names = NameTable(table.flatMap(\.1))
        roles = [unknown] + table.flatMap { role, names in names.map { _ in role } }
        self.targets = targets
        self.noteNames = noteNames
        self.identifiers = identifiers
        self.refine = refine
        self.captured = captured
        self.finish = finish
    }

    /// An element's name, empty when the table does not have it.
    func spelling(_ number: UInt16) -> String { number == 0 ? "" : names.names[Int(number) - 1] }

    /// In the order of asking; the last one takes everything.
    static let all: [Dialect] = [
        .notADocument, .akomaNtoso, .clml, .uslm, .dcLaw, .justiceCanada, .formex, .tota, .bho, .spdx, .federalRegister, .generic,
    ]
}
