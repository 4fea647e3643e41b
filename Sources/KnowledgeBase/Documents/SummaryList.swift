import Synchronization

/// The summaries of a base's documents, in the order of ids: stored forms one behind another, about a hundred bytes each, of which one is made
/// when it is asked for. As values each is three times as large, and its texts lie scattered among all that a build makes and frees.
package struct SummaryList: RandomAccessCollection, Sendable, Equatable {
    private var bytes: [UInt8] = []
    private var ends: [Int] = []
    private let last = LastSummary()

    package init() {}

    package init(_ summaries: some Sequence<DocumentSummary>) {
        for summary in summaries { append(summary) }
    }

    mutating func append(_ summary: DocumentSummary) {
        bytes += summary.storedForm
        ends.append(bytes.count)
    }

    package var startIndex: Int { 0 }
    package var endIndex: Int { ends.count }

    package subscript(index: Int) -> DocumentSummary {
        if let known = last.find(index) { return known }
        var reader = ByteReader(bytes, from: index == 0 ? 0 : ends[index - 1])
        // What `append` wrote can be read.
        guard let summary = try? reader.get(DocumentSummary.self) else { preconditionFailure("a summary is not as it was written") }
        last.keep(summary, index)
        return summary
    }

    package static func == (a: Self, b: Self) -> Bool { a.bytes == b.bytes && a.ends == b.ends }
}

/// The summary that was asked for last: a list of norms asks for its document's again and again.
private final class LastSummary: Sendable {
    private let known = Mutex<(index: Int, summary: DocumentSummary)?>(nil)

    func find(_ index: Int) -> DocumentSummary? { known.withLock { $0?.index == index ? $0?.summary : nil } }

    func keep(_ summary: DocumentSummary, _ index: Int) { known.withLock { $0 = (index, summary) } }
}
