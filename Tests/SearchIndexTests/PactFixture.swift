import SearchCore
import SearchIndex

/// Two small documents in the manner of a membership policy and an alliance.
enum PactFixture {
    static let policy: [(number: String, heading: String, text: String, facets: [Facet])] = [
        ("", "About", "The service tracks outreach for each HEP that subscribes. Approaches differ between regions.", []),
        ("", "Membership", "Does the provider also need a membership? Both the partnership and each HEP need separate memberships.", []),
        (
            "", "Access", "Where a partner HEP is not a PACT member, the partnership may not give it access to data or reporting.",
            [Facet("party", "Partnership"), Facet("modality", "prohibition"), Facet("strength", "binding")]
        ),
        (
            "", "Sharing",
            "Activity done with another HEP must be shared with that HEP. It should keep its own subscription to share it on.",
            [Facet("party", "Partnership"), Facet("modality", "obligation")]
        ),
        ("", "Non-members", "A non-member sees no dashboards. The NHS-U pilot was the exception, as R&D staff knew.", []),
        ("", "Plans", "Evaluation feeds the Access and Participation Plans (APPs). An APP names its targets.", [Facet("due", "2026-09")]),
        ("12(3)(a)", "Notice", "Notice of sixty days ends the naïve arrangement of section 4.", [Facet("due", "2027-01-31")]),
        ("12(3)(b)", "Notice", "Notice under this point is given in writing.", [Facet("due", "2027-06")]),
    ]

    static let alliance: [(number: String, heading: String, text: String, facets: [Facet])] = [
        (
            "4(8)(b)", "Implementation", "The two bodies will review the alliance every three years.",
            [Facet("party", "Health Board"), Facet("due", "2028")]
        ),
        ("12(3)(a)", "Working together", "Senior staff will meet three times a year. Data is not discussed. Sharing of rooms is.", []),
        ("5", "Principles", "Data are open. Each body pursues the sharing of good practice.", [Facet("party", "Health Board")]),
    ]

    static func records(_ id: String, _ rows: [(number: String, heading: String, text: String, facets: [Facet])]) -> [Record] {
        rows.enumerated().map { place, row in
            var sentences: [Int] = [0]
            var before: UInt8 = 0
            for (at, byte) in row.text.utf8.enumerated() {
                if before == 0x2E || before == 0x3F, byte == 0x20 { sentences.append(at + 1) }
                before = byte
            }
            return Record(
                key: "\(id)#para_\(place + 1)", heading: row.heading, text: row.text, sentences: sentences, number: row.number,
                facets: row.facets,
                stored: [UInt8(place)])
        }
    }

    static func publish(in index: TemporaryIndex) throws -> IndexReader {
        try index.writer.replace(document: "pact-policy", title: "PACT membership policy", records: records("pact-policy", policy))
        try index.writer.replace(
            document: "strategic-alliance", title: "Strategic alliance", records: records("strategic-alliance", alliance))
        try index.writer.publish()
        return try IndexReader(directory: index.directory)
    }
}
