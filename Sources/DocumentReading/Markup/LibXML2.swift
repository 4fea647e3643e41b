import CLibXML2

/// The one place that touches libxml2: its tables of encodings and of HTML's named characters. Mark-up is read by our own scanners.
enum LibXML2 {
    /// Converts text in any encoding that the system knows by name to UTF-8; nil when the name is unknown or the bytes do not fit it.
    static func convert(_ bytes: [UInt8], from encoding: String) -> [UInt8]? {
        guard let handler = unsafe xmlFindCharEncodingHandler(encoding), bytes.count < Int(Int32.max) / 8 else { return nil }
        defer { _ = unsafe xmlCharEncCloseFunc(handler) }
        guard let input = unsafe xmlBufferCreate(), let output = unsafe xmlBufferCreate() else { return nil }
        // SAFETY: both buffers are ours, and are freed here; their contents are copied out before that.
        defer {
            unsafe xmlBufferFree(input)
            unsafe xmlBufferFree(output)
        }
        unsafe bytes.withUnsafeBufferPointer { _ = unsafe xmlBufferAdd(input, $0.baseAddress, Int32($0.count)) }
        while unsafe xmlBufferLength(input) > 0 {
            let before = unsafe xmlBufferLength(input)
            if unsafe xmlCharEncInFunc(handler, output, input) < 0 { return nil }
            if unsafe xmlBufferLength(input) == before { return nil }
        }
        guard let content = unsafe xmlBufferContent(output) else { return nil }
        return unsafe Array(UnsafeBufferPointer(start: content, count: Int(xmlBufferLength(output))))
    }

    /// The character that HTML calls by this name ("eacute"); nil for a name it does not know.
    static func character(named name: String) -> Unicode.Scalar? {
        // SAFETY: the table is libxml2's own and constant; the name is copied for the call.
        guard let entry = unsafe htmlEntityLookup(name) else { return nil }
        return unsafe Unicode.Scalar(entry.pointee.value)
    }
}
