import Foundation
import KnowledgeBase
import LegalText

/// What a document is in the words of schema.org, as JSON-LD for machines that read pages.
struct LinkedData {
    let page: DocumentScope

    /// JSON in which no `<` stands: nothing in it can close the element it is in.
    func write() -> HTML {
        let document = page.document
        var fields: [String: any Sendable] = [
            "@context": "https://schema.org",
            "@type": "Legislation",
            "name": page.site.title(of: document),
            "legislationIdentifier": document.uri ?? document.id,
            "legislationType": document.kind.rawValue,
        ]
        if !document.language.isEmpty { fields["inLanguage"] = document.language }
        if let url = page.site.canonical(Links.documentPath(document.id)) { fields["url"] = url }
        if let date = (document.dates.signed ?? page.analyzed.agreement.signed)?.value { fields["legislationDate"] = date.description }
        if let date = (document.dates.effective ?? page.analyzed.agreement.effective)?.value {
            fields["temporalCoverage"] = date.description + "/.."
        }
        let parties = page.site.parties(of: page.index).map(\.name)
        if !parties.isEmpty { fields["legislationResponsible"] = parties.map { ["@type": "Organization", "name": $0] } }
        let changes = (page.site.base.entry(of: page.index)?.amends ?? []).compactMap { id in
            page.site.canonical(Links.documentPath(id)).map { ["@type": "Legislation", "@id": $0] }
        }
        if !changes.isEmpty { fields["legislationChanges"] = changes }
        let json = (try? JSONSerialization.data(withJSONObject: fields, options: [.sortedKeys, .withoutEscapingSlashes])) ?? Data()
        return HTML(scriptData: Escape.visible(String(decoding: json, as: UTF8.self)).utf8)
    }
}
