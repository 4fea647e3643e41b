/// Unpacks a block of stored rows: sequences of (literals, copy of something before), as many as it takes.
/// A sequence: one byte with two lengths of four bits, literals' and copy's less four, 15 meaning that bytes of 255 and a last smaller
/// one follow to be added; the literals; two bytes of distance back, over the preset dictionary and what is unpacked already.
/// The last sequence has no copy. A damaged block gives nil.
package func unpackBlock(_ packed: Bytes, dictionary: Bytes, count: Int) -> [UInt8]? {
    guard count >= 0, count <= packed.count &* 256 &+ 16 else { return nil }
    let room = count &+ 16
    var isWhole = false
    // SAFETY: `out` never passes `count`, every read of `packed` is checked, copies start within dictionary or output.
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: room) { buffer, written in
        written = 0
        guard let base = unsafe buffer.baseAddress else { return }
        var at = 0
        var out = 0
        while at < packed.count {
            let token = unsafe packed.base[at]
            at &+= 1
            var literals = Int(token &>> 4)
            if literals == 15 { literals &+= longLength(packed, &at) }
            guard literals <= packed.count &- at, literals <= count &- out else { return }
            if literals <= 16, at &+ 16 <= packed.count {
                let word = unsafe UnsafeRawPointer(packed.base + at).loadUnaligned(as: SIMD16<UInt8>.self)
                unsafe UnsafeMutableRawPointer(base + out).storeBytes(of: word, as: SIMD16<UInt8>.self)
            } else {
                unsafe (base + out).update(from: packed.base + at, count: literals)
            }
            at &+= literals
            out &+= literals
            if at == packed.count { break }
            let distance = Int(packed[at]) | Int(packed[at &+ 1]) &<< 8
            at &+= 2
            var length = Int(token & 15)
            if length == 15 { length &+= longLength(packed, &at) }
            length &+= 4
            guard distance > 0, distance <= out &+ dictionary.count, length <= count &- out else { return }
            if distance > out {
                // In the dictionary, perhaps running on into the output.
                var from = dictionary.count &- (distance &- out)
                while length > 0, from < dictionary.count {
                    unsafe base[out] = dictionary.base[from]
                    from &+= 1
                    out &+= 1
                    length &-= 1
                }
                var source = 0
                while length > 0 {
                    unsafe base[out] = base[source]
                    source &+= 1
                    out &+= 1
                    length &-= 1
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
        isWhole = out == count
        written = out
    }
    return isWhole ? bytes : nil
}

private func longLength(_ packed: Bytes, _ at: inout Int) -> Int {
    var length = 0
    while at < packed.count {
        let byte = packed[at]
        at &+= 1
        length &+= Int(byte)
        if byte < 255 { break }
    }
    return length
}
