/// The pieces of an index that have come to the browser so far. A segment of pieces answers as the whole one does, or notes in `wanted` what
/// it missed: the answer is then to be thrown away, the pieces are to be brought, and the question put again.
/// One thread uses it at a time: it is the worker's, or a test's.
package final class Pieces: @unchecked Sendable {
    package let head: PieceHead
    /// What the last question missed, in the order of missing.
    package private(set) var wanted: [PieceName] = []
    private var lists: [ListPiece?]
    /// Pieces of lists that came before the lengths they are unpacked with.
    private var waiting: [SegmentBytes] = []
    private var positions: [SegmentBytes?]
    private var rows: [RowPiece?]
    private var sections: [(section: SegmentLayout.Section, owner: SegmentBytes, bytes: Bytes)] = []
    private var words: ListPiece?
    private let textLengths: LengthTable
    private let headingLengths: LengthTable
    private var hasLengths: [Bool]

    /// - Throws: what is wrong with the head's bytes.
    package init(head owner: SegmentBytes) throws(SegmentError) {
        let head = try PieceHead(owner)
        self.head = head
        lists = [ListPiece?](repeating: nil, count: head.lists.count)
        positions = [SegmentBytes?](repeating: nil, count: head.lists.count)
        rows = [RowPiece?](repeating: nil, count: head.rowStarts.count - 1)
        textLengths = LengthTable(head.records)
        headingLengths = LengthTable(head.records)
        hasLengths = [Bool](repeating: false, count: head.lengthPieces)
        if head.lengthPieces > 0 { try addLengths(head.lengths.bytes, 0) }
    }

    /// Takes in a piece that was brought; answers which it is.
    /// - Throws: what is wrong with it. A piece of another index is `corrupt`.
    @discardableResult package func add(_ piece: SegmentBytes) throws(SegmentError) -> PieceName {
        defer { withExtendedLifetime(piece) {} }
        let frame = try PieceFrame(piece.bytes)
        guard frame.sum == head.sum(of: frame.name) else { throw .corrupt }
        if frame.name.kind == .lists {
            if hasAllLengths { try addLists(frame) } else { waiting.append(piece) }
            return frame.name
        }
        let owner = try frame.unpack(frame.name.kind == .rows ? head.rowModel : PieceModel(isText: frame.name.kind == .words))
        defer { withExtendedLifetime(owner) {} }
        let number = frame.name.number
        switch frame.name.kind {
        case .positions where number < positions.count: positions[number] = owner
        case .rows where number < rows.count:
            rows[number] = RowPiece(owner, records: head.rowStarts[number]..<head.rowStarts[number + 1])
        case .lengths where number < hasLengths.count: try addLengths(owner.bytes, number)
        case .sentences: sections.append((.sentences, owner, owner.bytes))
        case .facets:
            var reader = PieceReader(owner.bytes)
            sections.append((.facetValues, owner, reader.part()))
            sections.append((.facets, owner, owner.bytes.slice(reader.at, owner.count - reader.at)))
        case .words: words = ListPiece(words: owner)
        default: throw .corrupt
        }
        return frame.name
    }

    private func addLists(_ frame: PieceFrame) throws(SegmentError) {
        let number = frame.name.number
        guard number < lists.count,
            let piece = ListPiece(
                frame, isApart: head.lists[number].isApart, textLengths: textLengths.owner.bytes, headingLengths: headingLengths.owner.bytes
            )
        else { throw .corrupt }
        lists[number] = piece
    }

    private var hasAllLengths: Bool { !hasLengths.contains(false) }

    private func addLengths(_ bytes: Bytes, _ number: Int) throws(SegmentError) {
        let first = number * head.lengthStride
        let count = min(head.lengthStride, head.records - first)
        // Eight zeros stand behind every piece.
        guard bytes.count == 2 * count + 8 else { throw .corrupt }
        textLengths.fill(from: first, bytes.slice(0, count))
        headingLengths.fill(from: first, bytes.slice(count, count))
        hasLengths[number] = true
        if hasAllLengths {
            for piece in waiting { try addLists(PieceFrame(piece.bytes)) }
            waiting = []
        }
    }

    package func beginQuestion() { wanted = [] }

    private func want(_ kind: PieceName.Kind, _ number: Int = 0) {
        let name = PieceName(kind, number)
        if !wanted.contains(name) { wanted.append(name) }
    }

    /// Lists, unless they wait already, and the lengths that they are unpacked with.
    private func wantLists(_ number: Int) {
        for number in hasLengths.indices where !hasLengths[number] { want(.lengths, number) }
        let isWaiting = waiting.contains { piece in (try? PieceFrame(piece.bytes))?.name == PieceName(.lists, number) }
        if !isWaiting { want(.lists, number) }
    }

    // MARK: What a segment asks

    func entry(_ term: [UInt8]) -> TermEntry? {
        guard !lists.isEmpty else { return nil }
        let number = head.piece(of: term.dropFirst())
        guard let piece = lists[number] else {
            wantLists(number)
            return nil
        }
        return piece.dictionary.entry(term).map { placed($0, number) }
    }

    /// The entry with its lists' places in the row of all pieces.
    private func placed(_ entry: TermEntry, _ number: Int) -> TermEntry {
        var entry = entry
        // What a damaged dictionary says stays within the piece.
        let place = head.lists[number]
        entry.postings = place.postings + min(max(0, entry.postings), place.postingsCount)
        entry.positions = place.positions + min(max(0, entry.positions), place.positionsCount)
        return entry
    }

    /// Terms from `term` on that begin with `prefix`.
    func walk(from term: [UInt8], within prefix: [UInt8]) -> TermWalk {
        var found: [(term: [UInt8], entry: TermEntry)] = []
        guard !lists.isEmpty, !prefix.isEmpty else { return TermWalk(found) }
        var number = head.piece(of: term.dropFirst())
        repeat {
            if let piece = lists[number] {
                var walk = piece.dictionary.walk(from: term)
                while walk.next(), walk.term.starts(with: prefix) { found.append((walk.term, placed(walk.entry, number))) }
            } else {
                wantLists(number)
            }
            number += 1
        } while number < lists.count && isWithin(head.lists[number].fromWord, prefix.dropFirst())
        return TermWalk(found)
    }

    /// Whether words with the prefix may stand at or behind `word`.
    private func isWithin(_ word: [UInt8], _ prefix: ArraySlice<UInt8>) -> Bool {
        word.starts(with: prefix) || word.lexicographicallyPrecedes(prefix)
    }

    /// All words, without their lists.
    var spelling: TermDictionary? {
        if words == nil { want(.words) }
        return words?.dictionary
    }

    /// The bytes from the term's list on, from its positions on, and the entry as it is within them.
    func lists(of entry: TermEntry) -> (postings: Bytes, positions: Bytes, entry: TermEntry) {
        let number = lists.isEmpty ? 0 : head.piece(ofList: entry.postings)
        guard number < lists.count, let piece = lists[number] else {
            if !lists.isEmpty { wantLists(number) }
            return (Bytes.none, Bytes.none, entry)
        }
        var local = entry
        local.postings -= head.lists[number].postings
        local.positions -= head.lists[number].positions
        let apart = positions[number]?.bytes ?? Bytes.none
        return (piece.postings, head.lists[number].isApart ? apart : piece.positions, local)
    }

    func wantPositions(of entry: TermEntry) {
        guard !lists.isEmpty, entry.found >= SegmentLayout.blockSize else { return }
        let number = head.piece(ofList: entry.postings)
        if head.lists[number].isApart, positions[number] == nil { want(.positions, number) }
    }

    /// A section that comes as one piece; empty until then.
    func section(_ section: SegmentLayout.Section) -> Bytes {
        switch section {
        case .textLengths: return textLengths.owner.bytes
        case .headingLengths: return headingLengths.owner.bytes
        case .sentences, .facets, .facetValues:
            if let found = sections.first(where: { $0.section == section }) { return found.bytes }
            want(section == .sentences ? .sentences : .facets)
        default: break
        }
        return Bytes.none
    }

    func rows(of record: Int) -> RowPiece? {
        guard let number = head.rows(of: record) else { return nil }
        if rows[number] == nil { want(.rows, number) }
        return rows[number]
    }
}

/// A length code for each record, zeros until they come.
@safe private final class LengthTable {
    let owner: SegmentBytes
    private let room: UnsafeMutablePointer<UInt8>
    private let count: Int

    init(_ count: Int) {
        self.count = count
        let room = UnsafeMutablePointer<UInt8>.allocate(capacity: max(1, count))
        unsafe room.initialize(repeating: 0, count: max(1, count))
        unsafe self.room = room
        // SAFETY: the room has `count` bytes and is given back by the owner, which whoever reads it holds.
        owner = unsafe SegmentBytes(base: UnsafePointer(room), count: count) { _, _ in unsafe room.deallocate() }
    }

    func fill(from start: Int, _ codes: Bytes) {
        // SAFETY: places are kept within the room.
        for at in 0..<min(codes.count, max(0, count - start)) { unsafe room[start + at] = codes[at] }
    }
}
