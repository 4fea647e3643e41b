import LegalText

extension Dialect {
    /// XML of no known dialect, by what its names most likely mean. It says that it is guessing.
    static let generic = Dialect(
        format: "xml",
        matches: { _ in true },
        unknown: .ask,
        roles: [],
        targets: ["href", "ref", "target", "idref", "link"], identifiers: ["id", "identifier"],
        refine: GenericXML.refine, captured: GenericXML.captured, finish: GenericXML.finish)
}

/// Guesses from an element's name, without its numbers and plural.
private enum GenericXML {
    static func refine(_ reader: inout DialectReader, _ element: borrowing MarkupElement) -> Role {
        if reader.document.language.isEmpty, let language = element["lang"] { reader.document.language = LanguageCode.short(language) }
        let name = element.name.string.lowercased().filter { $0.isLetter }
        if let role = known[name] { return role }
        return .wrapper
    }

    static func captured(_ reader: inout DialectReader, _ element: String, _ words: String) {}

    static func finish(_ reader: inout DialectReader) {
        reader.builder.note(Diagnostic(.guessedStructure, .warning))
    }

    private static let known: [String: Role] = [
        "part": .provision(.part), "chapter": .provision(.chapter), "title": .heading, "article": .provision(.article),
        "art": .provision(.article),
        "section": .provision(.section), "sec": .provision(.section), "subsection": .provision(.subsection),
        "subsec": .provision(.subsection),
        "clause": .provision(.clause), "subclause": .provision(.subclause), "paragraph": .provision(.paragraph), "para": .block,
        "p": .block,
        "subparagraph": .provision(.subparagraph), "item": .provision(.point), "li": .provision(.point), "listitem": .provision(.point),
        "point": .provision(.point), "schedule": .provision(.schedule), "annex": .provision(.annex), "appendix": .provision(.annex),
        "num": .label, "number": .label, "label": .label, "no": .label, "heading": .heading, "head": .heading, "caption": .heading,
        "header": .heading,
        "footnote": .note, "note": .note, "fn": .note, "quote": .quoted, "blockquote": .quoted,
        "i": .inline, "b": .inline, "em": .inline, "emph": .inline, "emphasis": .inline, "strong": .inline, "u": .inline, "span": .inline,
        "sup": .inline,
        "sub": .inline, "bold": .inline, "italic": .inline, "small": .inline, "font": .inline, "inline": .inline,
        "a": .reference, "ref": .reference, "xref": .reference, "link": .reference, "term": .term, "dfn": .term,
        "table": .provision(.table), "tr": .provision(.row), "row": .provision(.row), "td": .cell, "th": .cell, "entry": .cell,
        "cell": .cell,
        "meta": .skip, "metadata": .skip, "toc": .skip, "script": .skip, "style": .skip, "br": .space,
    ]
}
