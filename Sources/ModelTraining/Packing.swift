import Agreements

/// Turns trained weights into the bytes that `ClauseModel` reads.
struct Packing {
    /// Weights smaller than this are left out.
    static let smallest: Float = 0.5

    static func pack(_ trainer: Trainer, _ corpus: Corpus, _ ruleWeights: [Int32], thresholds: [Float]?) -> [UInt8] {
        var bytes: [UInt8] = Array("CTM1".utf8)
        for type in ClauseTypes.names.indices {
            for number in [Int32(trainer.bias[type] * 256), Int32(thresholds?[type] ?? 0), ruleWeights[type]] {
                append(UInt32(bitPattern: number), to: &bytes)
            }
        }
        var rows: [UInt8] = []
        var count: UInt32 = 0
        for (index, hash) in corpus.vocabulary.enumerated() {
            var pairs: [UInt8] = []
            for type in ClauseTypes.names.indices {
                let weight = trainer.weights[index * Trainer.lanes + type / 8][type % 8]
                guard abs(weight) >= smallest else { continue }
                pairs += [UInt8(type), UInt8(bitPattern: Int8(max(-127, min(127, (weight * 16).rounded()))))]
            }
            guard !pairs.isEmpty else { continue }
            append(hash, to: &rows)
            rows.append(UInt8(pairs.count / 2))
            rows += pairs
            count += 1
        }
        append(count, to: &bytes)
        return bytes + rows
    }

    private static func append(_ number: UInt32, to bytes: inout [UInt8]) {
        for shift in [0, 8, 16, 24] as [UInt32] { bytes.append(UInt8(truncatingIfNeeded: number >> shift)) }
    }
}
