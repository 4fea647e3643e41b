import SearchCore

/// Packs the pieces of a family and puts the frame around them.
struct PiecePacker {
    private let model: PieceModel
    private let finder: CopyFinder

    /// For pieces with nothing in common.
    init(isText: Bool) {
        model = PieceModel(isText: isText)
        finder = CopyFinder()
    }

    /// For pieces that are alike: each is packed as if it stood behind `preset`. Gives the preset, packed, too.
    static func behind(_ preset: [UInt8]) -> (packer: PiecePacker, packed: [UInt8]) {
        var packing = PieceModel(isText: true).packing(preset)
        CopyFinder().forEachSequence(of: preset) { packing.add($0) }
        return (PiecePacker(model: packing.behind, finder: CopyFinder(preset: preset)), packing.finish())
    }

    private init(model: PieceModel, finder: CopyFinder) {
        self.model = model
        self.finder = finder
    }

    func packed(_ raw: [UInt8]) -> [UInt8] {
        var packing = model.packing(raw)
        finder.forEachSequence(of: raw) { packing.add($0) }
        return packing.finish()
    }

    /// The file of a piece: what `PieceFrame` reads.
    func piece(_ name: PieceName, _ raw: [UInt8]) -> [UInt8] { Self.frame(name, unpackedCount: raw.count, packed(raw)) }

    static func frame(_ name: PieceName, unpackedCount: Int, _ packed: [UInt8]) -> [UInt8] {
        var rest = [PieceFrame.version, name.kind.rawValue]
        rest.appendVarint(name.number)
        rest.appendVarint(unpackedCount)
        rest += packed
        var piece: [UInt8] = []
        piece.reserveCapacity(rest.count + 4)
        // SAFETY: the view does not leave the closure.
        piece.appendLittle(unsafe rest.withUnsafeBufferPointer { unsafe PieceFrame.sum(Bytes(base: $0.baseAddress!, count: $0.count)) })
        return piece + rest
    }
}
