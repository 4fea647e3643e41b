/// BM25 in fixed point. A score is a whole number of 2^-20: sums do not depend on the order of their terms, so that pruned and
/// exhaustive evaluation, and native code and WebAssembly, give the same bits.
package enum Scoring {
    package static let unit: Float = 1_048_576
    package static let k1: Float = 1.2
    package static let b: Float = 0.75

    /// ln(1 + (records - found + 0.5) / (found + 0.5)), always positive.
    package static func inverseDocumentFrequency(found: Int, records: Int) -> Double {
        let found = Double(min(found, records))
        return naturalLogarithm(1 + (Double(records) - found + 0.5) / (found + 0.5))
    }

    /// What one term's best possible occurrence would add, in points.
    package static func weight(found: Int, records: Int, boost: Float = 1) -> Float {
        Float(inverseDocumentFrequency(found: found, records: records)) * (k1 + 1) * boost * unit
    }

    /// For each length code, k1 * (1 - b + b * length / average).
    package static func lengthPenalties(average: Float) -> [Float] {
        let average = average >= 1 ? average : 1
        return LengthCode.starts.map { k1 * (1 - b + b * (Float($0) / average)) }
    }

    /// At least one point, so that the commonest word still counts as found.
    @inline(__always) package static func points(_ weight: Float, _ frequency: UInt32, _ penalty: Float) -> UInt32 {
        let frequency = Float(frequency)
        return UInt32(weight * (frequency / (frequency + penalty))) &+ 1
    }
}

/// The natural logarithm by its series, the same to the last bit on every machine (no library is asked). For finite x >= 1.
func naturalLogarithm(_ x: Double) -> Double {
    guard x > 1, x < .infinity else { return 0 }
    var fraction = x.significand
    var power = Double(x.exponent)
    if fraction > 1.4142135623730951 {
        fraction /= 2
        power += 1
    }
    let ratio = (fraction - 1) / (fraction + 1)
    let square = ratio * ratio
    var term = ratio
    var sum = 0.0
    for odd in stride(from: 1.0, through: 25.0, by: 2.0) {
        sum += term / odd
        term *= square
    }
    return 2 * sum + power * 0.6931471805599453
}

extension UInt32 {
    /// The sum, or the greatest number where it is more.
    @inline(__always) func saturatingSum(_ other: UInt32) -> UInt32 {
        let (sum, isOver) = addingReportingOverflow(other)
        return isOver ? .max : sum
    }
}
