import LegalText

/// Which line breaks end a sentence. Most do: a legal text has a paragraph a line, and headings have no full stop.
///
/// A break is only white space where the words run on: hard-wrapped lines, a line that begins in lower case or follows a comma,
/// and the lines of a case's caption ("X, Plaintiff / v. / Y").
enum SentenceLines {
    /// One line without the white space around it; `gap` is true where a blank line stands before it.
    private struct Line {
        var start: Int
        var end: Int
        var gap: Bool
        var count: Int { end - start }
    }

    /// A stretch of text that no line break divides, trimmed.
    struct Block {
        var range: TextRange
        /// The parties of a case: one sentence, whatever full stops it holds.
        var isCaption = false
    }

    static func blocks(of bytes: [UInt8]) -> [Block] {
        let lines = lines(of: bytes)
        let width = wrapWidth(of: lines)
        var blocks: [Block] = []
        for (index, line) in lines.enumerated() {
            let isJoint = isCaptionJoint(line, bytes)
            if index > 0, let last = blocks.indices.last, runsOn(from: lines[index - 1], to: line, width: width, bytes) {
                blocks[last].range.end = line.end
                if isJoint { blocks[last].isCaption = true }
            } else {
                blocks.append(Block(range: TextRange(line.start, line.end), isCaption: isJoint))
            }
        }
        return blocks
    }

    private static func lines(of bytes: [UInt8]) -> [Line] {
        var lines: [Line] = []
        var gap = false
        var start = 0
        while start < bytes.count {
            let end = ByteSearch.first(
                from: start, to: bytes.count, in: bytes, eight: { ByteSearch.holds($0, below: 0x0E) },
                one: { $0 == 0x0A || $0 == 0x0C || $0 == 0x0D })
            let line = TextBytes.trimmed(start, end, in: bytes)
            if line.isEmpty {
                // The "\n" of "\r\n" is no blank line.
                if start > 0, end < bytes.count, !(bytes[start - 1] == 0x0D && bytes[end] == 0x0A) { gap = true }
            } else {
                lines.append(Line(start: line.start, end: line.end, gap: gap))
                gap = false
            }
            start = end + 1
        }
        return lines
    }

    /// The width at which the text was wrapped by hand or by a mail program; nil for text with a paragraph a line.
    private static func wrapWidth(of lines: [Line]) -> Int? {
        guard lines.count >= 8 else { return nil }
        var histogram = [Int](repeating: 0, count: 121)
        for line in lines {
            histogram[min(line.count, 120)] += 1
        }
        // A few long lines (tables, links) do not make wrapped text unwrapped.
        guard histogram[120] * 50 <= lines.count else { return nil }
        var rest = lines.count / 50 - histogram[120]
        var width = 119
        while width > 0, histogram[width] <= rest {
            rest -= histogram[width]
            width -= 1
        }
        let full = histogram[max(0, width - 12)...119].reduce(0, +)
        return width >= 40 && full * 4 >= lines.count ? width : nil
    }

    private static func runsOn(from line: Line, to next: Line, width: Int?, _ bytes: [UInt8]) -> Bool {
        if isCaptionJoint(line, bytes) || isCaptionJoint(next, bytes) { return true }
        if startsItem(next, bytes) { return false }
        let last = bytes[line.end - 1]
        // A page break in the middle of a sentence.
        if next.gap { return TextBytes.isLower(bytes[next.start]) && TextBytes.isLower(last) && line.count >= 40 }
        if last == UInt8(ascii: ",") { return true }
        if let width, line.count + 1 + firstWordLength(next, bytes) > width { return true }
        return TextBytes.isLower(bytes[next.start]) && !TextBytes.endsSentence(last) && last != UInt8(ascii: ":")
            && last != UInt8(ascii: ";")
    }

    /// A line that is only "v.", "vs.", "and" or "against", as between the parties of a case.
    private static func isCaptionJoint(_ line: Line, _ bytes: [UInt8]) -> Bool {
        guard line.count <= 9 else { return false }
        return SentenceLexicon.captionJoints.contains(TextBytes.packed(line.start, line.end, in: bytes))
    }

    /// "(a) ", "1. ", "- ", "• ": the line is an item of its own.
    private static func startsItem(_ line: Line, _ bytes: [UInt8]) -> Bool {
        switch bytes[line.start] {
        case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "#"): return true
        // "•", "–", "—", "§"
        case 0xE2 where line.count >= 3 && bytes[line.start + 1] == 0x80 && [0x93, 0x94, 0xA2].contains(bytes[line.start + 2]): return true
        default: break
        }
        var end = line.start
        while end < line.end, end - line.start < 5, TextBytes.isLetter(bytes[end]) || TextBytes.isDigit(bytes[end]) { end += 1 }
        guard end > line.start, end < line.end, bytes[end] == UInt8(ascii: ".") || bytes[end] == UInt8(ascii: ")") else { return false }
        guard end + 1 == line.end || TextBytes.isSpace(bytes[end + 1]) else { return false }
        return TextBytes.isDigit(bytes[line.start]) || end - line.start == 1
            || (line.start..<end).allSatisfy { TextBytes.isRomanDigit(bytes[$0]) }
    }

    private static func firstWordLength(_ line: Line, _ bytes: [UInt8]) -> Int {
        var end = line.start
        while end < line.end, !TextBytes.isSpace(bytes[end]) { end += 1 }
        return end - line.start
    }
}
