/// Bits of a packed block, lowest first; zeros behind its end.
@safe private struct BitSource {
    private let bytes: Bytes
    private var at = 0
    private(set) var word: UInt64 = 0
    private var filled = 0

    init(_ bytes: Bytes) { self.bytes = bytes }

    /// Afterwards at least 56 bits can be taken.
    @inline(__always) mutating func refill() {
        if at &+ 8 <= bytes.count {
            // SAFETY: eight bytes from `at` are the view's.
            let next = unsafe UInt64(littleEndian: UnsafeRawPointer(bytes.base + at).loadUnaligned(as: UInt64.self))
            word |= next &<< UInt64(filled)
            let taken = (63 &- filled) &>> 3
            at &+= taken
            filled &+= taken &* 8
        } else {
            while filled <= 56 {
                word |= UInt64(bytes[at]) &<< UInt64(filled)
                at &+= 1
                filled &+= 8
            }
        }
    }

    @inline(__always) mutating func drop(_ bits: Int) {
        word &>>= UInt64(bits)
        filled &-= bits
    }

    @inline(__always) mutating func symbol(_ table: UnsafePointer<UInt16>) -> UInt8 {
        // SAFETY: the table has an entry for every 12 bits.
        let entry = unsafe table[Int(word & 0xFFF)]
        drop(Int(entry &>> 8))
        return UInt8(truncatingIfNeeded: entry)
    }

    /// The next two bytes, or one: puts them at `out`, which has room for two; returns how many.
    @inline(__always) mutating func pair(_ table: UnsafePointer<UInt32>, _ out: UnsafeMutablePointer<UInt8>) -> Int {
        // SAFETY: the table has an entry for every 12 bits.
        let entry = unsafe table[Int(word & 0xFFF)]
        unsafe UnsafeMutableRawPointer(out).storeBytes(of: UInt16(truncatingIfNeeded: entry).littleEndian, as: UInt16.self)
        drop(Int(entry &>> 16 & 0xFF))
        return Int(entry &>> 24)
    }

    /// Seven bits a group and one that says whether another follows.
    mutating func longLength() -> Int {
        var length = 0
        var shift = 0
        while shift < 35 {
            refill()
            let group = Int(word & 0xFF)
            drop(8)
            length |= (group & 0x7F) &<< shift
            shift &+= 7
            if group < 0x80 { break }
        }
        return length
    }
}

/// Unpacks the first `count` bytes of a block, which packs at least as many: sequences of literals and a copy of something before.
/// A sequence: a token (coded) with two lengths of four bits, literals' and copy's less six, 15 meaning that a long length follows to be
/// added; the literals (coded); the distance back (its upper byte coded, its lower as it is), over the preset dictionary and what is unpacked already. Nil for damage.
package func unpackBlock(_ packed: Bytes, _ codes: StoredCodes, count: Int) -> [UInt8]? {
    // Nothing packs better than this; a damaged count must not take all memory.
    guard count >= 0, count <= packed.count &* 4096 &+ 4096 else { return nil }
    var isWhole = false
    let dictionary = codes.dictionary
    // SAFETY: `out` never passes `count`, copies start within dictionary or output, the room is 16 bytes longer than `count`.
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: count &+ 16) { buffer, written in
        written = 0
        guard let base = buffer.baseAddress else { return }
        unsafe codes.tokens.table.withUnsafeBufferPointer { tokens in
            unsafe codes.literals.table.withUnsafeBufferPointer { literalCodes in
                unsafe codes.literalPairs.withUnsafeBufferPointer { pairs in
                    unsafe codes.distances.table.withUnsafeBufferPointer { upperCodes in
                        guard let tokens = tokens.baseAddress, let literalCodes = literalCodes.baseAddress,
                            let upperCodes = upperCodes.baseAddress, let pairs = pairs.baseAddress
                        else { return }
                        var bits = BitSource(packed)
                        var out = 0
                        while out < count {
                            bits.refill()
                            let token = unsafe bits.symbol(tokens)
                            var literals = Int(token &>> 4)
                            if literals == 15 { literals &+= bits.longLength() }
                            literals = min(literals, count &- out)
                            // Of the 56 bits three codes are left behind the token's, four behind a refill.
                            var looks = token &>> 4 == 15 ? 0 : 3
                            while literals > 0 {
                                if looks == 0 {
                                    bits.refill()
                                    looks = 4
                                }
                                looks &-= 1
                                if literals == 1 {
                                    unsafe base[out] = bits.symbol(literalCodes)
                                    out &+= 1
                                    break
                                }
                                let got = unsafe bits.pair(pairs, base + out)
                                out &+= got
                                literals &-= got
                            }
                            if out == count { break }
                            bits.refill()
                            let upper = unsafe Int(bits.symbol(upperCodes))
                            let distance = upper &<< 8 | Int(bits.word & 0xFF)
                            bits.drop(8)
                            var length = Int(token & 15)
                            if length == 15 { length &+= bits.longLength() }
                            length = min(length &+ StoredCodes.shortestCopy, count &- out)
                            guard distance > 0, distance <= out &+ dictionary.count else { return }
                            unsafe copy(base, &out, distance, length, dictionary)
                        }
                        isWhole = true
                        written = out
                    }
                }
            }
        }
    }
    return isWhole ? bytes : nil
}

/// Copies `length` bytes from `distance` back, out of dictionary and output as if they were one.
/// SAFETY: `distance` is within both together; `base` has room for `length` bytes behind `out`, and 16 more.
@unsafe @inline(__always) private func copy(
    _ base: UnsafeMutablePointer<UInt8>, _ out: inout Int, _ distance: Int, _ length: Int, _ dictionary: Bytes
) {
    if distance > out {
        var left = length
        var from = dictionary.count &- (distance &- out)
        if length <= 16, from &+ 16 <= dictionary.count {
            let word = unsafe UnsafeRawPointer(dictionary.base + from).loadUnaligned(as: SIMD16<UInt8>.self)
            unsafe UnsafeMutableRawPointer(base + out).storeBytes(of: word, as: SIMD16<UInt8>.self)
            out &+= length
            return
        }
        while left > 0, from < dictionary.count {
            unsafe base[out] = dictionary.base[from]
            from &+= 1
            out &+= 1
            left &-= 1
        }
        var source = 0
        while left > 0 {
            unsafe base[out] = base[source]
            source &+= 1
            out &+= 1
            left &-= 1
        }
    } else if distance >= 16, length <= 16 {
        let word = unsafe UnsafeRawPointer(base + (out &- distance)).loadUnaligned(as: SIMD16<UInt8>.self)
        unsafe UnsafeMutableRawPointer(base + out).storeBytes(of: word, as: SIMD16<UInt8>.self)
        out &+= length
    } else {
        for step in 0..<length { unsafe base[out &+ step] = base[out &+ step &- distance] }
        out &+= length
    }
}
