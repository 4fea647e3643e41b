import CLibXML2

/// The one place that touches libxml2: bytes in, events out, no tree.
///
/// The handler is zeroed but for the events a sink hears, so libxml2 builds nothing, resolves nothing and fetches nothing:
/// entities are answered from our own table, and depth costs one name on a stack. Input is fed in pieces ("push"), because
/// the pull parser refuses what is nested deeper than 256.
enum MarkupParser {
    private static let piece = 64 * 1024

    /// Reads XML that is valid UTF-8, whatever its declaration says. Malformed mark-up is reported to the sink and read on.
    static func parseXML(_ bytes: [UInt8], into sink: MarkupSink, entities: EntityTable = EntityTable()) {
        let driver = Driver(sink: sink, entities: entities)
        // SAFETY: the handler is copied by libxml2; `driver` outlives the context, which is freed before this function returns.
        var handler = unsafe xmlSAXHandler()
        unsafe handler.initialized = XML_SAX2_MAGIC
        unsafe handler.startElementNs = startXML
        unsafe handler.endElementNs = { context, name, _, _ in unsafe Driver.of(context).end(name) }
        unsafe handler.characters = text
        unsafe handler.ignorableWhitespace = unsafe handler.characters
        unsafe handler.cdataBlock = text
        unsafe handler.getEntity = { context, name in unsafe Driver.of(context).entity(name) }
        unsafe handler.serror = problem
        withExtendedLifetime(driver) {
            guard let context = unsafe xmlCreatePushParserCtxt(&handler, driver.opaque, nil, 0, nil) else { return }
            unsafe driver.context = context
            unsafe xmlCtxtUseOptions(
                context,
                Int32(XML_PARSE_NONET.rawValue | XML_PARSE_RECOVER.rawValue | XML_PARSE_HUGE.rawValue | XML_PARSE_IGNORE_ENC.rawValue))
            unsafe xmlSwitchEncoding(context, XML_CHAR_ENCODING_UTF8)
            unsafe feed(bytes) { unsafe xmlParseChunk(context, $0, $1, $2) }
            unsafe driver.context = nil
            unsafe xmlFreeParserCtxt(context)
        }
    }

    /// Reads HTML that is valid UTF-8. Elements left open are closed by the parser, names are in lower case.
    static func parseHTML(_ bytes: [UInt8], into sink: MarkupSink) {
        let driver = Driver(sink: sink, entities: EntityTable())
        // SAFETY: as in `parseXML`.
        var handler = unsafe htmlSAXHandler()
        unsafe handler.startElement = { context, name, attributes in
            guard let name = unsafe name else { return }
            unsafe Driver.of(context).start(name, namespace: nil, attributes: attributes, count: -1, stride: 2)
        }
        unsafe handler.endElement = { context, name in unsafe Driver.of(context).end(name) }
        unsafe handler.characters = text
        unsafe handler.ignorableWhitespace = unsafe handler.characters
        unsafe handler.cdataBlock = text
        withExtendedLifetime(driver) {
            guard let context = unsafe htmlCreatePushParserCtxt(&handler, driver.opaque, nil, 0, nil, XML_CHAR_ENCODING_UTF8) else {
                return
            }
            unsafe driver.context = context
            unsafe htmlCtxtUseOptions(
                context, Int32(HTML_PARSE_NONET.rawValue | HTML_PARSE_RECOVER.rawValue | HTML_PARSE_IGNORE_ENC.rawValue))
            unsafe feed(bytes) { unsafe htmlParseChunk(context, $0, $1, $2) }
            unsafe driver.context = nil
            unsafe htmlFreeParserCtxt(context)
        }
    }

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

    private static func feed(_ bytes: [UInt8], _ parse: (UnsafePointer<CChar>?, Int32, Int32) -> Int32) {
        unsafe bytes.withUnsafeBytes { buffer in
            var offset = 0
            while offset < buffer.count {
                let count = min(piece, buffer.count - offset)
                // SAFETY: offset + count is within the buffer.
                _ = unsafe parse(buffer.baseAddress?.advanced(by: offset).assumingMemoryBound(to: CChar.self), Int32(count), 0)
                offset += count
            }
        }
        _ = parse(nil, 0, 1)
    }

    private static let startXML: startElementNsSAX2Func = { context, name, _, namespace, _, _, count, _, attributes in
        guard let name = unsafe name else { return }
        unsafe Driver.of(context).start(name, namespace: namespace, attributes: attributes, count: Int(count), stride: 5)
    }

    private static let text: charactersSAXFunc = { context, characters, count in
        guard let characters = unsafe characters, count > 0 else { return }
        let driver = unsafe Driver.of(context)
        driver.goOn()
        // SAFETY: libxml2 hands over `count` bytes that stay valid during the call.
        unsafe driver.sink.text(Span(_unsafeStart: characters, count: Int(count)))
    }

    private static let problem: xmlStructuredErrorFunc = { context, error in
        guard let error = unsafe error, let context = unsafe context else { return }
        unsafe Driver.of(context).problem(error.pointee)
    }
}

/// One parse: ties libxml2's context to a sink.
@safe private final class Driver {
    let sink: MarkupSink
    var context: xmlParserCtxtPtr?
    private var entities: EntityTable
    /// Element names are unique pointers during one parse, so a pointer finds its number without its bytes being read.
    private var seen: [(name: UInt, number: UInt16)] = Array(repeating: (0, 0), count: 256)
    /// The entity record that is lent to libxml2, and the text it points to; both live until the driver goes.
    private let record: UnsafeMutablePointer<xmlEntity>
    private var content: [UInt8] = []

    init(sink: MarkupSink, entities: EntityTable) {
        self.sink = sink
        self.entities = entities
        unsafe record = .allocate(capacity: 1)
        unsafe record.initialize(to: xmlEntity())
    }

    deinit {
        unsafe record.pointee.content?.deallocate()
        unsafe record.deallocate()
    }

    /// SAFETY: the caller keeps the driver alive as long as libxml2 may call back.
    var opaque: UnsafeMutableRawPointer { unsafe Unmanaged.passUnretained(self).toOpaque() }

    /// SAFETY: `context` is the user data given at the context's creation, always `opaque` of a living driver.
    @inline(__always) static func of(_ context: UnsafeMutableRawPointer?) -> Driver {
        unsafe Unmanaged<Driver>.fromOpaque(context.unsafelyUnwrapped).takeUnretainedValue()
    }

    func start(
        _ name: UnsafePointer<xmlChar>, namespace: UnsafePointer<xmlChar>?,
        attributes: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?, count: Int, stride: Int
    ) {
        goOn()
        let place = self.place
        var count = count
        if count < 0 {
            count = 0
            // SAFETY: HTML attributes are pairs up to a nil name.
            while unsafe attributes?[count * 2] != nil { count += 1 }
        }
        let element = unsafe MarkupElement(
            number: number(of: name), line: place.line, column: place.column, name: name, namespace: namespace, attributes: attributes,
            count: count, stride: stride)
        sink.start(element)
    }

    func end(_ name: UnsafePointer<xmlChar>?) {
        guard let name = unsafe name else { return }
        goOn()
        sink.end(unsafe number(of: name))
    }

    /// After an error libxml2 would drop entity references; every fault is reported to the sink, so the text may go on.
    @inline(__always) func goOn() { unsafe context?.pointee.wellFormed = 1 }

    private var place: (line: Int, column: Int) {
        guard let input = unsafe context?.pointee.input else { return (0, 0) }
        return unsafe (Int(input.pointee.line), Int(input.pointee.col))
    }

    private func number(of name: UnsafePointer<xmlChar>) -> UInt16 {
        let key = UInt(bitPattern: name)
        let slot = Int((key >> 3 ^ key >> 11) & 255)
        if seen[slot].name == key { return seen[slot].number }
        // SAFETY: names are NUL-terminated.
        let number = unsafe sink.names.number(of: Span(_unsafeStart: name, count: Int(xmlStrlen(name))))
        seen[slot] = (key, number)
        return number
    }

    /// Answers for an entity that XML itself does not define: its text, or its own name, so that it stays visible.
    func entity(_ name: UnsafePointer<xmlChar>?) -> xmlEntityPtr? {
        // Inside the document type libxml2 asks for what it has just seen declared.
        guard let name = unsafe name, let context = unsafe context, unsafe context.pointee.inSubset == 0 else { return nil }
        let spelling = unsafe String(cString: name)
        // SAFETY: the record and its text are ours; libxml2 reads them before it asks for the next entity.
        unsafe record.pointee.content?.deallocate()
        unsafe record.pointee.content = nil
        unsafe record.pointee.name = name
        if unsafe context.pointee.instate == XML_PARSER_ATTRIBUTE_VALUE {
            unsafe record.pointee.etype = XML_INTERNAL_GENERAL_ENTITY
            return unsafe record
        }
        unsafe record.pointee.etype = XML_INTERNAL_PREDEFINED_ENTITY
        let text: [UInt8]
        if let known = entities.text(of: spelling) {
            text = known
        } else {
            text = Array("&\(spelling);".utf8)
            sink.unknownEntity(spelling, line: place.line, column: place.column)
        }
        let copy = UnsafeMutablePointer<xmlChar>.allocate(capacity: text.count + 1)
        for (index, byte) in text.enumerated() { unsafe copy[index] = byte }
        unsafe copy[text.count] = 0
        unsafe record.pointee.content = copy
        return unsafe record
    }

    func problem(_ error: xmlError) {
        if unsafe error.level == XML_ERR_WARNING || ErrorCode.isHarmless(unsafe error.code) { return }
        let message = unsafe error.message.map { unsafe String(cString: $0) } ?? ""
        sink.malformed(
            message.split(separator: "\n").first.map(String.init) ?? "", line: Int(unsafe error.line), column: Int(unsafe error.int2))
    }
}

private enum ErrorCode {
    /// Undeclared prefixes and entities and odd namespace names: the first say nothing of the structure, the second are reported as entities.
    static func isHarmless(_ code: Int32) -> Bool {
        switch xmlParserErrors(UInt32(bitPattern: code)) {
        case XML_NS_ERR_UNDEFINED_NAMESPACE, XML_NS_ERR_XML_NAMESPACE, XML_WAR_NS_URI, XML_WAR_NS_URI_RELATIVE, XML_WAR_UNDECLARED_ENTITY,
            XML_ERR_UNDECLARED_ENTITY:
            true
        default: false
        }
    }
}
