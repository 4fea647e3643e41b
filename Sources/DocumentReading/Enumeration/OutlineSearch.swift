/// Decides which candidates are items and how they nest: a beam search over the readings of every label.
///
/// An item is the next of an open list, the first of a new one, or, at a price, neither. Where the labels alone leave two
/// readings open ("(i)" behind "(h)"), both stay in the beam until the sequence decides. Linear in the number of candidates.
struct OutlineSearch {
    /// An accepted item, linked to the one it stands in and to the one before it.
    struct Node {
        var candidate: Int
        var reading: LabelReading
        /// The item it stands in, and the item accepted before it; -1 for none. Indices into `nodes`.
        var parent: Int
        var previous: Int
        var depth: Int
        /// The last section before it, whose number the next section continues in whatever part it stands; -1 for none.
        var section = -1
        /// Equal for states that have the same lists open.
        var signature: UInt64
    }

    private struct State {
        var node: Int
        var score: Int
        var signature: UInt64
    }

    /// A state that may enter the beam: the one before it with or without one more item.
    private struct Proposal {
        var state: State
        var item: Node?
    }

    private(set) var nodes: [Node] = []
    private let candidates: [LabelCandidate]
    private let linesOnly: Bool
    private let hierarchical: Bool

    private static let width = 10
    private static let maximalDepth = 10

    /// The items among `candidates`, in order; each one's parent is an index into the result, -1 at the top.
    static func items(_ candidates: [LabelCandidate], linesOnly: Bool) -> [Node] {
        var search = OutlineSearch(candidates, linesOnly: linesOnly)
        return search.run()
    }

    private init(_ candidates: [LabelCandidate], linesOnly: Bool) {
        self.candidates = candidates
        self.linesOnly = linesOnly
        hierarchical = Self.numbersChildren(candidates)
    }

    /// True when "8.1" is the first child of 8, not a section inserted behind it: 8 is a mere heading, 8.1 stands right below it.
    private static func numbersChildren(_ candidates: [LabelCandidate]) -> Bool {
        var children = 0
        var insertions = 0
        var whole: (value: Int32, end: Int, isLast: Bool)?
        for candidate in candidates {
            if candidate.shape == .brackets || candidate.shape == .closing {
                whole?.isLast = false
                continue
            }
            guard max(candidate.opening, candidate.following) > -10 else { continue }
            if let decimal = candidate.readings.first(where: { $0.numbering == .decimal && $0.depth == 2 }) {
                if decimal.value == 1, let number = whole, UInt64(number.value) == decimal.prefix {
                    if number.isLast, candidate.start - number.end <= 160 { children += 1 } else { insertions += 1 }
                } else if decimal.value == 1 {
                    children += 1
                }
                whole?.isLast = false
            } else if candidate.readings[0].inserted == 0 {
                whole = (candidate.readings[0].value, candidate.end, true)
            }
        }
        return children > insertions
    }

    private mutating func run() -> [Node] {
        var beam = [State(node: -1, score: 0, signature: 0)]
        beam.reserveCapacity(Self.width)
        var next: [Proposal] = []
        next.reserveCapacity(8)
        nodes.reserveCapacity(min(candidates.count, 64) * 2)
        for index in candidates.indices {
            next.removeAll(keepingCapacity: true)
            for state in beam {
                var skipped = state
                skipped.score -= skipping(candidates[index])
                next.append(Proposal(state: skipped, item: nil))
                extend(state, with: index, into: &next)
            }
            beam.removeAll(keepingCapacity: true)
            keep(&next, in: &beam)
        }
        return chain(from: beam[0].node)
    }

    /// Moves the best proposals into the beam, at most one for each set of open lists.
    private mutating func keep(_ next: inout [Proposal], in beam: inout [State]) {
        while beam.count < Self.width, !next.isEmpty {
            var best = 0
            var highest = Int.min
            for index in next.indices where next[index].state.score > highest { (best, highest) = (index, next[index].state.score) }
            var state = next[best].state
            let item = next[best].item
            next.swapAt(best, next.count - 1)
            next.removeLast()
            if beam.contains(where: { $0.signature == state.signature }) { continue }
            if let item {
                state.node = nodes.count
                nodes.append(item)
                if item.reading.shape != .brackets, !item.reading.shape.isContainer { nodes[state.node].section = state.node }
            }
            beam.append(state)
        }
    }

    /// The items from the first to `last`, renumbered.
    private func chain(from last: Int) -> [Node] {
        var count = 0
        var node = last
        while node >= 0 {
            count += 1
            node = nodes[node].previous
        }
        guard count > 0 else { return [] }
        var place = [Int](repeating: -1, count: nodes.count)
        var chain = [Node](repeating: nodes[last], count: count)
        node = last
        while node >= 0 {
            count -= 1
            place[node] = count
            chain[count] = nodes[node]
            node = nodes[node].previous
        }
        for index in chain.indices {
            chain[index].parent = chain[index].parent < 0 ? -1 : place[chain[index].parent]
            chain[index].previous = -1
        }
        return chain
    }

    /// The price of taking a label at the start of a line for something else.
    private func skipping(_ candidate: LabelCandidate) -> Int {
        guard linesOnly else { return 0 }
        switch candidate.shape {
        case .brackets: return 40
        case .bare: return candidate.readings[0].numbering == .arabic ? 10 : 4
        case .closing, .dotted: return 28
        default: return 30
        }
    }

    // MARK: Accepting

    private func extend(_ state: State, with index: Int, into next: inout [Proposal]) {
        let candidate = candidates[index]
        for reading in candidate.readings {
            let bias = bias(reading)
            if reading.shape.isContainer {
                extend(state, container: reading, index, into: &next)
                continue
            }
            // Onwards in an open list, innermost first.
            var node = state.node
            var closed = 0
            var nested = false
            while node >= 0 {
                if let points = following(nodes[node].reading, reading) {
                    nested = nodes[node].reading.style == reading.style
                    push(
                        reading, index, parent: nodes[node].parent, after: state, points + candidate.following + bias - closed, into: &next)
                    if nested { break }
                }
                closed += 1
                node = nodes[node].parent
            }
            // A new list, in the last item or in one around it.
            node = state.node
            closed = 0
            while closed <= 3 {
                if var points = opening(reading, in: node, candidate, closed: closed) {
                    points = max(points, continuing(reading, in: node, after: state.node) ?? points)
                    push(reading, index, parent: node, after: state, points + candidate.opening + bias - (nested ? 22 : 0), into: &next)
                }
                if node < 0 { break }
                node = nodes[node].parent
                closed += 1
            }
        }
    }

    private func bias(_ reading: LabelReading) -> Int {
        if reading.numbering == .decimal { return hierarchical ? 0 : -15 }
        if reading.shape != .brackets, reading.inserted > 0 { return hierarchical ? -15 : 0 }
        return 0
    }

    /// Points for `reading` as the successor of `last` in the same list; nil when it cannot be in that list.
    private func following(_ last: LabelReading, _ reading: LabelReading) -> Int? {
        if last.shape == reading.shape, last.value == 26, reading.isFirst,
            (last.numbering == .lowerAlpha && reading.numbering == .doubleLower)
                || (last.numbering == .upperAlpha && reading.numbering == .doubleUpper)
        {
            return 20
        }
        guard last.style == reading.style else { return nil }
        guard last.shape == reading.shape else { return step(last, reading) - 4 }
        return step(last, reading)
    }

    private func step(_ last: LabelReading, _ reading: LabelReading) -> Int {
        if reading.numbering == .decimal, last.prefix != reading.prefix {
            return reading.value == 1 && reading.prefix == last.prefix &+ 1 ? 12 : -25
        }
        if reading.value == last.last {
            return reading.inserted > last.inserted ? 16 : -20
        }
        if reading.value == last.last &+ 1 { return reading.inserted == 0 ? 20 : 8 }
        if reading.value > last.last {
            let gap = Int(reading.value) - Int(last.last) - 1
            return linesOnly ? -2 - min(3 * gap, 30) : -18 - min(4 * gap, 40)
        }
        return reading.isFirst ? (linesOnly ? -8 : -14) : -35
    }

    /// Points for `reading` as the first item of a list in `node`; nil when there can be none.
    private func opening(_ reading: LabelReading, in node: Int, _ candidate: LabelCandidate, closed: Int) -> Int? {
        let depth = node < 0 ? 0 : nodes[node].depth + 1
        guard depth < Self.maximalDepth else { return nil }
        var points = closed == 0 ? 0 : -6 * closed - 4
        if reading.numbering == .decimal {
            let parent = node < 0 ? nil : nodes[node].reading
            let named = parent.map {
                $0.components == reading.prefix && ($0.numbering == .decimal ? $0.depth + 1 == reading.depth : reading.depth == 2)
            }
            if named == true { return points + (reading.value == 1 ? 8 : -6) }
            let loose = parent.map { $0.shape.isContainer || $0.shape == .article } ?? true
            return points - (loose ? 10 : 30) - (reading.value == 1 ? 0 : 8)
        }
        if reading.isFirst {
            points -= linesOnly ? (reading.shape == .bare && reading.numbering == .upperRoman ? 12 : 2) : 5
        } else {
            points -= candidate.start == 0 ? 10 : 22
        }
        // A list of the same style is never inside itself; a section's number never inside a bracketed item.
        var ancestor = node
        while ancestor >= 0 {
            let other = nodes[ancestor].reading
            if other.style == reading.style { return nil }
            if other.shape == .brackets, reading.shape != .brackets, reading.shape != .closing { points -= 12 }
            ancestor = nodes[ancestor].parent
        }
        return points
    }

    /// Points for a section whose numbering runs on from the part before; nil for anything else.
    private func continuing(_ reading: LabelReading, in node: Int, after last: Int) -> Int? {
        guard last >= 0, nodes[last].section >= 0, reading.shape != .brackets, node < 0 || nodes[node].reading.shape.isContainer else {
            return nil
        }
        guard let points = following(nodes[nodes[last].section].reading, reading), points > 0 else { return nil }
        return points - 4
    }

    /// A part, chapter or schedule: closes everything but the containers that are greater.
    private func extend(_ state: State, container reading: LabelReading, _ index: Int, into next: inout [Proposal]) {
        var node = state.node
        var points = reading.isFirst ? 0 : -10
        while node >= 0, !(nodes[node].reading.shape.isContainer && nodes[node].reading.shape.rawValue < reading.shape.rawValue) {
            if nodes[node].reading.style == reading.style {
                points = following(nodes[node].reading, reading) ?? points
            }
            node = nodes[node].parent
        }
        if reading.shape == .schedule { node = -1 }
        push(reading, index, parent: node, after: state, points + candidates[index].following, into: &next)
    }

    private func push(
        _ reading: LabelReading, _ candidate: Int, parent: Int, after state: State, _ points: Int, into next: inout [Proposal]
    ) {
        let base = parent < 0 ? 0xCBF2_9CE4_8422_2325 : nodes[parent].signature
        let value =
            UInt64(reading.style) << 48 | UInt64(UInt32(bitPattern: reading.last)) << 12 ^ UInt64(bitPattern: Int64(reading.inserted))
            ^ reading.prefix
        let signature = ((base ^ value) &* 0x0000_0100_0000_01B3) ^ (base >> 29)
        let depth = parent < 0 ? 0 : nodes[parent].depth + 1
        var item = Node(candidate: candidate, reading: reading, parent: parent, previous: state.node, depth: depth, signature: signature)
        item.section = state.node < 0 ? -1 : nodes[state.node].section
        next.append(Proposal(state: State(node: state.node, score: state.score + points, signature: signature), item: item))
    }
}
