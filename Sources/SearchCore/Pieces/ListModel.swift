/// How the lists of a piece are packed: gaps between records by how rare the term is, or for each record whether it has a frequent term;
/// frequencies by how long the record is, positions by how far apart so many are in a record of that length. What is learned from one list serves the next.
/// A list that does not come out byte by byte so goes as it is: lists may change their form, and pieces only grow.
package struct ListModel {
    /// What the list belongs to.
    package struct Shape {
        package var found: Int
        package var listCount: Int
        package var positionsCount: Int
        /// Where positions are: in the list or behind all lists, apart, or nowhere.
        package enum Positions { case here, apart, none }
        package var positions: Positions
        /// Length codes of the field, one a record.
        package var lengths: Bytes

        /// - Parameter isApart: whether the positions of the piece's long lists are.
        package init(_ kind: UInt8, _ entry: TermEntry, isApart: Bool, lengths: Bytes) {
            found = entry.found
            listCount = entry.postingsCount
            positionsCount = entry.positionsCount
            positions = !TermKind.hasPositions(kind) ? .none : isApart && entry.found >= SegmentLayout.blockSize ? .apart : .here
            self.lengths = lengths
        }
    }

    private enum Place {
        static let isModelled = 0
        /// 256 symbols each.
        static let bytes = 1
        static let best = bytes + 256
        /// For each rarity, by how the gap before compares with it.
        static let gaps = best + 256
        static let rarities = 26
        /// By length and by whether the frequency before was 1.
        static let frequencies = gaps + rarities * 3 * BitContexts.perNumber
        static let positions = frequencies + 2 * sizes * BitContexts.perNumber
        /// By length, by whether it is that of the record before, and whether that one has the term.
        static let presences = positions + 32 * BitContexts.perNumber
        static let all = presences + 4 * sizes
        /// What `size` tells.
        static let sizes = 18
    }

    private var contexts = BitContexts(Place.all)

    package init() {}

    // MARK: Packing

    package struct Encoder {
        private var model = ListModel()
        private var coder = BitEncoder()

        package init() {}

        /// - Parameter bytes: the list as it is, and its positions where these are not in it.
        package mutating func add(_ list: TermList, _ shape: Shape, bytes: (list: [UInt8], positions: [UInt8])) {
            let isModelled = list.records.count == shape.found && list.bytes(shape.lengths) == bytes
            _ = model.contexts.flag(isModelled, Place.isModelled, &coder)
            if isModelled {
                _ = model.code(list, shape, &coder)
            } else {
                for byte in bytes.list + bytes.positions { _ = model.contexts.symbol(UInt32(byte), bits: 8, Place.bytes, &coder) }
            }
        }

        package mutating func finish() -> [UInt8] { coder.finish() }
    }

    // MARK: Unpacking

    struct Decoder {
        private var model = ListModel()
        private var coder: BitDecoder

        init(_ packed: Bytes) { coder = BitDecoder(packed) }

        /// Appends the next list and its positions; false for damage.
        mutating func next(_ shape: Shape, list: inout [UInt8], positions: inout [UInt8]) -> Bool {
            if model.contexts.flag(false, Place.isModelled, &coder) {
                guard let term = model.code(nil, shape, &coder), !coder.isSpent else { return false }
                let bytes = term.bytes(shape.lengths)
                guard bytes.list.count == shape.listCount else { return false }
                list += bytes.list
                positions += bytes.positions
                return true
            }
            for place in 0..<(shape.listCount + (shape.positions == .here ? shape.positionsCount : 0)) {
                if coder.isSpent { return false }
                let byte = UInt8(truncatingIfNeeded: model.contexts.symbol(0, bits: 8, Place.bytes, &coder))
                if place < shape.listCount { list.append(byte) } else { positions.append(byte) }
            }
            return true
        }
    }

    // MARK: In both directions

    /// Codes a list: `known`, or the one that is answered. Nil for damage.
    private mutating func code<Coder: BitCoder>(_ known: TermList?, _ shape: Shape, _ coder: inout Coder) -> TermList? {
        var list = TermList()
        list.isApart = shape.positions == .apart
        guard shape.found <= shape.lengths.count else { return nil }
        for place in 0..<TermList.bestCount(shape.found) {
            list.best.append(UInt8(contexts.symbol(UInt32(known?.best[place] ?? 0), bits: 8, Place.best, &coder)))
        }
        let rarity = Self.bits(shape.lengths.count * 2 / max(1, shape.found))
        var next = 0
        var nearness = 1
        var isRepeated = 0
        for place in 0..<shape.found {
            let record: Int
            if Self.isFrequent(shape.found, of: shape.lengths.count) {
                guard let present = nextPresent(known.map { Int($0.records[place]) }, from: next, shape.lengths, &coder) else { return nil }
                record = present
            } else {
                let knownGap = known.map { $0.records[place] &- UInt32(next) &+ 1 } ?? 1
                let context = Place.gaps + (min(rarity, Place.rarities - 1) * 3 + nearness) * BitContexts.perNumber
                let gap = Int(contexts.number(knownGap, context, &coder) & 0x7FFF_FFFF)
                let size = Self.bits(gap)
                nearness = size + 2 < rarity ? 0 : size < rarity ? 1 : 2
                guard gap <= 1 << 24, next + gap <= shape.lengths.count else { return nil }
                record = next + gap - 1
            }
            next = record + 1
            let length = Int(shape.lengths[record])
            let frequency = contexts.number(
                known?.frequencies[place] ?? 1, Place.frequencies + (Self.size(length) * 2 + isRepeated) * BitContexts.perNumber, &coder)
            guard frequency <= 1 << 24 else { return nil }
            isRepeated = frequency > 1 ? 1 : 0
            list.records.append(UInt32(record))
            list.frequencies.append(frequency)
            guard shape.positions == .here else { continue }
            var left = Int(frequency)
            var before = -1
            while left > 0 {
                let room = max(0, Int(LengthCode.starts[length]) - before)
                let context = Place.positions + min(31, Self.bits(room / left) * 2 + (left == 1 ? 1 : 0)) * BitContexts.perNumber
                let knownStep = known.map { UInt32(Int($0.positions[list.positions.count]) - before) } ?? 1
                before += Int(contexts.number(knownStep, context, &coder) & 0xFF_FFFF)
                list.positions.append(UInt32(truncatingIfNeeded: before))
                left -= 1
                if coder.isSpent { return nil }
            }
        }
        return list
    }

    /// Of a term that many records have: the next that has it, each record before being said not to. Nil where there is none.
    private mutating func nextPresent(_ known: Int?, from next: Int, _ lengths: Bytes, _ coder: inout some BitCoder) -> Int? {
        var record = next
        // The one before `next` has it, but for the first.
        var context = next > 0 ? 1 : 0
        while record < lengths.count {
            let length = lengths[record]
            context += record > 0 && lengths[record - 1] == length ? 2 : 0
            if contexts.flag(known == record, Place.presences + Self.size(Int(length)) * 4 + context, &coder) { return record }
            record += 1
            context = 0
        }
        return nil
    }

    /// Whether a term's records are told one by one, with the lengths of all of them.
    package static func isFrequent(_ found: Int, of records: Int) -> Bool { found >= records / sparse }

    /// Terms in fewer than one of so many records are told by gaps.
    private static let sparse = 8

    /// How many bits, and the second of them: 0 to 17 for a byte.
    private static func size(_ value: Int) -> Int {
        let bits = bits(value)
        return bits < 2 ? bits : bits * 2 + (value >> (bits - 2) & 1)
    }

    private static func bits(_ value: Int) -> Int { Int.bitWidth - value.leadingZeroBitCount }
}
