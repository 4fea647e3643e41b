/// A stretch of memory that someone else keeps alive, read byte by byte: the input of a parse, an attribute's value.
///
/// A byte outside it reads as 0, so a scanner needs no bounds of its own; text never holds one (`DecodedText` sees to that).
/// A view is lent for the duration of a call and never kept.
@safe struct ByteView {
    private let start: UnsafePointer<UInt8>
    let count: Int
    /// How many bytes can be read at `start`: in a part of a greater view more than `count`.
    private let room: Int

    /// SAFETY: the caller keeps `count` bytes at `start` valid as long as the view is used.
    @unsafe init(_ start: UnsafePointer<UInt8>, count: Int) { unsafe self.init(start, count: count, room: count) }

    /// SAFETY: the same for `room` bytes, at least `count`.
    @unsafe private init(_ start: UnsafePointer<UInt8>, count: Int, room: Int) {
        unsafe self.start = start
        self.count = count
        self.room = room
    }

    @inline(__always) subscript(_ index: Int) -> UInt8 {
        // SAFETY: within the view, or not read at all.
        UInt(bitPattern: index) < UInt(bitPattern: count) ? unsafe start[index] : 0
    }

    /// The part from `from` up to `to`; what lies outside is cut off.
    func part(_ from: Int, _ to: Int) -> ByteView {
        let low = min(max(from, 0), count)
        // SAFETY: within the view.
        return unsafe ByteView(start + low, count: min(max(to, low), count) - low, room: room - low)
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

    /// The first place from `index` on that holds a control character (a line end, say) or a byte beyond ASCII; `count` when none does.
    @inline(__always) func findUnusual(from index: Int) -> Int {
        let ones: UInt64 = 0x0101_0101_0101_0101
        var index = max(index, 0)
        while index + 8 <= count {
            // SAFETY: eight bytes are within the view.
            let block = unsafe UnsafeRawPointer(start + index).loadUnaligned(as: UInt64.self).littleEndian
            // A borrow can only reach what stands behind a control character, which is found before it.
            let hits = (block | (block &- ones &* 0x20)) & ones << 7
            if hits != 0 { return index + hits.trailingZeroBitCount / 8 }
            index += 8
        }
        while index < count, self[index] < 0x80, self[index] >= 0x20 { index += 1 }
        return index
    }

    /// The first place from `index` on that holds what can stand in no name: white space, a quotation mark, a stroke, < or >; at the
    /// latest `count`. A name may hold an equals sign.
    @inline(__always) func findNameEnd(from index: Int) -> Int {
        let ones: UInt64 = 0x0101_0101_0101_0101
        var index = max(index, 0)
        while index + 8 <= count {
            // SAFETY: eight bytes are within the view.
            let block = unsafe UnsafeRawPointer(start + index).loadUnaligned(as: UInt64.self).littleEndian
            // What is below a hyphen; a stroke; and < and >, which differ in one bit.
            let (stroke, bracket) = (block ^ (ones &* 0x2F), (block | (ones &* 0x02)) ^ (ones &* 0x3E))
            let hits = ((block &- ones &* 0x2D) & ~block | (stroke &- ones) & ~stroke | (bracket &- ones) & ~bracket) & ones << 7
            if hits != 0 { return index + hits.trailingZeroBitCount / 8 }
            index += 8
        }
        while index < count, self[index] >= 0x2D, self[index] != 0x2F, self[index] | 0x02 != 0x3E { index += 1 }
        return index
    }

    /// Up to eight bytes from `index` on as one number, the first the lowest; what lies beyond `end` counts as 0.
    @inline(__always) func word(at index: Int, before end: Int) -> UInt64 {
        let length = end - index
        guard length > 0 else { return 0 }
        if index >= 0, index + 8 <= room {
            // SAFETY: eight bytes can be read.
            let block = unsafe UnsafeRawPointer(start + index).loadUnaligned(as: UInt64.self).littleEndian
            return length >= 8 ? block : block & (1 << UInt64(length * 8) &- 1)
        }
        var word: UInt64 = 0
        for offset in (0..<min(length, 8)).reversed() { word = word << 8 | UInt64(self[index + offset]) }
        return word
    }

    func find(_ a: UInt8, from index: Int) -> Int { find(a, or: a, from: index) }

    /// How often a byte occurs: quick where it is rare.
    func count(of byte: UInt8) -> Int {
        let (ones, rest): (UInt64, UInt64) = (0x0101_0101_0101_0101, 0x7F7F_7F7F_7F7F_7F7F)
        let all = ones &* UInt64(byte)
        // SAFETY: asked for only where eight bytes from `index` on are within the view.
        func block(_ index: Int) -> UInt64 { unsafe UnsafeRawPointer(start + index).loadUnaligned(as: UInt64.self) ^ all }
        var total = 0
        var index = 0
        while index + 32 <= count {
            let (a, b, c, d) = (block(index), block(index + 8), block(index + 16), block(index + 24))
            let hits = (a &- ones) & ~a | (b &- ones) & ~b | (c &- ones) & ~c | (d &- ones) & ~d
            if hits & ones << 7 != 0 {
                // Exact, unlike the test above: a top bit for each byte that is zero.
                func zeros(_ block: UInt64) -> Int { (~((block & rest) &+ rest | block | rest)).nonzeroBitCount }
                total += zeros(a) + zeros(b) + zeros(c) + zeros(d)
            }
            index += 32
        }
        while index < count {
            if self[index] == byte { total += 1 }
            index += 1
        }
        return total
    }

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
        // SAFETY: the same; a literal of one byte ends in a 0.
        let second = unsafe text.utf8Start[1]
        var index = find(first, from: index)
        while index < count {
            if self[index + 1] == second || text.utf8CodeUnitCount == 1, starts(with: text, at: index) { return index }
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

    /// Whether this is `local`, with or without a prefix before it.
    func isName(_ local: StaticString) -> Bool {
        let start = count - local.utf8CodeUnitCount
        return start >= 0 && starts(with: local, at: start) && (start == 0 || self[start - 1] == UInt8(ascii: ":"))
    }

    func equals(_ other: ByteView) -> Bool {
        guard count == other.count else { return false }
        var index = 0
        while index < count {
            if word(at: index, before: count) != other.word(at: index, before: count) { return false }
            index += 8
        }
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
        while index < count {
            hash = (hash ^ word(at: index, before: count)) &* 0xFF51_AFD7_ED55_8CCD
            hash ^= hash >> 32
            index += 8
        }
        return hash
    }
}

/// For `switch element.name`.
func ~= (text: StaticString, view: ByteView) -> Bool { view == text }
