/// ASCII classes of a UTF-8 code unit, and the few runs of text that the readers look at byte by byte.
extension UInt8 {
    var isDigit: Bool { self &- 0x30 < 10 }
    var isUpper: Bool { self &- 0x41 < 26 }
    var isLower: Bool { self &- 0x61 < 26 }
    var isLetter: Bool { (self | 0x20) &- 0x61 < 26 }
    /// A letter or digit, or part of a character beyond ASCII.
    var isWord: Bool { isLetter || isDigit || self >= 0x80 }
    var isSpace: Bool { self == 0x20 || (self >= 0x09 && self <= 0x0D) }
    /// a = 1 ... z = 26, in either case.
    var alphabetIndex: Int { Int((self | 0x20) &- 0x60) }
}
