import LegalText

/// Web pages: articles, filings, exports of word processors, snapshots.
enum HTMLReader {
    static func read(_ text: DecodedText) -> Document {
        var sink = parse(text, goesByName: true)
        // Where names of classes took nearly everything away, they meant something else.
        if sink.blocks.reduce(0, { $0 + $1.text.utf8.count }) * 3 < sink.furnitureBytes {
            let second = parse(text, goesByName: false)
            if words(second.blocks) > words(sink.blocks) * 2 { sink = second }
        }
        var document = Document()
        document.format = "html"
        document.uri = sink.metadata.canonical
        document.aliases = sink.metadata.aliases
        var blocks = PageFurniture.removed(from: HTMLContent.select(sink.blocks, sink.regions))
        document.title = HTMLContent.takeTitle(&blocks, metadata: sink.metadata)
        if !blocks.contains(where: \.isHeading) {
            let title = TextHeadings.mark(&blocks)
            if document.title.isEmpty { document.title = title }
        } else if document.title.isEmpty {
            document.title = TextHeadings.takeTitle(&blocks)
        }
        if document.title.isEmpty, !HTMLMetadata.isFileName(sink.metadata.title) {
            document.title = HTMLMetadata.withoutSite(sink.metadata.title)
        }
        if document.title.isEmpty { document.title = TitleGuess.title(inWordsOf: blocks) }
        document.language = sink.metadata.language.isEmpty ? LanguageGuess.language(of: blocks.lazy.map(\.text)) : sink.metadata.language
        if let kind = HTMLContent.saysNoDocument(blocks, title: sink.metadata.title, hasScript: sink.hasScript) {
            document.diagnostics.append(Diagnostic(kind, .warning))
            return document
        }
        document.dates.signed = sink.metadata.date
        document.kind = KindGuess.kind(ofTitle: document.title)
        BlockOutline.compose(blocks, into: &document)
        document.kind = KindGuess.kind(of: document)
        DateLine.read(into: &document)
        return document
    }

    private static func parse(_ text: DecodedText, goesByName: Bool) -> HTMLBlockSink {
        let sink = HTMLBlockSink(goesByName: goesByName)
        MarkupParser.parseHTML(text.bytes, into: sink)
        sink.finish()
        return sink
    }

    private static func words(_ blocks: [Block]) -> Int { blocks.reduce(0) { $0 + $1.text.utf8.count } }
}
