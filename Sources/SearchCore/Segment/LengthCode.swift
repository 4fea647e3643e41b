/// Field lengths in one byte: exact up to 160 words, then in steps of a tenth.
package enum LengthCode {
    /// The least length of each code; what scoring takes as the length.
    package static let starts: [UInt32] = {
        var starts: [UInt32] = []
        var length: UInt32 = 0
        for code in 0..<256 {
            starts.append(length)
            length += code < 160 ? 1 : length / 10
        }
        return starts
    }()

    /// Bits that hold any position in a field with this code.
    package static let positionBits: [UInt8] = (0..<256).map { code in
        let most = code == 255 ? UInt32(SegmentLayout.mostRecords) : starts[code + 1] - 1
        return UInt8(32 - (most > 0 ? most - 1 : 0).leadingZeroBitCount)
    }

    package static func code(_ length: Int) -> UInt8 {
        if length <= 160 { return UInt8(max(0, length)) }
        var low = 160
        var high = 255
        while low < high {
            let middle = (low + high + 1) / 2
            if Int(starts[middle]) <= length { low = middle } else { high = middle - 1 }
        }
        return UInt8(low)
    }
}
