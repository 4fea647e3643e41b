import Foundation
package import KnowledgeBase
import LegalText

/// A document as schema.org Legislation, for the page's JSON-LD block and for `export jsonld`.
package struct LinkedData: Encodable {
    struct Thing: Encodable {
        var type: String
        var name: String

        enum CodingKeys: String, CodingKey {
            case type = "@type"
            case name
        }
    }

    struct Clause: Encodable {
        var type = "Legislation"
        var id: String
        var name: String

        enum CodingKeys: String, CodingKey {
            case type = "@type"
            case id = "@id"
            case name
        }
    }

    var context: String?
    var type = "Legislation"
    var id: String
    var name: String
    var legislationIdentifier: String
    var legislationType: String
    var inLanguage: String?
    var legislationDate: String?
    var temporalCoverage: String?
    var legislationPassedBy: [Thing]
    var legislationChanges: [Clause]
    var hasPart: [Clause]

    enum CodingKeys: String, CodingKey {
        case context = "@context"
        case type = "@type"
        case id = "@id"
        case name, legislationIdentifier, legislationType, inLanguage, legislationDate, temporalCoverage
        case legislationPassedBy, legislationChanges, hasPart
    }

    /// - Parameter address: of the document's page; clauses are its fragments.
    package init(_ base: KnowledgeBase, document index: Int, address: String, withContext: Bool = true) {
        let analyzed = base.documents[index]
        let document = analyzed.document
        let dates = document.dates
        context = withContext ? "https://schema.org" : nil
        id = address
        name = document.title.isEmpty ? document.id : document.title
        legislationIdentifier = document.uri ?? document.id
        legislationType = document.kind.rawValue
        inLanguage = document.language.isEmpty ? nil : document.language
        legislationDate = (analyzed.agreement.signed ?? dates.signed)?.value.description
        let start = (analyzed.agreement.effective ?? dates.effective)?.value.description
        var end = dates.expiry?.value.description
        if case .date(let stated)? = analyzed.agreement.expiry { end = stated.value.description }
        temporalCoverage = start == nil && end == nil ? nil : "\(start ?? "..")/\(end ?? "..")"
        let parties = analyzed.agreement.parties.isEmpty ? document.parties : analyzed.agreement.parties
        legislationPassedBy = parties.map { Thing(type: "Organization", name: $0.name) }
        legislationChanges = (base.entry(of: index)?.amends ?? []).map { Clause(id: $0, name: base.document($0)?.document.title ?? $0) }
        hasPart = document.provisions.filter(\.isClause).map { provision in
            let identifier = provision.identifier
            let words = [provision.number, provision.heading].filter { !$0.isEmpty }.joined(separator: " ")
            return Clause(id: address + "#" + identifier, name: words.isEmpty ? identifier : words)
        }
    }

    /// Compact, keys sorted; `<` never stands in it, so it is safe inside a script element.
    package func json() throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(self), as: UTF8.self).replacing("<", with: "\\u003C")
    }
}

enum LinkedDataExport {
    static func write(_ base: KnowledgeBase, _ documents: [Int], to sink: Export.Sink) throws {
        try sink("{\"@context\":\"https://schema.org\",\"@graph\":[\n")
        for (number, index) in documents.enumerated() {
            let id = base.documents[index].document.id
            let data = LinkedData(base, document: index, address: base.register.baseURL + "d/\(id)/", withContext: false)
            try sink(try data.json() + (number + 1 < documents.count ? ",\n" : "\n"))
        }
        try sink("]}\n")
    }
}
