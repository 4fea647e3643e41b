import Agreements
import LegalText
import References

extension AgreementFacts.Expiry: Storable {
    func write(to writer: inout ByteWriter) {
        switch self {
        case .date(let date):
            writer.put(true)
            writer.put(date)
        case .perpetual(let text):
            writer.put(false)
            writer.put(text)
        }
    }

    init(from reader: inout ByteReader) throws(StorageFault) {
        self = try reader.get(Bool.self) ? .date(try reader.get()) : .perpetual(try reader.get())
    }
}

extension AgreementFacts.StatedPeriod: Storable {
    func write(to writer: inout ByteWriter) {
        writer.put(value)
        writer.put(text)
        writer.put(provision)
    }

    init(from reader: inout ByteReader) throws(StorageFault) {
        self.init(value: try reader.get(), text: try reader.get(), provision: try reader.get())
    }
}

extension AgreementFacts.StatedText: Storable {
    func write(to writer: inout ByteWriter) {
        writer.put(value)
        writer.put(text)
        writer.put(provision)
    }

    init(from reader: inout ByteReader) throws(StorageFault) {
        self.init(value: try reader.get(), text: try reader.get(), provision: try reader.get())
    }
}

extension AgreementFacts.ClauseType: Storable {
    func write(to writer: inout ByteWriter) {
        writer.put(type)
        writer.put(provision)
    }

    init(from reader: inout ByteReader) throws(StorageFault) {
        self.init(type: try reader.get(), provision: try reader.get())
    }
}

extension AgreementFacts: Storable {
    func write(to writer: inout ByteWriter) {
        writer.put(parties)
        writer.put(signatories)
        writer.put(signed)
        writer.put(effective)
        writer.put(expiry)
        writer.put(renewal)
        writer.put(notice)
        writer.put(governingLaw)
        writer.put(clauseTypes)
    }

    init(from reader: inout ByteReader) throws(StorageFault) {
        self.init()
        parties = try reader.get()
        signatories = try reader.get()
        signed = try reader.get()
        effective = try reader.get()
        expiry = try reader.get()
        renewal = try reader.get()
        notice = try reader.get()
        governingLaw = try reader.get()
        clauseTypes = try reader.get()
    }
}

extension Definition.Kind: Storable {}

extension Definition: Storable {
    func write(to writer: inout ByteWriter) {
        writer.put(clause)
        writer.put(term)
        writer.put(range)
        writer.put(meaning)
        writer.put(kind)
    }

    init(from reader: inout ByteReader) throws(StorageFault) {
        self.init(
            clause: try reader.get(), term: try reader.get(), range: try reader.get(), meaning: try reader.get(), kind: try reader.get())
    }
}

extension TermUse: Storable {
    func write(to writer: inout ByteWriter) {
        writer.put(clause)
        writer.put(range)
        writer.put(definition)
    }

    init(from reader: inout ByteReader) throws(StorageFault) {
        self.init(clause: try reader.get(), range: try reader.get(), definition: try reader.get())
    }
}

extension Reference.Scope: Storable {}

extension Reference: Storable {
    func write(to writer: inout ByteWriter) {
        writer.put(clause)
        writer.put(range)
        writer.put(text)
        writer.put(target)
        writer.put(scope)
        writer.put(work)
        writer.put(link)
        writer.put(isAside)
        writer.put(resolved)
    }

    init(from reader: inout ByteReader) throws(StorageFault) {
        self.init(
            clause: try reader.get(), range: try reader.get(), text: try reader.get(), target: try reader.get(), scope: try reader.get())
        work = try reader.get()
        link = try reader.get()
        isAside = try reader.get()
        resolved = try reader.get()
    }
}

extension AnalyzedDocument: Storable {
    func write(to writer: inout ByteWriter) {
        writer.put(document)
        writer.put(agreement)
        writer.put(norms)
        writer.put(statements)
        writer.put(references)
        writer.put(definitions)
        writer.put(termUses)
    }

    init(from reader: inout ByteReader) throws(StorageFault) {
        self.init(
            document: try reader.get(), agreement: try reader.get(), norms: try reader.get(), statements: try reader.get(),
            references: try reader.get(), definitions: try reader.get(), termUses: try reader.get())
    }
}
