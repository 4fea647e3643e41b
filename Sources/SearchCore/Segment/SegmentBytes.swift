/// Keeps the bytes of a segment alive: a mapped file, or a copy in memory.
@safe public final class SegmentBytes: @unchecked Sendable {
    /// SAFETY: nobody writes to these bytes while the object lives; that is the promise of both initializers.
    @usableFromInline let base: UnsafePointer<UInt8>
    public let count: Int
    private let release: (UnsafePointer<UInt8>, Int) -> Void

    /// A copy, for segments that come as a download.
    public init(copying bytes: [UInt8]) {
        let copy = UnsafeMutablePointer<UInt8>.allocate(capacity: max(1, bytes.count))
        // SAFETY: the allocation holds `bytes.count` bytes.
        for at in bytes.indices { unsafe copy[at] = bytes[at] }
        unsafe base = UnsafePointer(copy)
        count = bytes.count
        unsafe release = { place, _ in unsafe place.deallocate() }
    }

    /// Bytes that belong to someone else until `release` is called.
    @unsafe public init(base: UnsafePointer<UInt8>, count: Int, release: @escaping (UnsafePointer<UInt8>, Int) -> Void) {
        unsafe self.base = base
        self.count = count
        unsafe self.release = release
    }

    deinit { unsafe release(base, count) }

    package var bytes: Bytes { unsafe Bytes(base: base, count: count) }
}

/// A view of a segment's bytes. Reads outside it answer 0, so that a damaged index gives wrong numbers, never a fault.
/// SAFETY: whoever makes a view keeps the `SegmentBytes` alive while it is used; a view is never stored beyond a `Segment`.
@safe package struct Bytes: @unchecked Sendable {
    package let base: UnsafePointer<UInt8>
    package let count: Int

    @unsafe @inline(__always) package init(base: UnsafePointer<UInt8>, count: Int) {
        unsafe self.base = base
        self.count = count
    }

    /// No bytes. Static, because a view must point somewhere.
    package static let none = unsafe Bytes(base: UnsafePointer(UnsafeMutablePointer<UInt8>.allocate(capacity: 1)), count: 0)

    @inline(__always) package subscript(at: Int) -> UInt8 {
        UInt(bitPattern: at) < UInt(bitPattern: count) ? unsafe base[at] : 0
    }

    package func slice(_ start: Int, _ length: Int) -> Bytes {
        let from = min(max(0, start), count)
        return unsafe Bytes(base: base + from, count: min(max(0, length), count - from))
    }

    @inline(__always) package func u32(_ at: Int) -> UInt32 {
        guard at >= 0, at <= count - 4 else { return 0 }
        return unsafe UInt32(littleEndian: UnsafeRawPointer(base + at).loadUnaligned(as: UInt32.self))
    }

    @inline(__always) package func u64(_ at: Int) -> UInt64 {
        guard at >= 0, at <= count - 8 else { return 0 }
        return unsafe UInt64(littleEndian: UnsafeRawPointer(base + at).loadUnaligned(as: UInt64.self))
    }

    /// An offset or a count in four bytes. Below 1 GiB whatever the bytes, so that sums of two fit an Int of 32 bits (a browser's).
    @inline(__always) package func offset(_ at: Int) -> Int { Int(u32(at) & 0x3FFF_FFFF) }

    /// Longer varints are cut: their value is never negative, nor near the end of what an Int holds.
    @inline(__always) static var mostShift: Int { Int.bitWidth == 64 ? 56 : 28 }

    /// A number in groups of seven bits, lowest first; moves `at` past it.
    @inline(__always) package func varint(_ at: inout Int) -> Int {
        let first = self[at]
        at &+= 1
        if first < 0x80 { return Int(first) }
        var value = Int(first & 0x7F)
        var shift = 7
        while shift < Self.mostShift {
            let byte = self[at]
            at &+= 1
            value |= Int(byte & 0x7F) &<< shift
            if byte < 0x80 { break }
            shift &+= 7
        }
        return value
    }

    package func array(_ start: Int, _ length: Int) -> [UInt8] {
        let part = slice(start, length)
        return unsafe [UInt8](UnsafeBufferPointer(start: part.base, count: part.count))
    }
}
