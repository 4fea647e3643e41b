import SearchCore
import Testing

@testable import SearchIndex

/// An index cut in pieces answers as the whole does, with only those pieces present that it asked for.
@Suite struct PieceTests {
    typealias Random = RankedSearchTests.Random

    static let words = [
        "the", "of", "party", "shall", "notice", "notices", "term", "terms", "data", "share", "shares", "sharing", "clause", "member",
        "members", "ends", "board", "naïve", "x", "HEP", "APP", "APPs", "non-member", "R&D", "étude", "Übung", "straße",
    ]

    static func word(_ random: inout Random) -> String {
        let number = random.next(400)
        if number < 300 { return words[min(words.count - 1, 26 / (1 + number / 12))] }
        if number < 340 { return words[random.next(words.count)] }
        return "w" + String(random.next(1500), radix: 36)
    }

    static func text(_ count: Int, _ random: inout Random) -> String { (0..<count).map { _ in word(&random) }.joined(separator: " ") }

    /// An index of random documents, and its pieces by name.
    struct Cut {
        let whole: IndexReader
        private(set) var files: [String: [UInt8]] = [:]
        private let index: TemporaryIndex
        var directory: String { index.directory }

        init(seed: UInt64, documents: Int, sizes: PieceWriter.Sizes) throws {
            var random = Random(state: seed)
            index = try TemporaryIndex()
            for document in 0..<documents {
                let records = (0..<(1 + random.next(40))).map { place in
                    // Some are questions, which the clause behind them may answer.
                    let text = PieceTests.text(random.next(20) == 0 ? 300 : random.next(40), &random) + (random.next(4) == 0 ? "?" : "")
                    let half = text.utf8.count / 2
                    return Record(
                        key: "d\(document)#p_\(place)", heading: PieceTests.text(random.next(3), &random), text: text,
                        sentences: text.utf8.count > 20 ? [0, half] : [], number: place % 3 == 0 ? "\(place)(\(random.next(3)))" : "",
                        facets: [
                            Facet("document", "d\(document)"), Facet("modality", ["obligation", "prohibition"][random.next(2)]),
                            Facet("due", "202\(random.next(9))-0\(1 + random.next(9))"),
                        ])
                }
                try index.writer.replace(document: "d\(document)", title: "The \(PieceTests.text(2, &random))", records: records)
            }
            try index.writer.publish()
            whole = try IndexReader(directory: index.directory)
            let path = try #require(try IndexReader.segmentFiles(directory: index.directory).first)
            var files: [String: [UInt8]] = [:]
            try PieceWriter(try Segment.open(path: path, verifying: true), sizes: sizes).write { files[$0] = $1 }
            self.files = files
        }

        func search() throws -> PieceSearch { try PieceSearch(head: SegmentBytes(copying: #require(files["head-0"]))) }

        /// Asks until nothing is wanted; tells what was brought.
        func ask(_ search: PieceSearch, _ query: String, _ options: SearchOptions) throws -> (results: SearchResults, brought: [String]) {
            var brought: [String] = []
            for _ in 0..<20 {
                switch search.ask(query, options: options) {
                case .results(let results): return (results, brought)
                case .wanting(let names):
                    for name in names {
                        let file = "\(name.kind.text)-\(name.number)"
                        try #require(!brought.contains(file), "asked twice for \(file)")
                        brought.append(file)
                        #expect(try search.add(SegmentBytes(copying: #require(files[file]))) == name)
                    }
                }
            }
            Issue.record("no end of wanting")
            return (SearchResults(), brought)
        }
    }

    static func query(_ kind: Int, _ random: inout Random) -> String {
        func word() -> String { Self.word(&random) }
        switch kind {
        case 0: return word()
        case 1: return "\(word()) \(word())"
        case 2: return "\"\(word()) \(word())\""
        case 3: return "\(word()) OR \(word()) \(word())"
        case 4: return "\(word()) -\(word())"
        case 5: return word().prefix(1 + random.next(3)) + "*"
        case 6: return word().dropLast() + "~"
        case 7: return word() + "q~2"
        case 8: return "\(word()) /s \(word())"
        case 9: return "\(word()) /p \(word())"
        case 10: return "\(word()) /\(1 + random.next(6)) \(word())"
        case 11: return "heading:\(word()) \(word())"
        case 12: return "modality:prohibition \(word())"
        case 13: return "due:<202\(random.next(9)) \(word())"
        case 14: return "section \(random.next(9))(\(random.next(3))) \(word())"
        case 15: return "\(word()) zzzz"
        default: return "document:d\(random.next(9)) \(word()) \(word()) \(word())"
        }
    }

    private static func small() -> PieceWriter.Sizes {
        var sizes = PieceWriter.Sizes()
        (sizes.lists, sizes.rows, sizes.lengths) = (600, 900, 100)
        return sizes
    }

    @Test(arguments: [1, 2]) func sameAnswersAsTheWhole(seed: UInt64) throws {
        let cut = try Cut(seed: seed, documents: 16, sizes: Self.small())
        #expect(cut.files.keys.count { $0.hasPrefix("lists-") } > 8)
        #expect(cut.files.keys.contains { $0.hasPrefix("positions-") })
        var random = Random(state: seed + 100)
        var search = try cut.search()
        for round in 0..<85 {
            // Some questions find what others brought, some find nothing.
            if round % 8 == 0 { search = try cut.search() }
            let query = Self.query(round % 17, &random)
            var options = SearchOptions()
            options.limit = 1 + random.next(20)
            if random.next(3) == 0 { options.countedFields = ["modality", "document"] }
            if random.next(5) == 0 { options.filters = [Facet("modality", "obligation")] }
            let expected = cut.whole.search(query, options: options)
            let (found, _) = try cut.ask(search, query, options)
            try #require(found.total == expected.total, "\(query)")
            #expect(found.hits.map(\.key) == expected.hits.map(\.key), "\(query)")
            #expect(found.hits.map(\.score) == expected.hits.map(\.score), "\(query)")
            #expect(found.hits.map(\.snippet) == expected.hits.map(\.snippet), "\(query)")
            #expect(found.hits.map(\.facets) == expected.hits.map(\.facets), "\(query)")
            #expect(
                found.hits.map { $0.title + $0.document + $0.heading + $0.number + $0.text }
                    == expected.hits.map { $0.title + $0.document + $0.heading + $0.number + $0.text })
            #expect(found.facets == expected.facets, "\(query)")
            #expect(found.notes == expected.notes, "\(query)")
        }
    }

    /// A page that shows a few hits first and the others later has them in the order of the whole answer, and brings no row before its time.
    @Test func hitsGivenAFewAtATimeAreThoseOfTheWholeAnswer() throws {
        let cut = try Cut(seed: 5, documents: 16, sizes: Self.small())
        var random = Random(state: 55)
        var isFewer = false
        for round in 0..<34 {
            let query = Self.query(round % 17, &random)
            var options = SearchOptions()
            options.limit = 20
            let expected = cut.whole.search(query, options: options)
            let (search, all) = (try cut.search(), try cut.ask(try cut.search(), query, options).brought)
            options.settled = 20
            var hits: [Hit] = []
            for (offset, limit) in [(0, 4), (4, 3), (7, 13)] {
                (options.offset, options.limit) = (offset, limit)
                let (some, brought) = try cut.ask(search, query, options)
                #expect(some.total == expected.total && some.notes == expected.notes, "\(query)")
                #expect(brought.allSatisfy(all.contains), "\(query)")
                if offset == 0 { isFewer = isFewer || brought.count < all.count }
                hits += some.hits
            }
            #expect(hits.map(\.key) == expected.hits.map(\.key), "\(query)")
            #expect(hits.map(\.score) == expected.hits.map(\.score), "\(query)")
        }
        #expect(isFewer)
    }

    /// Who asks for a word gets its forms with it, and pieces for the forms that there may be ("the", "theing", "thes"), not for all words that
    /// begin so.
    @Test func formsOfAWordStandTogether() throws {
        var random = Random(state: 3)
        let index = try TemporaryIndex()
        let records = (0..<400).map { place in
            let words = ["notice", "notices", "noticed", "note", "then", "there", "their", "the", "other", "w"]
            // Some run together with others, as texts that were badly read have them.
            let text = (0..<12).map { _ in
                words[random.next(words.count)] + (random.next(30) == 0 ? String(random.next(900), radix: 36) : "")
            }
            return Record(key: "d#p_\(place)", text: text.joined(separator: " "))
        }
        try index.writer.replace(document: "d", title: "", records: records)
        try index.writer.publish()
        let path = try #require(try IndexReader.segmentFiles(directory: index.directory).first)
        var files: [String: [UInt8]] = [:]
        var sizes = Self.small()
        sizes.lists = 1700
        try PieceWriter(try Segment.open(path: path, verifying: true), sizes: sizes).write { files[$0] = $1 }
        let lists = files.keys.count { $0.hasPrefix("lists-") }
        #expect(lists > 3)
        for (query, most) in [("notices", 2), ("the", 3)] {
            let search = try PieceSearch(head: SegmentBytes(copying: #require(files["head-0"])))
            guard case .wanting(let wanted) = search.ask(query, options: SearchOptions()) else {
                Issue.record("nothing wanted")
                continue
            }
            let names = wanted.filter { $0.kind == .lists }
            #expect(names.count <= most, "\(query): \(names.map(\.number)) of \(lists)")
        }
    }

    @Test func aPhraseBringsItsListsTogether() throws {
        let cut = try Cut(seed: 9, documents: 20, sizes: Self.small())
        guard case .wanting(let names) = try cut.search().ask("\"board member straße\"", options: SearchOptions()) else {
            Issue.record("nothing wanted")
            return
        }
        #expect(names.count { $0.kind == .lists } >= 3)
    }

    @Test func facetsComeWithTheRows() throws {
        let cut = try Cut(seed: 9, documents: 20, sizes: Self.small())
        let search = try cut.search()
        var options = SearchOptions()
        options.countedFields = ["modality"]
        guard case .wanting(let lists) = search.ask("straße", options: options) else {
            Issue.record("nothing wanted")
            return
        }
        for name in lists { try search.add(SegmentBytes(copying: #require(cut.files["\(name.kind.text)-\(name.number)"]))) }
        guard case .wanting(let shown) = search.ask("straße", options: options) else {
            Issue.record("nothing shown")
            return
        }
        #expect(shown.contains { $0.kind == .rows } && shown.contains { $0.kind == .facets })
    }

    @Test func bringsOnlyWhatIsNeeded() throws {
        let cut = try Cut(seed: 9, documents: 20, sizes: Self.small())
        let search = try cut.search()
        var options = SearchOptions()
        options.limit = 1
        let (results, brought) = try cut.ask(search, "\"straße\"", options)
        #expect(results.total > 0)
        // Two, where its other forms may be in the next.
        #expect(brought.count { $0.hasPrefix("lists") } <= 2)
        #expect(brought.count { $0.hasPrefix("rows") } == 1)
        // The same again, and a word of the same piece, need nothing.
        #expect(try cut.ask(search, "\"straße\"", options).brought.isEmpty)
        // A word that is nowhere brings no rows, a misspelt one the list of words.
        #expect(try cut.ask(search, "qqqqqq", options).brought.allSatisfy { $0.hasPrefix("lists") })
        #expect(try cut.ask(search, "qqqqqq~", options).brought.contains("words-0"))
    }

    @Test func emptyIndex() throws {
        let cut = try Cut(seed: 1, documents: 1, sizes: PieceWriter.Sizes())
        #expect(try cut.ask(try cut.search(), "zz*", SearchOptions()).results.total == 0)
    }

    /// A word changed in one document: most pieces stay as they are, byte by byte, and those of another index are refused.
    @Test func anEditChangesFewPieces() throws {
        let (before, after) = (try EditedIndex(word: "notice"), try EditedIndex(word: "members"))
        let kept = before.files.filter { after.files[$0.key] == $0.value }
        #expect(kept.count * 10 > before.files.count * 8, "\(kept.count) of \(before.files.count)")
        let search = try PieceSearch(head: SegmentBytes(copying: #require(after.files["head-0"])))
        for (name, bytes) in before.files where name != "head-0" {
            let isTaken = (try? search.add(SegmentBytes(copying: bytes))) != nil
            #expect(isTaken == (kept[name] != nil), "\(name)")
        }
    }

    /// Lists are modelled, not carried as they are: what is rebuilt is the segment's, byte by byte.
    @Test func listsAreRebuilt() throws {
        let cut = try Cut(seed: 3, documents: 40, sizes: Self.small())
        let segment = try Segment.open(path: #require(try IndexReader.segmentFiles(directory: cut.directory).first), verifying: true)
        let reader = TermListReader(segment)
        defer { reader.close() }
        var long = 0
        var walk = segment.dictionary.walk(from: [0])
        while walk.next() {
            let (kind, entry) = (walk.term[0], walk.entry)
            let field: TextField = kind == TermKind.heading ? .heading : .text
            for isApart in [false, true] {
                let lengths = segment.section(field == .text ? .textLengths : .headingLengths)
                let positions = ListModel.Shape(kind, entry, isApart: isApart, lengths: lengths).positions
                let bytes = reader.list(entry, field, positions).bytes(lengths)
                #expect(bytes.list == segment.section(.postings).array(entry.postings, entry.postingsCount))
                let apart = segment.section(.positions).array(entry.positions, entry.positionsCount)
                #expect(bytes.positions == (positions == .here ? apart : []))
            }
            if entry.found >= SegmentLayout.blockSize { long += 1 }
        }
        #expect(long > 3)
    }

    @Test func whatIsPackedIsUnpacked() {
        var random = Random(state: 5)
        let text = Array(Self.text(600, &random).utf8)
        var packing = PieceModel(isText: true).packing(text)
        CopyFinder().forEachSequence(of: text) { packing.add($0) }
        let (preset, learned) = (packing.finish(), packing.behind)
        let texts: [[UInt8]] = [
            [], [0], Array("the".utf8), [UInt8](repeating: 0x61, count: 300_000), (0..<5000).map { _ in UInt8(random.next(256)) },
            Array(Self.text(3000, &random).utf8), Array(String(repeating: "0123456789", count: 700).utf8),
        ]
        let owner = SegmentBytes(copying: preset)
        let model = withExtendedLifetime(owner) { PieceModel(isText: true).behind(unpacking: owner.bytes, count: text.count) }
        #expect(model?.preset == learned.preset)
        for raw in texts {
            for (packer, model) in [
                (PiecePacker(isText: true), PieceModel(isText: true)), (PiecePacker(isText: false), PieceModel(isText: false)),
                (PiecePacker.behind(learned.preset).packer, learned),
            ] {
                let packed = SegmentBytes(copying: packer.packed(raw))
                #expect(withExtendedLifetime(packed) { model.unpack(packed.bytes, count: raw.count) } == raw)
                // More than there is, is damage, not a hang.
                #expect(withExtendedLifetime(packed) { model.unpack(packed.bytes, count: 1 << 22)?.isEmpty ?? true })
            }
        }
    }

    /// Damage is found by a piece's sum; with the sum made good, anything may come of it but a fault.
    @Test func damagedPieces() throws {
        let cut = try Cut(seed: 4, documents: 6, sizes: Self.small())
        let other = try Cut(seed: 5, documents: 2, sizes: Self.small())
        let search = try cut.search()
        #expect(throws: SegmentError.corrupt) { try search.add(SegmentBytes(copying: other.files["lists-0"]!)) }
        #expect(throws: SegmentError.corrupt) { try search.add(SegmentBytes(copying: cut.files["head-0"]!)) }
        #expect(throws: SegmentError.notASegment) { try search.add(SegmentBytes(copying: [])) }
        var random = Random(state: 77)
        for (place, (name, bytes)) in cut.files.sorted(by: { $0.key < $1.key }).enumerated() where place % 4 == 0 || name == "head-0" {
            for round in 0..<2 {
                var damaged = bytes
                damaged[random.next(bytes.count)] ^= UInt8(1 + random.next(255))
                let raw = SegmentBytes(copying: damaged)
                if name == "head-0" {
                    #expect(throws: SegmentError.self) { try PieceSearch(head: raw) }
                } else {
                    #expect(throws: SegmentError.self) { try cut.search().add(raw) }
                }
                let mended = Self.mended(damaged)
                var files = cut.files
                files[name] = mended
                // The head has the sum of every piece.
                if name != "head-0" {
                    files["head-0"] = try Self.mended(#require(files["head-0"]?.replacingLast(bytes[2..<4], by: mended[2..<4])))
                }
                guard let search = try? PieceSearch(head: SegmentBytes(copying: files["head-0"] ?? [])) else { continue }
                var isBroken = false
                for kind in 0..<4 where !isBroken {
                    let query = Self.query((kind * 4 + place + round) % 17, &random)
                    var options = SearchOptions()
                    options.countedFields = ["document"]
                    for _ in 0..<12 {
                        guard case .wanting(let names) = search.ask(query, options: options) else { break }
                        for wanted in names {
                            let file = "\(wanted.kind.text)-\(wanted.number)"
                            if (try? search.add(SegmentBytes(copying: files[file] ?? []))) == nil { isBroken = true }
                        }
                        if isBroken { break }
                    }
                }
            }
        }
    }

    private static func mended(_ bytes: [UInt8]) -> [UInt8] {
        guard bytes.count > 4 else { return bytes }
        let rest = SegmentBytes(copying: Array(bytes[4...]))
        let sum = withExtendedLifetime(rest) { PieceFrame.sum(rest.bytes) }
        return (0..<4).map { UInt8(truncatingIfNeeded: sum >> UInt32(8 * $0)) } + bytes[4...]
    }
}

/// An index of twenty documents, one of which has this word once.
private struct EditedIndex {
    private(set) var files: [String: [UInt8]] = [:]

    init(word: String) throws {
        var random = PieceTests.Random(state: 11)
        let index = try TemporaryIndex()
        for document in 0..<20 {
            let records = (0..<30).map { place in
                Record(
                    key: "d\(document)#p_\(place)",
                    text: PieceTests.text(20, &random) + (document == 7 && place == 3 ? " \(word)" : " board"), facets: [])
            }
            try index.writer.replace(document: "d\(document)", title: "Title", records: records)
        }
        try index.writer.publish()
        var sizes = PieceWriter.Sizes()
        (sizes.lists, sizes.rows) = (600, 900)
        var files: [String: [UInt8]] = [:]
        let path = try #require(try IndexReader.segmentFiles(directory: index.directory).first)
        try PieceWriter(try Segment.open(path: path, verifying: true), sizes: sizes).write { files[$0] = $1 }
        self.files = files
    }
}

extension [UInt8] {
    /// Nil where `old` is nowhere.
    fileprivate func replacingLast(_ old: ArraySlice<UInt8>, by new: ArraySlice<UInt8>) -> [UInt8]? {
        guard let start = (0...(count - old.count)).last(where: { self[$0..<($0 + old.count)] == old }) else { return nil }
        return Array(self[..<start]) + new + Array(self[(start + old.count)...])
    }
}
