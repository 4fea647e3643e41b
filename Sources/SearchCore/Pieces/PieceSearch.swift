/// Answers questions from pieces that come as they are needed: ask, bring what is wanted, ask again.
package final class PieceSearch {
    package enum Answer {
        case results(SearchResults)
        /// Bring these, then ask the same again.
        case wanting([PieceName])
    }

    private let pieces: Pieces
    private let searcher: Searcher

    /// - Throws: what is wrong with the head's bytes.
    package init(head: SegmentBytes) throws(SegmentError) {
        pieces = try Pieces(head: head)
        searcher = Searcher([Searcher.Part(Segment(pieces))])
    }

    @discardableResult package func add(_ piece: SegmentBytes) throws(SegmentError) -> PieceName { try pieces.add(piece) }

    package func ask(_ text: String, options: SearchOptions) -> Answer {
        pieces.beginQuestion()
        let results = searcher.search(text, options: options)
        // Without its lists a question is another one: what it wants further on would be brought in vain.
        for kinds in [[.lists, .lengths, .words, .sentences], [.positions, .facets], [.rows]] as [[PieceName.Kind]] {
            let wanted = pieces.wanted.filter { kinds.contains($0.kind) }
            if !wanted.isEmpty { return .wanting(wanted) }
        }
        return .results(results)
    }
}
