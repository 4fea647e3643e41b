import LegalText

extension TextRange: Storable {
    func write(to writer: inout ByteWriter) {
        writer.put(start)
        writer.put(end)
    }

    init(from reader: inout ByteReader) throws(StorageFault) {
        self.init(try reader.get(), try reader.get())
    }
}

extension PartialDate: Storable {
    func write(to writer: inout ByteWriter) {
        writer.put(year)
        writer.put(month)
        writer.put(day)
    }

    init(from reader: inout ByteReader) throws(StorageFault) {
        self.init(year: try reader.get(), month: try reader.get(), day: try reader.get())
    }
}

extension Period: Storable {
    func write(to writer: inout ByteWriter) {
        writer.put(count)
        writer.put(unit)
    }

    init(from reader: inout ByteReader) throws(StorageFault) {
        self.init(try reader.get(), try reader.get())
    }
}

extension Period.Unit: Storable {}

extension StatedDate: Storable {
    func write(to writer: inout ByteWriter) {
        writer.put(value)
        writer.put(text)
        writer.put(provision)
        writer.put(arithmetic)
    }

    init(from reader: inout ByteReader) throws(StorageFault) {
        self.init(value: try reader.get(), text: try reader.get(), provision: try reader.get(), arithmetic: try reader.get())
    }
}

extension DocumentDates: Storable {
    func write(to writer: inout ByteWriter) {
        writer.put(signed)
        writer.put(effective)
        writer.put(expiry)
        writer.put(review)
    }

    init(from reader: inout ByteReader) throws(StorageFault) {
        self.init()
        signed = try reader.get()
        effective = try reader.get()
        expiry = try reader.get()
        review = try reader.get()
    }
}

extension Party: Storable {
    func write(to writer: inout ByteWriter) {
        writer.put(name)
        writer.put(aliases)
        writer.put(role)
    }

    init(from reader: inout ByteReader) throws(StorageFault) {
        self.init(name: try reader.get(), aliases: try reader.get(), role: try reader.get())
    }
}

extension Signatory: Storable {
    func write(to writer: inout ByteWriter) {
        writer.put(name)
        writer.put(role)
        writer.put(party)
        writer.put(date)
    }

    init(from reader: inout ByteReader) throws(StorageFault) {
        self.init(name: try reader.get(), role: try reader.get(), party: try reader.get(), date: try reader.get())
    }
}

extension DocumentKind: Storable {}
extension Diagnostic.Kind: Storable {}
extension Diagnostic.Severity: Storable {}

extension Diagnostic: Storable {
    func write(to writer: inout ByteWriter) {
        writer.put(kind)
        writer.put(severity)
        writer.put(detail)
        writer.put(line)
        writer.put(column)
    }

    init(from reader: inout ByteReader) throws(StorageFault) {
        self.init(try reader.get(), try reader.get(), detail: try reader.get(), line: try reader.get(), column: try reader.get())
    }
}

extension Document: Storable {
    func write(to writer: inout ByteWriter) {
        writer.put(id)
        writer.put(title)
        writer.put(kind)
        writer.put(language)
        writer.put(source)
        writer.put(format)
        writer.put(uri)
        writer.put(aliases)
        writer.put(dates)
        writer.put(parties)
        writer.put(signatories)
        writer.put(provisions)
        writer.put(diagnostics)
    }

    init(from reader: inout ByteReader) throws(StorageFault) {
        self.init()
        id = try reader.get()
        title = try reader.get()
        kind = try reader.get()
        language = try reader.get()
        source = try reader.get()
        format = try reader.get()
        uri = try reader.get()
        aliases = try reader.get()
        dates = try reader.get()
        parties = try reader.get()
        signatories = try reader.get()
        provisions = try reader.get()
        diagnostics = try reader.get()
    }
}

/// What a document is called: the beginning of its stored form, which is read without the rest.
struct DocumentNames: Sendable {
    var id: String
    var title: String
    var source: String
    var uri: String?
    var aliases: [String]

    init(id: String, title: String, source: String, uri: String?, aliases: [String]) {
        self.id = id
        self.title = title
        self.source = source
        self.uri = uri
        self.aliases = aliases
    }

    init(_ document: Document) {
        id = document.id
        title = document.title
        source = document.source
        uri = document.uri
        aliases = document.aliases
    }
}

extension DocumentNames {
    init(from reader: inout ByteReader) throws(StorageFault) {
        id = try reader.get()
        title = try reader.get()
        _ = try reader.get(DocumentKind.self)
        _ = try reader.get(String.self)
        source = try reader.get()
        _ = try reader.get(String.self)
        uri = try reader.get()
        aliases = try reader.get()
    }
}

extension Citation: Storable {
    func write(to writer: inout ByteWriter) {
        writer.put(document)
        writer.put(provision)
    }

    init(from reader: inout ByteReader) throws(StorageFault) {
        self.init(document: try reader.get(), provision: try reader.get())
    }
}
