package import LegalText

extension DocumentDigest {
    /// Of a document.
    init(_ analyzed: AnalyzedDocument) {
        let provisions = analyzed.document.provisions
        var items = ByteWriter()
        var lengths: [Int] = []
        func put(_ item: some Storable) {
            let start = items.bytes.count
            items.put(item)
            lengths.append(items.bytes.count - start)
        }
        for (index, provision) in provisions.enumerated() {
            put(
                Name(
                    anchor: analyzed.document.anchor(of: index), name: provision.number.isEmpty ? provision.heading : provision.number))
        }
        for norm in analyzed.norms {
            let text = provisions.indices.contains(norm.clause) ? provisions[norm.clause].text : ""
            put(
                NormLine(
                    clause: norm.clause, modality: norm.modality, strength: norm.strength, status: norm.status,
                    anchor: Citation(norm.id).provision ?? "", bearers: norm.bearers, quote: String(text[norm.quote]),
                    action: norm.action.text, recurrence: norm.recurrence?.text ?? "", deadline: norm.deadline?.text ?? ""))
        }
        for definition in analyzed.definitions { put(Meaning(clause: definition.clause, text: definition.meaning)) }
        var head = ByteWriter()
        let counts = [provisions.count, analyzed.norms.count, analyzed.definitions.count]
        for count in counts + lengths { head.put(UInt64(count)) }
        self.init(
            bytes: head.bytes + items.bytes, headLength: head.bytes.count, lengths: lengths, counts: (counts[0], counts[1], counts[2]))
    }
}

extension Document {
    /// Where links to a provision lead on its document's page: its identifier, or its place by count.
    package func anchor(of provision: Int) -> String {
        let identifier = provisions[provision].identifier
        return identifier.isEmpty ? "p-\(provision + 1)" : identifier
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
