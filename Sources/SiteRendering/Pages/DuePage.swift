import Calendar
import KnowledgeBase
import LegalText
import Norms

/// `due/`: what falls due, by year and month, and what recurs or is due without a date to count from.
enum DuePage {
    static func render(_ site: Site) -> SiteFile {
        let links = Links(depth: 1)
        let html = undated(site, links)
        return site.page(
            .list, path: "due", title: site.words("nav.due"), section: "nav.due", ["lead": site.words("due.lead"), "body": html])
    }

    /// Norms with a time that no date is known for.
    private static func undated(_ site: Site, _ links: Links) -> HTML {
        var rows = HTML()
        for (index, analyzed) in site.base.documents.enumerated() {
            for norm in analyzed.norms where norm.recurrence != nil || norm.deadline != nil {
                let clause = ClausePlace(document: index, provision: norm.clause)
                let times = [norm.recurrence?.text ?? "", norm.deadline?.text ?? ""].filter { !$0.isEmpty }.joined(separator: "; ")
                rows +=
                    "<tr><td>\(times)</td><td class=\"quote\">\(norm.action.text)</td><td>\(norm.bearers.joined(separator: ", "))</td><td>\(site.link(to: clause, links))</td></tr>\n"
            }
        }
        if rows.isEmpty { return "" }
        let heads = ["due.when", "due.what", "due.who", "norm.clause"].map { "<th scope=\"col\">\(site.words($0))</th>" as HTML }.joined()
        return """
            <section>
            <h2>\(site.words("due.undated"))</h2>
            <p class="lead">\(site.words("due.undatedLead"))</p>
            <div class="table"><table>
            <thead><tr>\(heads)</tr></thead>
            <tbody>
            \(rows)</tbody></table></div>
            </section>

            """
    }
}
