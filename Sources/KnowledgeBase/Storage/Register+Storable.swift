import LegalText

extension Tombstone: Storable {
    func write(to writer: inout ByteWriter) {
        writer.put(document)
        writer.put(wId)
        writer.put(successor)
    }

    init(from reader: inout ByteReader) throws(StorageFault) {
        self.init(document: try reader.get(), wId: try reader.get(), successor: try reader.get())
    }
}

extension Register.Entry: Storable {
    func write(to writer: inout ByteWriter) {
        writer.put(id)
        writer.put(title)
        writer.put(kind)
        writer.put(language)
        writer.put(uri)
        writer.put(signed)
        writer.put(effective)
        writer.put(expiry)
        writer.put(review)
        writer.put(work)
        writer.put(version)
        writer.put(amends)
        writer.put(supersedes)
        writer.put(parties)
    }

    init(from reader: inout ByteReader) throws(StorageFault) {
        self.init()
        id = try reader.get()
        title = try reader.get()
        kind = try reader.get()
        language = try reader.get()
        uri = try reader.get()
        signed = try reader.get()
        effective = try reader.get()
        expiry = try reader.get()
        review = try reader.get()
        work = try reader.get()
        version = try reader.get()
        amends = try reader.get()
        supersedes = try reader.get()
        parties = try reader.get()
    }
}

extension Register: Storable {
    func write(to writer: inout ByteWriter) {
        writer.put(title)
        writer.put(baseURL)
        writer.put(languages)
        writer.put(parties)
        writer.put(documents.keys.sorted())
        for key in documents.keys.sorted() { writer.put(documents[key] ?? Entry()) }
    }

    init(from reader: inout ByteReader) throws(StorageFault) {
        self.init()
        title = try reader.get()
        baseURL = try reader.get()
        languages = try reader.get()
        parties = try reader.get()
        for key in try reader.get([String].self) { documents[key] = try reader.get(Entry.self) }
    }
}
