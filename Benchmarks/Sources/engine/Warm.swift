import Glibc
import SearchCore
import SearchIndex

/// Runs every query in one process: CPU time of the thread, from the query string to the result, the least of some passes.
struct Warm {
    let search: RankedSearch
    private let passes = 5
    /// The only kind of work to do, for a profiler; nil for all three.
    private let mode: String?

    init(directory: String, mode: String? = nil) throws {
        self.mode = mode
        search = RankedSearch(try Segment.open(path: Engine.segmentPath(directory), verifying: false))
    }

    func run(queries: [PeerQuery], into path: String) throws {
        var json = "{"
        for (name, work) in modes where mode == nil || mode == name {
            var least = [Double](repeating: .infinity, count: queries.count)
            var hits = [Int](repeating: 0, count: queries.count)
            for _ in 0..<passes {
                for (place, query) in queries.enumerated() {
                    let start = threadTime()
                    hits[place] = work(PeerQuery(type: query.type, text: query.text))
                    least[place] = min(least[place], threadTime() - start)
                }
            }
            show(name, queries, least)
            json += json.count > 1 ? "," : ""
            json += "\"\(name)\":{\"unsupported\":[],\"queries\":["
            json += queries.indices.map {
                "{\"type\":\"\(queries[$0].type)\",\"q\":\"\(escaped(queries[$0].text))\",\"hits\":\(hits[$0]),\"min_us\":\(least[$0])}"
            }.joined(separator: ",")
            json += "]}"
        }
        json += "}\n"
        guard let file = fopen(path, "w") else { exit(2) }
        fputs(json, file)
        fclose(file)
    }

    private var modes: [(String, (PeerQuery) -> Int)] {
        [
            ("top10", { search.top($0.query).count }),
            ("count", { search.count($0.query) }),
            ("page", { Engine.page(search, $0).count }),
        ]
    }

    private func escaped(_ text: String) -> String {
        text.split(separator: "\\", omittingEmptySubsequences: false).joined(separator: "\\\\")
            .split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\\\"")
    }

    private func show(_ name: String, _ queries: [PeerQuery], _ least: [Double]) {
        var types: [String] = []
        for query in queries where !types.contains(query.type) { types.append(query.type) }
        print(name)
        for type in types + ["ALL"] {
            let values = queries.indices.filter { type == "ALL" || queries[$0].type == type }.map { least[$0] }.sorted()
            func percentile(_ part: Int) -> String {
                let tenths = Int(values[min(values.count - 1, values.count * part / 100)] * 10)
                return "\(tenths / 10).\(tenths % 10)"
            }
            print("  \(type) n=\(values.count) p50=\(percentile(50)) p95=\(percentile(95)) p99=\(percentile(99)) us")
        }
    }
}

/// CPU time of this thread in microseconds.
func threadTime() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) * 1e6 + Double(time.tv_nsec) / 1e3
}
