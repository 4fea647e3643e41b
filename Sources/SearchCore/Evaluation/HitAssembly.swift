extension Searcher {
    /// The hits of ranked records, in their order.
    func hits(_ ranked: ArraySlice<RankedRecord>, _ evaluations: [PartEvaluation], _ options: SearchOptions) -> [Hit] {
        // To open a segment's rows builds tables: once a segment, not once a hit.
        var rows = [StoredRows?](repeating: nil, count: evaluations.count)
        var hits: [Hit] = []
        for record in ranked {
            var open = rows[record.part] ?? StoredRows(evaluations[record.part].segment)
            rows[record.part] = nil
            hits.append(hit(record, evaluations[record.part], &open, options))
            rows[record.part] = open
        }
        return hits
    }

    /// The hit with its stored fields, snippet and, if asked, the reasons of its score.
    private func hit(_ ranked: RankedRecord, _ evaluation: PartEvaluation, _ rows: inout StoredRows, _ options: SearchOptions) -> Hit {
        let segment = evaluation.segment
        var hit = Hit()
        hit.score = Double(ranked.points) / Double(Scoring.unit)
        if let row = rows.row(ranked.record) {
            hit.key = String(decoding: row.key, as: UTF8.self)
            hit.heading = String(decoding: row.heading, as: UTF8.self)
            hit.number = String(decoding: row.number, as: UTF8.self)
            hit.text = String(decoding: row.text, as: UTF8.self)
            hit.stored = row.stored
            if options.snippetLength > 0 {
                let wanted = evaluation.leaves.filter { $0.term.first != TermKind.acronym }.map {
                    SnippetMaker.Wanted(term: $0.word, weight: $0.inverseDocumentFrequency * Double($0.boost))
                }
                hit.snippet = SnippetMaker(wanted, folding: folding).snippet(of: row.text, length: options.snippetLength)
            }
        }
        if let document = segment.document(of: ranked.record) {
            hit.document = String(decoding: document.id, as: UTF8.self)
            hit.title = String(decoding: document.title, as: UTF8.self)
        }
        hit.facets = segment.facets(of: ranked.record).map { field, value in
            Facet(String(decoding: field, as: UTF8.self), String(decoding: value, as: UTF8.self))
        }
        #if !hasFeature(Embedded)
            if options.explains { hit.explanation = explanation(ranked.record, evaluation) }
        #endif
        return hit
    }

    /// What each term gave the record.
    private func explanation(_ record: Int, _ evaluation: PartEvaluation) -> [Contribution] {
        var contributions: [Contribution] = []
        let pool = evaluation.segmentEvaluation.pool
        for leaf in evaluation.leaves {
            guard let entry = evaluation.segment.dictionary.entry(leaf.term) else { continue }
            pool.reset(1)
            pool.add(entry, leaf.field, weight: leaf.weight)
            // SAFETY: the pool's cursor lives as long as the pool.
            let cursor = unsafe pool.cursors
            unsafe cursor.pointee.cursor.seek(UInt32(record))
            guard unsafe cursor.pointee.cursor.doc == UInt32(record) else { continue }
            let contribution = Contribution(
                term: String(decoding: leaf.word, as: UTF8.self), field: leaf.field,
                inverseDocumentFrequency: leaf.inverseDocumentFrequency,
                frequency: unsafe Int(cursor.pointee.cursor.frequency()),
                score: unsafe Double(cursor.pointee.points()) / Double(Scoring.unit))
            if !contributions.contains(contribution) { contributions.append(contribution) }
        }
        return contributions
    }
}
