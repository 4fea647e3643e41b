/// How alike two texts are, told from 32 bytes each: the minima of 32 hash functions over the words and word pairs.
///
/// The share of equal bytes estimates the share of words and pairs that two texts have in common (Jaccard), to about 0.1. A
/// ledger keeps the sketch, so that an edited clause is known again when its old text is nowhere to be found.
package struct Sketch: Hashable, Sendable {
    static let count = 32

    private var minima: SIMD32<UInt8>

    init(minima: SIMD32<UInt8>) { self.minima = minima }

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
        minima = SIMD32()
        for number in 0..<Self.count { minima[number] = UInt8(truncatingIfNeeded: lowest[number]) }
    }

    /// From 0, nothing in common, to 1.
    func likeness(to other: Sketch) -> Double {
        let equal = (0..<Self.count).count { minima[$0] == other.minima[$0] }
        // One byte in 256 agrees by chance.
        return max(0, (Double(equal) / Double(Self.count) - 1.0 / 256) / (255.0 / 256))
    }

    /// Sixteen keys; of texts with half their words in common, 99 in 100 share one of them.
    func bands() -> [Int] {
        stride(from: 0, to: Self.count - 1, by: 2).map { at in at << 16 | Int(minima[at]) << 8 | Int(minima[at + 1]) }
    }

    private static let seeds: [UInt64] = (1...UInt64(count)).map { Fingerprint.fold($0 &* 0x9E37_79B9_7F4A_7C15) }
}

extension Sketch {
    /// 64 hexadecimal digits.
    func write(to bytes: inout [UInt8]) {
        for number in 0..<Self.count { Hexadecimal.write(minima[number], to: &bytes) }
    }

    init?(digits: ArraySlice<UInt8>) {
        guard digits.count == Self.count * 2 else { return nil }
        minima = SIMD32()
        var at = digits.startIndex
        for number in 0..<Self.count {
            guard let high = Hexadecimal.value(digits[at]), let low = Hexadecimal.value(digits[at + 1]) else { return nil }
            minima[number] = high << 4 | low
            at += 2
        }
    }
}

/// Bytes as two digits each, small letters.
enum Hexadecimal {
    private static let digits = Array("0123456789abcdef".utf8)

    static func write(_ byte: UInt8, to bytes: inout [UInt8]) {
        bytes.append(digits[Int(byte >> 4)])
        bytes.append(digits[Int(byte & 15)])
    }

    /// Of one digit, large or small.
    static func value(_ digit: UInt8) -> UInt8? {
        switch digit {
        case 0x30...0x39: digit - 0x30
        case 0x61...0x66: digit - 0x57
        case 0x41...0x46: digit - 0x37
        default: nil
        }
    }
}
