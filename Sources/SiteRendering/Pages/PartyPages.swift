import KnowledgeBase
import LegalText

/// `parties/` and a page for each party: its documents, what it owes, what it is owed.
enum PartyPages {
    static func path(_ party: PartyRecord) -> String { "parties/" + Links.encoded(party.id) }

    static func render(_ site: Site) -> [SiteFile] {
        [list(site)] + site.base.parties.map { page($0, site) }
    }

    private static func list(_ site: Site) -> SiteFile {
        let links = Links(depth: 1)
        var html: HTML = "<ul class=\"entries\">\n"
        for party in site.base.parties {
            html +=
                "<li><a href=\"\(links.page(path(party)))\">\(party.name)</a><span class=\"date\">\(site.words.count("norms", party.bears.count))</span>"
            let about = [
                party.aliases.joined(separator: ", "), party.documents.isEmpty ? "" : site.words.count("documents", party.documents.count),
            ]
            html += "<span class=\"about\">\(about.filter { !$0.isEmpty }.joined(separator: " · "))</span></li>\n"
        }
        html += "</ul>\n"
        return site.page(
            .list, path: "parties", title: site.words("nav.parties"), section: "nav.parties",
            ["lead": site.words("parties.lead"), "body": html])
    }

    private static func page(_ party: PartyRecord, _ site: Site) -> SiteFile {
        let links = Links(depth: 2)
        var html = HTML()
        func section(_ name: String, _ content: HTML) {
            html += "<section>\n<h2>\(site.words(name))</h2>\n\(content)</section>\n"
        }
        if !party.documents.isEmpty { section("party.documents", DocumentList.write(party.documents, site, links)) }
        let nothing: HTML = "<p>\(site.words("party.nothing"))</p>\n"
        section("party.owes", party.bears.isEmpty ? nothing : NormTable(site: site, links: links, showsBearers: false).write(party.bears))
        section("party.owed", party.owed.isEmpty ? nothing : NormTable(site: site, links: links).write(party.owed))
        var lead = party.role ?? ""
        if !party.aliases.isEmpty {
            lead += (lead.isEmpty ? "" : ". ") + site.words("party.aliases", ["names": party.aliases.joined(separator: ", ")])
        }
        return site.page(.list, path: path(party), title: party.name, section: "nav.parties", ["lead": lead, "body": html])
    }
}

extension Site {
    func parties(of document: Int) -> [PartyRecord] { (partiesByDocument[document] ?? []).map { base.parties[$0] } }
}
