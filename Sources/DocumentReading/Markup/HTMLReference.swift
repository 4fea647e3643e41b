/// Character references of HTML: by name or number, with or without the semicolon.
enum HTMLReference {
    /// The character that the reference at `index` (an ampersand) stands for, nil for none, and where it ends.
    static func read(_ bytes: ByteView, _ index: Int) -> (Unicode.Scalar?, end: Int) {
        var end = index + 1
        if bytes[end] == UInt8(ascii: "#") {
            end += 1
            let isHexadecimal = bytes[end] | 0x20 == UInt8(ascii: "x")
            if isHexadecimal { end += 1 }
            let start = end
            var value: UInt32 = 0
            while end - start < 8, let digit = digit(bytes[end], isHexadecimal) {
                value = value &* (isHexadecimal ? 16 : 10) &+ digit
                end += 1
            }
            guard end > start, value >= 0x20 || value == 9 || value == 10 || value == 13, let scalar = Unicode.Scalar(value) else {
                return (nil, index + 1)
            }
            return (scalar, bytes[end] == UInt8(ascii: ";") ? end + 1 : end)
        }
        while end - index <= 32, bytes[end].isLetter || bytes[end].isDigit { end += 1 }
        guard end > index + 1 else { return (nil, index + 1) }
        let name = bytes.part(index + 1, end)
        let isClosed = bytes[end] == UInt8(ascii: ";")
        switch name {
        case "nbsp": return (Unicode.Scalar(0xA0), isClosed ? end + 1 : end)
        case "amp": return ("&", isClosed ? end + 1 : end)
        case "lt": return ("<", isClosed ? end + 1 : end)
        case "gt": return (">", isClosed ? end + 1 : end)
        case "quot": return ("\"", isClosed ? end + 1 : end)
        case "apos": return ("'", isClosed ? end + 1 : end)
        default:
            guard let scalar = LibXML2.character(named: name.string) else { return (nil, index + 1) }
            return (scalar, isClosed ? end + 1 : end)
        }
    }

    /// Appends a value, its references replaced. In an address "&copy=1" is a parameter: there the semicolon is needed.
    static func replace(in value: ByteView, _ result: inout [UInt8]) {
        var index = 0
        while true {
            let next = value.find(UInt8(ascii: "&"), from: index)
            value.part(index, next).append(to: &result)
            guard next < value.count else { return }
            let (scalar, end) = read(value, next)
            if let scalar, value[end - 1] == UInt8(ascii: ";") {
                result += Array(String(scalar).utf8)
                index = end
            } else {
                value.part(next, next + 1).append(to: &result)
                index = next + 1
            }
        }
    }

    private static func digit(_ byte: UInt8, _ isHexadecimal: Bool) -> UInt32? {
        if byte.isDigit { return UInt32(byte - 0x30) }
        guard isHexadecimal, (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(byte | 0x20) else { return nil }
        return UInt32((byte | 0x20) - UInt8(ascii: "a")) + 10
    }
}
