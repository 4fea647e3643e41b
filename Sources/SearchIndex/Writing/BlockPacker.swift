import SearchCore

/// Literals, and a copy of `length` bytes from `distance` back (none where it is 0: only at the end).
struct PackedSequence {
    var literals: Range<Int>
    var distance: Int
    var length: Int

    var token: UInt8 { UInt8(min(15, literals.count)) << 4 | UInt8(min(15, max(0, length - StoredCodes.shortestCopy))) }
}

/// Finds what a block of stored rows repeats. One packer serves many blocks.
@safe final class BlockPacker {
    let dictionary: [UInt8]
    /// Places + 1 by the hash of six bytes, for the dictionary and for the block.
    private var dictionaryPlaces: [UInt16]
    private var places = [UInt16](repeating: 0, count: 1 << hashBits)
    private static let hashBits = 14
    private static let dictionaryBits = 16
    static let mostDictionary = 32768
    /// So that every distance fits in two bytes; larger blocks only see this far back.
    static let window = 65535
    /// So that no block unpacks to more than 4,096 times its size, which `unpackBlock` counts on.
    static let longestCopy = 8192

    init(dictionary: [UInt8]) {
        self.dictionary = dictionary
        dictionaryPlaces = [UInt16](repeating: 0, count: 1 << Self.dictionaryBits)
        guard dictionary.count >= 8 else { return }
        for at in 0...(dictionary.count - 8) {
            let word = dictionary[at..<(at + 8)].reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
            dictionaryPlaces[Self.slot(word, Self.dictionaryBits)] = UInt16(at + 1)
        }
    }

    /// Of the lower six bytes of a word.
    @inline(__always) private static func slot(_ word: UInt64, _ bits: Int) -> Int {
        Int(((word &<< 16) &* 0x9E37_79B1_85EB_CA87) &>> UInt64(64 - bits))
    }

    func sequences(of block: [UInt8]) -> [PackedSequence] {
        var packed: [PackedSequence] = []
        packed.reserveCapacity(block.count / 12)
        let count = block.count
        // SAFETY: `at` and every match stay within block and dictionary: eight bytes are read at places up to count - 8.
        unsafe block.withUnsafeBufferPointer { block in
            unsafe dictionary.withUnsafeBufferPointer { dictionary in
                unsafe places.withUnsafeMutableBufferPointer { places in
                    unsafe places.update(repeating: 0)
                    var at = 0
                    var literalStart = 0
                    @inline(__always) func word(_ buffer: UnsafeBufferPointer<UInt8>, _ at: Int) -> UInt64 {
                        unsafe UInt64(littleEndian: UnsafeRawPointer(buffer.baseAddress! + at).loadUnaligned(as: UInt64.self))
                    }
                    /// How many bytes from `from` on in a buffer are those from `at` on in the block; six are known to be.
                    @inline(__always) func shared(_ buffer: UnsafeBufferPointer<UInt8>, _ from: Int, _ at: Int, most: Int) -> Int {
                        var length = StoredCodes.shortestCopy
                        while length &+ 8 <= most {
                            let difference = unsafe word(buffer, from &+ length) ^ word(block, at &+ length)
                            if difference != 0 { return length &+ difference.trailingZeroBitCount &>> 3 }
                            length &+= 8
                        }
                        while length < most, unsafe buffer[from &+ length] == block[at &+ length] { length &+= 1 }
                        return length
                    }
                    /// The best copy for place `at`: distance and length.
                    @inline(__always) func match(_ at: Int) -> (Int, Int) {
                        let here = unsafe word(block, at)
                        let same: UInt64 = 0xFFFF_FFFF_FFFF
                        var best = (0, 0)
                        let slot = Self.slot(here, Self.hashBits)
                        let place = unsafe Int(places[slot])
                        if at < 65535 { unsafe places[slot] = UInt16(at &+ 1) }
                        if place > 0, unsafe (word(block, place &- 1) ^ here) & same == 0 {
                            let length = unsafe shared(block, place &- 1, at, most: min(Self.longestCopy, count &- at))
                            best = (at &- place &+ 1, length)
                        }
                        let other = Int(dictionaryPlaces[Self.slot(here, Self.dictionaryBits)])
                        if other > 0, unsafe (word(dictionary, other &- 1) ^ here) & same == 0 {
                            let most = min(Self.longestCopy, count &- at, dictionary.count &- other &+ 1)
                            let length = unsafe shared(dictionary, other &- 1, at, most: most)
                            let distance = at &+ dictionary.count &- other &+ 1
                            if length > best.1, distance <= Self.window { best = (distance, length) }
                        }
                        return best
                    }
                    while at &+ 8 < count {
                        var (distance, length) = match(at)
                        if length == 0 || distance > Self.window {
                            at &+= 1
                            continue
                        }
                        // A longer copy one byte on is worth the wait.
                        while length < 32, at &+ 9 < count {
                            let (nextDistance, nextLength) = match(at &+ 1)
                            guard nextLength > length &+ 1, nextDistance <= Self.window else { break }
                            at &+= 1
                            (distance, length) = (nextDistance, nextLength)
                        }
                        packed.append(PackedSequence(literals: literalStart..<at, distance: distance, length: length))
                        let end = at &+ length
                        at &+= 2
                        while at < end, at &+ 8 < count {
                            let slot = unsafe Self.slot(word(block, at), Self.hashBits)
                            if at < 65535 { unsafe places[slot] = UInt16(at &+ 1) }
                            at &+= 2
                        }
                        at = end
                        literalStart = end
                    }
                    if literalStart < count { packed.append(PackedSequence(literals: literalStart..<count, distance: 0, length: 0)) }
                }
            }
        }
        return packed
    }
}
