/// 128 numbers of `width` bits each in 16 * width bytes: number i lies in lane i % 4 of row i / 4, rows packed upwards.
/// One function a width, made by the compiler from one body whose width is a constant.
@unsafe @inline(__always) private func unpackRows(_ width: Int, _ from: UnsafeRawPointer, _ to: UnsafeMutablePointer<UInt32>) {
    let mask = SIMD4<UInt32>(repeating: width == 32 ? ~0 : (1 &<< UInt32(width)) &- 1)
    let out = UnsafeMutableRawPointer(to)
    for row in 0..<32 {
        let bit = row &* width
        let word = bit &>> 5
        let shift = UInt32(bit & 31)
        // SAFETY: 16 * width bytes at `from` and 128 numbers at `to` are the caller's promise.
        var value = unsafe from.loadUnaligned(fromByteOffset: word &* 16, as: SIMD4<UInt32>.self) &>> SIMD4(repeating: shift)
        if Int(shift) &+ width > 32 {
            let high = unsafe from.loadUnaligned(fromByteOffset: word &* 16 &+ 16, as: SIMD4<UInt32>.self)
            value |= high &<< SIMD4(repeating: 32 &- shift)
        }
        unsafe out.storeBytes(of: value & mask, toByteOffset: row &* 16, as: SIMD4<UInt32>.self)
    }
}

/// Unpacks 128 numbers of at most 24 bits.
/// SAFETY: `from` has 16 * width bytes, `to` has room for 128 numbers.
@unsafe package func unpack128(_ width: Int, _ from: UnsafeRawPointer, _ to: UnsafeMutablePointer<UInt32>) {
    #if hasFeature(Embedded)
        // Small before fast: one function for all widths.
        if width > 0 { unsafe unpackRows(min(width, 24), from, to) } else { for at in 0..<128 { unsafe to[at] = 0 } }
    #else
        switch width {
        case 0: for at in 0..<128 { unsafe to[at] = 0 }
        case 1: unsafe unpackRows(1, from, to)
        case 2: unsafe unpackRows(2, from, to)
        case 3: unsafe unpackRows(3, from, to)
        case 4: unsafe unpackRows(4, from, to)
        case 5: unsafe unpackRows(5, from, to)
        case 6: unsafe unpackRows(6, from, to)
        case 7: unsafe unpackRows(7, from, to)
        case 8: unsafe unpackRows(8, from, to)
        case 9: unsafe unpackRows(9, from, to)
        case 10: unsafe unpackRows(10, from, to)
        case 11: unsafe unpackRows(11, from, to)
        case 12: unsafe unpackRows(12, from, to)
        case 13: unsafe unpackRows(13, from, to)
        case 14: unsafe unpackRows(14, from, to)
        case 15: unsafe unpackRows(15, from, to)
        case 16: unsafe unpackRows(16, from, to)
        case 17: unsafe unpackRows(17, from, to)
        case 18: unsafe unpackRows(18, from, to)
        case 19: unsafe unpackRows(19, from, to)
        case 20: unsafe unpackRows(20, from, to)
        case 21: unsafe unpackRows(21, from, to)
        case 22: unsafe unpackRows(22, from, to)
        case 23: unsafe unpackRows(23, from, to)
        default: unsafe unpackRows(24, from, to)
        }
    #endif
}

/// Turns 128 gaps, each less one, into the rising numbers that follow `before`.
/// SAFETY: `numbers` has 128 numbers.
@unsafe package func sum128(_ numbers: UnsafeMutablePointer<UInt32>, before: UInt32) {
    let rows = UnsafeMutableRawPointer(numbers)
    var carry = SIMD4<UInt32>(repeating: before)
    let zero = SIMD4<UInt32>(repeating: 0)
    let one = SIMD4<UInt32>(repeating: 1)
    for row in 0..<32 {
        var value = unsafe rows.load(fromByteOffset: row &* 16, as: SIMD4<UInt32>.self) &+ one
        value = value &+ SIMD4(zero[0], value[0], value[1], value[2])
        value = value &+ SIMD4(zero[0], zero[0], value[0], value[1])
        value = value &+ carry
        unsafe rows.storeBytes(of: value, toByteOffset: row &* 16, as: SIMD4<UInt32>.self)
        carry = SIMD4(repeating: value[3])
    }
}

/// The inverse of `unpack128`, for writers: appends 16 * width bytes.
package func pack128(_ numbers: [UInt32], width: Int, to bytes: inout [UInt8]) {
    guard width > 0 else { return }
    var words = [UInt32](repeating: 0, count: 4 * width)
    for (place, number) in numbers.enumerated() {
        let bit = place / 4 * width
        let word = bit / 32 * 4 + place % 4
        let shift = UInt32(bit % 32)
        words[word] |= number &<< shift
        if Int(shift) + width > 32 { words[word + 4] |= number &>> (32 - shift) }
    }
    // SAFETY: the view does not leave the closure.
    for place in words.indices { words[place] = words[place].littleEndian }
    unsafe words.withUnsafeBytes { unsafe bytes.append(contentsOf: $0) }
}
