import KnowledgeBase
import LegalText

/// What a document is in the words of schema.org, as JSON-LD for machines that read pages.
struct LinkedData {
    let page: DocumentScope

    /// JSON in which no `<` stands: nothing in it can close the element it is in.
    func write() -> HTML {
        let document = page.document
        var fields: [(name: String, value: JSONText)] = [
            ("@context", "https://schema.org"),
            ("@type", "Legislation"),
            ("name", .string(page.site.title(of: page.index))),
            ("legislationIdentifier", .string(document.uri ?? document.id)),
            ("legislationType", .string(document.kind.rawValue)),
        ]
        if !document.language.isEmpty { fields.append(("inLanguage", .string(document.language))) }
        if let url = page.site.canonical(Links.documentPath(document.id)) { fields.append(("url", .string(url))) }
        if let date = (document.dates.signed ?? page.analyzed.agreement.signed)?.value {
            fields.append(("legislationDate", .string(date.description)))
        }
        if let date = (document.dates.effective ?? page.analyzed.agreement.effective)?.value {
            let end = DocumentTimes(page.analyzed).expiry?.value.description ?? ".."
            fields.append(("temporalCoverage", .string(date.description + "/" + end)))
        }
        if let version = page.site.base.entry(of: page.index)?.version {
            fields.append(("legislationDateVersion", .string(version.description)))
        }
        if let law = page.analyzed.agreement.governingLaw { fields.append(("legislationJurisdiction", .string(law.value))) }
        let parties = page.site.parties(of: page.index).map { party in
            JSONText.object([("@type", "Organization"), ("name", .string(party.name))])
        }
        if !parties.isEmpty { fields.append(("legislationResponsible", .array(parties))) }
        let changes = (page.site.base.entry(of: page.index)?.amends ?? []).compactMap { id in
            page.site.canonical(Links.documentPath(id)).map { JSONText.object([("@id", .string($0)), ("@type", "Legislation")]) }
        }
        if !changes.isEmpty { fields.append(("legislationChanges", .array(changes))) }
        return HTML(scriptData: JSONText.object(fields.sorted { $0.name < $1.name }).bytes)
    }
}
