import LegalText
import Norms
import References

/// Writes the clauses of one document: the words with links in them, the norms beside them, what cites them below.
struct ClauseWriter {
    let page: DocumentScope

    /// The provision's own words up to where its children follow, or those after them.
    enum Part { case before, after }

    func words(of index: Int, _ part: Part, to html: inout HTML) {
        let provision = page.document.provisions[index]
        let length = provision.text.utf8.count
        let split = provision.continuation.map { min(max($0, 0), length) } ?? length
        let range = part == .before ? TextRange(0, split) : TextRange(split, length)
        guard !range.isEmpty else { return }
        SpanWriter(provision.text, outer: quotes(in: index), inner: links(in: index, text: provision.text)).write(range, to: &html)
    }

    /// The sentences that norms rest on; the margin's notes light them up.
    private func quotes(in index: Int) -> [Span] {
        page.norms(ofClause: index).map { number in
            Span(
                range: page.analyzed.norms[number].quote, open: "<span class=\"quote\" data-norms=\"\(page.normAnchor(number))\">",
                close: "</span>", rank: 0)
        }
    }

    private func links(in index: Int, text: String) -> [Span] {
        var spans: [Span] = []
        for number in page.references(ofClause: index) {
            spans.append(reference(page.analyzed.references[number]))
        }
        for definition in page.definitions(ofClause: index) {
            spans.append(Span(range: page.analyzed.definitions[definition].range, open: "<dfn>", close: "</dfn>", rank: 1))
        }
        var seen: Set<Int> = []
        for use in page.termUses(ofClause: index) where seen.insert(use.definition).inserted {
            guard page.analyzed.definitions.indices.contains(use.definition) else { continue }
            let anchor = "term-\(use.definition + 1)"
            spans.append(
                Span(range: use.range, open: "<a class=\"term\" href=\"#\(anchor)\" data-term=\"\(anchor)\">", close: "</a>", rank: 2))
        }
        for number in page.norms(ofClause: index) {
            let norm = page.analyzed.norms[number]
            if let range = Self.find(norm.cue, in: text, within: norm.quote) {
                spans.append(Span(range: range, open: "<span class=\"cue \(norm.modality.rawValue)\">", close: "</span>", rank: 3))
            }
        }
        for mark in page.document.provisions[index].marks {
            switch mark.kind {
            case .emphasis: spans.append(Span(range: mark.range, open: "<em>", close: "</em>", rank: 4))
            case .reference(let target):
                guard let url = WebAddress(target) else { continue }
                spans.append(
                    Span(
                        range: mark.range, open: "<a class=\"outside\" rel=\"external noreferrer\" href=\"\(url.text)\">", close: "</a>",
                        rank: 4))
            default: break
            }
        }
        return spans
    }

    private func reference(_ reference: Reference) -> Span {
        if let target = reference.resolved {
            return Span(
                range: reference.range, open: "<a class=\"reference\" href=\"\(page.links.citation(target))\">", close: "</a>", rank: 0)
        }
        let note = reference.scope == .external ? "notHeld" : "unresolved"
        return Span(
            range: reference.range, open: "<span class=\"reference \(reference.scope.rawValue)\" title=\"\(page.site.words(note))\">",
            close: "</span>", rank: 1)
    }

    /// Where the cue's words stand in the sentence; nil where the cue is not one run of its words.
    private static func find(_ cue: String, in text: String, within quote: TextRange) -> TextRange? {
        let needle = Array(cue.utf8)
        let bytes = Array(text.utf8)
        let end = min(quote.end, bytes.count)
        guard !needle.isEmpty, quote.start >= 0, quote.start + needle.count <= end else { return nil }
        for start in quote.start...(end - needle.count) where bytes[start] == needle[0] {
            if bytes[start..<(start + needle.count)].elementsEqual(needle) { return TextRange(start, start + needle.count) }
        }
        return nil
    }
}

/// An address that a page may link to: http or https, nothing that a browser would run.
struct WebAddress {
    let text: String

    init?(_ text: String) {
        let start = text.utf8.prefix(8).map { $0 | 0x20 }
        guard start.starts(with: "http://".utf8) || start.starts(with: "https://".utf8) else { return nil }
        guard !text.utf8.contains(where: { $0 <= 0x20 || $0 == 0x7F }) else { return nil }
        self.text = text
    }
}
