/// Fingerprints of what the base holds: equal where and only where the stored forms are. What was made from it can be kept while they stay.
extension KnowledgeBase {
    /// Of one document by itself: its text and analysis, what people decided of it, its entry in the register, its tombstones.
    package func fingerprint(of document: Int) -> Fingerprint {
        var writer = ByteWriter()
        writer.put(raw: documents.fingerprint(document).bytes)
        writer.put(entry(of: document))
        writer.put(tombstones(of: summaries[document].id))
        return Fingerprint(writer.bytes)
    }

    /// Of all that belongs to no single document: the register, what is gone, the decisions that fit no text any more.
    package var commonFingerprint: Fingerprint {
        var writer = ByteWriter()
        writer.put(register)
        writer.put(tombstones)
        writer.put(reviews.outcomes)
        return Fingerprint(writer.bytes)
    }

    /// The tombstones of one document, which stand together because all are sorted.
    private func tombstones(of id: String) -> [Tombstone] {
        var (low, high) = (0, tombstones.count)
        while low < high {
            let middle = (low + high) / 2
            if tombstones[middle].document < id { low = middle + 1 } else { high = middle }
        }
        return Array(tombstones[low...].prefix { $0.document == id })
    }
}

extension ReviewBook.Outcome {
    package var fingerprint: Fingerprint { Fingerprint(storedForm) }
}

extension Register {
    package var fingerprint: Fingerprint { Fingerprint(storedForm) }
}
