/// A heading, wherever it stands: many documents call the same thing by the same words.
package struct HeadingRecord: Sendable {
    /// As it is first printed.
    package var text: String
    /// The first provisions that bear it, in the order of the base.
    package var places: [ClausePlace]
    package var count: Int

    /// How many places are kept.
    package static let most = 12
}

/// Gathers the headings of documents that come one after another.
struct HeadingGathering: Sendable {
    private var records: [HeadingRecord] = []
    private var index: [String: Int] = [:]

    mutating func add(_ gist: DocumentGist, number document: Int) {
        for heading in gist.headings {
            let key = heading.text.lowercased()
            let record = index[key] ?? records.count
            if record == records.count {
                records.append(HeadingRecord(text: heading.text, places: [], count: 0))
                index[key] = record
            }
            records[record].count += 1
            if records[record].places.count < HeadingRecord.most {
                records[record].places.append(ClausePlace(document: document, provision: heading.provision))
            }
        }
    }

    /// By text, case aside.
    func sorted() -> [HeadingRecord] {
        index.sorted { $0.key < $1.key }.map { records[$0.value] }
    }
}
