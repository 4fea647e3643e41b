/// Finds which of the 33 clause types an agreement has, and the provision that shows each best.
struct ClauseTypeReader {
    let text: AgreementText
    var model: ClauseModel? = .shipped

    func read() -> [AgreementFacts.ClauseType] {
        guard let model else { return [] }
        var total = ClauseScores()
        var extractor = ClauseFeatures(text)
        var features: [UInt32] = []
        var scores = [Int32](repeating: 0, count: ClauseTypes.names.count)
        for number in text.sentences.indices {
            extractor.collect(number, into: &features)
            let sentence = text.sentences[number]
            guard features.count > SentenceFeatures.fewest else { continue }
            model.score(features, rules: ClauseRules.types(in: text, sentence), into: &scores)
            total.add(scores, provision: text.provision(at: sentence.lowerBound) ?? 0)
        }
        return ClauseTypes.names.indices.filter { total.total($0) > model.heads[$0].threshold }
            .map { .init(type: ClauseTypes.names[$0], provision: total.provisions[$0]) }
    }
}

extension ClauseModel {
    /// The model in `ClauseModelData.swift`; nil where there is none.
    static let shipped = ClauseModel(Base64.decode(ClauseModelData.base64))
}

/// Standard Base64, white space passed over.
enum Base64 {
    static func decode(_ text: StaticString) -> [UInt8] {
        var decoded: [UInt8] = []
        decoded.reserveCapacity(text.utf8CodeUnitCount * 3 / 4)
        var bits: UInt32 = 0
        var count = 0
        text.withUTF8Buffer { buffer in
            for byte in buffer {
                let value: UInt8
                switch byte {
                case 0x41...0x5A: value = byte - 0x41
                case 0x61...0x7A: value = byte - 0x61 + 26
                case 0x30...0x39: value = byte - 0x30 + 52
                case 0x2B: value = 62
                case 0x2F: value = 63
                default: continue
                }
                bits = bits << 6 | UInt32(value)
                count += 6
                if count >= 8 {
                    count -= 8
                    decoded.append(UInt8(truncatingIfNeeded: bits >> UInt32(count)))
                }
            }
        }
        return decoded
    }
}
