/// Short texts put together at the end of one buffer, so that making one costs no allocation but the finished string's.
struct ScratchText {
    /// One finished text, with the hash of its bytes (FNV-1a), from which the hash of a longer text can go on.
    struct Piece {
        var start = 0
        var count = 0
        var hash = ScratchText.noHash

        var isEmpty: Bool { count == 0 }
    }

    static let noHash: UInt64 = 0xCBF2_9CE4_8422_2325

    /// Longer than `count`, so that appending only writes.
    private var bytes: [UInt8] = Array(repeating: 0, count: 512)
    private(set) var count = 0

    /// The last byte of a piece; 0 when it is empty.
    func last(of piece: Piece) -> UInt8 { piece.isEmpty ? 0 : bytes[piece.start + piece.count - 1] }

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
            // SAFETY: room was made, and a finished piece lies before what is being written.
            unsafe buffer.baseAddress.unsafelyUnwrapped.advanced(by: count).copyMemory(
                from: buffer.baseAddress.unsafelyUnwrapped.advanced(by: piece.start), byteCount: piece.count)
        }
        count += piece.count
    }

    mutating func append(_ text: String) {
        let length = text.utf8.count
        makeRoom(length)
        let span = text.utf8.span
        unsafe bytes.withUnsafeMutableBytes { buffer in
            // SAFETY: room was made.
            unsafe span.withUnsafeBytes { source in
                if let from = source.baseAddress {
                    unsafe buffer.baseAddress.unsafelyUnwrapped.advanced(by: count).copyMemory(from: from, byteCount: length)
                }
            }
        }
        count += length
    }

    /// What was appended since `start`; its hash goes on from that of `base`, with which it begins.
    func piece(from start: Int, beginningWith base: Piece = Piece()) -> Piece {
        Piece(start: start, count: count - start, hash: hash(from: base.hash, start + base.count))
    }

    func string(_ piece: Piece) -> String { String(decoding: bytes[piece.start..<piece.start + piece.count], as: UTF8.self) }

    func hasSuffix(_ piece: Piece, _ text: String) -> Bool {
        let length = text.utf8.count
        return length <= piece.count && bytes[piece.start + piece.count - length..<piece.start + piece.count].elementsEqual(text.utf8)
    }

    static func hash(_ text: String) -> UInt64 { text.utf8.reduce(noHash) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 } }

    private func hash(from hash: UInt64, _ start: Int) -> UInt64 {
        var hash = hash
        for index in start..<max(start, count) { hash = (hash ^ UInt64(bytes[index])) &* 0x100_0000_01B3 }
        return hash
    }

    private mutating func makeRoom(_ length: Int) {
        if count + length > bytes.count { bytes.append(contentsOf: repeatElement(0, count: max(length, bytes.count))) }
    }
}
