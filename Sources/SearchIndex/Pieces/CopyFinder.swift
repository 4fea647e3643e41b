import SearchCore

/// Finds what the bytes of a piece repeat of themselves and of the preset before them. One finder serves many pieces of a family.
@safe final class CopyFinder {
    private let preset: [UInt8]
    /// The latest place + 1 by the hash of four bytes, and for each place of the window the one before it with the same hash.
    private var latest: [Int32] = []
    private var earlier: [Int32] = []
    private let latestOfPreset: [Int32]
    private let earlierOfPreset: [Int32]
    private static let hashBits = 15
    /// Places further back are tried no more, so that a large piece takes no more memory than this: a power of two, larger than a preset.
    private static let window = 1 << 19
    /// Places that are tried for the longest copy.
    private static let depth = 24

    init(preset: [UInt8] = []) {
        self.preset = preset
        var latest = [Int32](repeating: 0, count: 1 << Self.hashBits)
        var earlier = [Int32](repeating: 0, count: preset.count)
        if preset.count >= 4 {
            for at in 0...(preset.count - 4) {
                let slot = Self.slot(preset[at...].prefix(4).reversed().reduce(UInt32(0)) { $0 << 8 | UInt32($1) })
                earlier[at] = latest[slot]
                latest[slot] = Int32(at + 1)
            }
        }
        latestOfPreset = latest
        earlierOfPreset = earlier
    }

    @inline(__always) private static func slot(_ word: UInt32) -> Int { Int((word &* 0x9E37_79B1) &>> UInt32(32 - hashBits)) }

    /// Hands over the sequences of the bytes, one after another.
    func forEachSequence(of raw: [UInt8], _ body: (PieceModel.Sequence) -> Void) {
        let bytes = preset.isEmpty ? raw : preset + raw
        let end = bytes.count
        latest = latestOfPreset
        earlier = earlierOfPreset
        earlier.append(contentsOf: repeatElement(0, count: min(raw.count, max(0, Self.window - preset.count))))
        let mask = Self.window - 1
        // SAFETY: places are below `end`, four bytes are read up to `end - 4`, slots have `hashBits` bits, every place before `at` was noted,
        // and `earlier` has `end` places or those of the window.
        unsafe bytes.withUnsafeBufferPointer { bytes in
            unsafe latest.withUnsafeMutableBufferPointer { latest in
                unsafe earlier.withUnsafeMutableBufferPointer { earlier in
                    func length(_ from: Int, _ at: Int) -> Int {
                        var length = 0
                        while at &+ length < end, unsafe bytes[from &+ length] == bytes[at &+ length] { length &+= 1 }
                        return length
                    }
                    func slot(_ at: Int) -> Int {
                        Self.slot(unsafe UInt32(littleEndian: UnsafeRawPointer(bytes.baseAddress! + at).loadUnaligned(as: UInt32.self)))
                    }
                    func note(_ at: Int) {
                        guard at &+ 4 <= end else { return }
                        let slot = slot(at)
                        unsafe earlier[at & mask] = latest[slot]
                        unsafe latest[slot] = Int32(truncatingIfNeeded: at &+ 1)
                    }
                    /// The best copy for a place; length 0 for none.
                    func best(_ at: Int, _ last: Int) -> (length: Int, distance: Int) {
                        var best = (length: 0, distance: 0)
                        if last > 0 {
                            let again = length(at &- last, at)
                            if again >= PieceModel.shortestAgain { best = (again, last) }
                        }
                        guard at &+ 4 <= end else { return best }
                        var place = unsafe Int(latest[slot(at)])
                        for _ in 0..<Self.depth where place > 0 {
                            let from = place &- 1
                            // Only what ends behind the best so far can be longer.
                            if at &+ best.length >= end { break }
                            if unsafe bytes[from &+ best.length] == bytes[at &+ best.length] {
                                let found = length(from, at)
                                let isWorth = found > best.length &+ (at &- from > best.distance &<< 7 ? 1 : 0)
                                if found >= PieceModel.shortestCopy, best.length == 0 || isWorth { best = (found, at &- from) }
                            }
                            // Further back than the window, what stood there is written over.
                            if at &- from >= Self.window { break }
                            place = unsafe Int(earlier[from & mask])
                        }
                        // Far back, four bytes cost what they save.
                        return best.length == 4 && best.distance != last && best.distance > 2048 ? (0, 0) : best
                    }
                    var at = preset.count
                    var literals = 0
                    var last = 0
                    while at < end {
                        let here = best(at, last)
                        note(at)
                        var isBetterNext = false
                        if here.length > 0, here.length < 64, at &+ 1 < end {
                            let next = best(at &+ 1, last)
                            isBetterNext = next.length > here.length &+ (next.distance == last ? 0 : 1)
                        }
                        if here.length == 0 || isBetterNext {
                            literals += 1
                            at += 1
                            continue
                        }
                        body(PieceModel.Sequence(literals: literals, length: here.length, distance: here.distance))
                        for place in (at &+ 1)..<(at &+ here.length) { note(place) }
                        at += here.length
                        literals = 0
                        last = here.distance
                    }
                    if literals > 0 { body(PieceModel.Sequence(literals: literals, length: 0, distance: 0)) }
                }
            }
        }
    }
}
