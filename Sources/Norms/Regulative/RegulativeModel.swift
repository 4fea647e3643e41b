import Language

/// A linear model of regulatory prose: does the sentence oblige somebody, or only state what counts?
///
/// Grammar cannot tell "The list shall be published" (an office must do it) from "The request shall be made in writing" (a form counts).
/// The weights are learnt from EU legislation (see `RegulativeWeights`); where nobody is named who could act they decide, where somebody
/// is they overrule the grammar only by a margin.
package struct RegulativeModel: Sendable {
    package static let shared = RegulativeModel(RegulativeWeights.base64)

    private let weights: [Int8]
    private let bias: Int
    private let margin: Int

    /// - Parameter base64: one signed byte a feature, then the bias and the margin, in 256ths of a weight, four bytes each, low byte first.
    package init(_ base64: String) {
        let bytes = Self.decode(base64)
        guard bytes.count == RegulativeFeatures.size + 8 else {
            weights = []
            bias = 0
            margin = 0
            return
        }
        weights = bytes.prefix(RegulativeFeatures.size).map { Int8(bitPattern: $0) }
        func number(_ at: Int) -> Int {
            Int(Int32(bitPattern: (0..<4).reduce(0) { $0 | UInt32(bytes[RegulativeFeatures.size + at + $1]) << UInt32(8 * $1) }))
        }
        bias = number(0)
        margin = number(4)
    }

    package var isTrained: Bool { !weights.isEmpty }

    /// Whether a sentence obliges somebody, by its score and by what the grammar made of it.
    package func obliges(_ score: Int, _ norms: [Norm]) -> Bool {
        if RegulativeJudge.isDoubtful(norms) { return score > 0 }
        return RegulativeJudge.statesDuty(norms) ? score > -margin : score > margin
    }

    /// Above zero: somebody is obliged. Whole numbers only, so that every machine agrees.
    package func score(_ features: [Int]) -> Int {
        guard !weights.isEmpty, !features.isEmpty else { return 0 }
        var sum = 0
        for feature in features { sum += Int(weights[feature]) }
        // Scaled by the square root of the number of features, in 1/256; the root is exact to the last bit everywhere.
        let root = max(1, Int((Double(features.count) * 65536).squareRoot()))
        return sum * 65536 / root + bias
    }

    private static func decode(_ text: String) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.utf8.count * 3 / 4)
        var bits: UInt32 = 0
        var count = 0
        var values = [UInt8](repeating: 0xFF, count: 256)
        for (value, letter) in "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8.enumerated() {
            values[Int(letter)] = UInt8(value)
        }
        for byte in Array(text.utf8) {
            let value = values[Int(byte)]
            if value == 0xFF { continue }
            bits = bits << 6 | UInt32(value)
            count += 6
            if count >= 8 {
                count -= 8
                bytes.append(UInt8(truncatingIfNeeded: bits >> UInt32(count)))
            }
        }
        return bytes
    }
}
