/// How the bytes of pieces are packed: literals, in text each foretold from the byte before it, and copies of what stands before. Pieces that are
/// alike are packed as if they stood behind the same text, the preset: they copy from it, and begin with what was learned from it.
package struct PieceModel: Sendable {
    /// A copy is at least this long; one from the same distance as the last, two.
    package static let shortestCopy = 4
    package static let shortestAgain = 2

    package static let mostBytes = 1 << 26

    package let preset: [UInt8]
    /// Masks the byte before that a literal is foretold from: of text all of it, of numbers nothing.
    private let foretelling: UInt8
    private var contexts = BitContexts(Place.all)

    private enum Place {
        /// 256 symbols for each byte before.
        static let literals = 0
        /// Whether a copy follows: after a literal, after a copy.
        static let isCopy = 1 << 16
        static let isAgain = isCopy + 2
        static let length = isAgain + 2
        static let lengthAgain = length + BitContexts.perNumber
        /// For lengths 4, 5, 6 and more.
        static let distance = lengthAgain + BitContexts.perNumber
        static let all = distance + 4 * BitContexts.perNumber
    }

    /// For pieces with nothing in common, of text or of numbers.
    package init(isText: Bool) {
        preset = []
        foretelling = isText ? 0xFF : 0
    }

    private init(preset: [UInt8], learned: BitContexts) {
        self.preset = preset
        foretelling = 0xFF
        contexts = learned
    }

    // MARK: Unpacking

    /// The model of pieces behind a text that this one unpacks; nil for damage.
    package func behind(unpacking packed: Bytes, count: Int) -> PieceModel? {
        var learned = contexts
        return unpack(packed, count: count, &learned).map { PieceModel(preset: $0, learned: learned) }
    }

    /// The `count` bytes that were packed; nil for damage.
    package func unpack(_ packed: Bytes, count: Int) -> [UInt8]? {
        var learned = contexts
        return unpack(packed, count: count, &learned)
    }

    private func unpack(_ packed: Bytes, count: Int, _ learned: inout BitContexts) -> [UInt8]? {
        // A damaged count must not take all memory.
        guard count >= 0, count <= Self.mostBytes else { return nil }
        var coder = BitDecoder(packed)
        var bytes = preset
        let end = preset.count + count
        bytes.reserveCapacity(min(end, 1 << 16))
        var last = 0
        var isBehindCopy = false
        while bytes.count < end {
            if coder.isSpent { return nil }
            guard Self.isCopy(false, isBehindCopy, &learned, &coder) else {
                bytes.append(Self.literal(0, before: (bytes.last ?? 0) & foretelling, &learned, &coder))
                isBehindCopy = false
                continue
            }
            let copy = Self.copy((0, 0), last: last, isBehindCopy, &learned, &coder)
            guard copy.distance > 0, copy.distance <= bytes.count, copy.length <= end &- bytes.count else { return nil }
            for _ in 0..<copy.length { bytes.append(bytes[bytes.count &- copy.distance]) }
            last = copy.distance
            isBehindCopy = true
        }
        bytes.removeFirst(preset.count)
        return bytes
    }

    // MARK: Packing

    /// Bytes to be copied: behind `literals` bytes that are not, `length` from `distance` back. The last may have none.
    package struct Sequence {
        package var literals: Int
        package var length: Int
        package var distance: Int

        package init(literals: Int, length: Int, distance: Int) {
            self.literals = literals
            self.length = length
            self.distance = distance
        }
    }

    /// Packs bytes, of which the sequences come one after another: of a large piece they would take more room than the piece.
    package struct Packing {
        private let model: PieceModel
        private let raw: [UInt8]
        private var learned: BitContexts
        private var coder = BitEncoder()
        private var at = 0
        private var before: UInt8
        private var last = 0
        private var isBehindCopy = false

        fileprivate init(_ model: PieceModel, _ raw: [UInt8]) {
            self.model = model
            self.raw = raw
            learned = model.contexts
            before = model.preset.last ?? 0
        }

        package mutating func add(_ sequence: Sequence) {
            for _ in 0..<sequence.literals {
                _ = PieceModel.isCopy(false, isBehindCopy, &learned, &coder)
                before = PieceModel.literal(raw[at], before: before & model.foretelling, &learned, &coder)
                at += 1
                isBehindCopy = false
            }
            guard sequence.length > 0 else { return }
            _ = PieceModel.isCopy(true, isBehindCopy, &learned, &coder)
            _ = PieceModel.copy((sequence.length, sequence.distance), last: last, isBehindCopy, &learned, &coder)
            at += sequence.length
            before = raw[at - 1]
            last = sequence.distance
            isBehindCopy = true
        }

        /// What `unpack` reads, when the sequences of all of the bytes have come.
        package mutating func finish() -> [UInt8] { coder.finish() }

        /// The model of pieces that stand behind what was packed.
        package var behind: PieceModel { PieceModel(preset: raw, learned: learned) }
    }

    package func packing(_ raw: [UInt8]) -> Packing { Packing(self, raw) }

    // MARK: In both directions

    @inline(__always) private static func isCopy(
        _ known: Bool, _ isBehindCopy: Bool, _ contexts: inout BitContexts, _ coder: inout some BitCoder
    ) -> Bool { contexts.flag(known, Place.isCopy + (isBehindCopy ? 1 : 0), &coder) }

    @inline(__always) private static func literal(
        _ known: UInt8, before: UInt8, _ contexts: inout BitContexts, _ coder: inout some BitCoder
    ) -> UInt8 {
        UInt8(truncatingIfNeeded: contexts.symbol(UInt32(known), bits: 8, Place.literals + Int(before) << 8, &coder))
    }

    private static func copy(
        _ known: (length: Int, distance: Int), last: Int, _ isBehindCopy: Bool, _ contexts: inout BitContexts, _ coder: inout some BitCoder
    ) -> (length: Int, distance: Int) {
        if contexts.flag(known.distance == last, Place.isAgain + (isBehindCopy ? 1 : 0), &coder) {
            let length = contexts.number(UInt32(max(1, known.length - shortestAgain + 1)), Place.lengthAgain, &coder)
            return (Int(length & 0xFFF_FFFF) + shortestAgain - 1, last)
        }
        let more = contexts.number(UInt32(max(1, known.length - shortestCopy + 1)), Place.length, &coder) & 0xFFF_FFFF
        let place = Place.distance + Int(min(more, 4) - 1) * BitContexts.perNumber
        let distance = contexts.number(UInt32(max(1, known.distance)), place, &coder) & 0xFFF_FFFF
        return (Int(more) + shortestCopy - 1, Int(distance))
    }
}
