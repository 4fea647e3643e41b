import SearchCore
import SearchIndex

/// Compares the engine with a slow, obvious twin: all stored texts are read again, split into words, and every query is answered by
/// scoring every record and scanning every text. Top ten (records and order) and counts must be equal.
struct Check {
    private let search: RankedSearch
    private let twin: ExhaustiveSearch

    init(directory: String) throws {
        search = RankedSearch(try Segment.open(path: Engine.segmentPath(directory), verifying: true))
        twin = ExhaustiveSearch(search)
    }

    func run(_ queries: [PeerQuery]) throws -> Bool {
        var wrongTops = 0
        var wrongCounts = 0
        var furthest = 0.0
        for query in queries {
            let (expected, count) = twin.answer(query.query)
            let found = search.top(query.query)
            if found.map(\.record) != expected.map(\.record) {
                wrongTops += 1
                print("top differs:", query.type, query.text, found.prefix(3), expected.prefix(3))
            }
            for (one, other) in zip(found, expected) { furthest = max(furthest, abs(one.score - other.score)) }
            if search.count(query.query) != count {
                wrongCounts += 1
                print("count differs:", query.type, query.text, search.count(query.query), count)
            }
        }
        print(
            "queries \(queries.count), top ten different \(wrongTops), counts different \(wrongCounts), scores apart by at most \(furthest)"
        )
        return wrongTops + wrongCounts == 0
    }
}
