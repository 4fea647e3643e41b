import Foundation
import LegalText
import SearchIndex

/// Which documents stand together in the index, and what their records are made from.
///
/// Groups end where a document's name says so, not by counting, so that a document more or less changes the group it stands in and no other.
extension KnowledgeBase {
    /// One name in so many ends a group.
    private static let groupSize: UInt64 = 128
    /// At so many bytes of documents a group ends, whatever the name.
    private static let mostGroupBytes = 4 << 20

    /// - Parameter program: of the program that makes the records.
    func indexGroups(program: String) -> [IndexGroup] {
        var groups: [IndexGroup] = []
        var (start, bytes) = (0, 0)
        var writer = ByteWriter()
        for document in documents.indices {
            if start == document { writer.put(program) }
            writer.put(raw: recordPrint(of: document).bytes)
            bytes += documents.length(document)
            let isEnd = Fingerprint(summaries[document].id).value % Self.groupSize == 0 || bytes >= Self.mostGroupBytes
            guard isEnd || document + 1 == documents.endIndex else { continue }
            groups.append(IndexGroup(print: Fingerprint(writer.bytes).value, documents: start..<(document + 1)))
            (start, bytes, writer) = (document + 1, 0, ByteWriter())
        }
        return groups
    }

    /// Of all that a document's records are made from (`searchRecords`).
    package func recordPrint(of document: Int) -> Fingerprint {
        var writer = ByteWriter()
        writer.put(summaries[document].id)
        writer.put(title(of: document))
        writer.put(raw: documents.fingerprint(document).bytes)
        writer.put(entry(of: document))
        writer.put(raw: directory.faces(of: document).bytes)
        // The dates on which something falls due end where another text takes this one's place.
        for other in relations(of: document).supersededBy + expressions(ofDocument: document) where other != document {
            writer.put(other < document)
            writer.put(raw: documents.fingerprint(other).bytes)
            writer.put(entry(of: other))
        }
        return Fingerprint(writer.bytes)
    }
}
