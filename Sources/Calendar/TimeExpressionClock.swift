import Language

/// The hour: "6 p.m.", "10:30 am", "17:00", "noon".
extension TimeScanner {
    /// Behind the hour that begins at `index`; nil where none does.
    package func clockTime(at index: Int) -> Int? {
        guard let first = token(index) else { return nil }
        let spelling = text.bytes[first.lower..<first.upper]
        if spelling.elementsEqual("noon".utf8) || spelling.elementsEqual("midnight".utf8) { return index + 1 }
        // "6pm" is one word.
        if first.kind == .word, let digit = spelling.first, digit &- 0x30 < 10 {
            return isHalf(spelling.drop { $0 &- 0x30 < 10 }) ? index + 1 : nil
        }
        guard first.kind == .number else { return nil }
        if let next = halfOfDay(at: index + 1) { return next }
        guard word(index + 1) == .colon, let minutes = token(index + 2), !minutes.isSpaced else { return nil }
        if minutes.kind == .word { return isHalf(text.bytes[minutes.lower..<minutes.upper].drop { $0 &- 0x30 < 10 }) ? index + 3 : nil }
        return minutes.kind == .number ? halfOfDay(at: index + 3) ?? index + 3 : nil
    }

    /// "am", "p.m.": a letter, a stop and a letter are three tokens.
    private func halfOfDay(at index: Int) -> Int? {
        guard let first = token(index), first.kind == .word else { return nil }
        if isHalf(text.bytes[first.lower..<first.upper]) { return index + 1 }
        guard first.upper - first.lower == 1, [0x61, 0x70].contains(text.bytes[first.lower] | 0x20), word(index + 1) == .fullStop,
            let last = token(index + 2), !last.isSpaced, last.upper - last.lower == 1, text.bytes[last.lower] | 0x20 == 0x6D
        else { return nil }
        // The last stop may end the sentence as well.
        return word(index + 3) == .fullStop && token(index + 3)?.isSpaced == false ? index + 4 : index + 3
    }

    private func isHalf(_ spelling: ArraySlice<UInt8>) -> Bool {
        spelling.count == 2 && [0x61, 0x70].contains(spelling[spelling.startIndex] | 0x20)
            && spelling[spelling.startIndex + 1] | 0x20 == 0x6D
    }
}
