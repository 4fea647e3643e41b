import KnowledgeBase
import LegalText

/// `parties/` and a page for each party: its documents, what it owes, what it is owed.
struct PartyPages {
    let site: Site

    static func path(_ party: PartyRecord) -> String { "parties/" + Links.encoded(party.id) }

    func list() -> some Sequence<SiteFile> {
        Pager(items: site.base.parties, size: 1000, path: "parties").pages(site).lazy.map { page in
            let links = Links(depth: Links.depth(of: page.path))
            var html: HTML = "<ul class=\"entries\">\n"
            for party in page.items {
                html += "<li><a href=\"\(links.page(Self.path(party)))\">\(party.name)</a>"
                html += "<span class=\"date\">\(site.words.count("norms", party.bears.count))</span>"
                let documents = party.documents.isEmpty ? "" : site.words.count("documents", party.documents.count)
                let about = [party.aliases.joined(separator: ", "), documents].filter { !$0.isEmpty }
                html += "<span class=\"about\">\(about.joined(separator: " · "))</span></li>\n"
            }
            html += "</ul>\n\(page.links)"
            return site.page(
                .list, path: page.path, title: site.words("nav.parties"), section: "nav.parties",
                ["lead": site.words("parties.lead"), "body": html])
        }
    }

    /// A party's norms are cut into pages; its documents are on the first.
    func pages(of party: PartyRecord) -> some Sequence<SiteFile> {
        let rows = party.bears.map { (isOwed: false, place: $0) } + party.owed.map { (isOwed: true, place: $0) }
        var lead = party.role ?? ""
        if !party.aliases.isEmpty {
            lead += (lead.isEmpty ? "" : ". ") + site.words("party.aliases", ["names": party.aliases.joined(separator: ", ")])
        }
        return Pager(items: rows, size: 500, path: Self.path(party)).pages(site).enumerated().lazy.map { number, page in
            let links = Links(depth: Links.depth(of: page.path))
            var html = HTML()
            func section(_ name: String, _ content: HTML) {
                html += "<section>\n<h2>\(site.words(name))</h2>\n\(content)</section>\n"
            }
            if number == 0, !party.documents.isEmpty { section("party.documents", DocumentList.write(party.documents, site, links)) }
            let owes = page.items.filter { !$0.isOwed }.map(\.place)
            let owed = page.items.filter(\.isOwed).map(\.place)
            let nothing: HTML = "<p>\(site.words("party.nothing"))</p>\n"
            if !owes.isEmpty || number == 0 {
                section("party.owes", owes.isEmpty ? nothing : NormTable(site: site, links: links, showsBearers: false).write(owes))
            }
            if !owed.isEmpty || number == 0 {
                section("party.owed", owed.isEmpty ? nothing : NormTable(site: site, links: links).write(owed))
            }
            return site.page(
                .list, path: page.path, title: party.name, section: "nav.parties", ["lead": lead, "body": "\(html)\(page.links)" as HTML])
        }
    }
}

extension Site {
    func parties(of document: Int) -> [PartyRecord] { base.parties(to: document).map { base.parties[$0] } }
}
