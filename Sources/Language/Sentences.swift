package import LegalText

/// Splits running text into sentences.
///
/// Three questions, a file each: which line breaks end a sentence (`SentenceLines`), which full stops do
/// (`SentenceStops`), and which words are abbreviations (`SentenceLexicon`). A heading, a caption and the number of a heading
/// ("1.", "II.", "[3]") are sentences of their own. Linear in the text, whatever it holds.
package enum Sentences {
    /// The sentences of `text`, in order, without the white space around them.
    package static func split(_ text: String) -> [TextRange] { split(utf8: Array(text.utf8)) }

    /// The same for text at hand as UTF-8; invalid bytes are only ever inside a sentence.
    package static func split(utf8 bytes: [UInt8]) -> [TextRange] {
        var sentences: [TextRange] = []
        sentences.reserveCapacity(bytes.count / 100 + 1)
        let stops = SentenceStops(bytes: bytes)
        for block in SentenceLines.blocks(of: bytes) {
            if block.isCaption {
                sentences.append(block.range)
                continue
            }
            var start = block.range.start
            while start < block.range.end {
                let (end, next) = stops.sentence(from: start, in: block.range)
                if end > start { sentences.append(TextRange(start, end)) }
                start = max(next, start + 1)
            }
        }
        return sentences
    }
}
