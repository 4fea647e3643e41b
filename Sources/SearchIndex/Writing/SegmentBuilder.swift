import Glibc
public import SearchCore

/// What a segment keeps of its records.
public struct IndexSettings: Sendable, Equatable {
    public var folding = Folding.standard
    /// Without texts an index is smaller, but has no snippets and cannot be updated.
    public var storesText = true
    /// Occurrences held in memory before they are sorted and spilt, at about 17 bytes each.
    public var occurrencesPerRun = 1 << 19
    /// With more than one, stored rows are packed on a thread of their own. The bytes are the same.
    public var threads = min(2, sysconf(Int32(_SC_NPROCESSORS_ONLN)))

    public init() {}
}

/// Builds one segment file from records in the order they come. Memory is bounded: full runs are spilt beside the file.
public final class SegmentBuilder {
    private let path: String
    private let settings: IndexSettings
    private let file: OutputFile
    private var run = RunBuilder(firstRecord: 0)
    private var runs: [Run] = []
    private let stored: StoredWorker
    private var facets: FacetCollector
    private var sentences = ColumnWriter()
    private var textLengths: [UInt8] = []
    private var headingLengths: [UInt8] = []
    private var textWords = 0
    private var headingWords = 0
    private var documents = DocumentTable()
    private let inverter: RecordInverter

    /// A sorted run, in a file of its own or in a part that was kept.
    private enum Run {
        case spilt(path: String, firstRecord: Int)
        case kept(SegmentBytes, InvertedPart.Run, firstRecord: Int)
    }

    public init(path: String, settings: IndexSettings = IndexSettings()) throws(IndexError) {
        self.path = path
        self.settings = settings
        inverter = RecordInverter(settings.folding)
        file = try OutputFile(path: path)
        facets = try FacetCollector(path: path + ".facets")
        file.skip((SegmentLayout.prefixSize + 15) / 16 * 16)
        stored = StoredWorker(StoredWriter(file: file), threads: settings.threads)
    }

    public var recordCount: Int { textLengths.count }

    /// Begins a document; the records that follow are its own.
    public func beginDocument(_ id: String, title: String) {
        documents.begin(id: Array(id.utf8), title: Array(title.utf8), firstRecord: recordCount)
    }

    public func add(_ record: Record) throws(IndexError) {
        try add(StoredRow(record), facets: record.facets.map(FacetValue.init))
    }

    /// A record that is only key, heading and text, as bytes.
    public func add(key: [UInt8], heading: [UInt8], text: [UInt8]) throws(IndexError) {
        try add(StoredRow(key: key, heading: heading, text: text), facets: [])
    }

    func add(_ row: StoredRow, facets values: [FacetValue]) throws(IndexError) {
        if recordCount >= SegmentLayout.mostRecords { throw .tooManyRecords }
        let numbers = values.map { facets.number(of: $0) }
        try keep(row, numbers, inverter.add(row, title: documents.title, facets: values.map(\.term), to: &run))
        if run.occurrences >= settings.occurrencesPerRun { try spill() }
    }

    /// Adds the documents of a part that was sorted before.
    func add(_ part: InvertedPart) throws(IndexError) {
        try spill()
        let first = recordCount
        if part.recordCount > SegmentLayout.mostRecords - first { throw .tooManyRecords }
        let numbers = part.values.map { facets.number(of: $0) }
        var rows = PartRows(part, values: numbers)
        for _ in 0..<part.documentCount {
            let document = rows.document()
            documents.begin(id: document.id, title: document.title, firstRecord: recordCount)
            for _ in 0..<document.count {
                let (row, values, measures) = rows.record()
                try keep(row, values, measures)
            }
        }
        for run in part.runs { runs.append(.kept(part.owner, run, firstRecord: first + run.firstRecord)) }
        part.release()
        run = RunBuilder(firstRecord: recordCount)
    }

    /// What a segment keeps of a record besides its words.
    /// - Parameter values: numbers of its facets.
    private func keep(_ row: StoredRow, _ values: [Int], _ measures: RecordMeasures) throws(IndexError) {
        try facets.add(values)
        sentences.add(measures.sentences)
        textLengths.append(LengthCode.code(measures.textWords))
        headingLengths.append(LengthCode.code(measures.headingWords))
        textWords += measures.textWords
        headingWords += measures.headingWords
        if settings.storesText { try stored.add(row) } else { try stored.add(StoredRow(key: row.key)) }
    }

    private func spill() throws(IndexError) {
        if run.isEmpty { return }
        let runPath = path + ".run\(runs.count)"
        let out = try OutputFile(path: runPath)
        try run.write(to: out)
        runs.append(.spilt(path: runPath, firstRecord: run.firstRecord))
        run = RunBuilder(firstRecord: recordCount)
    }

    /// Writes the rest of the file and makes it safe on the disk. Returns the sum of its bytes.
    @discardableResult public func finish() throws(IndexError) -> UInt64 {
        let (storedIndex, storedDictionary) = try stored.finish()
        var directory: [SegmentLayout.Section: (start: Int, count: Int, checksum: UInt64)] = [:]
        directory[.storedBlocks] = try file.endSection()
        try spill()
        var readers: [RunReader] = []
        for run in runs {
            switch run {
            case .spilt(let path, let first):
                readers.append(RunReader(try MappedFile.open(path), firstRecord: first))
                remove(path)
            case .kept(let owner, let run, let first): readers.append(RunReader(owner, run.bytes, firstRecord: first))
            }
        }
        let positionsPath = path + ".positions"
        var merger = RunMerger(
            readers: readers, text: ListWriter(lengths: textLengths, words: textWords),
            heading: ListWriter(lengths: headingLengths, words: headingWords), positions: try OutputFile(path: positionsPath))
        try merger.merge(into: file)
        directory[.postings] = try file.endSection()
        try file.append(contentsOf: positionsPath)
        directory[.positions] = try file.endSection()
        remove(positionsPath)
        /// Sections are made one after another: each has something of every record or term.
        func put(_ section: SegmentLayout.Section, _ bytes: [UInt8]) throws(IndexError) {
            try file.append(bytes)
            directory[section] = try file.endSection()
        }
        try put(.termBlocks, merger.dictionary.blocks)
        try put(.termIndex, merger.dictionary.index)
        try put(.textLengths, textLengths)
        try put(.headingLengths, headingLengths)
        try put(.sentences, sentences.bytes)
        let facetValues = try facets.finish(into: file)
        directory[.facets] = try file.endSection()
        try put(.facetValues, facetValues)
        try put(.documents, documents.bytes)
        try put(.storedIndex, storedIndex)
        try put(.dictionary, storedDictionary)
        try put(.termFilter, merger.dictionary.filter)
        let frame = frame(directory)
        try file.write(frame, at: 0)
        try file.sync()
        return frame.suffix(8).reversed().reduce(0) { $0 << 8 | UInt64($1) }
    }

    private func frame(_ directory: [SegmentLayout.Section: (start: Int, count: Int, checksum: UInt64)]) -> [UInt8] {
        var frame: [UInt8] = []
        frame.appendLittle(SegmentLayout.magic)
        frame.appendLittle(SegmentLayout.version)
        frame.appendLittle(settings.folding.rawValue)
        frame.appendLittle(UInt32(recordCount))
        frame.appendLittle(UInt32(documents.count))
        frame.appendLittle(UInt64(textWords))
        frame.appendLittle(UInt64(headingWords))
        frame.appendLittle(UInt64(file.offset))
        frame += [UInt8](repeating: 0, count: SegmentLayout.headerSize - frame.count)
        for number in 0..<SegmentLayout.Section.allCount {
            let entry = SegmentLayout.Section(rawValue: number).flatMap { directory[$0] } ?? (0, 0, 0)
            frame.appendLittle(UInt64(entry.start))
            frame.appendLittle(UInt64(entry.count))
            frame.appendLittle(entry.checksum)
        }
        // SAFETY: the view does not leave the closure.
        let sum = unsafe frame.withUnsafeBufferPointer { unsafe checksum(Bytes(base: $0.baseAddress!, count: $0.count)) }
        frame.appendLittle(sum)
        return frame
    }
}
