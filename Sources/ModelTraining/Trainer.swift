import Agreements
import Foundation

/// One logistic regression per clause type over shared features, trained together by AdaGrad. A feature's row holds the weights of all types.
struct Trainer {
    static let lanes = 5
    typealias Row = SIMD8<Float>

    struct Options {
        var epochs = 8
        var rate: Float = 0.3
        var positive: Float = 2
        var decay: Float = 1e-3
    }

    private(set) var weights: [Row]
    private var squares: [Row]
    private(set) var bias = [Float](repeating: -3, count: lanes * 8)
    private var biasSquares = [Float](repeating: 1e-3, count: lanes * 8)
    let options: Options

    init(features: Int, options: Options = Options()) {
        weights = [Row](repeating: .zero, count: features * Self.lanes)
        squares = [Row](repeating: Row(repeating: 1e-3), count: features * Self.lanes)
        self.options = options
    }

    private func scores(_ sentence: Contract.Sentence) -> [Float] {
        var sums = (Row.zero, Row.zero, Row.zero, Row.zero, Row.zero)
        for feature in sentence.features {
            let at = Int(feature) * Self.lanes
            sums.0 += weights[at]
            sums.1 += weights[at + 1]
            sums.2 += weights[at + 2]
            sums.3 += weights[at + 3]
            sums.4 += weights[at + 4]
        }
        let norm = 1 / Float(max(1, sentence.features.count)).squareRoot()
        let rows = [sums.0, sums.1, sums.2, sums.3, sums.4]
        return (0..<ClauseTypes.names.count).map { rows[$0 / 8][$0 % 8] * norm + bias[$0] }
    }

    mutating func train(_ contracts: [Contract]) {
        var random = SplitMix(seed: 1)
        var order = contracts.indices.flatMap { contract in contracts[contract].sentences.indices.map { (Int32(contract), Int32($0)) } }
        var sum = [Row](repeating: .zero, count: weights.count)
        var sumBias = [Float](repeating: 0, count: bias.count)
        var snapshots: Float = 0
        for epoch in 0..<options.epochs {
            order.shuffle(using: &random)
            for (position, (contract, sentence)) in order.enumerated() {
                if epoch >= options.epochs / 2, position % (order.count / 3) == order.count / 3 - 1 {
                    for index in sum.indices { sum[index] += weights[index] }
                    for index in bias.indices { sumBias[index] += bias[index] }
                    snapshots += 1
                }
                let sentence = contracts[Int(contract)].sentences[Int(sentence)]
                guard sentence.features.count > 3 else { continue }
                // In later passes an easy sentence without labels teaches nothing: most are skipped by chance.
                if sentence.labels == 0, epoch > 0, random.next() % 3 != 0 { continue }
                step(sentence, flags: contracts[Int(contract)].flags)
            }
        }
        weights = sum.map { $0 / snapshots }
        bias = sumBias.map { $0 / snapshots }
    }

    private mutating func step(_ sentence: Contract.Sentence, flags: UInt64) {
        let scores = scores(sentence)
        var gradient = [Float](repeating: 0, count: Self.lanes * 8)
        var strongest: Float = 0
        for (type, score) in scores.enumerated() {
            let isPositive = sentence.labels >> UInt64(type) & 1 == 1
            let probability = 1 / (1 + exp(-score))
            // The labels mark some of the sentences that show a type, not all: in a contract that has it, the others teach nothing.
            let isDoubtful = flags >> UInt64(type) & 1 == 1
            gradient[type] = isPositive ? (probability - 1) * options.positive : isDoubtful ? 0 : probability
            strongest = max(strongest, abs(gradient[type]))
        }
        guard strongest > 0.02 else { return }
        let norm = 1 / Float(sentence.features.count).squareRoot()
        var rows: [Row] = []
        for lane in 0..<Self.lanes {
            var row = Row.zero
            for slot in 0..<8 { row[slot] = gradient[lane * 8 + slot] * norm }
            rows.append(row)
        }
        for feature in sentence.features {
            for lane in 0..<Self.lanes {
                let at = Int(feature) * Self.lanes + lane
                let slope = rows[lane]
                squares[at] += slope * slope
                weights[at] = weights[at] * (1 - options.decay) - options.rate * slope / squares[at].squareRoot()
            }
        }
        for type in scores.indices {
            biasSquares[type] += gradient[type] * gradient[type]
            bias[type] -= options.rate * 0.3 * gradient[type] / biasSquares[type].squareRoot()
        }
    }
}

/// A small generator with a seed, so that training gives the same weights each time.
struct SplitMix: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var value = state
        value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
        return value ^ (value >> 31)
    }
}
