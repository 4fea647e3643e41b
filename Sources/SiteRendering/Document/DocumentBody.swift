import LegalText

/// The text of a document as nested blocks, one for each provision, with its anchor.
///
/// Provisions come as a flat list with depths; blocks are opened and closed along it, without recursion. Points that follow one
/// another form a list. Below `deepest` blocks are no longer nested: no browser would show it.
struct DocumentBody {
    let page: DocumentScope
    private static let deepest = 24

    private struct Open {
        var index: Int
        var depth: Int
        var isItem: Bool
        /// How far its children's words are set in: one step for each block above that has words of its own.
        var inset: Int
        /// Headings above its children, and its own.
        var headings: Int
        /// The list that this block's points are in is open.
        var hasOpenList = false
    }

    func write() -> HTML {
        let clauses = ClauseWriter(page: page)
        var html = HTML()
        html.reserve(page.document.provisions.reduce(0) { $0 + $1.text.utf8.count * 2 + 400 })
        var open: [Open] = []
        var rootHasOpenList = false

        func closeList() {
            if open.isEmpty {
                if rootHasOpenList { html += "</ul>\n" }
                rootHasOpenList = false
            } else if open[open.count - 1].hasOpenList {
                html += "</ul>\n"
                open[open.count - 1].hasOpenList = false
            }
        }

        func close() {
            closeList()
            let block = open.removeLast()
            if page.document.provisions[block.index].continuation != nil {
                html += "<p class=\"words after\">"
                clauses.words(of: block.index, .after, to: &html)
                html += "</p>\n"
            }
            html += block.isItem ? "</li>\n" : "</div>\n"
        }

        for (index, provision) in page.document.provisions.enumerated() {
            if page.isTitle(index) { continue }
            let depth = min(max(provision.depth, 0), Self.deepest)
            while let last = open.last, last.depth >= depth { close() }
            let isItem = provision.type == .point
            let listIsOpen = open.last?.hasOpenList ?? rootHasOpenList
            if isItem, !listIsOpen {
                html += "<ul class=\"points\">\n"
                if open.isEmpty { rootHasOpenList = true } else { open[open.count - 1].hasOpenList = true }
            } else if !isItem {
                closeList()
            }
            let anchor = page.anchor(index)
            html +=
                isItem
                ? "<li class=\"provision\" id=\"\(anchor)\">\n"
                : "<div class=\"provision type-\(provision.type.rawValue)\" id=\"\(anchor)\">\n"
            let (inset, headings) = (open.last?.inset ?? 0, open.last?.headings ?? 0)
            write(index, provision, headings: headings, inset: isItem ? max(inset, 1) : inset, clauses, to: &html)
            let hasWords = provision.isClause || (provision.heading.isEmpty && !provision.label.isEmpty)
            open.append(
                Open(
                    index: index, depth: depth, isItem: isItem, inset: inset + (hasWords ? 1 : 0),
                    headings: headings + (provision.heading.isEmpty ? 0 : 1)))
        }
        while !open.isEmpty { close() }
        closeList()
        return html
    }

    private func write(_ index: Int, _ provision: Provision, headings: Int, inset: Int, _ clauses: ClauseWriter, to html: inout HTML) {
        let permalink = Permalink(page: page).write(index)
        if !provision.heading.isEmpty {
            html += HeadingLevel.open(headings)
            html += permalink
            html += " \(provision.heading)"
            html += HeadingLevel.close(headings)
            html += "\n"
        }
        guard provision.isClause else {
            if provision.heading.isEmpty, !provision.label.isEmpty { html += "<p class=\"words\">\(permalink)</p>\n" }
            return
        }
        html += "<div class=\"clause inset-\(min(inset, 4))\">\n<p class=\"words\">"
        if provision.heading.isEmpty { html += "\(permalink) " }
        clauses.words(of: index, .before, to: &html)
        html += "</p>\n"
        MarginWriter(page: page).write(index, to: &html)
        for note in provision.notes {
            html += "<p class=\"note\"><span class=\"label\">\(note.label)</span> \(note.text)</p>\n"
        }
        CitedBy(page: page).write(index, to: &html)
        html += "</div>\n"
    }
}

/// The link to a provision itself, at its head: its number, a bullet, or a sign that shows on hover.
private struct Permalink {
    let page: DocumentScope

    func write(_ index: Int) -> HTML {
        let provision = page.document.provisions[index]
        let anchor = page.anchor(index)
        let (look, sign): (HTML, String) =
            !provision.label.isEmpty
            ? (Self.isWide(provision.label) ? "label wide" : "label", provision.label)
            : provision.type == .point ? ("label bullet", "•") : ("pilcrow", "¶")
        let name = page.site.words("permalink", ["name": page.name(index)])
        return
            "<a class=\"\(look)\" href=\"#\(Links.encoded(anchor))\" aria-label=\"\(name)\" data-citation=\"\(page.document.id)#\(anchor)\">\(sign)</a>"
    }

    /// "Article 12" is too long for the column of labels, "(xviii)" is not: about five letters fit, of narrow ones twice as many.
    private static func isWide(_ label: String) -> Bool {
        label.utf8.count > 5
            && label.unicodeScalars.reduce(0) { $0 + ("iljtf().,:;'’ I1[]|".unicodeScalars.contains($1) ? 1 : $1.value < 0x2E80 ? 2 : 4) }
                > 10
    }
}

/// Headings of the text begin at h2: h1 is the document's title.
private enum HeadingLevel {
    private static let opens: [HTML] = [
        "<h2 class=\"heading\">", "<h3 class=\"heading\">", "<h4 class=\"heading\">", "<h5 class=\"heading\">", "<h6 class=\"heading\">",
    ]
    private static let closes: [HTML] = ["</h2>", "</h3>", "</h4>", "</h5>", "</h6>"]

    static func open(_ above: Int) -> HTML { opens[min(above, 4)] }
    static func close(_ above: Int) -> HTML { closes[min(above, 4)] }
}
