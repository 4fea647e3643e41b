extension Searcher {
    /// As far down as this an answer is looked for.
    private static let mostLooked = 20

    /// Where a clause that is nothing but a question is found, and so is the clause behind it, that one comes first: who asks as the document
    /// itself asks wants the answer.
    /// Only the `shown` first are looked at, whose rows are read in any case.
    func putAnswersFirst(_ best: inout [RankedRecord], shown: Int, _ evaluations: [PartEvaluation]) {
        var place = 0
        while place < min(best.count, shown, Self.mostLooked) {
            let question = best[place]
            let behind = best[place...].prefix(Self.mostLooked).firstIndex { $0.part == question.part && $0.record == question.record + 1 }
            if let behind, isQuestion(question, evaluations[question.part].segment) {
                var answer = best.remove(at: behind)
                answer.points = question.points
                best.insert(answer, at: place)
                place += 1
            }
            place += 1
        }
    }

    /// Whether the record's text is one question, and the record behind it is of the same document.
    private func isQuestion(_ ranked: RankedRecord, _ segment: Segment) -> Bool {
        guard segment.document(of: ranked.record)?.records.contains(ranked.record + 1) == true else { return false }
        var rows = StoredRows(segment)
        guard let row = rows.row(ranked.record), row.sentences.count <= 1 else { return false }
        return row.text.last { $0 != 0x20 && $0 != 0x0A } == 0x3F
    }
}
