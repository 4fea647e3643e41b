import LegalText

/// A stretch of a clause's text with the mark-up that goes round it.
struct Span {
    var range: TextRange
    var open: HTML
    var close: HTML
    /// Where two spans overlap the lower number wins.
    var rank: Int
}

/// Writes a clause's text with links and marks in it.
///
/// `outer` spans (the quotes of norms) are whole sentences; `inner` ones (references, terms, cues) stand inside or between them.
/// Ranges come from readers of hostile text: what overlaps, leaves the text or would cut a character in two is left out.
struct SpanWriter {
    private let bytes: [UInt8]
    private let outer: [Span]
    private let inner: [Span]

    init(_ text: String, outer: [Span], inner: [Span]) {
        let bytes = Array(text.utf8)
        let outer = Self.disjoint(outer, in: bytes)
        self.bytes = bytes
        self.outer = outer
        self.inner = Self.disjoint(Self.whole(inner, in: outer), in: bytes)
    }

    /// The part of the text in `range`, marked up.
    func write(_ range: TextRange, to html: inout HTML) {
        var position = range.start
        var next = 0
        for span in outer where span.range.overlaps(range) && range.contains(span.range) {
            writeInner(TextRange(position, span.range.start), &next, to: &html)
            html += span.open
            writeInner(span.range, &next, to: &html)
            html += span.close
            position = span.range.end
        }
        writeInner(TextRange(position, range.end), &next, to: &html)
    }

    private func writeInner(_ range: TextRange, _ next: inout Int, to html: inout HTML) {
        var position = range.start
        while next < inner.count, inner[next].range.start < range.end {
            let span = inner[next]
            next += 1
            guard span.range.start >= position, span.range.end <= range.end else { continue }
            html.append(text: bytes[position..<span.range.start])
            html += span.open
            html.append(text: bytes[span.range.start..<span.range.end])
            html += span.close
            position = span.range.end
        }
        html.append(text: bytes[position..<max(position, range.end)])
    }

    /// The spans that fit the text and do not overlap, in order.
    private static func disjoint(_ spans: [Span], in bytes: [UInt8]) -> [Span] {
        func isBoundary(_ offset: Int) -> Bool { offset == bytes.count || bytes[offset] & 0xC0 != 0x80 }
        let fitting = spans.filter {
            $0.range.start >= 0 && $0.range.start < $0.range.end && $0.range.end <= bytes.count
                && isBoundary($0.range.start) && isBoundary($0.range.end)
        }
        if fitting.count < 2 { return fitting }
        var kept: [Span] = []
        let ordered = fitting.enumerated().sorted { a, b in
            (a.element.range.start, a.element.rank, -a.element.range.end, a.offset)
                < (b.element.range.start, b.element.rank, -b.element.range.end, b.offset)
        }
        for (_, span) in ordered {
            if let last = kept.last, last.range.overlaps(span.range) {
                if span.rank < last.rank { kept[kept.count - 1] = span }
            } else {
                kept.append(span)
            }
        }
        return kept
    }

    /// The inner spans that no border of an outer one cuts.
    private static func whole(_ inner: [Span], in outer: [Span]) -> [Span] {
        guard !outer.isEmpty else { return inner }
        return inner.filter { span in
            // The first outer span that ends after this one begins is the only one that can cut it at its start.
            var low = 0
            var high = outer.count
            while low < high {
                let middle = (low + high) / 2
                if outer[middle].range.end <= span.range.start { low = middle + 1 } else { high = middle }
            }
            guard low < outer.count, outer[low].range.overlaps(span.range) else { return true }
            return outer[low].range.contains(span.range)
        }
    }
}
