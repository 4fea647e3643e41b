import LegalText
import Testing

@testable import DocumentReading

private func read(_ text: String, load: @escaping DocumentReader.Loader = { _ in nil }) -> Document {
    DocumentReader(load: load).read(Array(text.utf8), name: "x.xml")
}

/// Nothing that a file can hold traps, hangs, fetches or multiplies.
@Suite struct HostileXMLTests {
    @Test func depthIsBounded() {
        for (element, levels) in [
            ("section", 100_000), ("item", 10_000), ("quote", 10_000), ("title", 10_000), ("note", 10_000), ("x", 10_000),
        ] {
            let document = read(
                "<x>" + String(repeating: "<\(element)>w ", count: levels) + String(repeating: "</\(element)>", count: levels) + "</x>")
            #expect((document.provisions.map(\.depth).max() ?? 0) < OutlineBuilder.depthLimit)
            Soundness.check(document, element)
        }
    }

    @Test func entitiesDoNotMultiplyOrFetch() {
        var bomb = "<!DOCTYPE x [<!ENTITY a0 'ha'>"
        for level in 1...40 { bomb += "<!ENTITY a\(level) '\(String(repeating: "&a\(level - 1);", count: 10))'>" }
        let many = String(repeating: "&a4;", count: 10_000)
        let document = read(bomb + "<!ENTITY f SYSTEM 'file:///etc/passwd'>]><x><p>&a40; &f; \(many)</p></x>")
        #expect(document.provisions.reduce(0) { $0 + $1.text.utf8.count } < 5_000_000)
        #expect(document.provisions.first?.text.hasPrefix("&a40; &f;") == true)
        // Too long, never fetched, and in the end too much.
        #expect(document.diagnostics.filter { $0.kind == .unknownEntity }.map(\.detail) == ["a40", "f", "a4"])
    }

    @Test func includesStayInsideAndEnd() {
        let namespace = "xmlns='https://code.dccouncil.us/schemas/dc-library' xmlns:xi='http://www.w3.org/2001/XInclude'"
        let file = "<container \(namespace)><num>1</num><xi:include href='b.xml'/><xi:include href='b.xml'/></container>"
        let document = read(file) { path in path == "b.xml" ? Array(file.utf8) : nil }
        #expect(document.diagnostics.map(\.kind) == Array(repeating: .includeCycle, count: 4))
    }

    @Test func brokenBytesAreReadAsFarAsTheyGo() {
        let good =
            "<akomaNtoso><act><body><section><num>1</num><content><p>caf\u{E9} &amp; <ref href='#a'>tea</ref></p></content></section></body></act></akomaNtoso>"
        let bytes = Array(good.utf8)
        var state: UInt64 = 42
        for round in 0..<600 {
            var broken = bytes
            for _ in 0...(round % 7) {
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                let place = Int(state >> 33) % broken.count
                switch state >> 60 {
                case 0..<6: broken[place] = UInt8(truncatingIfNeeded: state >> 24)
                case 6..<10: broken.remove(at: place)
                case 10..<13: broken.insert(UInt8(ascii: "<"), at: place)
                default: broken.removeLast(min(broken.count - 1, place % 20))
                }
            }
            Soundness.check(DocumentReader().read(broken, name: "x.xml"), "round \(round)")
        }
    }

    @Test func wordsOutliveMalformedMarkUp() {
        let document = read("<contract><section><number>1</number><para>one <b>two</para> three &amp; four</section></contract>")
        #expect(document.provisions.map(\.text).joined(separator: " ").contains("three & four"))
        let fault = document.diagnostics.first { $0.kind == .malformed }
        #expect(fault?.line == 1 && (fault?.column ?? 0) > 40)
    }

    @Test func whatIsNoDocumentSaysWhy() {
        for (text, kind) in [
            ("<feed><entry>x</entry></feed>", Diagnostic.Kind.feed),
            ("<DOC xmlns='http://formex.example/formex-05'><BIB.DOC>x</BIB.DOC></DOC>", .metadataOnly),
            ("<Legislation><Metadata><title>T</title></Metadata></Legislation>", .metadataOnly),
            ("<Legislation><Contents><ContentsItem>1</ContentsItem></Contents></Legislation>", .contentsOnly),
            ("<html><body><script>start()</script></body></html>", .scriptShell), ("<html><body></body></html>", .empty),
            ("<html><title>404</title><body><h1>404 Not Found</h1></body></html>", .errorPage), ("", .empty),
        ] {
            let document = read(text)
            #expect(document.provisions.isEmpty, "\(text)")
            #expect(document.diagnostics.filter(\.saysNoDocument).map(\.kind) == [kind], "\(text)")
        }
    }

    @Test func whatIsWrongInAnIncludedFileNamesIt() {
        let outer =
            "<document xmlns='https://code.dccouncil.us/schemas/dc-library' xmlns:xi='http://www.w3.org/2001/XInclude'><section><num>1</num><text>R&D</text></section><xi:include href='parts/b.xml'/></document>"
        let document = read(outer) { $0 == "parts/b.xml" ? Array("<section><num>2</num><text>two &nosuch; & three</section>".utf8) : nil }
        let details = document.diagnostics.map(\.detail)
        #expect(details.contains { !$0.contains("b.xml") } && details.contains { $0.hasPrefix("parts/b.xml: ") })
        #expect(document.diagnostics.first { $0.kind == .unknownEntity }?.detail == "parts/b.xml: nosuch")
        #expect(document.provisions.map(\.text) == ["R&D", "two &nosuch; & three"])
    }

    @Test func manyProvisionsOfOneNumberStayLinear() {
        let clock = ContinuousClock()
        let text = "<x>" + String(repeating: "<section><num>1</num>w</section>", count: 40_000) + "</x>"
        let time = clock.measure { #expect(Set(read(text).provisions.map(\.eId)).count == 40_000) }
        #expect(time < .seconds(20))
    }

    @Test func emptinessIsReported() {
        for text in ["", " ", "<a/>", "<?xml version='1.0'?>", "\u{FEFF}"] {
            let isReported = read(text).diagnostics.contains { $0.saysNoDocument }
            #expect(isReported, "\(text)")
        }
    }
}
