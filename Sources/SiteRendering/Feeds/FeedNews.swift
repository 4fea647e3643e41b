import KnowledgeBase
import LegalText

/// What an entry of the feed tells of a document: of a later version what it changed, text and norms, clause by clause; of any other its
/// norms. Each leads to its clause.
struct FeedNews {
    let site: Site
    let index: Int
    let links: Links

    private static let shown = 40

    /// Mark-up for a reader of feeds; links are absolute where the register has a base address.
    func write() -> HTML {
        let versions = Versions.of(index, in: site)
        if let position = versions.firstIndex(of: index), position > 0 { return changes(since: versions[position - 1]) }
        return norms()
    }

    private func norms() -> HTML {
        let analyzed = site.base.documents[index]
        return list(analyzed.norms.indices) { number in
            let norm = analyzed.norms[number]
            return "\(link(norm.clause)): \(NormMarkup.plain(norm, site.words)) “\(norm.action.text)”"
        }
    }

    private func changes(since earlier: Int) -> HTML {
        let (old, new) = (site.base.documents[earlier], site.base.documents[index])
        let changed = ExpressionDiff(from: old, to: new).entries.filter { $0.change != .kept || !$0.norms.isEmpty }
        return list(changed) { entry in
            let name = entry.new.map(link) ?? "\(site.name(old.document, entry.old ?? 0))" as HTML
            let norms = entry.norms.compactMap { change in
                change.new.map { NormMarkup.plain(new.norms[$0], site.words) }
                    ?? change.old.map { NormMarkup.plain(old.norms[$0], site.words) }
            }
            return "\(name): \(site.words("change." + entry.change.rawValue))\(norms.isEmpty ? "" : " (\(norms.joined("; ")))" as HTML)"
        }
    }

    private func list<Item>(_ items: some RandomAccessCollection<Item>, _ line: (Item) -> HTML) -> HTML {
        guard !items.isEmpty else { return "" }
        return
            "<ul>\(items.prefix(Self.shown).map { "<li>\(line($0))</li>" as HTML }.joined())\(items.count > Self.shown ? "<li>…</li>" : "" as HTML)</ul>"
    }

    private func link(_ provision: Int) -> HTML {
        let document = site.base.documents[index].document
        let citation = Citation(document: document.id, provision: site.anchor(document, provision))
        return "<a href=\"\(site.canonical("") ?? "")\(links.citation(citation))\">\(site.name(document, provision))</a>"
    }
}
