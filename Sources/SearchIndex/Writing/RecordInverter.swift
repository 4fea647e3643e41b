import SearchCore

/// How long a record's fields are, and at which words its sentences begin.
struct RecordMeasures {
    var sentences: [Int] = []
    var textWords = 0
    var headingWords = 0
}

/// Turns the words of records into a run.
final class RecordInverter {
    private let words = WordRoom()
    private let folding: Folding

    init(_ folding: Folding) { self.folding = folding }

    /// - Parameters:
    ///   - title: of the record's document; it counts among the headings.
    ///   - facets: the terms of its facets.
    func add(_ row: StoredRow, title: [UInt8], facets: [[UInt8]], to run: inout RunBuilder) -> RecordMeasures {
        var measures = RecordMeasures()
        measures.textWords = words.addWords(
            of: row.text, kind: TermKind.text, folding, sentences: row.sentences, starts: &measures.sentences, to: &run)
        run.endField()
        var none: [Int] = []
        var heading = title
        if !heading.isEmpty, !row.heading.isEmpty { heading += Array(" \u{2014} ".utf8) }
        heading += row.heading
        measures.headingWords = words.addWords(of: heading, kind: TermKind.heading, folding, sentences: [], starts: &none, to: &run)
        run.endField()
        if folding == .standard {
            words.addAcronyms(of: row.text, to: &run)
            words.addAcronyms(of: heading, to: &run)
            words.add([TermKind.key] + row.key, to: &run)
            if let number = normalNumber(row.number) { words.add([TermKind.number] + number, to: &run) }
            for term in facets { words.add(term, to: &run) }
        }
        run.endField()
        return measures
    }
}
