/// Of a packed block the numbers that need more bits than its width: the upper part of each, kept behind the packed ones.
/// `how many u8 (lower six bits; upper two: bytes of an upper part, less one), places u8 each, upper parts (little-endian)`.
struct BlockExceptions {
    private let list: Bytes
    private let places: Int
    private let values: Int
    private let count: Int
    private let valueSize: Int
    /// Where the next thing stands in `list`.
    let end: Int

    /// A number is below this, whatever the bytes: sums of 128 fit in 32 bits.
    static let most: UInt32 = (1 << 24) - 1

    /// What does not fit in the list is damaged: no exceptions.
    init(_ list: Bytes, at place: Int) {
        self.list = list
        let head = Int(list[place])
        let size = head &>> 6 &+ 1
        let wanted = head & 63
        places = min(place &+ 1, list.count)
        values = places &+ wanted
        valueSize = size
        end = values &+ wanted &* size
        count = end <= list.count ? wanted : 0
    }

    /// SAFETY: `at` is below `count`: the bytes are in the list.
    @unsafe @inline(__always) private func value(_ at: Int) -> UInt32 {
        let place = unsafe list.base + (values &+ at &* valueSize)
        var value = unsafe UInt32(place[0])
        if valueSize > 1 { unsafe value |= UInt32(place[1]) &<< 8 }
        if valueSize > 2 { unsafe value |= UInt32(place[2]) &<< 16 }
        return value
    }

    /// Adds the upper parts to the unpacked numbers.
    /// SAFETY: `numbers` has 128.
    @unsafe @inline(__always) func add(to numbers: UnsafeMutablePointer<UInt32>, width: Int) {
        let marked = unsafe list.base + places
        if valueSize == 1 {
            // Nearly always.
            let upper = unsafe list.base + values
            for at in 0..<count {
                let place = unsafe Int(marked[at] & 127)
                unsafe numbers[place] = (numbers[place] | UInt32(upper[at]) &<< UInt32(width)) & Self.most
            }
            return
        }
        for at in 0..<count {
            let place = unsafe Int(marked[at] & 127)
            unsafe numbers[place] = (numbers[place] | value(at) &<< UInt32(width)) & Self.most
        }
    }

    /// The upper part of one number, 0 for none.
    @inline(__always) func upper(of index: Int) -> UInt32 {
        // SAFETY: `count` places are in the list.
        let from = unsafe list.base + places
        for at in 0..<count where unsafe Int(from[at]) == index { return unsafe value(at) }
        return 0
    }
}
