import KnowledgeBase

/// A long list cut into pages: `norms/`, `norms/~2/`, `norms/~3/` (no slug has a tilde) ...
///
/// Where a page ends is told by what stands there, not by counting: an item more or less changes its own page, and the pages after it stay
/// as they are. Items of one group (the norms of one document) are kept together where they fit.
struct Pager<Item> {
    private let items: ArraySlice<Item>
    private let path: String
    private let cuts: [Range<Int>]

    struct Page {
        let path: String
        let items: ArraySlice<Item>
        /// From 1.
        let number: Int
        let count: Int
        fileprivate let base: String

        /// The first page, the last, and the neighbours; nothing where there is but one.
        func navigation(_ site: Site) -> HTML {
            guard count > 1 else { return "" }
            let links = Links(depth: Links.depth(of: path))
            let shown = (1...count).filter { $0 == 1 || $0 == count || abs($0 - number) <= 3 }
            var html: HTML = "<nav class=\"pager\" aria-label=\"\(site.words("pages"))\">\n"
            for page in shown {
                html +=
                    page == number
                    ? "<b aria-current=\"page\">\(page)</b>\n" : "<a href=\"\(links.page(Pager.path(base, page)))\">\(page)</a>\n"
            }
            html += "</nav>\n"
            return html
        }
    }

    /// - Parameters:
    ///   - size: of a page, about; no page has more than twice as many items.
    ///   - group: what an item belongs to, as a fingerprint; items of a group stand together.
    init(_ items: [Item], size: Int, path: String, group: (Item) -> Fingerprint) {
        self.init(items[...], size: size, path: path, group: group)
    }

    init(_ items: ArraySlice<Item>, size: Int, path: String, group: (Item) -> Fingerprint) {
        self.items = items
        self.path = path
        cuts = items.count <= size ? [items.indices] : Self.cuts(items, size: size, group)
    }

    var pages: some Sequence<Page> {
        cuts.enumerated().lazy.map { number, cut in
            Page(path: Self.path(path, number + 1), items: items[cut], number: number + 1, count: cuts.count, base: path)
        }
    }

    private static func path(_ base: String, _ number: Int) -> String { number == 1 ? base : base + "/~\(number)" }

    /// A page is at least a quarter full; from there on each group ends it by the chance that makes pages full on the average.
    private static func cuts(_ items: ArraySlice<Item>, size: Int, _ group: (Item) -> Fingerprint) -> [Range<Int>] {
        var cuts: [Range<Int>] = []
        var start = items.startIndex
        var at = start
        var next = items.first.map(group)
        while at < items.endIndex, let here = next {
            var end = at
            while end < items.endIndex, next == here {
                end += 1
                next = end < items.endIndex ? group(items[end]) : nil
            }
            let isEnd = at - start >= size / 4 && here.value % UInt64(max(1, size * 3 / 4)) < UInt64(end - at)
            if at > start, isEnd || end - start > size * 2 {
                cuts.append(start..<at)
                start = at
            }
            at = end
            while at - start > size * 2 {
                cuts.append(start..<(start + size))
                start += size
            }
        }
        if start < items.endIndex || cuts.isEmpty { cuts.append(start..<items.endIndex) }
        return cuts
    }
}
