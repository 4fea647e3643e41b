import Glibc
import SearchCore
import SearchIndex

/// Drives the search engine alone, on the work that its peers are measured by.
@main struct Engine {
    static func main() {
        do { try run(Array(CommandLine.arguments.dropFirst())) } catch {
            let words = "engine: \(error)\n"
            write(STDERR_FILENO, words, words.utf8.count)
            exit(1)
        }
    }

    private static func run(_ arguments: [String]) throws {
        switch (arguments.first, arguments.count) {
        case ("index", 3...): try index(arguments[1], arguments[2], stores: !arguments.contains("--no-store"))
        case ("warm", 4...5):
            let warm = try Warm(directory: arguments[1], mode: arguments.count > 4 ? arguments[4] : nil)
            try warm.run(queries: PeerQuery.read(arguments[2]), into: arguments[3])
        case ("one", 4): try one(arguments[1], PeerQuery(type: arguments[2], text: arguments[3]))
        case ("browser", 3): try BrowserBundle(corpus: arguments[1], directory: arguments[2]).write()
        case ("browser", 5):
            var bundle = BrowserBundle(corpus: arguments[1], directory: arguments[2])
            bundle.sizes.lists = Int(arguments[3]) ?? bundle.sizes.lists
            bundle.sizes.rows = Int(arguments[4]) ?? bundle.sizes.rows
            try bundle.write()
        case ("check", 3): exit(try Check(directory: arguments[1]).run(PeerQuery.read(arguments[2])) ? 0 : 1)
        default:
            print(
                "engine index FILE.jsonl DIR [--no-store] | warm DIR queries.tsv OUT.json [MODE] | one DIR TYPE QUERY | check DIR queries.tsv | browser FILE.jsonl DIR [LISTS ROWS]"
            )
            exit(2)
        }
    }

    static func segmentPath(_ directory: String) -> String { directory + "/segment.cseg" }

    private static func index(_ corpus: String, _ directory: String, stores: Bool) throws {
        mkdir(directory, 0o777)
        var settings = IndexSettings()
        settings.folding = .plain
        settings.storesText = stores
        let builder = try SegmentBuilder(path: segmentPath(directory), settings: settings)
        var lines = JSONLines(path: corpus)
        var clause = JSONLines.Clause()
        var document: [UInt8] = []
        while lines.next(&clause) {
            if clause.document != document {
                document = clause.document
                builder.beginDocument(String(decoding: document, as: UTF8.self), title: "")
            }
            // Copies of the right size: the reader's own buffers keep room for the longest text so far.
            try builder.add(
                key: clause.id.withUnsafeBufferPointer { Array($0) }, heading: clause.title.withUnsafeBufferPointer { Array($0) },
                text: clause.text.withUnsafeBufferPointer { Array($0) })
        }
        try builder.finish()
        print("records", builder.recordCount)
    }

    private static func one(_ directory: String, _ query: PeerQuery) throws {
        let search = RankedSearch(try Segment.open(path: segmentPath(directory), verifying: false))
        var out = ""
        for line in page(search, query) { out += line + "\n" }
        print(out, terminator: "")
    }

    /// The result page: for each of the best ten its key, heading and a snippet with the words marked.
    static func page(_ search: RankedSearch, _ query: PeerQuery) -> [String] {
        let maker = SnippetMaker(search.wanted(query), folding: .plain)
        return search.top(query.query).map { hit in
            let row = search.stored(hit.record)
            let snippet = maker.snippet(of: row.text, length: 150)
            var line = String(decoding: row.key, as: UTF8.self) + "\t" + String(decoding: row.heading, as: UTF8.self) + "\t"
            var at = 0
            let text = Array(snippet.text.utf8)
            for mark in snippet.highlights {
                line += String(decoding: text[at..<mark.lowerBound], as: UTF8.self) + "<b>"
                line += String(decoding: text[mark], as: UTF8.self) + "</b>"
                at = mark.upperBound
            }
            return line + String(decoding: text[at...], as: UTF8.self)
        }
    }
}

extension RankedSearch {
    func wanted(_ query: PeerQuery) -> [SnippetMaker.Wanted] { query.wanted }
}

func slurp(_ path: String) -> String? {
    guard let file = fopen(path, "r") else { return nil }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
        let count = fread(&buffer, 1, buffer.count, file)
        if count == 0 { return String(decoding: bytes, as: UTF8.self) }
        bytes += buffer[..<count]
    }
}
