import KnowledgeBase
import LegalText
import Norms

/// `d/<document>/changes/`: what a version changed since the one before, clause by clause, text and norms.
enum ChangesPage {
    /// Nil for a document that is no later version of anything.
    static func render(_ site: Site, _ index: Int) -> SiteFile? {
        let versions = Versions.of(index, in: site)
        guard let position = versions.firstIndex(of: index), position > 0 else { return nil }
        let old = site.base.documents[versions[position - 1]]
        let new = site.base.documents[index]
        let path = Links.documentPath(new.document.id) + "/changes"
        let page = Comparison(
            site: site, links: Links(depth: 3), old: old, new: new,
            titles: (site.title(of: versions[position - 1]), site.title(of: index)))
        return site.page(
            .list, path: path, title: site.heading(of: index), section: "nav.documents",
            ["lead": lead(site, versions[position - 1]), "listClass": "changes", "body": page.write()])
    }

    private static func lead(_ site: Site, _ earlier: Int) -> String {
        let date = site.base.entry(of: earlier)?.version.map(site.date) ?? site.base.summaries[earlier].id
        return site.words("compare", ["date": date])
    }
}

private struct Comparison {
    let site: Site
    let links: Links
    let old: AnalyzedDocument
    let new: AnalyzedDocument
    let titles: (old: String, new: String)

    func write() -> HTML {
        let entries = ExpressionDiff(from: old, to: new).entries
        let changed = entries.filter { $0.change != .kept || !$0.norms.isEmpty }
        var html: HTML =
            "<p><a href=\"\(links.document(old.document.id))\">\(titles.old)</a> → <a href=\"\(links.document(new.document.id))\">\(titles.new)</a></p>\n<div lang=\"\(new.document.language.isEmpty ? site.language : new.document.language)\">\n"
        for entry in changed { write(entry, to: &html) }
        html += "</div>\n<p class=\"lead\">\(site.words.count("unchanged", entries.count - changed.count))</p>\n"
        return html
    }

    private func write(_ entry: ExpressionDiff.Entry, to html: inout HTML) {
        let (side, provision) = entry.new.map { (new, $0) } ?? (old, entry.old ?? 0)
        let citation = Citation(document: side.document.id, provision: site.anchor(side.document, provision))
        html += "<section class=\"change\"><h2><a href=\"\(links.citation(citation))\">\(site.name(side.document, provision))</a>"
        html += " <span class=\"how\" lang=\"\(site.language)\">\(site.words("change." + entry.change.rawValue))</span></h2>\n"
        let (before, after) = (entry.old.map { old.document.provisions[$0] }, entry.new.map { new.document.provisions[$0] })
        if before?.heading != after?.heading, before?.heading.isEmpty == false || after?.heading.isEmpty == false {
            html += "<p class=\"words\">"
            if let heading = before?.heading, !heading.isEmpty { html += "<del>\(heading)</del> " }
            if let heading = after?.heading, !heading.isEmpty { html += "<ins>\(heading)</ins>" }
            html += "</p>\n"
        }
        html += "<p class=\"words\">"
        if let words = entry.words {
            for piece in words.pieces {
                switch piece {
                case .kept(let text): html += "\(text)"
                case .removed(let text): html += marked("del", text)
                case .added(let text): html += marked("ins", text)
                }
            }
        } else if before == nil {
            html += "<ins>\(after?.text ?? "")</ins>"
        } else if after == nil {
            html += "<del>\(before?.text ?? "")</del>"
        } else {
            html += "\(after?.text ?? "")"
        }
        html += "</p>\n"
        norms(entry.norms, to: &html)
        html += "</section>\n"
    }

    /// A line through or under the words does not run on into the space behind them.
    private func marked(_ element: String, _ text: String) -> HTML {
        let spaces = text.utf8.reversed().prefix { $0 == 0x20 }.count
        guard spaces < text.utf8.count else { return "\(text)" }
        return "<\(element)>\(Substring(text.utf8.dropLast(spaces)))</\(element)>\(spaces > 0 ? " " : "")"
    }

    private func norms(_ changes: [ExpressionDiff.NormChange], to html: inout HTML) {
        guard !changes.isEmpty else { return }
        html += "<ul class=\"norm-changes\" lang=\"\(site.language)\">\n"
        for change in changes {
            guard let norm = change.new.map({ new.norms[$0] }) ?? change.old.map({ old.norms[$0] }) else { continue }
            html += "<li>\(NormMarkup.badge(norm, site.words)) \(describe(change.kind))</li>\n"
        }
        html += "</ul>\n"
    }

    private func describe(_ kind: ExpressionDiff.NormChange.Kind) -> HTML {
        func pair(_ name: String, _ from: String, _ to: String) -> HTML {
            "\(site.words("norm." + name)): \(from.isEmpty ? "" : "<del>\(from)</del> " as HTML)\(to.isEmpty ? "" : "<ins>\(to)</ins>" as HTML)"
        }
        return switch kind {
        case .added: "\(site.words("change.added"))"
        case .removed: "\(site.words("change.removed"))"
        case .modality(let from, let to):
            pair("modality", site.words("modality." + from.rawValue), site.words("modality." + to.rawValue))
        case .strength(let from, let to):
            pair("strength", site.words("strength." + from.rawValue), site.words("strength." + to.rawValue))
        case .bearers(let from, let to): pair("bearers", from.joined(separator: ", "), to.joined(separator: ", "))
        case .action(let from, let to): pair("action", from, to)
        case .deadline(let from, let to): pair("deadline", from ?? "", to ?? "")
        case .recurrence(let from, let to): pair("recurrence", from ?? "", to ?? "")
        case .conditions(let from, let to): pair("conditions", from.joined(separator: "; "), to.joined(separator: "; "))
        case .exceptions(let from, let to): pair("exceptions", from.joined(separator: "; "), to.joined(separator: "; "))
        }
    }
}
