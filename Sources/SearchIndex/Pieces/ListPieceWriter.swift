import SearchCore

/// Terms that stand together in a piece, and their lists.
struct ListBatch {
    private(set) var terms: [(term: [UInt8], entry: TermEntry)] = []
    private(set) var size = 0

    /// At about this size a batch ends; a list as long as that is alone, its positions in a piece of their own.
    let wantedSize: Int

    init(_ wantedSize: Int) { self.wantedSize = wantedSize }

    /// The word that the batch begins with.
    var firstWord: ArraySlice<UInt8> { terms.first?.term.dropFirst() ?? [] }
    var postingsCount: Int { terms.reduce(0) { $0 + $1.entry.postingsCount } }
    var positionsCount: Int { terms.reduce(0) { $0 + $1.entry.positionsCount } }
    var isApart: Bool { positionsCount >= wantedSize && terms.allSatisfy { $0.term.dropFirst().elementsEqual(firstWord) } }

    static func size(_ term: [UInt8], _ entry: TermEntry) -> Int { term.count + 4 + entry.postingsCount + entry.positionsCount }

    mutating func add(_ term: [UInt8], _ entry: TermEntry) {
        terms.append((term, entry))
        size += Self.size(term, entry)
    }

    /// What `ListPiece` reads, and the positions where they are apart.
    func bytes(_ segment: Segment) -> (lists: [UInt8], positions: [UInt8]?) {
        var dictionary = DictionaryWriter()
        var (postings, positions): ([UInt8], [UInt8]) = ([], [])
        for (term, entry) in terms.sorted(by: { $0.term.lexicographicallyPrecedes($1.term) }) {
            dictionary.add(
                term, found: entry.found, postings: postings.count, postingsCount: entry.postingsCount, positions: positions.count,
                positionsCount: entry.positionsCount)
            postings += segment.section(.postings).array(entry.postings, entry.postingsCount)
            positions += segment.section(.positions).array(entry.positions, entry.positionsCount)
        }
        var bytes: [UInt8] = []
        for count in [dictionary.blocks.count, dictionary.index.count, postings.count, isApart ? 0 : positions.count] {
            bytes.appendVarint(count)
        }
        bytes += dictionary.blocks + dictionary.index + postings
        return isApart ? (bytes, positions) : (bytes + positions, nil)
    }
}

extension Segment {
    /// All terms but citations, which nobody types, in the order of their words, whatever their kind.
    private func forEachTerm(_ body: (_ term: [UInt8], _ entry: TermEntry) throws(IndexError) -> Void) throws(IndexError) {
        var walks: [TermWalk] = []
        var kind: UInt8 = 0
        while kind < .max {
            var walk = dictionary.walk(from: [kind])
            guard walk.next(), let found = walk.term.first else { break }
            if found != TermKind.key { walks.append(walk) }
            kind = found + 1
        }
        while !walks.isEmpty {
            var least = 0
            for place in walks.indices.dropFirst()
            where walks[place].term.dropFirst().lexicographicallyPrecedes(walks[least].term.dropFirst()) { least = place }
            let term = walks[least].term
            try body(term, walks[least].entry)
            if !walks[least].next() || walks[least].term.first != term.first { walks.remove(at: least) }
        }
    }

    /// The batches of terms in order. All terms of one word are in one, so that a word needs one piece.
    func forEachBatch(of wantedSize: Int, _ body: (ListBatch) throws(IndexError) -> Void) throws(IndexError) {
        var batch = ListBatch(wantedSize)
        var word = ListBatch(wantedSize)
        func endWord() throws(IndexError) {
            if batch.size > 0, batch.size + word.size > wantedSize {
                try body(batch)
                batch = ListBatch(wantedSize)
            }
            for (term, entry) in word.terms { batch.add(term, entry) }
            word = ListBatch(wantedSize)
        }
        try forEachTerm { (term, entry) throws(IndexError) in
            if word.size > 0, !word.firstWord.elementsEqual(term.dropFirst()) { try endWord() }
            word.add(term, entry)
        }
        try endWord()
        if batch.size > 0 { try body(batch) }
    }

    /// All words of texts and headings without their lists: each stands at a number of its own.
    func spellingBytes() -> [UInt8] {
        var dictionary = DictionaryWriter()
        var number = 0
        for kind in [TermKind.heading, TermKind.text] {
            var walk = self.dictionary.walk(from: [kind])
            while walk.next(), walk.term.first == kind {
                dictionary.add(walk.term, found: walk.entry.found, postings: number, postingsCount: 1, positions: 0, positionsCount: 0)
                number += 1
            }
        }
        var bytes: [UInt8] = []
        for count in [dictionary.blocks.count, dictionary.index.count, 0, 0] { bytes.appendVarint(count) }
        return bytes + dictionary.blocks + dictionary.index
    }
}
