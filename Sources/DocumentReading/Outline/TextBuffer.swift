/// Text as it is gathered, white space normalised on the way in.
///
/// Runs of white space become one space, none at either end; every Unicode space counts; soft hyphens, zero-width
/// characters and byte-order marks go. `bytes[..<count]` is valid UTF-8 when what is appended is.
struct TextBuffer {
    /// Longer than `count`, so that the loop below only writes.
    private var bytes: [UInt8] = []
    private(set) var count = 0
    /// White space was seen since the last character.
    private var wantsSpace = false

    /// What the next character asks of the white space before it.
    private enum Joint { case usual, closing, glued, parted }
    private var joint = Joint.usual

    var isEmpty: Bool { count == 0 }

    /// Words before and after must not touch.
    mutating func space() { wantsSpace = true }

    /// A quotation has ended: a full stop or closing mark that follows belongs to it.
    mutating func tighten() { joint = .closing }

    /// An opening mark was written: what follows belongs to it.
    mutating func glue() { joint = .glued }

    /// Something was lifted out of the sentence: the words on both sides are two.
    mutating func part() { if joint == .usual { joint = .parted } }

    private mutating func join(_ text: Span<UInt8>) {
        guard let first = text.indices.first(where: { text[$0] > 0x20 }) else { return }
        let isGlued = joint == .glued
        let isParted = joint == .parted
        joint = .usual
        if isParted {
            let (before, after) = (count > 0 ? bytes[count - 1] : 0, text[first])
            if before.isLetter || before.isDigit, after.isLetter || after.isDigit { wantsSpace = true }
            return
        }
        switch text[first] {
        case _ where isGlued: wantsSpace = false
        case UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: ":"), UInt8(ascii: ")"), UInt8(ascii: "]"):
            wantsSpace = false
        case 0xE2 where first + 2 < text.count && text[first + 1] == 0x80 && (text[first + 2] == 0x9D || text[first + 2] == 0x99):
            wantsSpace = false
        default: return
        }
        // What is left of the white space is in front of `first`.
        append(text.extracting(first..<text.count))
    }

    mutating func append(_ text: Span<UInt8>) {
        let length = text.count
        if joint != .usual {
            let before = count
            join(text)
            if count != before { return }
        }
        if bytes.count < count + length + 8 {
            bytes.append(contentsOf: repeatElement(0, count: max(count + length + 8, bytes.count * 2, 256) - bytes.count))
        }
        var to = count
        var gap = wantsSpace
        var from = 0
        var out = bytes.mutableSpan
        while from < length {
            // SAFETY: from < length; `to` grows by at most one a byte read plus the one pending space, for which room was made.
            let byte = unsafe text[unchecked: from]
            if byte > 0x20, byte < 0x80, from + 8 <= length {
                // Eight at a time as long as there are only letters and single spaces.
                // SAFETY: 8 bytes can be read at `from`, and room for what is left to read was made at `to`.
                let block = unsafe text.block(at: from)
                if Self.isPlain(block) {
                    if gap {
                        if to > 0 {
                            unsafe out[unchecked: to] = 0x20
                            to += 1
                        }
                        gap = false
                    }
                    unsafe out.store(block, at: to)
                    // A space at the end waits for what follows it.
                    gap = UInt8(truncatingIfNeeded: block >> 56) == 0x20
                    to += gap ? 7 : 8
                    from += 8
                    continue
                }
            }
            if byte > 0x20, byte < 0x80 {
                if gap {
                    if to > 0 {
                        unsafe out[unchecked: to] = 0x20
                        to += 1
                    }
                    gap = false
                }
                unsafe out[unchecked: to] = byte
                to += 1
                from += 1
            } else if byte <= 0x20 {
                gap = true
                from += 1
            } else {
                let special = SpecialCharacter(text, at: from)
                switch special.kind {
                case .space: gap = true
                case .invisible: break
                case .ordinary:
                    if gap {
                        if to > 0 {
                            unsafe out[unchecked: to] = 0x20
                            to += 1
                        }
                        gap = false
                    }
                    for offset in 0..<special.length {
                        unsafe out[unchecked: to + offset] = unsafe text[unchecked: from + offset]
                    }
                    to += special.length
                }
                from += special.length
            }
        }
        count = to
        wantsSpace = gap
    }

    mutating func append(_ text: String) {
        // A copy is made: only short strings come this way.
        let bytes = Array(text.utf8)
        append(bytes.span)
    }

    /// Whether eight bytes are ASCII from the space on, with no two spaces in a row. May say no where it is so.
    @inline(__always) private static func isPlain(_ block: UInt64) -> Bool {
        let ones: UInt64 = 0x0101_0101_0101_0101
        let tops = ones << 7
        let unusual = (block | (block &- ones &* 0x20)) & tops
        let others = block ^ (ones &* 0x20)
        let spaces = (others &- ones) & ~others & tops
        return unusual | (spaces & (spaces >> 8)) == 0
    }

    /// The text without the white space around it.
    var string: String { String(decoding: bytes[..<count], as: UTF8.self) }

    func string(from start: Int) -> String { String(decoding: bytes[min(start, count)..<count], as: UTF8.self) }

    subscript(_ offset: Int) -> UInt8 { bytes[offset] }

    mutating func clear() {
        count = 0
        wantsSpace = false
        joint = .usual
    }
}

/// What a character beyond ASCII is to white-space normalisation.
struct SpecialCharacter {
    enum Kind { case ordinary, space, invisible }

    let kind: Kind
    /// Its bytes, never more than the text still has.
    let length: Int

    init(_ text: Span<UInt8>, at index: Int) {
        let lead = text[index]
        let wanted = lead < 0xC0 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
        length = min(wanted, text.count - index)
        guard length == wanted, length > 1 else {
            kind = .ordinary
            return
        }
        let second = text[index + 1]
        switch lead {
        case 0xC2:
            // U+0085, U+00A0, U+00AD.
            kind = second == 0x85 || second == 0xA0 ? .space : second == 0xAD ? .invisible : second < 0xA0 ? .space : .ordinary
        case 0xE1:
            kind = second == 0x9A && text[index + 2] == 0x80 ? .space : .ordinary
        case 0xE2 where second == 0x80:
            switch text[index + 2] {
            // U+2000 to U+200A, U+2028, U+2029, U+202F.
            case 0x80...0x8A, 0xA8, 0xA9, 0xAF: kind = .space
            // U+200B to U+200F, U+202A to U+202E.
            case 0x8B...0x8F, 0xAA...0xAE: kind = .invisible
            default: kind = .ordinary
            }
        case 0xE2 where second == 0x81:
            let third = text[index + 2]
            // U+205F; U+2060 to U+2064 and U+2066 to U+2069.
            kind = third == 0x9F ? .space : (0xA0...0xA9).contains(third) ? .invisible : .ordinary
        case 0xE3:
            kind = second == 0x80 && text[index + 2] == 0x80 ? .space : .ordinary
        case 0xEF:
            kind = second == 0xBB && text[index + 2] == 0xBF ? .invisible : .ordinary
        default:
            kind = .ordinary
        }
    }
}

extension Span<UInt8> {
    func append(to bytes: inout [UInt8]) {
        // SAFETY: the span's memory is read within the call only.
        unsafe withUnsafeBufferPointer { unsafe bytes.append(contentsOf: $0) }
    }

    /// SAFETY: 8 bytes can be read at `offset`.
    @unsafe @inline(__always) func block(at offset: Int) -> UInt64 {
        unsafe UInt64(littleEndian: bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: offset, as: UInt64.self))
    }
}

extension MutableSpan<UInt8> {
    /// SAFETY: 8 bytes can be written at `offset`.
    @unsafe @inline(__always) mutating func store(_ block: UInt64, at offset: Int) {
        unsafe withUnsafeMutableBytes { unsafe $0.storeBytes(of: block.littleEndian, toByteOffset: offset, as: UInt64.self) }
    }
}
