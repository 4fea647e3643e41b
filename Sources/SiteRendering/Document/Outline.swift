import LegalText

/// The contents beside the text: what has a heading, and where nothing has one, what is numbered at the top.
struct Outline {
    let page: DocumentScope

    func write() -> HTML {
        var entries = page.document.provisions.indices.filter {
            !page.document.provisions[$0].heading.isEmpty && page.document.provisions[$0].depth < 3 && !page.isTitle($0)
        }
        if entries.count < 2 {
            entries = page.document.provisions.indices.filter {
                page.document.provisions[$0].depth == 0 && !page.document.provisions[$0].label.isEmpty
            }
        }
        guard entries.count > 1 else { return "" }
        let top = entries.map { page.document.provisions[$0].depth }.min() ?? 0
        var html: HTML = "<ol>\n"
        for index in entries {
            let provision = page.document.provisions[index]
            let words = provision.heading.isEmpty ? Excerpt.firstWords(provision.text) : provision.heading
            html +=
                "<li class=\"l\(min(provision.depth - top, 2))\"><a href=\"#\(Links.encoded(page.anchor(index)))\">\(provision.label) \(words)</a></li>\n"
        }
        html += "</ol>\n"
        return html
    }
}
