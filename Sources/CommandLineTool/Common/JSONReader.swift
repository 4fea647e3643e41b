import Language

/// Reads the JSON of one line from its bytes, piece by piece, exactly as RFC 8259 has it. A fault is nil, and what follows it is not read.
struct JSONReader {
    private let bytes: [UInt8]
    private let end: Int
    private var at: Int
    /// As deep as `JSONDecoder` goes: values in values, the outermost counted.
    private static let deepest = 512

    /// - Parameter line: within `bytes`.
    init(_ bytes: [UInt8], _ line: Range<Int>) {
        self.bytes = bytes
        at = line.lowerBound
        end = min(line.upperBound, bytes.count)
        if at + 3 <= end, bytes[at] == 0xEF, bytes[at + 1] == 0xBB, bytes[at + 2] == 0xBF { at += 3 }
    }

    /// Walks one object that is all there is. `value` is asked with each name and must read the value; false from it ends the walk.
    mutating func object(_ value: (inout JSONReader, String) -> Bool) -> Bool {
        guard take(0x7B) else { return false }
        if !take(0x7D) {
            repeat {
                guard let name = string(), take(0x3A), value(&self, name) else { return false }
            } while take(0x2C)
            guard take(0x7D) else { return false }
        }
        skipSpace()
        return at == end
    }

    /// A string, its escapes read. Nil for any other value, for half a surrogate pair and for what is no UTF-8.
    mutating func string() -> String? { string(halvesStand: false) }

    /// A string, or nil for `null`; none at all for any other value.
    mutating func optionalString() -> String?? {
        if word("null") { return .some(nil) }
        return string().map { .some($0) }
    }

    /// Reads any value and keeps nothing of it. Half a surrogate pair may stand in it: other programs write file names so.
    mutating func skip(depth: Int = 1) -> Bool {
        skipSpace()
        guard at < end else { return false }
        switch bytes[at] {
        case 0x7B where depth >= Self.deepest, 0x5B where depth >= Self.deepest: return false
        case 0x22: return string(halvesStand: true) != nil
        case 0x7B:
            at += 1
            if take(0x7D) { return true }
            repeat {
                guard string(halvesStand: true) != nil, take(0x3A), skip(depth: depth + 1) else { return false }
            } while take(0x2C)
            return take(0x7D)
        case 0x5B:
            at += 1
            if take(0x5D) { return true }
            repeat {
                guard skip(depth: depth + 1) else { return false }
            } while take(0x2C)
            return take(0x5D)
        case 0x2D, 0x30...0x39: return skipNumber()
        default: return word("true") || word("false") || word("null")
        }
    }

    // MARK: Pieces

    private mutating func skipSpace() {
        while at < end, bytes[at] == 0x20 || bytes[at] == 0x09 || bytes[at] == 0x0D || bytes[at] == 0x0A { at += 1 }
    }

    private mutating func take(_ byte: UInt8) -> Bool {
        skipSpace()
        guard at < end, bytes[at] == byte else { return false }
        at += 1
        return true
    }

    private mutating func word(_ word: StaticString) -> Bool {
        skipSpace()
        let count = word.utf8CodeUnitCount
        guard at + count <= end, bytes[at..<at + count].elementsEqual(UnsafeBufferPointer(start: word.utf8Start, count: count)) else {
            return false
        }
        at += count
        return true
    }

    /// Goes on to the quote or the backslash that ends a run of plain characters; nil where none comes, or a control character first.
    private mutating func plainEnd() -> UInt8? {
        at = ByteSearch.first(
            from: at, to: end, in: bytes,
            eight: { ByteSearch.holds($0, 0x22) || ByteSearch.holds($0, 0x5C) || ByteSearch.holds($0, below: 0x20) },
            one: { $0 == 0x22 || $0 == 0x5C || $0 < 0x20 })
        return at < end && bytes[at] >= 0x20 ? bytes[at] : nil
    }

    /// - Parameter halvesStand: whether half a surrogate pair is read as U+FFFD.
    private mutating func string(halvesStand: Bool) -> String? {
        guard take(0x22) else { return nil }
        var text: [UInt8] = []
        var start = at
        while let byte = plainEnd() {
            if byte == 0x22 {
                defer { at += 1 }
                guard !text.isEmpty else { return String(validating: bytes[start..<at], as: UTF8.self) }
                text += bytes[start..<at]
                return String(validating: text, as: UTF8.self)
            }
            text += bytes[start..<at]
            guard let scalar = escape(halvesStand: halvesStand) else { return nil }
            text += scalar.utf8
            start = at
        }
        return nil
    }

    /// What an escape stands for, from its backslash on.
    private mutating func escape(halvesStand: Bool) -> Unicode.Scalar? {
        at += 1
        guard at < end else { return nil }
        let byte = bytes[at]
        at += 1
        switch byte {
        case 0x22, 0x2F, 0x5C: return Unicode.Scalar(byte)
        case UInt8(ascii: "b"): return "\u{08}"
        case UInt8(ascii: "f"): return "\u{0C}"
        case UInt8(ascii: "n"): return "\n"
        case UInt8(ascii: "r"): return "\r"
        case UInt8(ascii: "t"): return "\t"
        case UInt8(ascii: "u"):
            guard let first = unit() else { return nil }
            guard first & 0xF800 == 0xD800 else { return Unicode.Scalar(first) }
            let behind = at
            if first < 0xDC00, at + 2 <= end, bytes[at] == 0x5C, bytes[at + 1] == UInt8(ascii: "u") {
                at += 2
                if let second = unit(), second & 0xFC00 == 0xDC00 {
                    return Unicode.Scalar(0x10000 + (first & 0x3FF) << 10 + second & 0x3FF)
                }
            }
            at = behind
            return halvesStand ? "\u{FFFD}" : nil
        default: return nil
        }
    }

    /// Four hexadecimal digits.
    private mutating func unit() -> UInt32? {
        guard at + 4 <= end else { return nil }
        var unit: UInt32 = 0
        for byte in bytes[at..<at + 4] {
            let digit: UInt8
            switch byte {
            case 0x30...0x39: digit = byte - 0x30
            case 0x41...0x46, 0x61...0x66: digit = byte & 0xF + 9
            default: return nil
            }
            unit = unit << 4 | UInt32(digit)
        }
        at += 4
        return unit
    }

    private mutating func skipNumber() -> Bool {
        if bytes[at] == 0x2D { at += 1 }
        let isZero = at < end && bytes[at] == 0x30
        guard let count = digits(), count == 1 || !isZero else { return false }
        if at < end, bytes[at] == 0x2E {
            at += 1
            guard digits() != nil else { return false }
        }
        if at < end, bytes[at] | 0x20 == UInt8(ascii: "e") {
            at += 1
            if at < end, bytes[at] == 0x2B || bytes[at] == 0x2D { at += 1 }
            guard digits() != nil else { return false }
        }
        return true
    }

    /// How many digits stand here; nil for none.
    private mutating func digits() -> Int? {
        let start = at
        while at < end, TextBytes.isDigit(bytes[at]) { at += 1 }
        return at > start ? at - start : nil
    }
}
