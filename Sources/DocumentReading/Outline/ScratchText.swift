/// Short texts put together at the end of one buffer, so that making one costs no allocation but the finished string's.
struct ScratchText {
    /// One finished text; where it was asked for, with the hash of its bytes (FNV-1a), from which the hash of a longer text can go on.
    struct Piece {
        var start = 0
        var count = 0
        var hash = ScratchText.noHash

        var isEmpty: Bool { count == 0 }
    }

    static let noHash: UInt64 = 0xCBF2_9CE4_8422_2325

    /// Longer than `count`, so that appending only writes.
    private var bytes = [UInt8](repeating: 0, count: 256)
    private(set) var count = 0

    /// Takes back everything from `count` on.
    mutating func cut(to count: Int) { self.count = min(self.count, max(count, 0)) }

    mutating func append(_ byte: UInt8) {
        makeRoom(1)
        bytes[count] = byte
        count += 1
    }

    mutating func append(_ piece: Piece) {
        makeRoom(piece.count)
        unsafe bytes.withUnsafeMutableBytes { buffer in
            // SAFETY: room was made, and a piece lies before what is being written.
            unsafe buffer.baseAddress.unsafelyUnwrapped.advanced(by: count).copyMemory(
                from: buffer.baseAddress.unsafelyUnwrapped.advanced(by: piece.start), byteCount: piece.count)
        }
        count += piece.count
    }

    mutating func append(_ text: Span<UInt8>) {
        makeRoom(text.count)
        let count = count
        var bytes = bytes.mutableSpan
        for index in text.indices { bytes[count + index] = text[index] }
        self.count = count + text.count
    }

    mutating func append(_ text: String) { append(text.utf8.span) }

    mutating func append(_ text: StaticString) {
        let length = text.utf8CodeUnitCount
        makeRoom(length)
        let count = count
        var bytes = bytes.mutableSpan
        // SAFETY: a literal has as many bytes as it says.
        for offset in 0..<length { unsafe bytes[count + offset] = text.utf8Start[offset] }
        self.count = count + length
    }

    /// Appends a number that is not below zero.
    mutating func append(decimal number: Int) {
        if number >= 10 { append(decimal: number / 10) }
        append(UInt8(ascii: "0") + UInt8(number % 10))
    }

    /// What was appended since `start`, without a hash.
    func piece(from start: Int) -> Piece { Piece(start: start, count: count - start) }

    /// What was appended since `start`; its hash goes on from that of `base`, with which it begins.
    func hashedPiece(from start: Int, beginningWith base: Piece = Piece()) -> Piece {
        var hash = base.hash
        for byte in bytes[start + base.count..<count] { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        return Piece(start: start, count: count - start, hash: hash)
    }

    func string(_ piece: Piece) -> String { String(decoding: bytes[piece.start..<piece.start + piece.count], as: UTF8.self) }

    subscript(_ piece: Piece) -> ArraySlice<UInt8> { bytes[piece.start..<piece.start + piece.count] }

    static func hash(_ text: String) -> UInt64 { text.utf8.reduce(noHash) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 } }

    private mutating func makeRoom(_ length: Int) {
        if count + length > bytes.count { bytes.append(contentsOf: repeatElement(0, count: max(length, bytes.count))) }
    }
}
