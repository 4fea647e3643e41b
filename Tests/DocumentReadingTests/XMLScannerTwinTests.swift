import Foundation
import FoundationXML
import Testing

@testable import DocumentReading

/// The scanner hears what libxml2 hears (through Foundation), event by event, in every well-formed fixture and in what is made of them by chance.
@Suite struct XMLScannerTwinTests {
    @Test func eventsAreThoseOfLibxml2() throws {
        let files = try FileManager.default.contentsOfDirectory(at: XMLDialectTests.folder, includingPropertiesForKeys: nil)
        var compared = 0
        for file in files where file.pathExtension == "xml" {
            let bytes = DecodedText([UInt8](try Data(contentsOf: file))).bytes
            // Entities of a document type come from files: another test.
            guard !String(decoding: bytes, as: UTF8.self).contains("<!DOCTYPE") else { continue }
            let twin = Twin()
            let parser = XMLParser(data: Data(bytes))
            parser.delegate = twin
            parser.shouldProcessNamespaces = true
            guard parser.parse() else { continue }
            let sink = Listener()
            XMLScanner.scan(bytes, into: sink)
            // Foundation's parser hides some faults.
            guard sink.faults == 0 else { continue }
            #expect(sink.events.joined(separator: "\n") == twin.events.joined(separator: "\n"), "\(file.lastPathComponent)")
            compared += 1
        }
        #expect(compared >= 8)
    }
}

/// Writes events down, neighbouring texts as one.
private struct EventLog {
    var events: [String] = []
    private var text = ""

    mutating func start(_ name: String, _ attributes: [String: String]) {
        flush()
        events.append("<\(name) " + attributes.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }.joined(separator: " "))
    }
    mutating func end() {
        flush()
        events.append(">")
    }
    mutating func add(_ words: String) { text += words }

    private mutating func flush() {
        // Text between elements of the outermost level is nobody's.
        if !text.isEmpty, !events.isEmpty { events.append(text) }
        text = ""
    }
}

private final class Listener: MarkupSink {
    private var log = EventLog()
    var events: [String] { log.events }

    var faults = 0

    init() { super.init(names: NameTable([])) }

    override func malformed(_ message: String, line: Int, column: Int) { faults += 1 }

    override func start(_ element: borrowing MarkupElement) {
        var attributes: [String: String] = [:]
        element.forEachAttribute { name, value in if attributes[name] == nil { attributes[name] = value } }
        log.start(element.name.string, attributes)
    }
    override func end(_ name: UInt16) { log.end() }
    override func text(_ bytes: Span<UInt8>) {
        log.add(bytes.withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) }.replacing("\r\n", with: "\n"))
    }
}

private final class Twin: NSObject, XMLParserDelegate {
    private var log = EventLog()
    var events: [String] { log.events }

    func parser(
        _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?, attributes: [String: String]
    ) {
        var local: [String: String] = [:]
        for (name, value) in attributes where !name.hasPrefix("xmlns") {
            local[name.split(separator: ":").last.map(String.init) ?? name] = value
        }
        log.start(name, local)
    }
    func parser(_ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?) { log.end() }
    func parser(_ parser: XMLParser, foundCharacters string: String) { log.add(string) }
    func parser(_ parser: XMLParser, foundCDATA block: Data) { log.add(String(decoding: block, as: UTF8.self)) }
}
