import LegalText

/// A long list cut into pages: `norms/`, `norms/~2/`, `norms/~3/` (no slug has a tilde) ...
struct Pager<Item> {
    let items: [Item]
    let size: Int
    let path: String

    /// The pages' paths, each with its part of the items and the links to the others; made one after another, as they are asked for.
    func pages(_ site: Site) -> some Sequence<(path: String, items: ArraySlice<Item>, links: HTML)> {
        let count = max(1, (items.count + size - 1) / size)
        return (1...count).lazy.map { number in
            let path = path(of: number)
            let part = items[min((number - 1) * size, items.count)..<min(number * size, items.count)]
            return (path, part, count == 1 ? "" : navigation(number, of: count, Links(depth: Links.depth(of: path)), site))
        }
    }

    private func path(of number: Int) -> String { number == 1 ? path : path + "/~\(number)" }

    /// The first, the last, and the neighbours.
    private func navigation(_ number: Int, of count: Int, _ links: Links, _ site: Site) -> HTML {
        let shown = (1...count).filter { $0 == 1 || $0 == count || abs($0 - number) <= 3 }
        var html: HTML = "<nav class=\"pager\" aria-label=\"\(site.words("pages"))\">\n"
        for page in shown {
            html += page == number ? "<b aria-current=\"page\">\(page)</b>\n" : "<a href=\"\(links.page(path(of: page)))\">\(page)</a>\n"
        }
        html += "</nav>\n"
        return html
    }
}
