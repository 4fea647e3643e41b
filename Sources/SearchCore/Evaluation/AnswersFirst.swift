extension Searcher {
    /// As far down as this an answer is looked for.
    private static let mostLooked = 20

    /// Where a clause that is nothing but a question is found, and so is the clause behind it, that one comes first: who asks as the document
    /// itself asks wants the answer.
    /// Only the `shown` first are looked at, whose rows are read in any case.
    func putAnswersFirst(_ best: inout [RankedRecord], shown: Int, _ evaluations: [PartEvaluation]) {
        let reach = min(best.count, shown, Self.mostLooked)
        var place = 0
        while place < reach {
            let question = best[place]
            let behind = best[place..<reach].firstIndex { $0.part == question.part && $0.record == question.record + 1 }
            if let behind, isQuestion(question, evaluations[question.part].segment) {
                var answer = best.remove(at: behind)
                answer.points = question.points
                best.insert(answer, at: place)
                place += 1
            }
            place += 1
        }
    }

    /// Whether the record's text is one question, and the record behind it is of the same document. Told from the two rows alone, so that the
    /// browser, which has only the rows of its hits, tells the same.
    private func isQuestion(_ ranked: RankedRecord, _ segment: Segment) -> Bool {
        guard let document = segment.document(of: ranked.record), let next = segment.document(of: ranked.record + 1), document.id == next.id
        else { return false }
        var rows = StoredRows(segment)
        guard let row = rows.row(ranked.record) else { return false }
        return Self.isOneQuestion(row.text)
    }

    /// True for text that ends in a question mark and in which no other sentence ends.
    static func isOneQuestion(_ text: [UInt8]) -> Bool {
        var end = text.count
        while end > 0, text[end - 1] == 0x20 || text[end - 1] == 0x0A { end -= 1 }
        guard end > 0, text[end - 1] == 0x3F else { return false }
        var index = 0
        while index + 1 < end {
            let byte = text[index]
            if byte == 0x2E || byte == 0x21 || byte == 0x3F, text[index + 1] == 0x20 || text[index + 1] == 0x0A { return false }
            index += 1
        }
        return true
    }
}
