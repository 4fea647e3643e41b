import LegalText

/// XML of any dialect: finds the dialect, plays its table against the parser's events.
enum XMLReader {
    static func read(_ text: DecodedText, name: String, prolog: MarkupProlog, load: @escaping DocumentReader.Loader) -> Document {
        let dialect = Dialect.all.first { $0.matches(prolog) } ?? .generic
        let sink = DialectSink(dialect, name: name, load: load)
        XMLScanner.scan(text.bytes, into: sink, entities: EntityDeclarations.read(prolog, load: load))
        var document = sink.finish()
        if document.title.isEmpty { document.title = FallbackTitle.of(document) }
        if document.language.isEmpty { document.language = LanguageGuess.language(of: document.provisions.lazy.map(\.text)) }
        return document
    }
}
