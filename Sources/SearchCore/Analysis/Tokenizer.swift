/// One word of a text: where it stands, the term it is searched by, and whether it is an acronym in capitals.
public struct Token: Sendable, Equatable {
    /// UTF-8 offsets into the text.
    public var start: Int
    public var end: Int
    public var term: [UInt8]
    /// Two or more capitals and nothing small, but perhaps a plural s: APP, APPs, NHS.
    public var isAcronym: Bool
}

/// Splits text into words, one at a time, without allocation: a word is a run of letters, digits and marks; everything else parts words.
/// `non-member` and `12(3)(a)` are therefore rows of words, and are found as rows (the query parser turns them into phrases).
/// After `next()` has answered true, `start..<end` is the word in the text and `term[0..<termCount]` what it is searched by.
@safe package struct TokenStream {
    let base: UnsafePointer<UInt8>
    let count: Int
    let folding: Folding
    var position = 0
    package private(set) var start = 0
    package private(set) var end = 0
    /// At least `TokenStream.termCapacity` bytes, the caller's.
    package let term: UnsafeMutablePointer<UInt8>
    package private(set) var termCount = 0
    private var capitals = 0
    private var others = 0
    private var lastIsSmallS = false
    private let ascii: UnsafePointer<UInt8>

    package static let termCapacity = 256

    /// SAFETY: the caller keeps text, buffer and `asciiTable` alive and in place while the stream is used.
    package init(_ text: UnsafeBufferPointer<UInt8>, folding: Folding, term: UnsafeMutablePointer<UInt8>, asciiTable: UnsafePointer<UInt8>)
    {
        unsafe base = text.baseAddress ?? UnsafePointer(term)
        count = text.count
        self.folding = folding
        unsafe self.term = term
        unsafe ascii = asciiTable
    }

    /// Whether the term is too long to be indexed; it keeps its place in the text.
    package var isTooLong: Bool { termCount > folding.longestTerm }

    package var isAcronym: Bool { capitals >= 2 && (others == 0 || (others == 1 && lastIsSmallS)) }

    /// Length of the acronym without its plural s.
    package var acronymCount: Int { others == 1 ? termCount - 1 : termCount }

    package mutating func next() -> Bool {
        var at = position
        var written = 0
        capitals = 0
        others = 0
        lastIsSmallS = false
        // Find the first byte of a word.
        while at < count {
            // SAFETY: at < count; the table has 256 entries.
            let folded = unsafe ascii[Int(base[at])]
            if folded == 0 { at += 1; continue }
            if folded != 0xFF { break }
            let (scalar, width) = decode(at)
            if isWordScalar(scalar) && !(folding == .standard && plainLetter(scalar) == 0) { break }
            at += width
        }
        guard at < count else { position = count; return false }
        start = at
        while at < count {
            // SAFETY: at < count; `written` is kept under termCapacity by `put`.
            let byte = unsafe base[at]
            let folded = unsafe ascii[Int(byte)]
            if folded == 0 { break }
            if folded != 0xFF {
                if byte != folded { capitals += 1 } else if byte > 0x39 { others += 1 }
                lastIsSmallS = byte == 0x73
                unsafe term[written] = folded
                if written < Self.termCapacity - 8 { written += 1 }
                at += 1
                continue
            }
            let (scalar, width) = decode(at)
            guard isWordScalar(scalar) else { break }
            others += 2
            put(scalar, &written)
            at += width
        }
        end = at
        position = at
        termCount = written
        return true
    }

    private mutating func put(_ scalar: UInt32, _ written: inout Int) {
        guard written < Self.termCapacity - 8 else { return }
        var folded = scalar
        if folding == .standard {
            if let (first, second) = spelling(scalar) {
                // SAFETY: eight bytes are free.
                unsafe term[written] = first
                unsafe term[written + 1] = second
                written += second == 0 ? 1 : 2
                return
            }
            folded = plainLetter(scalar)
            if folded == 0 { return }
        } else {
            folded = smallLetter(scalar)
        }
        // SAFETY: eight bytes are free, a scalar takes at most four.
        unsafe written += encodeScalar(folded, to: term + written)
    }

    /// The scalar at `at` and its width; an ill-formed byte is a separator one byte wide.
    private func decode(_ at: Int) -> (UInt32, Int) {
        // SAFETY: every byte read is checked against `count`.
        let lead = unsafe UInt32(base[at])
        let need = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC2 ? 2 : 1
        guard need > 1, lead < 0xF5, at + need <= count else { return (0, 1) }
        var scalar = lead & (0xFF >> UInt32(need + 1))
        for step in 1..<need {
            let byte = unsafe UInt32(base[at + step])
            guard byte & 0xC0 == 0x80 else { return (0, 1) }
            scalar = scalar << 6 | byte & 0x3F
        }
        return (scalar, need)
    }
}

/// Writes a scalar as UTF-8 and returns its width.
/// SAFETY: four bytes at `to` belong to the caller.
@unsafe func encodeScalar(_ scalar: UInt32, to: UnsafeMutablePointer<UInt8>) -> Int {
    if scalar < 0x80 {
        unsafe to[0] = UInt8(truncatingIfNeeded: scalar)
        return 1
    }
    if scalar < 0x800 {
        unsafe to[0] = UInt8(truncatingIfNeeded: 0xC0 | scalar >> 6)
        unsafe to[1] = UInt8(truncatingIfNeeded: 0x80 | scalar & 0x3F)
        return 2
    }
    if scalar < 0x10000 {
        unsafe to[0] = UInt8(truncatingIfNeeded: 0xE0 | scalar >> 12)
        unsafe to[1] = UInt8(truncatingIfNeeded: 0x80 | scalar >> 6 & 0x3F)
        unsafe to[2] = UInt8(truncatingIfNeeded: 0x80 | scalar & 0x3F)
        return 3
    }
    unsafe to[0] = UInt8(truncatingIfNeeded: 0xF0 | scalar >> 18)
    unsafe to[1] = UInt8(truncatingIfNeeded: 0x80 | scalar >> 12 & 0x3F)
    unsafe to[2] = UInt8(truncatingIfNeeded: 0x80 | scalar >> 6 & 0x3F)
    unsafe to[3] = UInt8(truncatingIfNeeded: 0x80 | scalar & 0x3F)
    return 4
}

/// The words of a text as values, for short texts: queries, snippets, tests.
public enum Tokenizer {
    public static func tokens(of text: [UInt8], folding: Folding = .standard) -> [Token] {
        var found: [Token] = []
        unsafe forEachStream(of: text, folding: folding) { stream in
            let term = unsafe [UInt8](UnsafeBufferPointer(start: stream.term, count: stream.termCount))
            found.append(Token(start: stream.start, end: stream.end, term: term, isAcronym: stream.isAcronym))
        }
        return found
    }

    /// Start, end and term of each word, without allocation; the term is valid during the call only.
    @unsafe static func forEachSpan(of text: [UInt8], folding: Folding, _ body: (Int, Int, UnsafeBufferPointer<UInt8>) -> Void) {
        unsafe forEachStream(of: text, folding: folding) { stream in
            unsafe body(stream.start, stream.end, UnsafeBufferPointer(start: stream.term, count: stream.termCount))
        }
    }

    @unsafe private static func forEachStream(of text: [UInt8], folding: Folding, _ body: (TokenStream) -> Void) {
        // SAFETY: the three buffers outlive the stream, which does not leave the closure.
        unsafe text.withUnsafeBufferPointer { text in
            unsafe asciiTerms.withUnsafeBufferPointer { table in
                unsafe withUnsafeTemporaryAllocation(of: UInt8.self, capacity: TokenStream.termCapacity) { term in
                    guard let place = term.baseAddress, let ascii = table.baseAddress else { return }
                    var stream = unsafe TokenStream(text, folding: folding, term: place, asciiTable: ascii)
                    while stream.next() { body(stream) }
                }
            }
        }
    }
}
