/// Walks one term's list in record order, a block of up to 128 at a time, and skips by the blocks' last records.
/// A list of 128 or more: a head of four bytes (best tf and length code; tf and length code of the tenth best), the best of every group
/// of 32 blocks, an entry per block (`SegmentLayout.blockEntrySize`), the blocks' places, the blocks. A shorter list is one row of
/// varints, its positions behind it.
@safe package struct PostingCursor {
    package static let end = UInt32.max

    package let found: Int
    package let list: Bytes
    let positions: Bytes
    /// The field's length codes, one a record; every record number below `records` can be looked up.
    let lengths: Bytes
    package let records: UInt32
    package let blockCount: Int
    /// Where the blocks' entries and places begin; 0 in a short list.
    private let entries: Int
    private let places: Int

    /// Room for the block: record numbers, with 16 that no record has behind the last; then frequencies.
    package let docs: UnsafeMutablePointer<UInt32>
    package let frequencies: UnsafeMutablePointer<UInt32>
    package private(set) var block = -1
    package private(set) var count = 0
    package var index = 0
    private var hasFrequencies = false
    /// Where the block's packed frequencies are in `list`, and how wide.
    private var frequencyPlace = 0
    private var frequencyWidth = 0
    /// Whether exceptions stand behind them.
    private var hasGreatFrequencies = false
    private var shortTail = 0
    /// Bits of positions before record number `positionIndex` of the block: a record further on is counted from here.
    private var positionIndex = 0
    private var positionBit = 0
    private let widths: UnsafePointer<UInt8>
    /// The record the cursor stands at, `end` behind the last.
    package var doc: UInt32 = 0

    /// The last record of the unpacked block.
    private var last: UInt32 = 0

    package static let roomNeeded = frequencyRoom + 132
    private static let frequencyRoom = 128 + searchStep
    /// Records compared at a time.
    private static let searchStep = 16

    /// SAFETY: `lengths` has one for every record below `records`, `widths` has `LengthCode.positionBits`; `room` has `roomNeeded` numbers and, like the segment, outlives the cursor.
    @unsafe package init(
        _ entry: TermEntry, postings: Bytes, positions: Bytes, lengths: Bytes, records: Int, widths: UnsafePointer<UInt8>,
        room: UnsafeMutablePointer<UInt32>
    ) {
        // Eight bytes more, so that positions can be read by the word; sections end with eight bytes to spare.
        list = postings.slice(entry.postings, entry.postingsCount &+ 8)
        self.positions = positions.slice(entry.positions, entry.positionsCount &+ 8)
        self.lengths = lengths
        self.records = UInt32(truncatingIfNeeded: records)
        found = entry.found
        unsafe docs = room
        unsafe frequencies = room + Self.frequencyRoom
        for place in 128..<Self.frequencyRoom { unsafe room[place] = Self.end }
        unsafe self.widths = widths
        let isLong = entry.found >= SegmentLayout.blockSize
        let blocks = isLong ? (entry.found + SegmentLayout.blockSize - 1) / SegmentLayout.blockSize : 1
        entries = isLong ? SegmentLayout.listHeadSize + SegmentLayout.groups(blocks) * SegmentLayout.groupEntrySize : 0
        places = isLong ? entries + blocks * SegmentLayout.blockEntrySize : 0
        // A list that cannot hold its own entries is damaged: it is empty.
        let fits = !isLong || places + blocks * SegmentLayout.blockPlaceSize <= list.count
        blockCount = fits ? blocks : 0
        if !fits { doc = Self.end }
    }

    @inline(__always) package var isLong: Bool { entries > 0 }

    @inline(__always) func entryPlace(_ block: Int) -> Int { entries &+ block &* SegmentLayout.blockEntrySize }

    /// The last record of a block (one below `blockCount`), without unpacking it.
    @inline(__always) package func lastDoc(_ block: Int) -> UInt32 {
        guard entries > 0 else { return Self.end &- 1 }
        // SAFETY: there are `blockCount` entries in the list, or it has no blocks.
        return unsafe UInt32(littleEndian: UnsafeRawPointer(list.base + entryPlace(block)).loadUnaligned(as: UInt32.self))
    }

    /// The frequency and the length code that score best in a block (a long list's).
    @inline(__always) package func best(_ block: Int) -> (UInt32, UInt8) {
        let word = list.u32(entryPlace(block) &+ 4)
        return (word &>> 16 & 0xFF, UInt8(truncatingIfNeeded: word &>> 24))
    }

    /// The best in a group of 32 blocks (a long list's).
    @inline(__always) package func bestOfGroup(_ group: Int) -> (UInt32, UInt8) {
        let place = SegmentLayout.listHeadSize &+ group &* SegmentLayout.groupEntrySize
        return (UInt32(list[place]), list[place &+ 1])
    }

    /// The best in the whole list, and the tenth best (0 where there are fewer).
    package var bestOfAll: (UInt32, UInt8) { (UInt32(list[0]), list[1]) }
    package var tenthBest: (UInt32, UInt8) { (UInt32(list[2]), list[3]) }

    /// Stands at the first record.
    package mutating func start() {
        if blockCount == 0 { doc = Self.end } else { load(0) }
    }

    @inline(__always) package mutating func next() {
        index &+= 1
        if index < count { doc = unsafe docs[index] } else { nextBlock() }
    }

    package mutating func nextBlock() {
        if block &+ 1 < blockCount { load(block &+ 1) } else { finish() }
    }

    private mutating func finish() {
        block = blockCount
        count = 0
        index = 0
        doc = Self.end
        last = 0
    }

    /// The block that would hold `target`, found without unpacking; `blockCount` if none does.
    @inline(__always) package func blockHolding(_ target: UInt32) -> Int {
        var low = max(block, 0)
        if low >= blockCount || lastDoc(low) >= target { return low }
        // Gallop, then halve.
        var step = 1
        while low &+ step < blockCount, lastDoc(low &+ step) < target {
            low &+= step
            step &<<= 1
        }
        var high = min(low &+ step, blockCount)
        low &+= 1
        while low < high {
            let middle = (low &+ high) &>> 1
            if lastDoc(middle) < target { low = middle &+ 1 } else { high = middle }
        }
        return low
    }

    /// Whether the block that would hold `target` (not before the current record) is unpacked already.
    @inline(__always) package func hasUnpacked(_ target: UInt32) -> Bool {
        last >= target && block >= 0
    }

    /// Stands at the first record not before `target`.
    @inline(__always) package mutating func seek(_ target: UInt32) {
        if doc >= target && block >= 0 { return }
        if !hasUnpacked(target) { return seek(target, in: blockHolding(target)) }
        seekInBlock(target)
    }

    /// Stands at the first record not before `target`, which `wanted` holds: what `blockHolding` said.
    @inline(__always) package mutating func seek(_ target: UInt32, in wanted: Int) {
        guard wanted < blockCount else { return finish() }
        if wanted != block { load(wanted) }
        if doc < target { seekInBlock(target) }
    }

    @inline(__always) private mutating func seekInBlock(_ target: UInt32) {
        index = nearPlace(target, from: index)
        if index < count { doc = unsafe docs[index] } else { nextBlock() }
    }

    /// The place of the first record not before `target`, from a place on: sixteen at a time.
    @inline(__always) private func nearPlace(_ target: UInt32, from: Int) -> Int {
        // SAFETY: place + searchStep <= count + searchStep, up to which there are numbers; `end` behind the last stops the walk.
        var place = from
        while unsafe docs[place &+ Self.searchStep &- 1] < target { place &+= Self.searchStep }
        // How many of these are below the target: record numbers fit in 24 bits, so that they compare as signed numbers too.
        let from = unsafe UnsafeRawPointer(docs + place)
        let wanted = SIMD4<Int32>(repeating: Int32(truncatingIfNeeded: min(target, 1 &<< 24)))
        var below = SIMD4<Int32>(repeating: 0)
        for step in 0..<(Self.searchStep / 4) {
            let here = unsafe from.loadUnaligned(fromByteOffset: step &* 16, as: SIMD4<Int32>.self) & 0x7FFF_FFFF
            below = below &+ SIMD4<Int32>(repeating: 0).replacing(with: 1, where: here .< wanted)
        }
        return place &+ Int(below[0] &+ below[1] &+ below[2] &+ below[3])
    }

    /// Which of some rising records the unpacked block holds: looks at those from `from` on that are not behind the block's last, without a branch
    /// on what is found. Puts the place of each found one among the wanted into `found` and its place in the block into `places`;
    /// returns the first that was not looked at, and how many were found.
    /// SAFETY: the three have room for `count` numbers; a block is unpacked.
    @unsafe @inline(__always) func find(
        _ wanted: UnsafeMutablePointer<UInt32>, from: Int, count: Int, found: UnsafeMutablePointer<UInt32>,
        places: UnsafeMutablePointer<UInt32>
    ) -> (next: Int, found: Int) {
        var next = from
        var hits = 0
        while next < count {
            let target = unsafe wanted[next]
            if target > last { break }
            let place = placeInBlock(target)
            unsafe found[hits] = UInt32(truncatingIfNeeded: next)
            unsafe places[hits] = UInt32(truncatingIfNeeded: place)
            hits &+= unsafe docs[place] == target ? 1 : 0
            next &+= 1
        }
        return (next, hits)
    }

    /// The place of the first record not before `target`, which the block reaches: by halves, without a branch.
    @inline(__always) private func placeInBlock(_ target: UInt32) -> Int {
        // SAFETY: places stay below 128, up to which there are numbers.
        var place = unsafe docs[63] < target ? 64 : 0
        unsafe place &+= docs[place &+ 31] < target ? 32 : 0
        unsafe place &+= docs[place &+ 15] < target ? 16 : 0
        unsafe place &+= docs[place &+ 7] < target ? 8 : 0
        unsafe place &+= docs[place &+ 3] < target ? 4 : 0
        unsafe place &+= docs[place &+ 1] < target ? 2 : 0
        return unsafe place &+ (docs[place] < target ? 1 : 0)
    }

    /// Stands at a place of the unpacked block.
    @inline(__always) mutating func stand(at place: Int) {
        index = place
        doc = unsafe docs[place]
    }

    /// How often the current record has the term; one number is taken from the packed block, as most of it is never asked for.
    @inline(__always) package mutating func frequency() -> UInt32 {
        if hasFrequencies { return unsafe frequencies[index] }
        var value: UInt32 = 0
        if frequencyWidth > 0 {
            let bit = (index &>> 2) &* frequencyWidth
            let word = frequencyPlace &+ (bit &>> 5) &* 16 &+ (index & 3) &* 4
            let shift = UInt32(bit & 31)
            value = list.u32(word) &>> shift
            if Int(shift) &+ frequencyWidth > 32 { value |= list.u32(word &+ 16) &<< (32 &- shift) }
            value &= (1 &<< UInt32(frequencyWidth)) &- 1
        }
        if hasGreatFrequencies {
            let exceptions = BlockExceptions(list, at: frequencyPlace &+ 16 &* frequencyWidth)
            value = (value | exceptions.upper(of: index) &<< UInt32(frequencyWidth)) & BlockExceptions.most
        }
        return value &+ 1
    }

    /// Unpacks the frequencies of the whole block, so that `frequencies` can be read.
    @inline(__always) package mutating func needFrequencies() {
        if !hasFrequencies { loadFrequencies() }
    }

    /// Unpacks a block's records and stands at its first. A damaged block ends the list.
    package mutating func load(_ wanted: Int) {
        block = wanted
        index = 0
        hasFrequencies = false
        positionIndex = 0
        positionBit = 0
        last = lastDoc(wanted)
        guard entries > 0 else { return loadShort(from: 0, base: 0, count: min(found, SegmentLayout.blockSize - 1)) }
        let place = entryPlace(wanted)
        // The record before the block; "-1" before the first.
        let before = wanted > 0 ? lastDoc(wanted &- 1) : UInt32.max
        let first = before &+ 1
        let data = places &+ blockCount &* SegmentLayout.blockPlaceSize &+ list.offset(places &+ wanted &* SegmentLayout.blockPlaceSize)
        let gaps = list[place &+ 4]
        if gaps == SegmentLayout.isRow {
            return loadShort(
                from: data, base: first, count: min(max(0, found &- wanted &* SegmentLayout.blockSize), SegmentLayout.blockSize - 1))
        }
        let last = self.last
        let width = Int(gaps & SegmentLayout.widthBits)
        guard width <= 24, data &+ 16 &* width <= list.count, last < records, first <= last else { return finish() }
        // SAFETY: the block's bytes are in the list; docs has room for 128.
        unsafe unpack128(width, UnsafeRawPointer(list.base + data), docs)
        frequencyPlace = data &+ 16 &* width
        if gaps & SegmentLayout.hasExceptions != 0 {
            let exceptions = BlockExceptions(list, at: frequencyPlace)
            unsafe exceptions.add(to: docs, width: width)
            frequencyPlace = exceptions.end
        }
        unsafe sum128(docs, before: before)
        // Gaps are below 2^24: the numbers rise, so that none is above the last.
        guard unsafe docs[127] == last else { return finish() }
        let widths = list[place &+ 5]
        frequencyWidth = Int(widths & SegmentLayout.widthBits)
        hasGreatFrequencies = widths & SegmentLayout.hasExceptions != 0
        if frequencyWidth > 24 || frequencyPlace &+ 16 &* frequencyWidth > list.count { (frequencyWidth, hasGreatFrequencies) = (0, false) }
        count = SegmentLayout.blockSize
        doc = unsafe docs[0]
    }

    private mutating func loadFrequencies() {
        hasFrequencies = true
        // SAFETY: `load` checked that the packed frequencies are in the list; frequencies has room for 128.
        unsafe unpack128(frequencyWidth, UnsafeRawPointer(list.base + frequencyPlace), frequencies)
        if hasGreatFrequencies {
            unsafe BlockExceptions(list, at: frequencyPlace &+ 16 &* frequencyWidth).add(to: frequencies, width: frequencyWidth)
        }
        for at in 0..<128 { unsafe frequencies[at] &+= 1 }
    }

    /// A row of varints: gap * 2, and 1 more where the frequency is one; else the frequency less two follows.
    private mutating func loadShort(from start: Int, base: UInt32, count wanted: Int) {
        var at = start
        var next = base
        count = 0
        hasFrequencies = true
        while count < wanted {
            let value = list.varint(&at)
            let here = next &+ UInt32(truncatingIfNeeded: value &>> 1)
            guard here < records, here >= next, at <= list.count else { break }
            // SAFETY: count < 128.
            unsafe docs[count] = here
            unsafe frequencies[count] = value & 1 == 1 ? 1 : UInt32(truncatingIfNeeded: min(list.varint(&at), 1 << 24)) &+ 2
            next = here &+ 1
            count &+= 1
        }
        shortTail = at
        for place in count..<Self.frequencyRoom { unsafe docs[place] = Self.end }
        if count == 0 { finish() } else { doc = unsafe docs[0] }
    }

    /// Where the positions of the current record begin, in bits, and in which bytes.
    private mutating func positionStart() -> (Bytes, Int) {
        needFrequencies()
        if index < positionIndex { (positionIndex, positionBit) = (0, 0) }
        while positionIndex < index {
            unsafe positionBit &+= Int(frequencies[positionIndex]) &* positionWidth(docs[positionIndex])
            positionIndex &+= 1
        }
        if entries == 0 { return (list, positionBit &+ shortTail &* 8) }
        return (positions, positionBit &+ list.offset(places &+ block &* SegmentLayout.blockPlaceSize &+ 4) &* 8)
    }

    /// SAFETY: records of the list are below the number of lengths; there are 256 widths.
    @inline(__always) private func positionWidth(_ doc: UInt32) -> Int { unsafe Int(widths[Int(lengths.base[Int(doc)])]) }

    /// Puts the current record's positions (word numbers in the field, ascending) into `out`; returns how many.
    /// SAFETY: `out` has room for `limit` numbers.
    @unsafe package mutating func readPositions(_ out: UnsafeMutablePointer<UInt32>, limit: Int) -> Int {
        let count = min(Int(frequency()), limit)
        var (bytes, bit) = positionStart()
        let width = positionWidth(doc)
        let mask = UInt64(1) &<< UInt64(width) &- 1
        for at in 0..<count {
            let word = bytes.u64(bit &>> 3) &>> UInt64(bit & 7)
            unsafe out[at] = UInt32(truncatingIfNeeded: word & mask)
            bit &+= width
        }
        return count
    }
}
