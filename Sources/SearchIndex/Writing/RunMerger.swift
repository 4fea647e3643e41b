import SearchCore

/// Merges sorted runs into the dictionary and the lists. Runs follow one another in record order.
struct RunMerger {
    private var runs: RunQueue
    private var text: ListWriter
    private var heading: ListWriter
    private(set) var dictionary = DictionaryWriter()
    /// Positions wait in a file of their own while the postings are written.
    private let positions: OutputFile

    init(readers: [RunReader], text: ListWriter, heading: ListWriter, positions: OutputFile) {
        runs = RunQueue(readers)
        self.text = text
        self.heading = heading
        self.positions = positions
    }

    /// Appends the section of postings to the file.
    mutating func merge(into file: OutputFile) throws(IndexError) {
        var lists = TermOccurrences()
        var place = 0
        while let term = runs.term {
            let kind = term.first ?? 0
            let hasPositions = TermKind.hasPositions(kind)
            lists.removeAll()
            runs.take(term, into: &lists, hasPositions: hasPositions)
            if kind == TermKind.heading {
                heading.write(lists, hasPositions: true)
                try add(term, heading, lists.records.count, &place, file)
            } else {
                text.write(lists, hasPositions: hasPositions)
                try add(term, text, lists.records.count, &place, file)
            }
        }
        // Positions are read eight bytes at a time.
        try file.append([UInt8](repeating: 0, count: 8))
        try positions.append([UInt8](repeating: 0, count: 8))
        try positions.flush()
    }

    private mutating func add(_ term: [UInt8], _ writer: ListWriter, _ found: Int, _ place: inout Int, _ file: OutputFile)
        throws(IndexError)
    {
        dictionary.add(
            term, found: found, postings: place, postingsCount: writer.list.count, positions: positions.offset,
            positionsCount: writer.positions.count)
        try file.append(writer.list)
        place += writer.list.count
        try positions.append(writer.positions)
    }
}
