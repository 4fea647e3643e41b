import SearchCore

/// Terms that stand together in a piece, and their lists.
struct ListBatch {
    private(set) var terms: [(term: [UInt8], entry: TermEntry)] = []
    private(set) var size = 0
    /// Of the first word alone: the size, and of that the positions.
    private var (firstSize, firstPositions) = (0, 0)
    /// The stem that the last words have or begin with.
    private var family: [UInt8] = []

    /// At this size a batch ends at the latest; a word as large as that stands with its rare forms only, and where its positions alone
    /// are as many, these are a piece of their own.
    let wantedSize: Int

    init(_ wantedSize: Int) { self.wantedSize = wantedSize }

    /// The word that the batch begins with.
    var firstWord: ArraySlice<UInt8> { terms.first?.term.dropFirst() ?? [] }
    var postingsCount: Int { terms.reduce(0) { $0 + $1.entry.postingsCount } }
    var positionsCount: Int { terms.reduce(0) { $0 + $1.entry.positionsCount } }
    var isApart: Bool { firstPositions >= wantedSize }

    /// Whether the word goes with the batch though that is full: another form of a word in it ("notices" behind "notice"), for who asks for one
    /// needs both; or a rare word between such forms.
    func takes(_ word: ListBatch) -> Bool {
        guard !word.isApart, family.count >= 3, word.firstWord.starts(with: family) else { return false }
        let isForm = inflectionStem(Array(word.firstWord)) == family
        guard isForm || word.size <= wantedSize / 16 else { return false }
        return size + word.size <= max(wantedSize, firstSize) * 2
    }

    static func size(_ term: [UInt8], _ entry: TermEntry) -> Int { term.count + 4 + entry.postingsCount + entry.positionsCount }

    mutating func add(_ term: [UInt8], _ entry: TermEntry) {
        if terms.isEmpty || term.dropFirst().elementsEqual(firstWord) {
            firstSize += Self.size(term, entry)
            firstPositions += entry.positionsCount
        }
        if !term.dropFirst().starts(with: family) || family.isEmpty { family = inflectionStem(Array(term.dropFirst())) }
        terms.append((term, entry))
        size += Self.size(term, entry)
    }

    private var sorted: [(term: [UInt8], entry: TermEntry)] { terms.sorted { $0.term.lexicographicallyPrecedes($1.term) } }

    /// What `ListPiece` reads.
    func lists(_ number: Int, _ segment: Segment, _ reader: TermListReader, _ packer: PiecePacker) -> [UInt8] {
        var dictionary = DictionaryWriter()
        var lists = ListModel.Encoder()
        var (postingsCount, positionsCount) = (0, 0)
        for (term, entry) in sorted {
            dictionary.add(
                term, found: entry.found, postings: postingsCount, postingsCount: entry.postingsCount, positions: positionsCount,
                positionsCount: entry.positionsCount)
            postingsCount += entry.postingsCount
            positionsCount += entry.positionsCount
            let kind = term.first ?? 0
            let field: TextField = kind == TermKind.heading ? .heading : .text
            let lengths = segment.section(field == .text ? .textLengths : .headingLengths)
            let shape = ListModel.Shape(kind, entry, isApart: isApart, lengths: lengths)
            let (list, apart) = (
                segment.section(.postings).array(entry.postings, entry.postingsCount),
                segment.section(.positions).array(entry.positions, entry.positionsCount)
            )
            lists.add(reader.list(entry, field, shape.positions), shape, bytes: (list, shape.positions == .here ? apart : []))
        }
        let words = dictionary.counted
        var packed: [UInt8] = []
        packed.appendCounted(packer.packed(words))
        packed += lists.finish()
        return PiecePacker.frame(PieceName(.lists, number), unpackedCount: words.count, packed)
    }

    /// The positions as they are, for a batch that has them apart.
    func positions(_ segment: Segment) -> [UInt8] {
        sorted.reduce(into: []) { $0 += segment.section(.positions).array($1.entry.positions, $1.entry.positionsCount) }
    }
}

extension DictionaryWriter {
    /// What `ListPiece` reads.
    fileprivate var counted: [UInt8] {
        var bytes: [UInt8] = []
        for count in [blocks.count, index.count] { bytes.appendVarint(count) }
        return bytes + blocks + index
    }
}

/// What pieces of lists are made from.
struct ListPrints {
    private let segment: Segment
    /// Of the lengths of all records' texts, and headings.
    private let lengths: (text: UInt64, heading: UInt64)

    init(_ segment: Segment) {
        self.segment = segment
        lengths = (checksum(segment.section(.textLengths)), checksum(segment.section(.headingLengths)))
    }

    /// Lists as they stand in the segment, and the lengths they are packed by: those of the records in them, of a frequent term of all.
    func print(_ batch: ListBatch, _ number: Int, _ reader: TermListReader) -> UInt64 {
        var print = PiecePrint()
        print.add(number)
        print.add(segment.recordCount)
        print.add(batch.isApart ? 1 : 0)
        for (term, entry) in batch.terms {
            print.add(term)
            print.add(entry.found)
            print.add(segment.section(.postings).slice(entry.postings, entry.postingsCount))
            print.add(segment.section(.positions).slice(entry.positions, entry.positionsCount))
            let isHeading = term.first == TermKind.heading
            guard !ListModel.isFrequent(entry.found, of: segment.recordCount) else {
                print.add(isHeading ? lengths.heading : lengths.text)
                continue
            }
            let codes = segment.section(isHeading ? .headingLengths : .textLengths)
            for record in reader.list(entry, isHeading ? .heading : .text, .none).records { print.add(UInt64(codes[Int(record)])) }
        }
        return print.value
    }
}

/// What the head says of the pieces of lists.
struct ListTable {
    private(set) var count = 0
    private(set) var bytes: [UInt8] = []
    private var fromWord: ArraySlice<UInt8> = []
    private var lastWord: ArraySlice<UInt8> = []

    mutating func add(_ batch: ListBatch) {
        // As much of the first word as tells it from the last one before.
        let first = batch.firstWord
        let from = count == 0 ? [] : first.prefix(zip(first, lastWord).prefix { $0 == $1 }.count + 1)
        let shared = zip(fromWord, from).prefix { $0 == $1 }.count
        bytes.appendVarint(fromWord.count - shared)
        bytes.appendCounted(Array(from.dropFirst(shared)))
        bytes.appendVarint(batch.postingsCount)
        bytes.appendVarint(batch.positionsCount << 1 | (batch.isApart ? 1 : 0))
        fromWord = from
        lastWord = batch.terms.last?.term.dropFirst() ?? []
        count += 1
    }
}

extension Segment {
    /// Words with the same first letters are kept together where there is room.
    private static let formPrefix = 4

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
            // Forms of a word are best in one piece; and where pieces end is told by what is there.
            let begin = batch.terms.last?.term.dropFirst().prefix(Self.formPrefix)
            let isOtherWord = !word.firstWord.prefix(Self.formPrefix).elementsEqual(begin ?? [])
            let isFull = batch.size + word.size > wantedSize || batch.size >= wantedSize / 2 && isOtherWord
            if batch.size > 0, isFull, !batch.takes(word) {
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
        return dictionary.counted
    }
}
