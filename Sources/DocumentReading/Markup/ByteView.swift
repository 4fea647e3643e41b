/// A stretch of memory that someone else keeps alive, read byte by byte: the input of a parse, an attribute's value.
///
/// A byte outside it reads as 0, so a scanner needs no bounds of its own; text never holds one (`DecodedText` sees to that).
/// A view is lent for the duration of a call and never kept.
@safe struct ByteView {
    private let start: UnsafePointer<UInt8>
    let count: Int

    /// SAFETY: the caller keeps `count` bytes at `start` valid as long as the view is used.
    @unsafe init(_ start: UnsafePointer<UInt8>, count: Int) {
        unsafe self.start = start
        self.count = count
    }

    @inline(__always) subscript(_ index: Int) -> UInt8 {
        // SAFETY: within the view, or not read at all.
        UInt(bitPattern: index) < UInt(bitPattern: count) ? unsafe start[index] : 0
    }

    /// The part from `from` up to `to`; what lies outside is cut off.
    func part(_ from: Int, _ to: Int) -> ByteView {
        let low = min(max(from, 0), count)
        // SAFETY: within the view.
        return unsafe ByteView(start + low, count: min(max(to, low), count) - low)
    }

    /// The first place from `index` on that holds one of two bytes; `count` when none does.
    @inline(__always) func find(_ a: UInt8, or b: UInt8, from index: Int) -> Int {
        let ones: UInt64 = 0x0101_0101_0101_0101
        let (all, other) = (ones &* UInt64(a), ones &* UInt64(b))
        var index = max(index, 0)
        while index + 8 <= count {
            // SAFETY: eight bytes are within the view.
            let block = unsafe UnsafeRawPointer(start + index).loadUnaligned(as: UInt64.self).littleEndian
            let (x, y) = (block ^ all, block ^ other)
            let hits = ((x &- ones) & ~x | (y &- ones) & ~y) & ones << 7
            if hits != 0 { return index + hits.trailingZeroBitCount / 8 }
            index += 8
        }
        while index < count, self[index] != a, self[index] != b { index += 1 }
        return index
    }

    /// Goes through mark-up: lends every run without `<` and `&` to `text`, and asks `special` where what such a character begins will end.
    @inline(__always) func forEachRun(_ text: (Span<UInt8>) -> Void, special: (Int) -> Int) {
        var index = 0
        while true {
            let next = find(UInt8(ascii: "<"), or: UInt8(ascii: "&"), from: index)
            if next > index { part(index, next).lend(text) }
            guard next < count else { return }
            index = special(next)
        }
    }

    /// The first place from `index` on that holds a byte beyond ASCII; `count` when none does.
    func findNonASCII(from index: Int) -> Int {
        var index = max(index, 0)
        while index + 8 <= count {
            // SAFETY: eight bytes are within the view.
            let block = unsafe UnsafeRawPointer(start + index).loadUnaligned(as: UInt64.self).littleEndian
            let tops = block & 0x8080_8080_8080_8080
            if tops != 0 { return index + tops.trailingZeroBitCount / 8 }
            index += 8
        }
        while index < count, self[index] < 0x80 { index += 1 }
        return index
    }

    func find(_ a: UInt8, from index: Int) -> Int { find(a, or: a, from: index) }

    /// Whether `text` stands at `index`.
    func starts(with text: StaticString, at index: Int) -> Bool {
        let wanted = text.utf8CodeUnitCount
        guard index >= 0, index + wanted <= count else { return false }
        // SAFETY: a literal has as many bytes as it says.
        for offset in 0..<wanted where unsafe text.utf8Start[offset] != self[index + offset] { return false }
        return true
    }

    /// The first place from `index` on where `text`, of one byte or more, begins; nil when there is none.
    func find(_ text: StaticString, from index: Int) -> Int? {
        // SAFETY: as above.
        let first = unsafe text.utf8Start[0]
        var index = find(first, from: index)
        while index < count {
            if starts(with: text, at: index) { return index }
            index = find(first, from: index + 1)
        }
        return nil
    }

    /// A view of `bytes` for the time of the call.
    static func lend(_ bytes: [UInt8], _ body: (ByteView) -> Void) {
        unsafe bytes.withUnsafeBufferPointer { buffer in
            guard let start = buffer.baseAddress else { return }
            // SAFETY: the array outlives the call.
            unsafe body(ByteView(start, count: buffer.count))
        }
    }

    static func == (view: ByteView, text: StaticString) -> Bool {
        view.count == text.utf8CodeUnitCount && view.starts(with: text, at: 0)
    }

    func equals(_ other: ByteView) -> Bool {
        guard count == other.count else { return false }
        for index in 0..<count where self[index] != other[index] { return false }
        return true
    }

    var string: String { unsafe String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self) }

    /// The bytes, lent to `body`.
    @inline(__always) func lend(_ body: (Span<UInt8>) -> Void) { unsafe body(Span(_unsafeStart: start, count: count)) }

    func append(to bytes: inout [UInt8]) { unsafe bytes.append(contentsOf: UnsafeBufferPointer(start: start, count: count)) }

    /// A hash of the bytes, eight at a time.
    var hash: UInt64 {
        var hash = UInt64(truncatingIfNeeded: count) &* 0x9E37_79B9_7F4A_7C15
        var index = 0
        while index + 8 <= count {
            // SAFETY: eight bytes are within the view.
            let block = unsafe UnsafeRawPointer(start + index).loadUnaligned(as: UInt64.self).littleEndian
            hash = (hash ^ block) &* 0xFF51_AFD7_ED55_8CCD
            hash ^= hash >> 32
            index += 8
        }
        var rest: UInt64 = 0
        while index < count {
            rest = rest << 8 | UInt64(self[index])
            index += 1
        }
        hash = (hash ^ rest) &* 0xC4CE_B9FE_1A85_EC53
        return hash ^ hash >> 29
    }
}

/// For `switch element.name`.
func ~= (text: StaticString, view: ByteView) -> Bool { view == text }
