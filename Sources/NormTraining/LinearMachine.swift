import Norms

/// One sentence as the model sees it, with its label and what the grammar alone makes of it.
struct Row {
    var features: [Int]
    var label: Bool
    var norms: [Norm]
    /// The product would ask the model about it.
    var isAsked: Bool

    var grammarObliges: Bool { norms.contains { $0.modality == .obligation || $0.modality == .prohibition } }
}

/// A linear support vector machine with squared hinge loss, trained by dual coordinate descent (Hsieh and others, 2008).
///
/// A row's features all weigh the same and its length is one. Only the four operations and the square root are used, in a fixed order,
/// so the same data give the same weights on every machine.
struct LinearMachine {
    /// The price of a row on the wrong side, against the length of the weights.
    static let cost = 1.0
    /// Features seen in fewer rows teach nothing and are left out.
    static let fewest = 2
    /// How far the model must be on the other side, in units of its score, to overrule the grammar where that names who acts.
    static let margin = 0.2

    private(set) var weights = [Double](repeating: 0, count: RegulativeFeatures.size)
    private(set) var bias = 0.0

    init(_ rows: [Row], passes: Int = 60) {
        var counts = [Int](repeating: 0, count: RegulativeFeatures.size)
        for row in rows { for feature in row.features { counts[feature] += 1 } }
        let kept = rows.map { row in row.features.filter { counts[$0] >= Self.fewest } }
        let scales = rows.map { 1 / Double(max(1, $0.features.count)).squareRoot() }
        var duals = [Double](repeating: 0, count: rows.count)
        for pass in 0..<passes {
            for index in rows.indices.map({ $0 }).shuffled(seed: UInt64(pass + 1)) {
                let sign: Double = rows[index].label ? 1 : -1
                let score = kept[index].reduce(0) { $0 + weights[$1] } * scales[index] + bias
                let length = Double(kept[index].count) * scales[index] * scales[index] + 1
                let slope = sign * score - 1 + duals[index] / (2 * Self.cost)
                let dual = max(0, duals[index] - slope / (length + 1 / (2 * Self.cost)))
                let change = (dual - duals[index]) * sign
                duals[index] = dual
                guard change != 0 else { continue }
                for feature in kept[index] { weights[feature] += change * scales[index] }
                bias += change
            }
        }
    }

    /// As shipped: a signed byte a feature.
    var quantised: RegulativeModel { RegulativeModel(WeightsFile.base64(self)) }
}

extension Array {
    /// The same order for the same seed on every machine.
    func shuffled(seed: UInt64) -> [Element] {
        var state = seed &* 0x9E37_79B9_7F4A_7C15 | 1
        var copy = self
        for index in copy.indices.dropFirst().reversed() {
            state ^= state << 13
            state ^= state >> 7
            state ^= state << 17
            copy.swapAt(index, Int(state % UInt64(index + 1)))
        }
        return copy
    }
}
