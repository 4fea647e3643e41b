import Language
import LegalText

/// The number of a provision as printed: "42-3141.02(b)(1)", "5a(23)", "IV", "(3)(b)", "L. 123-4".
struct CitationNumber {
    var range: TextRange
    /// The part before the brackets; empty in "(3)(b)".
    var base: TextRange
    /// Each with its brackets.
    var steps: [TextRange]
    /// "42-3141.02", "28:9-104": the number of a code, title and section in one.
    var isCode = false

    /// Reads the number that begins at `start`; nil where none does.
    /// - Parameters:
    ///   - letters: whether the base may be a Roman number or a single capital.
    ///   - prefixed: whether it may be an article of a French code: "L. 123-4".
    init?(_ bytes: [UInt8], at start: Int, letters: Bool, prefixed: Bool = false) {
        var end = start
        guard start < bytes.count else { return nil }
        if TextBytes.isDigit(bytes[start]) {
            guard let (close, isCode) = Self.digits(bytes, at: start) else { return nil }
            end = close
            self.isCode = isCode
        } else if prefixed, let close = Self.prefixed(bytes, at: start) {
            end = close
        } else if letters, let close = Self.capitals(bytes, at: start) {
            end = close
        } else if bytes[start] != 0x28 {
            return nil
        }
        base = TextRange(start, end)
        steps = []
        while let step = Self.step(bytes, at: end) {
            steps.append(step)
            end = step.end
            if steps.count > 12 { return nil }
        }
        range = TextRange(start, end)
        if range.isEmpty { return nil }
        // "5th", "3.5%", "10,000" and the like count something else.
        if end < bytes.count {
            let next = bytes[end]
            if TextBytes.isLetter(next) || TextBytes.isDigit(next) || next == 0x25 || next == 0x24 { return nil }
            if next == 0x2C, end + 1 < bytes.count, TextBytes.isDigit(bytes[end + 1]), steps.isEmpty { return nil }
            if next == 0x2F, steps.isEmpty { return nil }
        }
    }

    /// "12", "5a", "10.1A", "42-3141.02", "300gg-18".
    private static func digits(_ bytes: [UInt8], at start: Int) -> (Int, isCode: Bool)? {
        var end = start
        var isCode = false
        while true {
            let group = end
            while end < bytes.count, TextBytes.isDigit(bytes[end]) { end += 1 }
            if end - group > 7 { return nil }
            let letters = end
            while end < bytes.count, TextBytes.isLetter(bytes[end]) { end += 1 }
            if end - letters > 4 || isOrdinal(bytes, letters, end) { return nil }
            guard end + 1 < bytes.count else { break }
            let next = bytes[end + 1]
            switch bytes[end] {
            case 0x2E where TextBytes.isDigit(next): end += 1
            case 0x3A where TextBytes.isDigit(next): end += 1
            case 0x2D where TextBytes.isDigit(next):
                isCode = true
                end += 1
            case 0x2D where TextBytes.isUpper(next) && !(end + 2 < bytes.count && TextBytes.isWord(bytes[end + 2])):
                return (end + 2, isCode)
            default: return (end, isCode)
            }
            if end - start > 40 { return nil }
        }
        return (end, isCode)
    }

    private static func isOrdinal(_ bytes: [UInt8], _ start: Int, _ end: Int) -> Bool {
        guard end - start == 2 else { return false }
        switch (bytes[start], bytes[start + 1]) {
        case (0x73, 0x74), (0x6E, 0x64), (0x72, 0x64), (0x74, 0x68), (0x65, 0x72): return true
        default: return false
        }
    }

    /// "L. 123-4", "R.12", as the French codes count.
    private static func prefixed(_ bytes: [UInt8], at start: Int) -> Int? {
        guard [0x4C, 0x52, 0x44].contains(bytes[start]), start + 2 < bytes.count, bytes[start + 1] == 0x2E || bytes[start + 1] == 0x2A
        else { return nil }
        var begin = start + 2
        while begin < bytes.count, begin < start + 5,
            bytes[begin] == 0x2E || TextBytes.spaceLength(at: begin, in: bytes) > 0 || bytes[begin] == 0xA0
        {
            begin += 1
        }
        guard begin < bytes.count, TextBytes.isDigit(bytes[begin]) else { return nil }
        return digits(bytes, at: begin)?.0
    }

    /// "IV", "XII-A", "B", "A1".
    private static func capitals(_ bytes: [UInt8], at start: Int) -> Int? {
        var end = start
        while end < bytes.count, TextBytes.isUpper(bytes[end]), end - start < 8 { end += 1 }
        guard end > start else { return nil }
        guard end == start + 1 || (start..<end).allSatisfy({ TextBytes.isRomanDigit(bytes[$0]) }) else { return nil }
        while end < bytes.count, TextBytes.isDigit(bytes[end]), end - start < 10 { end += 1 }
        if end + 1 < bytes.count, bytes[end] == 0x2D {
            var tail = end + 1
            while tail < bytes.count, TextBytes.isLetter(bytes[tail]) || TextBytes.isDigit(bytes[tail]), tail - end < 4 { tail += 1 }
            if tail > end + 1, tail <= end + 3 { end = tail }
        }
        if end < bytes.count, TextBytes.isWord(bytes[end]) || bytes[end] == 0x27 { return nil }
        // An initial: "Schedule A. Smith" is none, but a full stop and a capital letter without space is.
        if end + 1 < bytes.count, bytes[end] == 0x2E, TextBytes.isLetter(bytes[end + 1]) { return nil }
        return end
    }

    /// "(b)", "(12)", "(iv)", "(a-1)", "(b.1)", "(11B)" at `start`.
    static func step(_ bytes: [UInt8], at start: Int) -> TextRange? {
        guard start < bytes.count, bytes[start] == 0x28 else { return nil }
        var end = start + 1
        var letters = 0
        var digits = 0
        while end < bytes.count, end - start < 9, bytes[end] != 0x29 {
            let byte = bytes[end]
            if TextBytes.isDigit(byte) {
                digits += 1
            } else if TextBytes.isLetter(byte) {
                letters += 1
            } else if (byte != 0x2D && byte != 0x2E) || end == start + 1 {
                return nil
            }
            end += 1
        }
        guard end < bytes.count, bytes[end] == 0x29, letters + digits > 0, digits <= 3 else { return nil }
        // "(EU)" is no step: two capitals are a Roman number or one letter twice.
        if letters == 2, digits == 0, TextBytes.isUpper(bytes[start + 1]), bytes[start + 1] != bytes[start + 2],
            !(TextBytes.isRomanDigit(bytes[start + 1]) && TextBytes.isRomanDigit(bytes[start + 2]))
        {
            return nil
        }
        if letters > 2 {
            let body = (start + 1)..<end
            let isRoman = body.allSatisfy {
                TextBytes.isRomanDigit(bytes[$0]) || TextBytes.isDigit(bytes[$0]) || bytes[$0] == 0x2D || bytes[$0] == 0x2E
            }
            let isRepeated = body.allSatisfy { bytes[$0] == bytes[start + 1] }
            guard isRoman || isRepeated || digits > 0 else { return nil }
            if digits > 0, letters > 3, !isRoman { return nil }
        }
        return TextRange(start, end + 1)
    }
}
