/// How alike two texts are, told from 32 bytes each: the minima of 32 hash functions over the words and word pairs.
///
/// The share of equal bytes estimates the share of words and pairs that two texts have in common (Jaccard), to about 0.1. A
/// ledger keeps the sketch, so that an edited clause is known again when its old text is nowhere to be found.
package struct Sketch: Hashable, Sendable {
    static let count = 32

    private(set) var minima: [UInt8]

    init(minima: [UInt8]) { self.minima = minima }

    init(of text: String) {
        var lowest = [UInt64](repeating: .max, count: Self.count)
        func enter(_ feature: UInt64) {
            for number in 0..<Self.count {
                let value = Fingerprint.fold(feature &+ Self.seeds[number])
                if value < lowest[number] { lowest[number] = value }
            }
        }
        var word: UInt64 = 0
        var previous: UInt64 = 0
        func close() {
            guard word != 0 else { return }
            enter(word)
            if previous != 0 { enter(Fingerprint.fold(previous) &+ word) }
            previous = word
            word = 0
        }
        for byte in text.utf8 {
            switch byte {
            case 0x61...0x7A, 0x30...0x39, 0x80...: word = Fingerprint.fold(word ^ UInt64(byte))
            case 0x41...0x5A: word = Fingerprint.fold(word ^ UInt64(byte | 0x20))
            default: close()
            }
        }
        close()
        minima = lowest.map { UInt8(truncatingIfNeeded: $0) }
    }

    /// From 0, nothing in common, to 1.
    func likeness(to other: Sketch) -> Double {
        var equal = 0
        for number in 0..<min(minima.count, other.minima.count) where minima[number] == other.minima[number] { equal += 1 }
        // One byte in 256 agrees by chance.
        return max(0, (Double(equal) / Double(Self.count) - 1.0 / 256) / (255.0 / 256))
    }

    /// Sixteen keys; of texts with half their words in common, 99 in 100 share one of them.
    func bands() -> [Int] {
        stride(from: 0, to: minima.count - 1, by: 2).map { at in at << 16 | Int(minima[at]) << 8 | Int(minima[at + 1]) }
    }

    private static let seeds: [UInt64] = (1...UInt64(count)).map { Fingerprint.fold($0 &* 0x9E37_79B9_7F4A_7C15) }
}

extension Sketch {
    /// 64 hexadecimal digits.
    var text: String {
        minima.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }

    init?(_ text: Substring) {
        let digits = Array(text.utf8)
        guard digits.count == Self.count * 2 else { return nil }
        var minima: [UInt8] = []
        for at in stride(from: 0, to: digits.count, by: 2) {
            guard let byte = UInt8(String(decoding: digits[at...(at + 1)], as: UTF8.self), radix: 16) else { return nil }
            minima.append(byte)
        }
        self.minima = minima
    }
}
