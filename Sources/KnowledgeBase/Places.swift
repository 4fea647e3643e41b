/// Where something stands in a `KnowledgeBase`: indices into its documents, and into the lists of one of them. Tables hold as many of these as
/// a corpus has norms and references, so both stand in eight bytes.

package struct ClausePlace: Hashable, Sendable, Comparable {
    private var place: PackedPlace

    package init(document: Int, provision: Int) { place = PackedPlace(document, provision) }

    package var document: Int { place.document }
    package var provision: Int { place.item }

    package static func < (a: Self, b: Self) -> Bool { a.place < b.place }
}

package struct NormPlace: Hashable, Sendable, Comparable {
    private var place: PackedPlace

    package init(document: Int, norm: Int) { place = PackedPlace(document, norm) }

    package var document: Int { place.document }
    package var norm: Int { place.item }

    package static func < (a: Self, b: Self) -> Bool { a.place < b.place }
}

package struct ReferencePlace: Hashable, Sendable, Comparable {
    private var place: PackedPlace

    package init(document: Int, reference: Int) { place = PackedPlace(document, reference) }

    package var document: Int { place.document }
    package var reference: Int { place.item }

    package static func < (a: Self, b: Self) -> Bool { a.place < b.place }
}

/// Two indices, neither of which comes near 2^31: a document's file would be larger than can be read.
private struct PackedPlace: Hashable, Sendable, Comparable {
    private var documentBits: Int32
    private var itemBits: Int32

    init(_ document: Int, _ item: Int) {
        documentBits = Int32(clamping: document)
        itemBits = Int32(clamping: item)
    }

    var document: Int { Int(documentBits) }
    var item: Int { Int(itemBits) }

    static func < (a: Self, b: Self) -> Bool { (a.documentBits, a.itemBits) < (b.documentBits, b.itemBits) }
}
