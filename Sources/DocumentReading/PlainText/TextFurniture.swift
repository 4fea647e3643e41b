/// What a printed page adds to a text: page numbers, running heads, tables of contents.
struct TextFurniture {
    private let repeated: Set<[UInt8]>

    /// - Parameter lines: the lines of the text without the white space around them, empty ones included.
    init(_ lines: [ArraySlice<UInt8>]) {
        var counts: [[UInt8]: Int] = [:]
        for index in lines.indices where Self.mayRepeat(lines, index) { counts[Self.pattern(lines[index]), default: 0] += 1 }
        repeated = Set(counts.filter { $0.value >= 3 }.keys)
    }

    func isFurniture(_ lines: [ArraySlice<UInt8>], _ index: Int) -> Bool {
        let line = lines[index]
        return Self.isPageNumber(line) && Self.standsAlone(lines, index)
            || Self.isContentsEntry(line)
            || Self.mayRepeat(lines, index) && repeated.contains(Self.pattern(line))
    }

    /// "3", "- 3 -", "Page 3 of 10", "iv", "3/10".
    static func isPageNumber(_ line: ArraySlice<UInt8>) -> Bool {
        guard !line.isEmpty, line.count <= 24 else { return false }
        var digits = 0
        var letters: [UInt8] = []
        for byte in line {
            if byte.isDigit {
                digits += 1
            } else if byte.isLetter {
                letters.append(byte | 0x20)
            } else if byte != 0x20, byte != 0x2D, byte != 0x2F, byte != 0x5B, byte != 0x5D, byte < 0x80 {
                return false
            }
        }
        let words = String(decoding: letters, as: UTF8.self)
        if ["page", "pageof", "pg"].contains(words) { return digits > 0 }
        return words.isEmpty && digits > 0 && digits <= 6 && (digits <= 3 || line.contains(0x2F) || line.contains(0x2D))
    }

    /// A line of a table of contents: leader dots, then a page.
    static func isContentsEntry(_ line: ArraySlice<UInt8>) -> Bool {
        guard let last = line.last, last.isDigit || (last | 0x20) == 0x69 || (last | 0x20) == 0x76 || (last | 0x20) == 0x78, line.count > 8
        else { return false }
        var dots = 0
        var index = line.endIndex - 1
        while index > line.startIndex, line[index].isDigit || line[index].isLetter || line[index] == 0x2D { index -= 1 }
        while index >= line.startIndex, line[index] == 0x2E || line[index] == 0x20 || line[index] == 0x09 {
            if line[index] == 0x2E { dots += 1 }
            index -= 1
        }
        if dots >= 4 { return true }
        // Without leaders: a numbered title, a wide gap, a page.
        let gap = line[(index + 1)...].prefix { $0 == 0x20 || $0 == 0x09 }
        return (gap.count >= 3 || gap.contains(0x09)) && last.isDigit && line.count <= 100 && LineStart.isLabel(line)
    }

    /// A running head stands between blank lines, is short and no sentence.
    private static func mayRepeat(_ lines: [ArraySlice<UInt8>], _ index: Int) -> Bool {
        let line = lines[index]
        guard (8...120).contains(line.count), standsAlone(lines, index), let last = line.last else { return false }
        return last != 0x2E && last != 0x3B && last != 0x3A && last != 0x5D && line.first != 0x2D && line.first != 0x28
    }

    private static func standsAlone(_ lines: [ArraySlice<UInt8>], _ index: Int) -> Bool {
        (index == 0 || lines[index - 1].isEmpty || isPageNumber(lines[index - 1]))
            && (index + 1 == lines.count || lines[index + 1].isEmpty || isPageNumber(lines[index + 1]))
    }

    /// The line with its figures levelled, so that "Page 3" and "Page 4" are one.
    private static func pattern(_ line: ArraySlice<UInt8>) -> [UInt8] {
        var pattern: [UInt8] = []
        for byte in line where !(byte.isDigit && pattern.last == 0x30) { pattern.append(byte.isDigit ? 0x30 : byte) }
        return pattern
    }
}
