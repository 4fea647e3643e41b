import Interchange

/// A value that writes itself as JSON. `JSONEncoder`, which other answers go through, writes the same of it.
protocol JSONWritable: Encodable {
    func write(to json: inout JSONText)
}

/// An object that names its fields once, for both ways: straight into bytes, or through `JSONEncoder` inside an answer that is only `Encodable`.
protocol JSONObject: JSONWritable {
    /// Hands over each field that has a value, in the order of the names' bytes.
    func fields(to sink: inout some FieldSink)
}

/// What takes the fields of an object.
protocol FieldSink {
    mutating func field(_ name: StaticString, _ value: some JSONWritable)
}

extension FieldSink {
    /// No field without a value.
    mutating func field(_ name: StaticString, _ value: (some JSONWritable)?) {
        if let value { field(name, value) }
    }
}

extension JSONText: FieldSink {
    mutating func field(_ name: StaticString, _ value: some JSONWritable) {
        key(name)
        value.write(to: &self)
    }
}

extension JSONObject {
    func write(to json: inout JSONText) {
        json.beginObject()
        fields(to: &json)
        json.endObject()
    }

    func encode(to encoder: any Encoder) throws {
        var sink = EncoderSink(container: encoder.container(keyedBy: EncoderSink.Name.self))
        fields(to: &sink)
        if let failure = sink.failure { throw failure }
    }
}

private struct EncoderSink: FieldSink {
    struct Name: CodingKey {
        var stringValue: String
        var intValue: Int? { nil }

        init(stringValue: String) { self.stringValue = stringValue }
        init?(intValue: Int) { nil }
    }

    var container: KeyedEncodingContainer<Name>
    var failure: (any Error)?

    mutating func field(_ name: StaticString, _ value: some JSONWritable) {
        guard failure == nil else { return }
        do { try container.encode(value, forKey: Name(stringValue: name.description)) } catch { failure = error }
    }
}

extension String: JSONWritable {
    func write(to json: inout JSONText) { json.string(self) }
}

extension Int: JSONWritable {
    func write(to json: inout JSONText) { json.number(self) }
}

extension Double: JSONWritable {
    func write(to json: inout JSONText) { json.number(self) }
}

extension Bool: JSONWritable {
    func write(to json: inout JSONText) { json.boolean(self) }
}

extension Array: JSONWritable where Element: JSONWritable {
    func write(to json: inout JSONText) {
        json.beginArray()
        for value in self { value.write(to: &json) }
        json.endArray()
    }
}

/// An array whose elements are made one after the other, as they are written.
struct JSONList<Source: Collection, Element: JSONWritable>: JSONWritable {
    private let source: Source
    private let make: (Source.Element) -> Element

    init(_ source: Source, make: @escaping (Source.Element) -> Element) {
        self.source = source
        self.make = make
    }

    func write(to json: inout JSONText) {
        json.beginArray()
        for value in source { make(value).write(to: &json) }
        json.endArray()
    }

    func encode(to encoder: any Encoder) throws {
        var list = encoder.unkeyedContainer()
        for value in source { try list.encode(make(value)) }
    }
}

extension Dictionary: JSONWritable where Key == String, Value: JSONWritable {
    func write(to json: inout JSONText) {
        json.beginObject()
        for (name, value) in sorted(by: { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }) {
            json.key(escaping: name)
            value.write(to: &json)
        }
        json.endObject()
    }
}
