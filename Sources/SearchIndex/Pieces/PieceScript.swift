/// A piece as a script: `searchPieces["lists-3"]="…";`, a byte a character, with a backslash before what may not stand in a string. It is
/// read as a script with the charset x-user-defined, which leaves every byte its own, or fetched and taken out of its quotes.
public enum PieceScript {
    public static func bytes(_ name: String, _ piece: [UInt8]) -> [UInt8] {
        var script = Array("searchPieces[\"\(name)\"]=\"".utf8)
        script.reserveCapacity(piece.count + piece.count / 32 + 40)
        for byte in piece {
            switch byte {
            case UInt8(ascii: "\\"), UInt8(ascii: "\""): script += [UInt8(ascii: "\\"), byte]
            case UInt8(ascii: "\n"): script += Array("\\n".utf8)
            case UInt8(ascii: "\r"): script += Array("\\r".utf8)
            default: script.append(byte)
            }
        }
        return script + Array("\";\n".utf8)
    }

    /// The piece that a script holds; nil for one that is none.
    public static func piece(_ script: [UInt8]) -> [UInt8]? {
        guard let start = script.firstIndex(of: UInt8(ascii: "=")).map({ $0 + 2 }), script.count >= start + 3 else { return nil }
        var piece: [UInt8] = []
        piece.reserveCapacity(script.count)
        var at = start
        while at < script.count - 3 {
            var byte = script[at]
            if byte == UInt8(ascii: "\\") {
                at += 1
                byte = script[at]
                if byte == UInt8(ascii: "n") { byte = UInt8(ascii: "\n") } else if byte == UInt8(ascii: "r") { byte = UInt8(ascii: "\r") }
            }
            piece.append(byte)
            at += 1
        }
        return piece
    }
}
