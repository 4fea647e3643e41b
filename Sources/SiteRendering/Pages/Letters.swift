import KnowledgeBase

/// A list from A to Z: on one page where it is short, else a page or more for each letter.
struct Letters<Item> {
    let site: Site
    /// The folder of the list, and the section of the site that it is.
    let path: String
    let title: String
    let section: String?
    let lead: String
    let kind: String
    private let letters: [(letter: String, items: [Item])]
    private let key: (Item) -> String
    private let mostOnOnePage: Int

    /// - Parameters:
    ///   - items: in the order they are to stand in.
    ///   - word: what an item stands under.
    init(
        _ site: Site, _ items: [Item], path: String, title: String, section: String?, lead: String, mostOnOnePage: Int = 600,
        word: @escaping (Item) -> String
    ) {
        self.site = site
        self.path = path
        self.title = title
        self.section = section
        self.lead = lead
        self.mostOnOnePage = mostOnOnePage
        kind = path
        key = word
        letters = Dictionary(grouping: items) { Self.initial(word($0)) }.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }

    /// - Parameters:
    ///   - print: adds what an item is shown from.
    ///   - write: the items of one letter.
    func plans(
        _ prints: PagePrints, print addItem: @escaping (Item, inout Mixer) -> Void,
        write: @escaping (ArraySlice<Item>, Links, inout HTML) -> Void
    ) -> [Plan] {
        var common = prints.begin(kind)
        for letter in letters { common.add(letter.letter) }
        if letters.reduce(0, { $0 + $1.items.count }) <= mostOnOnePage {
            var print = common
            for letter in letters { for item in letter.items { addItem(item, &print) } }
            return [
                Plan(print.fingerprint) {
                    let links = Links(depth: Links.depth(of: path))
                    var html = navigation { "#letter-\($0)" }
                    for (letter, items) in letters { section(letter, items[...], links, write, to: &html) }
                    return [page(path, html)]
                }
            ]
        }
        let root = Plan(common.fingerprint) {
            let links = Links(depth: Links.depth(of: path))
            return [page(path, navigation { links.page(path + "/" + $0) })]
        }
        return [root]
            + letters.flatMap { letter, items in
                Pager(items, size: mostOnOnePage, path: path + "/" + Self.folder(letter)) { Fingerprint(key($0)) }.pages.map { part in
                    var print = common
                    print.add(letter)
                    print.add(part.number)
                    print.add(part.count)
                    for item in part.items { addItem(item, &print) }
                    return Plan(print.fingerprint) {
                        let links = Links(depth: Links.depth(of: part.path))
                        var html = navigation(current: letter) { links.page(path + "/" + $0) }
                        section(letter, part.items, links, write, to: &html)
                        html += part.navigation(site)
                        return [page(part.path, html)]
                    }
                }
            }
    }

    private func page(_ path: String, _ html: HTML) -> SiteFile {
        site.page(.list, path: path, title: title, section: section, ["lead": lead, "body": html])
    }

    private func section(
        _ letter: String, _ items: ArraySlice<Item>, _ links: Links, _ write: (ArraySlice<Item>, Links, inout HTML) -> Void,
        to html: inout HTML
    ) {
        html += "<section>\n<h2 id=\"letter-\(Self.folder(letter))\">\(letter)</h2>\n"
        write(items, links, &html)
        html += "</section>\n"
    }

    private func navigation(current: String? = nil, _ address: (String) -> String) -> HTML {
        var html: HTML = "<nav class=\"letters\" aria-label=\"\(title)\">\n"
        for (letter, _) in letters {
            html +=
                "<a href=\"\(address(Self.folder(letter)))\"\(letter == current ? " aria-current=\"page\"" : "" as HTML)>\(letter)</a>\n"
        }
        html += "</nav>\n"
        return html
    }

    /// The letter a word stands under: its first letter without marks, in capitals; `#` for what has none.
    private static func initial(_ word: String) -> String {
        if let letter = Slug.make(word.prefix(1)).first, letter.isLetter { return letter.uppercased() }
        return word.first { $0.isLetter }.map { String($0).uppercased() } ?? "#"
    }

    /// A letter as part of an address: "a"; "~3b1" for one outside ASCII.
    private static func folder(_ letter: String) -> String {
        let slug = Slug.make(letter)
        return slug.isEmpty ? letter.unicodeScalars.map { "~" + String($0.value, radix: 16) }.joined() : slug
    }
}
