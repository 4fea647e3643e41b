import Testing

@testable import DocumentReading

/// Writes down what it hears.
private final class Recorder: MarkupSink {
    var log = ""
    var unknown: [String] = []
    var faults = 0
    var depth = 0
    var deepest = 0

    override func start(_ element: borrowing MarkupElement) {
        depth += 1
        deepest = max(deepest, depth)
        if log.utf8.count < 10_000 {
            log += "<\(element.name.string)"
            element.forEachAttribute { log += " \($0)=\($1)" }
            log += ">"
        }
    }
    override func end(_ name: UInt16) {
        depth -= 1
        if log.utf8.count < 10_000 { log += "</\(name)>" }
    }
    override func text(_ bytes: Span<UInt8>) {
        for index in bytes.indices { log.unicodeScalars.append(Unicode.Scalar(bytes[index])) }
    }
    override func malformed(_ message: String, line: Int, column: Int) { faults += 1 }
    override func unknownEntity(_ name: String, offset: Int) { unknown.append(name) }
}

private func hear(_ xml: String, entities: [String: String] = [:]) -> Recorder {
    let recorder = Recorder(names: NameTable(["a", "b"]))
    var table = EntityTable()
    for (name, value) in entities { table.declare(name, Array(value.utf8)) }
    XMLScanner.scan(Array(xml.utf8), into: recorder, entities: table)
    return recorder
}

@Suite struct ScannerTests {
    @Test func elementsHaveNumbersAndAttributes() {
        let heard = hear("<a x='1&amp;2' y=''>p<c:b xmlns:c='u' c:z=\"3\">q</c:b><![CDATA[<r>]]><d/></a>")
        #expect(heard.log == "<a x=1&2 y=>p<b z=3>q</2><r><d></0></1>")
        #expect(heard.faults == 0)
    }

    @Test func entitiesAreOursAlone() {
        let heard = hear("<!DOCTYPE a SYSTEM 'x.dtd' [<!ENTITY e 'never'>]><a t='&e;'>&amp;&e;&f;&#65;</a>", entities: ["e": "E&amp;e"])
        #expect(heard.log == "<a t=E&e>&E&e&f;A</1>")
        #expect(heard.unknown == ["f"])
    }

    @Test func entitiesOutliveAnError() {
        let heard = hear("<a><b>one</a> &amp; &e; two</a>", entities: ["e": "E"])
        #expect(heard.log == "<a><b>one</2></1> & E two")
        #expect(heard.faults > 0)
    }

    @Test func whatIsMalformedStaysVisible() {
        for (text, expected) in [
            ("<a>AT&T & Co, 1 < 2, &nosuch; &#xD800;</a>", "<a>AT&T & Co, 1 < 2, &nosuch; &#xD800;</1>"),
            ("<a x=1 y z='2>3'>p</a>", "<a x=1 y= z=2>3>p</1>"),
            ("<a><b>one</a>two", "<a><b>one</2></1>two"),
            ("<a>one</b>two</a>", "<a>onetwo</1>"),
            ("<a t='R&D &amp; &e; &lt;'>p</a>", "<a t=R&D & &e; <>p</1>"),
            ("<a <b>p</b></a>", "<a><b>p</2></1>"),
            ("<a>p<!-- q --><?r s?>t<![CDATA[u & <v>]]></a>", "<a>ptu & <v></1>"),
            ("<a t='never closed", "<a t=never closed>"), ("<a><!-- never closed", "<a>"),
        ] {
            #expect(hear(text).log == expected)
        }
        #expect(hear("<a>AT&T</a>").faults == 1)
        #expect(hear("<a/>\n<a/>").faults == 0)
    }

    @Test func bombsAndDepthCostNothing() {
        var bomb = "<!DOCTYPE a [<!ENTITY l0 'lol'>"
        for level in 1...30 { bomb += "<!ENTITY l\(level) '\(String(repeating: "&l\(level - 1);", count: 10))'>" }
        #expect(hear(bomb + "]><a>&l30;</a>").log == "<a>&l30;</1>")
        let deep = hear(String(repeating: "<a>", count: 100_000) + "x" + String(repeating: "</a>", count: 100_000))
        #expect(deep.deepest == 100_000 && deep.depth == 0)
    }

    @Test func htmlIsForgiven() {
        let recorder = Recorder(names: NameTable(["p"]))
        HTMLScanner.scan(Array("<P Class=c>one<p>two &eacute;&nosuch; <b>x</p>".utf8), into: recorder)
        #expect(recorder.log.contains("<p class=c>one</1><p>two "))
        #expect(recorder.log.contains("&nosuch;"))
    }
}
