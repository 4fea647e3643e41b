import LegalText

/// Text without mark-up: blank lines, indents, labels and bullets carry its structure.
enum PlainTextReader {
    static func read(_ text: DecodedText) -> Document {
        var text = text
        let front = FrontMatter(takenFrom: &text.bytes)
        var document = Document()
        document.format = "text"
        var blocks = TextBlocks(text.bytes).blocks.filter { !PageFurniture.isContentsTitle($0) }
        front.begin(&document, &blocks)
        document.title = TextHeadings.mark(&blocks, title: document.title.isEmpty ? TitleGuess.labelled(in: &blocks) : document.title)
        if document.title.isEmpty { document.title = TitleGuess.title(inWordsOf: blocks) }
        if document.language.isEmpty { document.language = LanguageGuess.language(of: blocks.lazy.map(\.text)) }
        document.kind = KindGuess.kind(ofTitle: document.title)
        BlockOutline.compose(blocks, into: &document)
        document.kind = KindGuess.kind(of: document)
        DateLine.read(into: &document)
        return document
    }
}
