/// A heading that runs into its text: "Marketing of Products. The parties agree ...".
enum RunInHeading {
    /// Where the heading that begins at `start` ends, its full stop or colon included; nil when there is none.
    /// - Parameter emphasised: how many bytes at the beginning of `bytes` are set apart by the page.
    static func end(_ bytes: [UInt8], from start: Int, emphasised: Int) -> Int? {
        if emphasised > start + 2, emphasised < bytes.count, emphasised - start <= 140 {
            var end = emphasised
            if bytes[end] == 0x2E || bytes[end] == 0x3A { end += 1 }
            let heading = TextShape(String(decoding: bytes[start..<end], as: UTF8.self))
            let isSetOff =
                bytes[end - 1] == 0x2E || bytes[end - 1] == 0x3A || nextIsJoint(bytes, end) || heading.isShouted || heading.isTitleCase
            // A defined term in bold, in quotation marks or before its verb, is no heading.
            guard isSetOff, bytes[start] != 0x22, bytes[start] != 0xE2, !heading.isQuoted else { return nil }
            return beginsSentence(bytes, end) ? end : nil
        }
        var index = start
        let limit = min(bytes.count, start + 90)
        while index < limit {
            if bytes[index] == 0x2E || bytes[index] == 0x3A, index + 1 < bytes.count, bytes[index + 1].isSpace {
                let heading = TextShape(String(decoding: bytes[start..<index], as: UTF8.self))
                guard index - start >= 4, heading.wordCount <= 12, heading.isShouted || heading.isTitleCase,
                    !bytes[start..<index].contains(0x22)
                else { return nil }
                return bytes[index] == 0x2E && beginsSentence(bytes, index + 1) ? index + 1 : nil
            }
            if bytes[index] == 0x2C, index - start > 60 { return nil }
            index += 1
        }
        return nil
    }

    /// Without the punctuation and dashes around it.
    static func trimmed(_ text: some StringProtocol) -> String {
        var text = Substring(text)
        let cut: Set<Character> = [".", ":", " ", "-", "–", "—"]
        while let last = text.last, cut.contains(last) { text.removeLast() }
        while let first = text.first, cut.contains(first) { text.removeFirst() }
        return String(text)
    }

    private static func nextIsJoint(_ bytes: [UInt8], _ index: Int) -> Bool {
        var index = index
        while index < bytes.count, bytes[index].isSpace { index += 1 }
        return index < bytes.count && (bytes[index] == 0x2D || bytes[index] == 0xE2)
    }

    private static func beginsSentence(_ bytes: [UInt8], _ index: Int) -> Bool {
        var index = index
        while index < bytes.count, bytes[index].isSpace { index += 1 }
        return index < bytes.count && !bytes[index].isLower && bytes[index] != 0x2C && bytes[index] != 0x3B
    }
}
