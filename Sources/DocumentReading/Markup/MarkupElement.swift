import CLibXML2

/// An element that begins, with its attributes; a view of the parser's memory that cannot be kept.
///
/// Unsafe inside: the pointers are the parser's and live as long as the call that hands the element over. The type is not
/// copyable and only ever lent, so a sink cannot hold on to it.
@safe struct MarkupElement: ~Copyable {
    /// The number in the sink's `NameTable`, 0 when it is not there.
    let number: UInt16
    /// Where the parser stands, at the end of the start tag; from 1.
    let line: Int
    let column: Int
    private let localName: UnsafePointer<xmlChar>
    private let namespaceName: UnsafePointer<xmlChar>?
    private let attributes: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?
    /// XML: five pointers an attribute (name, prefix, namespace, value, end of value). HTML: two (name, value), `count` of them.
    private let count: Int
    private let stride: Int

    /// SAFETY: the caller keeps all four pointers valid while the element is lent; strings are NUL-terminated, values end at their end pointer.
    @unsafe init(
        number: UInt16, line: Int, column: Int, name: UnsafePointer<xmlChar>, namespace: UnsafePointer<xmlChar>?,
        attributes: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?, count: Int, stride: Int
    ) {
        self.number = number
        self.line = line
        self.column = column
        unsafe localName = name
        unsafe namespaceName = namespace
        unsafe self.attributes = attributes
        self.count = unsafe attributes == nil ? 0 : count
        self.stride = stride
    }

    /// The local name as written; in HTML in lower case.
    var name: String { unsafe String(cString: localName) }

    var namespace: String? { unsafe namespaceName.map { unsafe String(cString: $0) } }

    /// The value of the attribute with this local name, entities replaced; nil when it is absent.
    subscript(_ name: StaticString) -> String? {
        for index in 0..<count where matches(index, name) { return value(index) }
        return nil
    }

    /// The value of the first of these attributes that is there.
    func first(of names: [StaticString]) -> String? {
        for name in names { if let value = self[name] { return value } }
        return nil
    }

    /// All attributes, in the order of the source.
    func forEachAttribute(_ body: (_ name: String, _ value: String) -> Void) {
        for index in 0..<count {
            // SAFETY: index < count, so the name pointer is one the parser set.
            guard let name = unsafe attributes?[index * stride] else { continue }
            unsafe body(String(cString: name), value(index))
        }
    }

    private func matches(_ index: Int, _ name: StaticString) -> Bool {
        // SAFETY: both are NUL-terminated (a StaticString literal always is), and the comparison stops at the first difference.
        guard let candidate = unsafe attributes?[index * stride] else { return false }
        let wanted = unsafe name.utf8Start
        var offset = 0
        while true {
            let a = unsafe candidate[offset]
            let b = offset < name.utf8CodeUnitCount ? unsafe wanted[offset] : 0
            if a != b { return false }
            if a == 0 { return true }
            offset += 1
        }
    }

    private func value(_ index: Int) -> String {
        // SAFETY: index < count; in XML the value is the bytes between two pointers into one buffer, in HTML a NUL-terminated string or nil.
        if stride == 2 { return unsafe attributes?[index * 2 + 1].map { unsafe String(cString: $0) } ?? "" }
        guard let start = unsafe attributes?[index * 5 + 3], let end = unsafe attributes?[index * 5 + 4], unsafe end >= start else {
            return ""
        }
        let bytes = unsafe UnsafeBufferPointer(start: start, count: end - start)
        // The parser leaves an ampersand in the form that it would parse again.
        guard unsafe bytes.contains(UInt8(ascii: "&")) else { return unsafe String(decoding: bytes, as: UTF8.self) }
        return unsafe Self.replacingAmpersands(in: Array(bytes))
    }

    private static func replacingAmpersands(in bytes: [UInt8]) -> String {
        let form = Array("&#38;".utf8)
        var result: [UInt8] = []
        var index = 0
        while index < bytes.count {
            result.append(bytes[index])
            index += bytes[index...].starts(with: form) ? form.count : 1
        }
        return String(decoding: result, as: UTF8.self)
    }
}
