import Agreements
import KnowledgeBase
import LegalText

/// What the register keeps of a document, as a list under its title: parties, dates, term, law. A date that no text states says so.
struct DocumentFacts {
    let page: DocumentScope

    func write() -> HTML {
        let facts = page.analyzed.agreement
        let document = page.document
        let entry = page.site.base.entry(of: page.index)
        var html: HTML = "<dl class=\"facts\">\n"
        func row(_ name: String, _ value: HTML?) {
            if let value, !value.isEmpty { html += "<dt>\(page.site.words(name))</dt><dd>\(value)</dd>\n" }
        }
        row("fact.parties", parties())
        let signed = date(document.dates.signed ?? facts.signed)
        let effective = date(document.dates.effective ?? facts.effective)
        if signed == nil && effective == nil {
            row("fact.date", "<span class=\"unstated\">\(page.site.words("noDate"))</span>")
        } else {
            row([.agreement, .alliance].contains(document.kind) ? "fact.signed" : "fact.date", signed)
            row("fact.effective", effective)
        }
        switch facts.expiry {
        case .date(let found): row("fact.expiry", date(document.dates.expiry ?? found))
        case .perpetual(let found): row("fact.expiry", sourced("\(found.text)", found.provision))
        case nil: row("fact.expiry", date(document.dates.expiry))
        }
        row("fact.renewal", facts.renewal.map { sourced("\(page.site.period($0.value))", $0.provision) })
        row("fact.notice", facts.notice.map { sourced("\(page.site.period($0.value))", $0.provision) })
        row("fact.review", date(document.dates.review))
        row("fact.law", facts.governingLaw.map { sourced("\($0.value)", $0.provision) })
        row("fact.signatories", signatories(document.signatories.isEmpty ? facts.signatories : document.signatories))
        row("fact.amends", documents(named: entry?.amends ?? []))
        row("fact.amendedBy", documents(page.site.amendedBy[document.id] ?? []))
        row("fact.supersedes", documents(named: entry?.supersedes ?? []))
        row("fact.supersededBy", documents(page.site.supersededBy[document.id] ?? []))
        if let uri = document.uri { row("fact.identifier", "\(uri)") }
        html += "</dl>"
        return html
    }

    private func parties() -> HTML {
        page.site.parties(of: page.index).map { party in
            "<a href=\"\(page.links.page(PartyPages.path(party)))\">\(party.name)</a>" as HTML
        }.joined(", ")
    }

    private func date(_ stated: StatedDate?) -> HTML? {
        guard let stated else { return nil }
        var html: HTML = "<time datetime=\"\(stated.value.description)\">\(page.site.date(stated.value))</time>"
        if let arithmetic = stated.arithmetic { html += " <span class=\"unstated\">(\(arithmetic))</span>" }
        return sourced(html, stated.provision)
    }

    /// The value with a link to the clause that states it.
    private func sourced(_ value: HTML, _ provision: Int?) -> HTML {
        guard let provision, page.document.provisions.indices.contains(provision) else { return value }
        return "\(value) · <a href=\"#\(Links.encoded(page.anchor(provision)))\">\(page.name(provision))</a>"
    }

    private func signatories(_ people: [Signatory]) -> HTML {
        people.map { person in
            "\([person.name, person.role ?? "", person.party ?? "", person.date.map(page.site.date) ?? ""].filter { !$0.isEmpty }.joined(separator: ", "))"
                as HTML
        }.joined("<br>")
    }

    private func documents(named ids: [String]) -> HTML { documents(ids.compactMap { page.site.base.index(of: $0) }) }

    private func documents(_ indices: [Int]) -> HTML {
        indices.map { page.site.link(toDocument: $0, page.links) }.joined(", ")
    }
}
