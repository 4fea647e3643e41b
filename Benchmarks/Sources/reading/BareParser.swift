import CLibXML2

/// libxml2 alone over the same bytes: the handlers that our reader sets, each doing nothing. What no reader on top of it can beat.
enum BareParser {
    private static let piece = 64 * 1024

    static func parseXML(_ bytes: [UInt8]) {
        var handler = xmlSAXHandler()
        handler.initialized = XML_SAX2_MAGIC
        handler.startElementNs = { _, _, _, _, _, _, _, _, _ in }
        handler.endElementNs = { _, _, _, _ in }
        handler.characters = { _, _, _ in }
        handler.ignorableWhitespace = handler.characters
        handler.cdataBlock = { _, _, _ in }
        handler.serror = { _, _ in }
        guard let context = xmlCreatePushParserCtxt(&handler, nil, nil, 0, nil) else { return }
        xmlCtxtUseOptions(context, Int32(XML_PARSE_NONET.rawValue | XML_PARSE_RECOVER.rawValue | XML_PARSE_HUGE.rawValue))
        feed(bytes) { xmlParseChunk(context, $0, $1, $2) }
        xmlFreeParserCtxt(context)
    }

    static func parseHTML(_ bytes: [UInt8]) {
        var handler = htmlSAXHandler()
        handler.startElement = { _, _, _ in }
        handler.endElement = { _, _ in }
        handler.characters = { _, _, _ in }
        handler.ignorableWhitespace = handler.characters
        handler.cdataBlock = { _, _, _ in }
        guard let context = htmlCreatePushParserCtxt(&handler, nil, nil, 0, nil, XML_CHAR_ENCODING_UTF8) else { return }
        htmlCtxtUseOptions(context, Int32(HTML_PARSE_NONET.rawValue | HTML_PARSE_RECOVER.rawValue | HTML_PARSE_IGNORE_ENC.rawValue))
        feed(bytes) { htmlParseChunk(context, $0, $1, $2) }
        htmlFreeParserCtxt(context)
    }

    private static func feed(_ bytes: [UInt8], _ parse: (UnsafePointer<CChar>?, Int32, Int32) -> Int32) {
        bytes.withUnsafeBytes { buffer in
            for offset in stride(from: 0, to: buffer.count, by: piece) {
                let count = min(piece, buffer.count - offset)
                _ = parse(buffer.baseAddress?.advanced(by: offset).assumingMemoryBound(to: CChar.self), Int32(count), 0)
            }
        }
        _ = parse(nil, 0, 1)
    }
}
