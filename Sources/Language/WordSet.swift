/// Words as numbers (`TextBytes.packed` or `TextBytes.hash`), looked up in about a nanosecond: the scanners ask for every word of a text.
@frozen public struct WordSet: Sendable {
    public let words: WordMap<Bool>

    public init(_ words: some Sequence<UInt64>) { self.words = WordMap(words.lazy.map { ($0, true) }) }

    @inlinable @inline(__always)
    public func contains(_ word: UInt64) -> Bool { words.holds(word) }
}

extension WordSet: ExpressibleByArrayLiteral {
    public init(arrayLiteral elements: UInt64...) { self.init(elements) }
}

/// Values by words as numbers: open addressing, at most a quarter full. The number 0 stands for no word and has no value.
@frozen public struct WordMap<Value: Sendable>: Sendable {
    @usableFromInline var keys: [UInt64]
    @usableFromInline var values: [Value?]
    @usableFromInline let shift: UInt64

    /// Later values replace earlier ones of the same word.
    public init(_ pairs: some Sequence<(UInt64, Value)>) {
        let pairs = Array(pairs)
        var bits: UInt64 = 4
        while 1 << bits < pairs.count * 4 { bits += 1 }
        keys = Array(repeating: 0, count: 1 << bits)
        values = Array(repeating: nil, count: 1 << bits)
        shift = 64 - bits
        for (word, value) in pairs where word != 0 {
            var slot = Int((word &* 0x9E37_79B9_7F4A_7C15) >> shift)
            while keys[slot] != 0, keys[slot] != word { slot = (slot + 1) & (keys.count - 1) }
            keys[slot] = word
            values[slot] = value
        }
    }

    @inlinable @inline(__always)
    public subscript(_ word: UInt64) -> Value? { slot(of: word).flatMap { values[$0] } }

    @inlinable @inline(__always)
    public func holds(_ word: UInt64) -> Bool { slot(of: word) != nil }

    /// The words that have a value.
    public var words: [UInt64] { keys.filter { $0 != 0 } }

    @inlinable @inline(__always)
    func slot(of word: UInt64) -> Int? {
        if word == 0 { return nil }
        var slot = Int(truncatingIfNeeded: (word &* 0x9E37_79B9_7F4A_7C15) &>> shift)
        while true {
            let key = keys[slot]
            if key == word { return slot }
            if key == 0 { return nil }
            slot = (slot &+ 1) & (keys.count &- 1)
        }
    }
}
