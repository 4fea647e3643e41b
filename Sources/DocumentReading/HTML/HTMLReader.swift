import LegalText

/// Web pages: articles, filings, exports of word processors, snapshots.
enum HTMLReader {
    static func read(_ text: DecodedText) -> Document {
        var text = text
        let front = FrontMatter(takenFrom: &text.bytes)
        var page = parse(text, goesByName: true)
        // Where names of classes took nearly everything away, they meant something else.
        if words(page.blocks) * 3 < page.furnitureBytes {
            let second = parse(text, goesByName: false)
            if words(second.blocks) > words(page.blocks) * 2 { page = second }
        }
        var document = Document()
        document.format = "html"
        document.uri = page.metadata.canonical
        document.aliases = page.metadata.aliases
        var blocks = PageFurniture.removed(from: HTMLContent.select(page.blocks, page.regions))
        front.begin(&document, &blocks)
        if document.title.isEmpty { document.title = HTMLContent.takeTitle(&blocks, metadata: page.metadata) }
        let labelled = document.title.isEmpty ? TitleGuess.labelled(in: &blocks) : ""
        if !blocks.contains(where: \.isHeading) {
            let title = TextHeadings.mark(&blocks, title: labelled)
            if document.title.isEmpty { document.title = title }
        } else if !labelled.isEmpty {
            document.title = labelled
        } else if document.title.isEmpty {
            document.title = TextHeadings.takeTitle(&blocks)
        }
        if document.title.isEmpty, !HTMLMetadata.isFileName(page.metadata.title) {
            document.title = HTMLMetadata.withoutSite(page.metadata.title)
        }
        if document.title.isEmpty { document.title = TitleGuess.title(inWordsOf: blocks) }
        if !page.metadata.language.isEmpty { document.language = page.metadata.language }
        if document.language.isEmpty { document.language = LanguageGuess.language(of: blocks.lazy.map(\.text)) }
        if let kind = HTMLContent.saysNoDocument(blocks, title: page.metadata.title, hasScript: page.hasScript) {
            document.diagnostics.append(Diagnostic(kind, .warning))
            return document
        }
        if let date = page.metadata.date { document.dates.signed = date }
        document.kind = KindGuess.kind(ofTitle: document.title)
        BlockOutline.compose(blocks, into: &document)
        document.kind = KindGuess.kind(of: document)
        // A page that calls itself nothing else makes something known.
        if document.kind == .other { document.kind = .announcement }
        DateLine.read(into: &document)
        return document
    }

    private static func parse(_ text: DecodedText, goesByName: Bool) -> HTMLPage {
        let sink = HTMLBlockSink(goesByName: goesByName)
        HTMLScanner.scan(text.bytes, into: sink)
        return sink.finish()
    }

    private static func words(_ blocks: [Block]) -> Int { blocks.reduce(0) { $0 + $1.text.utf8.count } }
}
