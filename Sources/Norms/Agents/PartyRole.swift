/// The roles in which parties meet in contracts: which words name the same side, and which side is across the table.
struct PartyRole {
    /// Words for one side and for the other.
    private static let tables: [(one: Set<String>, other: Set<String>)] = [
        (
            ["landlord", "lessor", "sublessor", "sublandlord", "owner"],
            ["tenant", "lessee", "sublessee", "subtenant", "renter", "resident", "occupant"]
        ),
        (
            ["employer", "company", "corporation", "firm", "bank"],
            ["employee", "executive", "worker", "director", "officer", "consultant", "you"]
        ),
        (
            ["seller", "vendor", "supplier", "manufacturer", "provider"],
            ["buyer", "purchaser", "customer", "client", "reseller", "distributor"]
        ),
        (["licensor", "sublicensor"], ["licensee", "sublicensee", "user", "subscriber"]),
        (["lender", "bank", "creditor", "mortgagee"], ["borrower", "debtor", "mortgagor", "guarantor"]),
        (["franchisor"], ["franchisee"]),
        (["contractor", "consultant", "provider", "agency", "subcontractor"], ["client", "customer", "owner", "company"]),
        (["assignor", "transferor", "grantor", "discloser"], ["assignee", "transferee", "grantee", "recipient"]),
        (["grantor", "pledgor", "obligor"], ["lender", "pledgee", "grantee", "obligee"]),
        (["principal"], ["agent", "representative"]),
        (["insurer", "underwriter"], ["insured", "policyholder"]),
        (["carrier", "transporter"], ["shipper", "consignor"]),
        (["issuer", "corporation"], ["trustee", "holder", "investor", "shareholder", "stockholder"]),
        (["manufacturer", "supplier"], ["distributor", "dealer", "reseller"]),
        (["optionor"], ["optionee"]),
        (["indemnitor"], ["indemnitee"]),
        (["service", "we", "us"], ["you", "member", "user", "customer", "subscriber"]),
    ]

    private static let speakers: Set<String> = ["we", "us", "our"]
    private static let addressed: Set<String> = ["you", "your"]
    private static let speakingSides: Set<String> = [
        "landlord", "lessor", "owner", "employer", "company", "provider", "supplier", "seller", "licensor", "lender", "bank", "franchisor",
    ]
    private static let shared: Set<String> = ["party", "parties", "partner", "partners", "both", "either", "neither", "each"]

    /// The role asked about: "[tenant]", "Tenant", "Acme Ltd".
    let words: [String]
    private var same: Set<String>
    private var opposite: Set<String>

    init(_ agent: String) {
        words = Self.words(of: agent)
        let head = words.last ?? ""
        same = [head]
        opposite = []
        for table in Self.tables {
            // A word that stands on several tables ("owner", "company") lends its synonyms only where it is the side's own name.
            if table.one.contains(head) {
                opposite.formUnion(table.other)
                if head == Self.name(of: table.one) || same.count == 1 { same.formUnion(table.one) }
            } else if table.other.contains(head) {
                opposite.formUnion(table.one)
                same.formUnion(table.other)
            }
        }
        opposite.subtract(same)
    }

    private static func name(of side: Set<String>) -> String {
        ["landlord", "employer", "seller", "licensor", "lender", "contractor"].first(where: side.contains) ?? ""
    }

    /// Its name has several words: "limited partner".
    var isCompound: Bool { words.count > 1 }

    enum Match { case same, shared, opposite, unknown }

    /// The same without its synonyms: where a text names the Customer, its Reseller is somebody else.
    func alone() -> PartyRole {
        var role = self
        role.same = words.last.map { [$0] } ?? []
        return role
    }

    func isOwnName(_ name: String) -> Bool { Self.words(of: name).last.map { $0 == words.last } ?? false }

    /// How a party, as printed, stands to the role.
    func match(_ party: String) -> Match {
        let named = Self.words(of: party)
        guard let head = named.last else { return .unknown }
        if named == words || words.count > 1 && named.count > 1 && named.suffix(2) == words.suffix(2) { return .same }
        // "General Partner" and "Limited Partner" sit across the table.
        if words.count > 1, named.count > 1, words.last == head, !Self.shared.contains(named[0]) { return .opposite }
        if named.contains(where: { Self.shared.contains($0) }), !named.contains("third"), !named.contains("other") { return .shared }
        // "the other occupants" are not the one asked about.
        if named.count > 1, named[0] == "other" { return .unknown }
        if Self.addressed.contains(head) { return words.contains(where: Self.speakingSides.contains) ? .opposite : .same }
        if Self.speakers.contains(head) { return words.contains(where: Self.speakingSides.contains) ? .same : .opposite }
        if words.last == head { return .same }
        if words.count > 1, named == [words[0]] { return .same }
        if same.contains(head) { return .same }
        return opposite.contains(head) ? .opposite : .unknown
    }

    /// Lower-cased, in the singular, without articles and brackets; of "X of Y" the X.
    private static func words(of name: String) -> [String] {
        var words: [String] = []
        var word: [UInt8] = []
        func close() {
            defer { word = [] }
            guard !word.isEmpty else { return }
            let text = String(decoding: word, as: UTF8.self)
            if ["the", "a", "an", "such", "any", "no", "said", "all", "every"].contains(text) { return }
            words.append(text.count > 4 && text.hasSuffix("s") && !text.hasSuffix("ss") ? String(text.dropLast()) : text)
        }
        for byte in name.utf8 {
            if byte >= 0x41 && byte <= 0x5A {
                word.append(byte | 0x20)
            } else if byte >= 0x61 && byte <= 0x7A || byte >= 0x80 || byte >= 0x30 && byte <= 0x39 {
                word.append(byte)
            } else {
                close()
            }
        }
        close()
        if let of = words.firstIndex(of: "of"), of > 0 { words = Array(words[..<of]) }
        if words.last == "party" || words == ["partie"] { words = words.map { $0 == "partie" ? "party" : $0 } }
        return words.map { $0 == "partie" ? "party" : $0 }
    }
}
