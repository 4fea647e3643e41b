import SearchCore

/// The buffer that words are folded into on their way to a run: a byte for the kind of term, then the term.
@safe final class WordRoom {
    private let room: UnsafeMutablePointer<UInt8>
    private let ascii: UnsafeMutablePointer<UInt8>

    init() {
        unsafe room = .allocate(capacity: TokenStream.termCapacity + 16)
        unsafe room.initialize(repeating: 0, count: TokenStream.termCapacity + 16)
        unsafe ascii = .allocate(capacity: 256)
        for (place, term) in asciiTerms.enumerated() { unsafe (ascii + place).initialize(to: term) }
    }

    deinit {
        unsafe room.deallocate()
        unsafe ascii.deallocate()
    }

    /// Adds the words of a text; returns how many there are. `starts` gets the word number at which each sentence after the first begins.
    func addWords(
        of text: [UInt8], kind: UInt8, _ folding: Folding, sentences: [Int], starts: inout [Int], to run: inout RunBuilder
    ) -> Int {
        var count = 0
        var sentence = 0
        let longest = folding.longestTerm
        unsafe room[0] = kind
        // SAFETY: text and tables outlive the stream; a term ends at least eight bytes before the end of the room.
        unsafe text.withUnsafeBufferPointer { text in
            var stream = unsafe TokenStream(text, folding: folding, term: room + 1, asciiTable: ascii)
            while stream.next() {
                while sentence < sentences.count, sentences[sentence] <= stream.start {
                    if count > 0, starts.last != count { starts.append(count) }
                    sentence += 1
                }
                if stream.termCount > longest || stream.termCount == 0 {
                    run.addGap()
                } else {
                    unsafe run.add(room, stream.termCount + 1)
                }
                count += 1
            }
        }
        return count
    }

    /// Adds the acronyms of a text (APP, and APPs without its s) as terms of their own.
    func addAcronyms(of text: [UInt8], to run: inout RunBuilder) {
        unsafe room[0] = TermKind.acronym
        unsafe text.withUnsafeBufferPointer { text in
            var stream = unsafe TokenStream(text, folding: .standard, term: room + 1, asciiTable: ascii)
            while stream.next() {
                if stream.isAcronym, !stream.isTooLong { unsafe run.add(room, stream.acronymCount + 1) }
            }
        }
    }

    /// Adds a term that is no word, its kind first. What is too long is cut.
    func add(_ term: [UInt8], to run: inout RunBuilder) {
        let count = min(term.count, TokenStream.termCapacity)
        for place in 0..<count { unsafe room[place] = term[place] }
        unsafe run.add(room, count)
    }
}
