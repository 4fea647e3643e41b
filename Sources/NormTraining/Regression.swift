import Foundation
import Norms

/// One sentence as the model sees it, with its label and what the grammar alone says.
struct Row {
    var features: [Int]
    var label: Bool
    var grammar: Bool
    /// The product would ask the model about it.
    var asked: Bool
}

/// Logistic regression by AdaGrad, averaged over the later passes. The same data give the same weights: the order is drawn from a fixed seed.
struct Regression {
    private(set) var weights = [Double](repeating: 0, count: RegulativeFeatures.size)
    private(set) var bias = 0.0

    static func train(_ rows: [Row], passes: Int = 14, rate: Double = 0.3, decay: Double = 1e-3) -> Regression {
        var weights = [Double](repeating: 0, count: RegulativeFeatures.size)
        var squares = [Double](repeating: 1e-2, count: RegulativeFeatures.size)
        var bias = (value: 0.0, square: 1e-2)
        var mean = Regression()
        var kept = 0.0
        for pass in 0..<passes {
            for index in rows.indices.map({ $0 }).shuffled(seed: UInt64(pass + 1)) {
                let row = rows[index]
                guard !row.features.isEmpty else { continue }
                let scale = 1 / Double(row.features.count).squareRoot()
                let sum = row.features.reduce(0) { $0 + weights[$1] } * scale + bias.value
                let error = 1 / (1 + exp(-sum)) - (row.label ? 1 : 0)
                for feature in row.features {
                    let gradient = error * scale + decay * weights[feature]
                    squares[feature] += gradient * gradient
                    weights[feature] -= rate * gradient / squares[feature].squareRoot()
                }
                bias.square += error * error
                bias.value -= rate * error / bias.square.squareRoot()
            }
            if pass >= passes / 2 {
                for index in weights.indices { mean.weights[index] += weights[index] }
                mean.bias += bias.value
                kept += 1
            }
        }
        for index in mean.weights.indices { mean.weights[index] /= kept }
        mean.bias /= kept
        return mean
    }

    /// As shipped: a signed byte a feature.
    var quantised: RegulativeModel { RegulativeModel(encoded) }

    private var encoded: String {
        let largest = max(1e-9, weights.map(abs).max() ?? 1)
        let step = largest / 127
        var bytes = weights.map { UInt8(bitPattern: Int8(max(-127, min(127, ($0 / step).rounded())))) }
        let whole = Int32(max(-1e9, min(1e9, (bias / step * 256).rounded())))
        withUnsafeBytes(of: whole.littleEndian) { bytes += $0 }
        return Data(bytes).base64EncodedString()
    }

    var source: String {
        let text = encoded
        var lines: [Substring] = []
        var rest = text[...]
        while !rest.isEmpty {
            lines.append(rest.prefix(130))
            rest = rest.dropFirst(130)
        }
        return """
            /// Weights of the regulatory model, a signed byte a feature, written by `NormTraining`; do not edit.
            ///
            /// Learnt from "nature-of-eu-rules" (Apache License 2.0): sentences of EU legislation, labelled as obliging somebody or not.
            /// No text of the data is in here, only the weights.
            enum RegulativeWeights {
                static let base64 = \"\"\"
            \(lines.map { "        " + $0 }.joined(separator: "\n"))
                    \"\"\"
            }

            """
    }
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
