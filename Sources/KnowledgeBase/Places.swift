/// Where something stands in a `KnowledgeBase`: indices into its documents, and into the lists of one of them.

package struct ClausePlace: Hashable, Sendable, Comparable {
    package var document: Int
    package var provision: Int

    package init(document: Int, provision: Int) {
        self.document = document
        self.provision = provision
    }

    package static func < (a: Self, b: Self) -> Bool { (a.document, a.provision) < (b.document, b.provision) }
}

package struct NormPlace: Hashable, Sendable, Comparable {
    package var document: Int
    package var norm: Int

    package init(document: Int, norm: Int) {
        self.document = document
        self.norm = norm
    }

    package static func < (a: Self, b: Self) -> Bool { (a.document, a.norm) < (b.document, b.norm) }
}

package struct ReferencePlace: Hashable, Sendable, Comparable {
    package var document: Int
    package var reference: Int

    package init(document: Int, reference: Int) {
        self.document = document
        self.reference = reference
    }

    package static func < (a: Self, b: Self) -> Bool { (a.document, a.reference) < (b.document, b.reference) }
}
