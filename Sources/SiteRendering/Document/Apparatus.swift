import KnowledgeBase
import LegalText
import References

/// What stands below a document's text: the terms it defines, what is gone from it, who cites it.
struct Apparatus {
    let page: DocumentScope

    func write() -> HTML {
        "\(terms())\(tombstones())\(citing())"
    }

    /// The page's tooltips show these entries; without a script the terms in the text link to them.
    private func terms() -> HTML {
        guard !page.analyzed.definitions.isEmpty else { return "" }
        var html: HTML = "<section><h2>\(page.site.words("termsHere"))</h2>\n<dl class=\"glossary\">\n"
        for (number, definition) in page.analyzed.definitions.enumerated() {
            html +=
                "<dt id=\"term-\(number + 1)\">\(definition.term)</dt><dd>\(definition.meaning ?? "") <span class=\"places\">\(page.site.words("definedIn")) <a href=\"#\(Links.encoded(page.anchor(definition.clause)))\">\(page.name(definition.clause))</a></span></dd>\n"
        }
        html += "</dl></section>\n"
        return html
    }

    /// A deleted clause keeps its anchor, so that a link to it still says what became of it.
    private func tombstones() -> HTML {
        guard let gone = page.site.tombstones[page.document.id] else { return "" }
        var html: HTML = "<section><h2>\(page.site.words("removedHere"))</h2>\n<ul>\n"
        for tombstone in gone {
            html += "<li class=\"tombstone\" id=\"\(tombstone.wId)\">\(page.site.words("removedText", ["name": tombstone.wId]))"
            if let successor = tombstone.successor {
                html += " \(page.site.words("removedSee")) <a href=\"#\(Links.encoded(successor))\">\(successor)</a>"
            }
            html += "</li>\n"
        }
        html += "</ul></section>\n"
        return html
    }

    private func citing() -> HTML {
        let places = page.mentions.filter { $0.document != page.index }
        guard !places.isEmpty else { return "" }
        return
            "<section><h2>\(page.site.words("document.citedBy"))</h2>\n\(CitedBy.list(places, site: page.site, links: page.links))</section>\n"
    }
}
