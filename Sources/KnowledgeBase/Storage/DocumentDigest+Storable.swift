extension DocumentDigest: Storable {
    func write(to writer: inout ByteWriter) {
        writer.put(id)
        writer.put(title)
        writer.put(language)
        writer.put(names)
        writer.put(norms)
        writer.put(meanings)
    }

    init(from reader: inout ByteReader) throws(StorageFault) {
        id = try reader.get()
        title = try reader.get()
        language = try reader.get()
        names = try reader.get()
        norms = try reader.get()
        meanings = try reader.get()
    }
}

extension DocumentDigest.Name: Storable {
    func write(to writer: inout ByteWriter) {
        writer.put(anchor)
        writer.put(name)
    }

    init(from reader: inout ByteReader) throws(StorageFault) {
        self.init(anchor: try reader.get(), name: try reader.get())
    }
}

extension DocumentDigest.NormLine: Storable {
    func write(to writer: inout ByteWriter) {
        writer.put(clause)
        writer.put(modality)
        writer.put(strength)
        writer.put(status)
        writer.put(anchor)
        writer.put(bearers)
        writer.put(quote)
        writer.put(action)
        writer.put(recurrence)
        writer.put(deadline)
    }

    init(from reader: inout ByteReader) throws(StorageFault) {
        self.init(
            clause: try reader.get(), modality: try reader.get(), strength: try reader.get(), status: try reader.get(),
            anchor: try reader.get(), bearers: try reader.get(), quote: try reader.get(), action: try reader.get(),
            recurrence: try reader.get(), deadline: try reader.get())
    }
}

extension DocumentDigest.Meaning: Storable {
    func write(to writer: inout ByteWriter) {
        writer.put(clause)
        writer.put(text)
    }

    init(from reader: inout ByteReader) throws(StorageFault) {
        self.init(clause: try reader.get(), text: try reader.get())
    }
}
