import Calendar
import LegalText

/// A line near a document's head that says when it was made, and nothing else: "Published 17 March 2025", "Fait à Lille, le 3 avril 2025".
enum DateLine {
    /// Fills in what the line says, where nothing has said it yet. A date inside a sentence is never taken.
    static func read(into document: inout Document) {
        for (index, provision) in document.provisions.prefix(6).enumerated() {
            let text = provision.text
            guard text.utf8.count <= 60, let date = TimeExpressions.dates(in: text).first else { continue }
            let words = text.split(whereSeparator: { !$0.isLetter }).map { $0.lowercased() }
            let isBare = date.range.count * 10 >= text.utf8.count * 9
            guard let first = words.first, isBare || date.range.end + 1 >= text.utf8.count else { continue }
            let stated = StatedDate(value: date.value, text: String(text[date.range]), provision: index)
            if beginnings.effective.contains(first) {
                if document.dates.effective == nil { document.dates.effective = stated }
            } else if isBare || beginnings.made.contains(first) {
                if document.dates.signed == nil { document.dates.signed = stated }
            }
        }
    }

    private static let beginnings = (
        made: Set(["published", "issued", "dated", "date", "posted", "announced", "made", "done", "signed", "fait", "publié", "signé"]),
        effective: Set(["effective", "applicable"])
    )
}
