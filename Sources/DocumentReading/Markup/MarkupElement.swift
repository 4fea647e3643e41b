/// An element that begins, with its attributes; a view of the parser's memory that cannot be kept.
@safe struct MarkupElement: ~Copyable {
    struct Attribute {
        /// As written, with its prefix; in HTML in small letters.
        var name: ByteView
        /// Entities replaced.
        var value: ByteView
    }

    /// The number in the sink's `NameTable`, 0 when it is not there.
    let number: UInt16
    /// The local name as written; in HTML in lower case.
    let name: ByteView
    /// What stands before the name's colon; empty without one.
    let prefix: ByteView
    /// Where its tag ends, in bytes; `MarkupSink.lines` tells the line.
    let offset: Int
    private let attributes: UnsafeBufferPointer<Attribute>
    /// Attributes that nobody has looked at yet, as the tag has them: each is `name="value"` without references. Most are never asked for.
    private let unread: ByteView

    /// SAFETY: the caller keeps the attributes, and what they view, valid while the element is lent.
    @unsafe init(
        number: UInt16, name: ByteView, prefix: ByteView, offset: Int, attributes: UnsafeBufferPointer<Attribute>, unread: ByteView
    ) {
        self.number = number
        self.name = name
        self.prefix = prefix
        self.offset = offset
        unsafe self.attributes = attributes
        self.unread = unread
    }

    /// The value of the attribute with this local name, entities replaced; nil when it is absent.
    subscript(_ name: StaticString) -> String? { view(name)?.string }

    /// The same as bytes, which are valid as long as the element.
    func view(_ name: StaticString) -> ByteView? { firstValue { whole, _ in whole.isName(name) } }

    /// Names, without prefixes, and values in the order of the source.
    func forEachAttribute(_ body: (_ name: String, _ value: String) -> Void) {
        _ = firstValue { name, value in
            let colon = name.find(UInt8(ascii: ":"), from: 0)
            body((colon < name.count ? name.part(colon + 1, name.count) : name).string, value.string)
            return false
        }
    }

    /// The value of the first attribute that `isWanted` takes.
    @inline(__always) private func firstValue(where isWanted: (_ name: ByteView, _ value: ByteView) -> Bool) -> ByteView? {
        for index in unsafe attributes.indices where unsafe isWanted(attributes[index].name, attributes[index].value) {
            return unsafe attributes[index].value
        }
        var index = 0
        while true {
            while unread[index].isSpace { index += 1 }
            let quote = unread.findNameEnd(from: index)
            guard quote < unread.count else { return nil }
            let end = unread.find(unread[quote], from: quote + 1)
            let name = unread.part(index, quote - 1)
            let value = unread.part(quote + 1, end)
            // Declarations of namespaces are no attributes.
            if name[0] != UInt8(ascii: "x") || !name.starts(with: "xmlns", at: 0), isWanted(name, value) { return value }
            index = end + 1
        }
    }

    func has(_ name: StaticString, _ value: StaticString) -> Bool { view(name).map { $0 == value } ?? false }

    /// The value of the first of these attributes that is there.
    func first(of names: [StaticString]) -> String? {
        for name in names { if let value = self[name] { return value } }
        return nil
    }
}
