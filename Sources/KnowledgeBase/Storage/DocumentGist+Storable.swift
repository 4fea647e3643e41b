import LegalText

extension DocumentGist: Storable {
    func write(to writer: inout ByteWriter) {
        writer.put(source)
        writer.put(kind)
        writer.put(parties)
        writer.put(signatories)
        writer.put(norms)
        writer.put(definitions)
        writer.put(uses)
        writer.put(links)
        writer.put(headings)
    }

    init(from reader: inout ByteReader) throws(StorageFault) {
        source = try reader.get()
        kind = try reader.get()
        parties = try reader.get()
        signatories = try reader.get()
        norms = try reader.get()
        definitions = try reader.get()
        uses = try reader.get()
        links = try reader.get()
        headings = try reader.get()
    }
}

extension DocumentGist.NamedNorm: Storable {
    func write(to writer: inout ByteWriter) {
        writer.put(number)
        writer.put(bearers)
        writer.put(counterparties)
    }

    init(from reader: inout ByteReader) throws(StorageFault) {
        self.init(number: try reader.get(), bearers: try reader.get(), counterparties: try reader.get())
    }
}

extension DocumentGist.Definition: Storable {
    func write(to writer: inout ByteWriter) {
        writer.put(clause)
        writer.put(term)
        writer.put(expansion)
        writer.put(isAcronym)
    }

    init(from reader: inout ByteReader) throws(StorageFault) {
        self.init(clause: try reader.get(), term: try reader.get(), expansion: try reader.get(), isAcronym: try reader.get())
    }
}

extension DocumentGist.Use: Storable {
    func write(to writer: inout ByteWriter) {
        writer.put(clause)
        writer.put(definition)
    }

    init(from reader: inout ByteReader) throws(StorageFault) {
        self.init(clause: try reader.get(), definition: try reader.get())
    }
}

extension DocumentGist.Link: Storable {
    func write(to writer: inout ByteWriter) {
        writer.put(clause)
        writer.put(resolved)
        writer.put(target)
        writer.put(isExternal)
    }

    init(from reader: inout ByteReader) throws(StorageFault) {
        self.init(clause: try reader.get(), resolved: try reader.get(), target: try reader.get(), isExternal: try reader.get())
    }
}

extension DocumentGist.Heading: Storable {
    func write(to writer: inout ByteWriter) {
        writer.put(provision)
        writer.put(text)
    }

    init(from reader: inout ByteReader) throws(StorageFault) {
        self.init(provision: try reader.get(), text: try reader.get())
    }
}
