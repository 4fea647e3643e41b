import SearchCore

/// Packs pieces of one family with a code made for a sample of them, and puts the frame around them.
struct PiecePacker {
    private let packer: BlockPacker
    private let coder: BlockCoder
    let preset: [UInt8]

    /// - Parameter mostPreset: bytes of the sample that pieces may copy from, as if they stood before each.
    init(sample: [[UInt8]], mostPreset: Int = 0) {
        preset = mostPreset > 0 ? Array(presetDictionary(from: sample.flatMap { $0 }).suffix(mostPreset)) : []
        let packer = BlockPacker(dictionary: preset)
        self.packer = packer
        coder = BlockCoder(sample: sample.map { ($0, packer.sequences(of: $0)) })
    }

    /// The code lengths, two in a byte: what the head holds of this packer, besides `preset`.
    var codes: [UInt8] {
        let lengths = coder.header
        return stride(from: 0, to: lengths.count, by: 2).map { lengths[$0] | lengths[$0 + 1] << 4 }
    }

    /// - Parameter before: bytes that stand unpacked in front of the packed ones (the head's codes).
    func piece(_ name: PieceName, _ raw: [UInt8], index: UInt64, before: [UInt8] = []) -> [UInt8] {
        var rest: [UInt8] = []
        rest.appendLittle(name.kind.rawValue)
        rest.appendLittle(UInt32(name.number))
        rest.appendLittle(UInt32(raw.count))
        rest.appendLittle(PieceFrame.version)
        rest.appendLittle(index)
        rest += before
        rest += coder.encode(raw, packer.sequences(of: raw))
        var piece: [UInt8] = []
        piece.reserveCapacity(rest.count + 8)
        // SAFETY: the view does not leave the closure.
        piece.appendLittle(unsafe rest.withUnsafeBufferPointer { unsafe checksum(Bytes(base: $0.baseAddress!, count: $0.count)) })
        return piece + rest
    }
}
