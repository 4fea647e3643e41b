import KnowledgeBase
import LegalText

/// `feed.atom`: the documents, latest first, each with its norms, or with what it changed as a later version. Times come from the dates that documents bear, never from a clock; a document without
/// one takes the earliest moment of the feed's own age.
enum AtomFeed {
    private static let shown = 100

    static func plan(_ site: Site, _ prints: PagePrints) -> Plan {
        let dated = site.base.summaries.indices.map { (index: $0, date: site.date(of: $0)) }
            .sorted { a, b in a.date == b.date ? a.index < b.index : b.date.map { later in a.date.map { $0 > later } ?? false } ?? true }
            .prefix(shown)
        var print = prints.begin("feed")
        for (index, date) in dated {
            print.add(prints.ofDocument(index))
            print.add(date?.description ?? "")
        }
        return Plan(print.fingerprint) { [SiteFile(path: "feed.atom", bytes: write(site, Array(dated)).bytes)] }
    }

    private static func write(_ site: Site, _ dated: [(index: Int, date: PartialDate?)]) -> HTML {
        let root = site.canonical("") ?? ""
        let identifier = root.isEmpty ? "urn:concordat:" + Slug.make(site.title) : root
        var xml: HTML = """
            <?xml version="1.0" encoding="UTF-8"?>
            <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="\(site.language)">
            <title>\(site.title)</title>
            <id>\(identifier)</id>
            <updated>\(moment(dated.first?.date))</updated>
            <author><name>\(site.title)</name></author>

            """
        if !root.isEmpty { xml += "<link rel=\"self\" href=\"\(root)feed.atom\"/>\n<link href=\"\(root)\"/>\n" }
        for (index, date) in dated {
            let analyzed = site.base.documents[index]
            let document = analyzed.document
            let path = Links.documentPath(document.id)
            xml += "<entry>\n<title>\(site.title(of: index))</title>\n"
            xml += "<id>\(root.isEmpty ? identifier + ":" + document.id : root + path + "/")</id>\n"
            xml += "<link href=\"\(root)\(path)/\(root.isEmpty ? "index.html" : "")\"/>\n<updated>\(moment(date))</updated>\n"
            xml += "<category term=\"\(document.kind.rawValue)\" label=\"\(site.words("kind." + document.kind.rawValue))\"/>\n"
            let first = document.provisions.first { $0.isClause && $0.type != .title }?.text ?? ""
            xml +=
                "<summary>\(Excerpt.firstWords(first, limit: 240)) (\(site.words.count("norms", analyzed.norms.count)))</summary>\n"
            let news = FeedNews(site: site, index: index, links: Links(depth: 0)).write()
            if !news.isEmpty { xml += "<content type=\"html\">\(news.string)</content>\n" }
            xml += "</entry>\n"
        }
        xml += "</feed>\n"
        return xml
    }

    /// The first moment of a date at its precision, as Atom wants it.
    private static func moment(_ date: PartialDate?) -> String {
        guard let date else { return "1970-01-01T00:00:00Z" }
        return PartialDate(year: date.year, month: date.month ?? 1, day: date.day ?? 1).description + "T00:00:00Z"
    }
}
