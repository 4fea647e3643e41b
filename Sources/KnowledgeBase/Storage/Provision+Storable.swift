import LegalText

extension ProvisionType: Storable {}

extension Provision: Storable {
    func write(to writer: inout ByteWriter) {
        writer.put(type)
        writer.put(depth)
        writer.put(line)
        writer.put(label)
        writer.put(number)
        writer.put(heading)
        writer.put(text)
        writer.put(continuation)
        writer.put(eId)
        writer.put(wId)
        writer.put(aliases)
        writer.put(marks)
        writer.put(notes)
    }

    init(from reader: inout ByteReader) throws(StorageFault) {
        self.init(try reader.get(), depth: try reader.get(), line: try reader.get())
        label = try reader.get()
        number = try reader.get()
        heading = try reader.get()
        text = try reader.get()
        continuation = try reader.get()
        eId = try reader.get()
        wId = try reader.get()
        aliases = try reader.get()
        marks = try reader.get()
        notes = try reader.get()
    }
}

extension Mark: Storable {
    func write(to writer: inout ByteWriter) {
        switch kind {
        case .reference(let target):
            writer.put(0 as Int)
            writer.put(target)
        case .date(let date):
            writer.put(1 as Int)
            writer.put(date)
        case .definedTerm: writer.put(2 as Int)
        case .name: writer.put(3 as Int)
        case .emphasis: writer.put(4 as Int)
        }
        writer.put(range)
    }

    init(from reader: inout ByteReader) throws(StorageFault) {
        let kind: Kind
        switch try reader.get(Int.self) {
        case 0: kind = .reference(target: try reader.get())
        case 1: kind = .date(try reader.get())
        case 2: kind = .definedTerm
        case 3: kind = .name
        case 4: kind = .emphasis
        default: throw .corrupt
        }
        self.init(kind, try reader.get())
    }
}

extension Note: Storable {
    func write(to writer: inout ByteWriter) {
        writer.put(offset)
        writer.put(label)
        writer.put(text)
    }

    init(from reader: inout ByteReader) throws(StorageFault) {
        self.init(offset: try reader.get(), label: try reader.get(), text: try reader.get())
    }
}
