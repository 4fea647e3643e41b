/// A value with a compact stored form. Fields are written in order, without names: a stored base is read by the program that wrote
/// it, or built again.
protocol Storable {
    func write(to writer: inout ByteWriter)
    init(from reader: inout ByteReader) throws(StorageFault)
}

extension Storable {
    /// The bytes of this value by itself.
    var storedForm: [UInt8] {
        var writer = ByteWriter()
        writer.put(self)
        return writer.bytes
    }
}

extension Int: Storable {
    /// Zigzag, so that small negatives stay small.
    func write(to writer: inout ByteWriter) { writer.put(UInt64(bitPattern: Int64((self << 1) ^ (self >> 63)))) }

    init(from reader: inout ByteReader) throws(StorageFault) {
        let number = try reader.number()
        self = Int(Int64(bitPattern: number >> 1) ^ -Int64(number & 1))
    }
}

extension Bool: Storable {
    func write(to writer: inout ByteWriter) { writer.put(self ? 1 as UInt64 : 0) }
    init(from reader: inout ByteReader) throws(StorageFault) { self = try reader.number() == 1 }
}

extension Double: Storable {
    func write(to writer: inout ByteWriter) { writer.put(bitPattern) }
    init(from reader: inout ByteReader) throws(StorageFault) { self = Double(bitPattern: try reader.number()) }
}

extension String: Storable {
    func write(to writer: inout ByteWriter) {
        writer.put(UInt64(utf8.count))
        writer.put(raw: utf8)
    }

    init(from reader: inout ByteReader) throws(StorageFault) {
        self = String(decoding: try reader.raw(try reader.count()), as: UTF8.self)
    }
}

extension Optional: Storable where Wrapped: Storable {
    func write(to writer: inout ByteWriter) {
        writer.put(self != nil)
        if let self { writer.put(self) }
    }

    init(from reader: inout ByteReader) throws(StorageFault) {
        self = try reader.get(Bool.self) ? .some(try reader.get(Wrapped.self)) : .none
    }
}

extension Array: Storable where Element: Storable {
    func write(to writer: inout ByteWriter) {
        writer.put(UInt64(count))
        for element in self { writer.put(element) }
    }

    init(from reader: inout ByteReader) throws(StorageFault) {
        let count = try reader.count()
        self = []
        reserveCapacity(Swift.min(count, 4096))
        for _ in 0..<count { append(try reader.get(Element.self)) }
    }
}

/// Enumerations are stored by name ...
extension Storable where Self: RawRepresentable<String> {
    func write(to writer: inout ByteWriter) { writer.put(rawValue) }

    init(from reader: inout ByteReader) throws(StorageFault) {
        guard let value = Self(rawValue: try reader.get(String.self)) else { throw .corrupt }
        self = value
    }
}

/// ... and where they have a list of cases by their place in it.
extension Storable where Self: RawRepresentable<String> & CaseIterable & Equatable, AllCases == [Self] {
    func write(to writer: inout ByteWriter) { writer.put(UInt64(Self.allCases.firstIndex(of: self) ?? 0)) }

    init(from reader: inout ByteReader) throws(StorageFault) {
        let number = try reader.number()
        guard number < UInt64(Self.allCases.count) else { throw .corrupt }
        self = Self.allCases[Int(number)]
    }
}
