public import LegalText

/// What a byte of UTF-8 text is, for scanners that never build a `Character`. Public, so that it is inlined in their loops.
public enum TextBytes {
    @inlinable @inline(__always) public static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }
    @inlinable @inline(__always) public static func isUpper(_ byte: UInt8) -> Bool { byte &- 0x41 < 26 }
    @inlinable @inline(__always) public static func isLower(_ byte: UInt8) -> Bool { byte &- 0x61 < 26 }
    @inlinable @inline(__always) public static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }
    @inlinable @inline(__always) public static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte &- 0x09 < 5 }
    /// A letter, a digit, or any byte of a longer scalar (most of which are letters).
    @inlinable @inline(__always) public static func isWord(_ byte: UInt8) -> Bool { isLetter(byte) || isDigit(byte) || byte >= 0x80 }
    @inlinable @inline(__always) public static func lowercased(_ byte: UInt8) -> UInt8 { isUpper(byte) ? byte | 0x20 : byte }
    @inlinable @inline(__always) public static func endsSentence(_ byte: UInt8) -> Bool { byte == 0x2E || byte == 0x21 || byte == 0x3F }

    /// One of i, v, x, l, c, d, m, in either case.
    @inlinable public static func isRomanDigit(_ byte: UInt8) -> Bool {
        switch byte | 0x20 {
        case 0x69, 0x76, 0x78, 0x6C, 0x63, 0x64, 0x6D: true
        default: false
        }
    }

    /// The bytes of white space that `bytes` has at `offset`: 0 for none, 2 or 3 for a no-break or typographic space.
    @inlinable public static func spaceLength(at offset: Int, in bytes: [UInt8]) -> Int {
        guard offset < bytes.count else { return 0 }
        let byte = bytes[offset]
        if isSpace(byte) { return 1 }
        if byte == 0xC2, offset + 1 < bytes.count, bytes[offset + 1] == 0xA0 { return 2 }
        guard byte == 0xE2, offset + 2 < bytes.count, bytes[offset + 1] == 0x80 else { return 0 }
        // U+2000 to U+200B, U+2028, U+2029, U+202F
        let last = bytes[offset + 2]
        return last <= 0x8B || last == 0xA8 || last == 0xA9 || last == 0xAF ? 3 : 0
    }

    /// The range without the white space at its ends.
    @inlinable public static func trimmed(_ start: Int, _ end: Int, in bytes: [UInt8]) -> TextRange {
        var start = start
        var end = end
        while start < end {
            let length = spaceLength(at: start, in: bytes)
            if length == 0 { break }
            start += length
        }
        while end > start {
            if isSpace(bytes[end - 1]) {
                end -= 1
            } else if end - 2 >= start, spaceLength(at: end - 2, in: bytes) == 2 {
                end -= 2
            } else if end - 3 >= start, spaceLength(at: end - 3, in: bytes) == 3 {
                end -= 3
            } else {
                break
            }
        }
        return TextRange(min(start, end), end)
    }

    /// Past the ASCII letters from `start` on.
    @inlinable @inline(__always) public static func lettersEnd(from start: Int, in bytes: [UInt8]) -> Int {
        var end = start
        while true {
            let count = EightBytes(bytes, at: end).letters
            end &+= count
            if count < 8 { return end }
        }
    }

    /// The word of ASCII letters from `start` on: where it ends, and its `hash`.
    @inlinable @inline(__always) public static func letters(from start: Int, in bytes: [UInt8]) -> (end: Int, hash: UInt64) {
        var hash: UInt64 = 0
        var end = start
        while true {
            let next = EightBytes(bytes, at: end)
            let count = next.letters
            end &+= count
            if count == 0 { return (end, hash) }
            hash = mixed(hash, EightBytes(raw: next.raw | 0x2020_2020_2020_2020).first(count).raw)
            if count < 8 { return (end, hash) }
        }
    }

    /// A word of up to eight bytes as one number, its first byte highest, ASCII letters in lower case; 0 for a longer one and for none.
    @inlinable @inline(__always) public static func packed(_ start: Int, _ end: Int, in bytes: [UInt8]) -> UInt64 {
        let count = end &- start
        guard count > 0, count <= 8 else { return 0 }
        return EightBytes(bytes, at: start, count: count).lowered.byteSwapped &>> UInt64(truncatingIfNeeded: 64 &- 8 &* count)
    }

    /// A word of any length as one number, ASCII letters in lower case; in practice never the same for two words, and for words of up to
    /// eight bytes never.
    @inlinable @inline(__always) public static func hash(_ start: Int, _ end: Int, in bytes: [UInt8]) -> UInt64 {
        var hash: UInt64 = 0
        var at = start
        while at < end {
            hash = mixed(hash, EightBytes(bytes, at: at, count: end &- at).lowered)
            at &+= 8
        }
        return hash
    }

    /// The hash of a word that goes on with up to eight bytes, in lower case.
    @inlinable @inline(__always) static func mixed(_ hash: UInt64, _ next: UInt64) -> UInt64 {
        let product = (hash ^ next) &* 0x9E37_79B9_7F4A_7C15
        return product ^ product &>> 32
    }

    /// The same for a word cut out already.
    public static func hash(_ word: ArraySlice<UInt8>) -> UInt64 {
        var hash: UInt64 = 0
        var eight: UInt64 = 0
        var shift: UInt64 = 0
        for byte in word {
            eight |= UInt64(byte) << shift
            shift += 8
            if shift == 64 {
                hash = mixed(hash, EightBytes(raw: eight).lowered)
                (eight, shift) = (0, 0)
            }
        }
        return shift == 0 ? hash : mixed(hash, EightBytes(raw: eight).lowered)
    }

    public static func hash(_ word: String) -> UInt64 {
        let bytes = Array(word.utf8)
        return hash(0, bytes.count, in: bytes)
    }

    public static func packed(_ word: String) -> UInt64 {
        let bytes = Array(word.utf8)
        return packed(0, bytes.count, in: bytes)
    }

    /// The words of `list` (parted by white space), each as `hash` makes it.
    public static func hashList(_ list: String) -> [UInt64] { Array(list.utf8).split { $0 <= 0x20 }.map { hash($0) } }

    /// The set of the words of `list` (parted by white space) as `hash` makes them.
    public static func hashes(_ list: String) -> WordSet { WordSet(hashList(list)) }

    /// The set of the words of `list` (parted by spaces) as `packed` makes them; words of more than eight bytes are left out.
    public static func words(_ list: String) -> WordSet {
        let bytes = Array(list.utf8)
        return WordSet(bytes.split { $0 <= 0x20 }.map { packed($0.startIndex, $0.endIndex, in: bytes) })
    }
}
