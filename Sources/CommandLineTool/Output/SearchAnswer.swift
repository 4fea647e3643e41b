import KnowledgeBase
import LegalText
import SearchCore

/// What `search --json` answers (DESIGN.md section 6).
struct SearchAnswer: Encodable {
    struct Highlight: Encodable { var start: Int, end: Int }
    struct Term: Encodable { var term: String, field: String, idf: Double, tf: Int, score: Double }

    struct Hit: Encodable {
        var citation: String
        var document: String
        var title: String
        var heading: String
        var number: String
        /// Of the document.
        var kind: String
        /// Of the provision.
        var type: String
        var score: Double
        var snippet: String
        /// In `snippet`, counting Unicode scalars.
        var highlights: [Highlight]
        var text: String
        var url: String
        var norms: [String]
        var explanation: [Term]?
    }

    var version = 1
    var query: String
    var total: Int
    var elapsedMS: Double
    var notes: [String]
    var hits: [Hit]
    var facets: [String: [String: Int]]

    enum CodingKeys: String, CodingKey {
        case version, query, total, notes, hits, facets
        case elapsedMS = "elapsed_ms"
    }

    init(_ results: SearchResults, query: String, elapsed: Duration, baseURL: String, explains: Bool) {
        self.query = query
        total = results.total
        elapsedMS = (Double(elapsed.components.seconds) * 1e6 + Double(elapsed.components.attoseconds / 1_000_000_000_000)).rounded() / 1000
        notes = results.notes.map(SearchWords.describe)
        hits = results.hits.map { hit in
            let stored = StoredHit(hit.stored)
            let offsets = ScalarOffsets(hit.snippet.text)
            return Hit(
                citation: hit.key, document: hit.document, title: stored?.title ?? hit.title, heading: hit.heading, number: hit.number,
                kind: hit.facets.first { $0.field == "kind" }?.value ?? "", type: stored?.type ?? "", score: hit.score,
                snippet: hit.snippet.text,
                highlights: hit.snippet.highlights.map {
                    Highlight(start: offsets.scalar($0.lowerBound), end: offsets.scalar($0.upperBound))
                },
                text: hit.text, url: Links.page(of: Citation(hit.key), baseURL: baseURL), norms: stored?.norms.map(\.id) ?? [],
                explanation: explains
                    ? hit.explanation.map {
                        Term(
                            term: $0.term, field: $0.field == .heading ? "headings" : "text", idf: $0.inverseDocumentFrequency,
                            tf: $0.frequency, score: $0.score)
                    } : nil)
        }
        facets = [:]
        for count in results.facets { facets[count.field, default: [:]][count.value] = count.count }
    }
}

/// Where a citation stands on the site.
enum Links {
    static func page(of citation: Citation, baseURL: String) -> String {
        "\(baseURL)d/\(citation.document)/" + (citation.provision.map { "#" + $0 } ?? "")
    }
}
