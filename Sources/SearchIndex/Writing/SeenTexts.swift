import SearchCore

/// Texts that were stored, by a print of 93 bits: two polynomials over the text modulo the prime 2^61 - 1, at places that are drawn anew for
/// each writer. Two texts of n words have the same print with a chance below n^2 / 2^92, whoever wrote them, for nobody can know the places:
/// equal prints are taken for equal texts, and nothing needs to be read back.
struct SeenTexts {
    private static let shortest = 32
    private let one = UInt64.random(in: (1 << 32)..<prime)
    private let other = UInt64.random(in: (1 << 32)..<prime)
    /// Open tables side by side: one polynomial, 32 bits of the other, and the record + 1; 0 is free. A power of two of each.
    private var prints = [UInt64](repeating: 0, count: 1 << 12)
    private var rests = [UInt32](repeating: 0, count: 1 << 12)
    private var records = [UInt32](repeating: 0, count: 1 << 12)
    private var count = 0

    /// An earlier record with this text; otherwise `record` is kept as the one that has it. Short texts are not worth it.
    mutating func earlier(_ text: [UInt8], record: Int) -> Int? {
        guard text.count >= Self.shortest else { return nil }
        let (print, rest) = print(text)
        let place = place(print, rest)
        if records[place] > 0 { return Int(records[place]) - 1 }
        (prints[place], rests[place], records[place]) = (print, rest, UInt32(record + 1))
        count += 1
        if count * 5 > records.count * 4 { grow() }
        return nil
    }

    /// Where the print is, or where it would go.
    private func place(_ print: UInt64, _ rest: UInt32) -> Int {
        let mask = records.count - 1
        var place = Int(truncatingIfNeeded: print >> 20) & mask
        while records[place] > 0, prints[place] != print || rests[place] != rest { place = (place + 1) & mask }
        return place
    }

    private mutating func grow() {
        let (oldPrints, oldRests, oldRecords) = (prints, rests, records)
        prints = [UInt64](repeating: 0, count: oldPrints.count * 2)
        rests = [UInt32](repeating: 0, count: prints.count)
        records = [UInt32](repeating: 0, count: prints.count)
        for old in oldRecords.indices where oldRecords[old] > 0 {
            let place = place(oldPrints[old], oldRests[old])
            (prints[place], rests[place], records[place]) = (oldPrints[old], oldRests[old], oldRecords[old])
        }
    }

    private static let prime: UInt64 = 1 << 61 - 1

    /// The product, modulo 2^61 - 1 but for one more.
    @inline(__always) private static func product(_ one: UInt64, _ other: UInt64) -> UInt64 {
        let (high, low) = one.multipliedFullWidth(by: other)
        let sum = (low & prime) &+ (low &>> 61 | high &<< 3)
        return (sum & prime) &+ sum &>> 61
    }

    private func print(_ text: [UInt8]) -> (UInt64, UInt32) {
        var (first, second) = (UInt64(text.count), UInt64(text.count))
        // SAFETY: eight bytes are read where there are eight; the rest one by one.
        unsafe text.withUnsafeBytes { text in
            var at = 0
            while at < text.count {
                var word: UInt64 = 0
                if at &+ 8 <= text.count {
                    word = unsafe UInt64(littleEndian: text.loadUnaligned(fromByteOffset: at, as: UInt64.self)) & (1 &<< 56 &- 1)
                } else {
                    for place in at..<min(at &+ 7, text.count) { word = unsafe word &<< 8 | UInt64(text[place]) }
                }
                first = Self.product(first, one) &+ word
                second = Self.product(second, other) &+ word
                at &+= 7
            }
        }
        return (Self.product(first, 1), UInt32(truncatingIfNeeded: Self.product(second, 1)))
    }
}
