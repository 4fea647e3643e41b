/// The order that overrides put rules into, or the ring they form where there is none.
enum OverrideOrder: Equatable {
    /// For each rule its place; whatever overrides a rule stands before it.
    case rank([Int])
    /// Each rule overrides the next, and the last one the first.
    case ring([Int])

    /// - Parameter edges: for each rule, those that override it.
    static func of(_ edges: [[Int]]) -> OverrideOrder {
        enum Mark { case unseen, open, closed }
        var marks = Array(repeating: Mark.unseen, count: edges.count)
        var rank = Array(repeating: 0, count: edges.count)
        var closed = 0
        // A walk with a stack of its own: a chain of overrides may be as long as the file.
        for start in edges.indices where marks[start] == .unseen {
            var path: [(node: Int, next: Int)] = [(start, 0)]
            marks[start] = .open
            while let top = path.last {
                guard top.next < edges[top.node].count else {
                    marks[top.node] = .closed
                    rank[top.node] = closed
                    closed += 1
                    path.removeLast()
                    continue
                }
                path[path.count - 1].next += 1
                let target = edges[top.node][top.next]
                switch marks[target] {
                // Edges lead from the overridden to the overrider; told the other way round it reads "a overrides b".
                case .open: return .ring(path.map(\.node).drop { $0 != target }.reversed())
                case .closed: break
                case .unseen:
                    marks[target] = .open
                    path.append((target, 0))
                }
            }
        }
        return .rank(rank)
    }
}
