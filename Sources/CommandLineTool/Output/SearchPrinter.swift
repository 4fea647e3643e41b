import KnowledgeBase
import LegalText
import SearchCore

/// Search results for people: citation, what the clause does, its best passage.
struct SearchPrinter {
    var style: Style
    var context: Int

    func print(_ results: SearchResults, _ base: OpenedBase) throws {
        let console = Console.current
        for note in results.notes { try console.print(style.faint(SearchWords.describe(note))) }
        if results.total == 0 {
            try console.print("Nothing found.")
            return
        }
        for hit in results.hits {
            let stored = StoredHit(hit.stored)
            let place = [stored?.title ?? hit.title, hit.heading].filter { !$0.isEmpty }.joined(separator: " › ")
            try console.print("\(style.citation(hit.key))  \(style.faint(Paragraph.harmless(place)))")
            for line in (stored?.norms ?? []).map(head).uniqued().prefix(4) {
                try console.print("  " + style.strong(Paragraph.harmless(line)))
            }
            if context > 0 {
                for line in try neighbours(of: hit.key, base) { try console.print(line) }
            } else if !hit.text.isEmpty {
                try console.print(Paragraph.wrap("“" + marked(hit.snippet, of: hit.text) + "”", indent: "  ", width: console.facts.width))
            }
            for term in hit.explanation {
                let field = term.field == .heading ? "headings" : "text"
                try console.print(
                    style.faint(
                        "    \(rounded(term.score))  \(term.term) in \(field): \(term.frequency) times, rarity \(rounded(term.inverseDocumentFrequency))"
                    ))
            }
            if !hit.explanation.isEmpty { try console.print(style.faint("    \(rounded(hit.score))  in all")) }
            try console.print()
        }
        let shown = results.hits.count
        try console.print(
            "\(results.total) \(results.total == 1 ? "clause" : "clauses")\(shown < results.total ? ", the first \(shown) shown" : "").")
    }

    /// "prohibition, binding: Uni Connect Partnership"
    private func head(_ norm: StoredHit.NormSummary) -> String {
        let kind = "\(norm.modality == "no-right" ? "no right" : norm.modality), \(norm.strength)"
        return norm.bearers.isEmpty ? kind : "\(kind): \(NormWords.list(norm.bearers))"
    }

    private func rounded(_ number: Double) -> String { String((number * 1000).rounded() / 1000) }

    /// The passage with its hit words marked.
    private func marked(_ snippet: Snippet, of text: String) -> String {
        let bytes = Array(snippet.text.utf8)
        var out = ""
        var position = 0
        for range in snippet.highlights where range.lowerBound >= position && range.upperBound <= bytes.count {
            out += Paragraph.harmless(String(decoding: bytes[position..<range.lowerBound], as: UTF8.self))
            out += style.mark(Paragraph.harmless(String(decoding: bytes[range], as: UTF8.self)))
            position = range.upperBound
        }
        out += Paragraph.harmless(String(decoding: bytes[position...], as: UTF8.self))
        let before = snippet.start > 0 ? "… " : ""
        return before + out + (snippet.start + bytes.count < text.utf8.count ? " …" : "")
    }

    /// The clause and those around it, each with its citation.
    private func neighbours(of key: String, _ base: OpenedBase) throws -> [String] {
        let citation = Citation(key)
        guard let document = try base.document(citation.document) else { return [] }
        let provisions = document.document.provisions
        guard let at = provisions.firstIndex(where: { $0.wId == citation.provision }) else { return [] }
        let width = Console.current.facts.width
        return provisions.indices[max(0, at - context)..<min(provisions.count, at + context + 1)].map { index in
            let words = [provisions[index].heading, provisions[index].text].filter { !$0.isEmpty }.joined(separator: " ")
            let label = index == at ? "> " : "  "
            let text = Paragraph.wrap(
                Paragraph.harmless("[\(provisions[index].wId)] \(words)"), indent: "    ", first: "  \(label)", width: width)
            return index == at ? text : style.faint(text)
        }
    }
}
