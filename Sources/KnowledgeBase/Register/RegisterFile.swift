import LegalText
package import YAMLReading

/// Reads `corpus/register.yaml`. Every key is optional; a key that is not known, or a value of the wrong form, is an error with
/// its place, and then nothing of the file is used.
package enum RegisterFile {
    package static let name = "register.yaml"

    package static func read(_ text: String, file: String = name) throws(FileError) -> Register {
        var register = Register()
        guard let root = try YAMLValue.root(of: text, file: file) else { return register }
        let fields = try root.fields(["title", "base_url", "languages", "parties", "documents"])
        if let title = fields["title"] { register.title = try title.text() }
        if let address = fields["base_url"] {
            let text = try address.text()
            register.baseURL = text.isEmpty || text.hasSuffix("/") ? text : text + "/"
        }
        if let languages = fields["languages"] { register.languages = try languages.texts() }
        for value in try fields["parties"]?.list() ?? [] { register.parties.append(try party(value)) }
        for entry in try fields["documents"]?.entries() ?? [] { register.documents[entry.name] = try document(entry.value) }
        try requireUniqueIds(fields["documents"])
        return register
    }

    /// A party is a name, or a mapping with a name.
    private static func party(_ value: YAMLValue) throws(FileError) -> Party {
        guard value.isMapping else { return Party(name: try value.text()) }
        let fields = try value.fields(["name", "aliases", "role"])
        guard let name = fields["name"] else { throw value.error(.missingKey("name")) }
        return Party(name: try name.text(), aliases: try fields["aliases"]?.texts() ?? [], role: try fields["role"]?.text())
    }

    private static let documentKeys = [
        "id", "title", "kind", "language", "uri", "signed", "effective", "expiry", "review", "work", "version", "amends", "supersedes",
        "parties",
    ]

    private static func document(_ value: YAMLValue) throws(FileError) -> Register.Entry {
        let fields = try value.fields(documentKeys)
        var entry = Register.Entry()
        if let id = fields["id"] {
            entry.id = try id.text()
            guard let text = entry.id, !text.isEmpty, Slug.make(text) == text else {
                throw id.mismatch(.syntax("lower-case letters, digits and hyphens"))
            }
        }
        entry.title = try fields["title"]?.text()
        entry.kind = try fields["kind"]?.choice(DocumentKind.self)
        entry.language = try fields["language"]?.text()
        entry.uri = try fields["uri"]?.text()
        entry.signed = try fields["signed"]?.date()
        entry.effective = try fields["effective"]?.date()
        entry.expiry = try fields["expiry"]?.date()
        entry.review = try fields["review"]?.date()
        entry.work = try fields["work"]?.text()
        entry.version = try fields["version"]?.date()
        entry.amends = try fields["amends"]?.texts() ?? []
        entry.supersedes = try fields["supersedes"]?.texts() ?? []
        entry.parties = try fields["parties"]?.texts() ?? []
        return entry
    }

    private static func requireUniqueIds(_ documents: YAMLValue?) throws(FileError) {
        var seen: Set<String> = []
        for entry in try documents?.entries() ?? [] {
            guard let id = try entry.value.fields(documentKeys)["id"] else { continue }
            guard seen.insert(try id.text()).inserted else { throw id.error(.duplicate(try id.text())) }
        }
    }
}

extension Register.Entry {
    /// Puts what the register states in the place of what the document says.
    func apply(to document: inout Document) {
        if let title { document.title = title }
        if let kind { document.kind = kind }
        if let language { document.language = language }
        if let uri { document.uri = uri }
        func stated(_ date: PartialDate) -> StatedDate { StatedDate(value: date, text: date.description) }
        if let signed { document.dates.signed = stated(signed) }
        if let effective { document.dates.effective = stated(effective) }
        if let expiry { document.dates.expiry = stated(expiry) }
        if let review { document.dates.review = stated(review) }
    }
}
