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
        // Without its lists a question is another one, and without positions it has other hits: what it wants further on would be brought in vain.
        let missed = pieces.wanted.map { phase($0.kind) }.min() ?? 0
        return missed == 0
            ? .results(results) : .wanting(pieces.wanted.filter { phase($0.kind) == missed || missed > 1 && $0.kind == .facets })
    }

    /// What has to be there before what: lists, then positions, then what is shown.
    private func phase(_ kind: PieceName.Kind) -> Int {
        switch kind {
        case .rows, .facets: 3
        case .positions: 2
        default: 1
        }
    }
}
