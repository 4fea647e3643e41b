import KnowledgeBase
import LegalText

/// `parties/` and a page for each party: its documents, what it owes, what it is owed.
struct PartyPages {
    let site: Site

    static func path(_ party: PartyRecord) -> String { "parties/" + Links.encoded(party.id) }

    func plans(_ prints: PagePrints) -> some Sequence<Plan> {
        let own = site.base.parties.indices.lazy.flatMap { pages(of: $0, prints) }
        return [AnySequence(list(prints)), AnySequence(own)].joined()
    }

    private func list(_ prints: PagePrints) -> some Sequence<Plan> {
        let parties = site.base.parties
        return Pager(Array(parties.indices), size: 1000, path: "parties") { Fingerprint(parties[$0].id) }.pages.lazy.map { page in
            var print = prints.begin("parties")
            print.add(page.number)
            print.add(page.count)
            for party in page.items {
                print.add(site.face(ofParty: party))
                for alias in parties[party].aliases { print.add(alias) }
                print.add(parties[party].bears.count)
                print.add(parties[party].documents.count)
            }
            return Plan(print.fingerprint) { [render(page, parties)] }
        }
    }

    private func render(_ page: Pager<Int>.Page, _ parties: [PartyRecord]) -> SiteFile {
        let links = Links(depth: Links.depth(of: page.path))
        var html: HTML = "<ul class=\"entries\">\n"
        for party in page.items.lazy.map({ parties[$0] }) {
            html += "<li><a href=\"\(links.page(Self.path(party)))\">\(party.name)</a>"
            html += "<span class=\"date\">\(site.words.count("norms", party.bears.count))</span>"
            let documents = party.documents.isEmpty ? "" : site.words.count("documents", party.documents.count)
            let about = [party.aliases.joined(separator: ", "), documents].filter { !$0.isEmpty }
            html += "<span class=\"about\">\(about.joined(separator: " · "))</span></li>\n"
        }
        html += "</ul>\n\(page.navigation(site))"
        return site.page(
            .list, path: page.path, title: site.words("nav.parties"), section: "nav.parties",
            ["lead": site.words("parties.lead"), "body": html])
    }

    private struct Row {
        var isOwed: Bool
        var place: NormPlace
    }

    /// A party's norms are cut into pages; its documents are on the first.
    private func pages(of index: Int, _ prints: PagePrints) -> some Sequence<Plan> {
        let party = site.base.parties[index]
        let rows = party.bears.map { Row(isOwed: false, place: $0) } + party.owed.map { Row(isOwed: true, place: $0) }
        let pager = Pager(rows, size: 500, path: Self.path(party)) { Fingerprint(site.base.summaries[$0.place.document].id) }
        return pager.pages.lazy.map { page in
            var print = prints.begin("party")
            print.add(site.face(ofParty: index))
            print.add(party.role ?? "")
            for alias in party.aliases { print.add(alias) }
            print.add(page.number)
            print.add(page.count)
            if page.number == 1 { for document in party.documents { print.add(site.entry(of: document)) } }
            print.addDigests(of: page.items.lazy.filter { !$0.isOwed }.map(\.place), site)
            print.add("owed")
            print.addDigests(of: page.items.lazy.filter(\.isOwed).map(\.place), site)
            return Plan(print.fingerprint) { [render(page, of: party)] }
        }
    }

    private func render(_ page: Pager<Row>.Page, of party: PartyRecord) -> SiteFile {
        var lead = party.role ?? ""
        if !party.aliases.isEmpty {
            lead += (lead.isEmpty ? "" : ". ") + site.words("party.aliases", ["names": party.aliases.joined(separator: ", ")])
        }
        let links = Links(depth: Links.depth(of: page.path))
        var html = HTML()
        func section(_ name: String, _ content: HTML) {
            html += "<section>\n<h2>\(site.words(name))</h2>\n\(content)</section>\n"
        }
        let isFirst = page.number == 1
        if isFirst, !party.documents.isEmpty { section("party.documents", DocumentList.write(party.documents, site, links)) }
        let owes = page.items.filter { !$0.isOwed }.map(\.place)
        let owed = page.items.filter(\.isOwed).map(\.place)
        let nothing: HTML = "<p>\(site.words("party.nothing"))</p>\n"
        if !owes.isEmpty || isFirst {
            section(
                "party.owes",
                owes.isEmpty ? nothing : NormTable(site: site, links: links, showsBearers: false).write(owes, label: "party.owes"))
        }
        if !owed.isEmpty || isFirst {
            section("party.owed", owed.isEmpty ? nothing : NormTable(site: site, links: links).write(owed, label: "party.owed"))
        }
        return site.page(
            .list, path: page.path, title: party.name, section: "nav.parties",
            ["lead": lead, "body": "\(html)\(page.navigation(site))" as HTML])
    }
}

extension Site {
    func parties(of document: Int) -> [PartyRecord] { base.parties(to: document).map { base.parties[$0] } }
}
