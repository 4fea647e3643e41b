import DocumentReading
import Foundation
import KnowledgeBase
import LegalText
import Testing

/// What a document includes comes from its own folder, whatever it asks for.
@Suite struct IncludeLoaderTests {
    /// A folder with a document's neighbours, and a secret beside it.
    private func withFolder(_ body: (URL) throws -> Void) throws {
        let manager = FileManager.default
        let outer = manager.temporaryDirectory.appending(path: "includes-" + UUID().uuidString)
        let inner = outer.appending(path: "input")
        try manager.createDirectory(at: inner.appending(path: "parts"), withIntermediateDirectories: true)
        defer { try? manager.removeItem(at: outer) }
        try Data("<p>secret</p>".utf8).write(to: outer.appending(path: "secret.xml"))
        try Data("<p>part</p>".utf8).write(to: inner.appending(path: "parts/part.xml"))
        try manager.createSymbolicLink(at: inner.appending(path: "link.xml"), withDestinationURL: outer.appending(path: "secret.xml"))
        try manager.createSymbolicLink(at: inner.appending(path: "out"), withDestinationURL: outer)
        try body(inner)
    }

    @Test func onlyTheFolderIsRead() throws {
        try withFolder { folder in
            let loader = IncludeLoader(root: folder, folder: folder)
            #expect(loader.load("parts/part.xml") != nil)
            #expect(loader.load("parts/../parts/part.xml") != nil)
            for path in [
                "../secret.xml", "link.xml", "out/secret.xml", "parts/../../secret.xml", "/etc/passwd", "missing.xml", "parts", "",
            ] {
                #expect(loader.load(path) == nil, "\(path)")
            }
        }
    }

    @Test func aDocumentCannotReachOut() throws {
        try withFolder { folder in
            let text = """
                <!DOCTYPE document [<!ENTITY % x SYSTEM '../secret.xml'> %x; <!ENTITY s SYSTEM '../secret.xml'>]>
                <document xmlns='https://code.dccouncil.us/schemas/dc-library' xmlns:xi='http://www.w3.org/2001/XInclude'>
                <section><num>1</num><text>&s;</text></section>
                <xi:include href='../secret.xml'/><xi:include href='link.xml'/><xi:include href='out/secret.xml'/><xi:include href='parts/part.xml'/>
                </document>
                """
            let loader = IncludeLoader(root: folder, folder: folder)
            let document = DocumentReader(load: { loader.load($0) }).read(Array(text.utf8), name: "a.xml")
            let words = document.provisions.map(\.text).joined(separator: " ")
            #expect(!words.contains("secret") && words.contains("part") && words.contains("&s;"))
            #expect(document.diagnostics.count { $0.kind == .includeOutsideInput || $0.kind == .includeMissing } == 3)
        }
    }
}
