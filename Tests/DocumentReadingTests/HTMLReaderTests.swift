import LegalText
import TestSupport
import Testing

@testable import DocumentReading

@Suite struct HTMLReaderTests {
    /// Pages of our own in each dialect, with its oddities.
    @Test(arguments: [
        "article.html", "filing.htm", "journal.html", "legalcode.html", "snapshot.html", "word.html", "shell.html", "error.html",
        "proposal.html", "specification.html", "announcement.html", "code-section.html", "assembled.html",
        "letter.htm", "articles.htm",
    ])
    func outlineIsAsRecorded(page: String) throws {
        try GoldenOutline.check("html/" + page)
    }

    @Test(arguments: [("shell.html", Diagnostic.Kind.scriptShell), ("error.html", .errorPage)])
    func whatIsNoDocumentIsReported(page: String, kind: Diagnostic.Kind) throws {
        let document = DocumentReader().read(try GoldenOutline.bytes("html/" + page), name: page)
        #expect(document.provisions.isEmpty)
        #expect(document.diagnostics.contains { $0.kind == kind && $0.saysNoDocument })
    }

    private func read(_ html: String) -> Document { DocumentReader().read(Array(html.utf8), name: "page.html") }

    @Test func inlineElementsNeitherGlueNorSplit() {
        let document = read("<p>non-mem<b>ber</b>s of <i>section 4</i>(1)<span> and</span> others</p>")
        #expect(document.provisions.map(\.text) == ["non-members of section 4(1) and others"])
    }

    @Test func marksKeepTheirWords() throws {
        let document = read("<p>See  <a href=\"/x\"> the\n Act</a>, <b>“Fee”</b> and <dfn>Term</dfn>.</p>")
        let clause = try #require(document.provisions.first)
        let references = clause.marks.filter { if case .reference = $0.kind { true } else { false } }
        #expect(references.map { String(clause.text[$0.range]) } == ["the Act"])
        #expect(clause.marks.filter { $0.kind == .definedTerm }.map { String(clause.text[$0.range]) } == ["Term"])
    }

    @Test(arguments: [
        ("<p>We, Prime Minister Reed and President Wade, affirm our friendship.</p>", DocumentKind.alliance),
        ("<p>We, the undersigned, sell boats.</p>", .announcement),
        ("<table><tr><td>Title: The Weir Rules 2013</td><td>Post Implementation Review</td></tr></table><p>It works.</p>", .announcement),
    ])
    func kindIsToldByTheFirstWords(html: String, kind: DocumentKind) { #expect(read(html).kind == kind) }

    @Test func linesOfSignsAreNoClauses() {
        let page = "<html><body><p>The members met.</p><p>* * *</p><p>They will meet again.</p><p>###</p></body></html>"
        let provisions = DocumentReader().read(Array(page.utf8), name: "a.html").provisions
        #expect(provisions.map(\.text) == ["The members met.", "They will meet again."])
    }

    @Test func signaturesBelongToTheWhole() {
        let document = read(
            "<p>1. The law of Estuary applies.</p><p>2. It is short.</p><p>Signed for Oak Ltd</p><p>Ann Reed<br>Director</p>")
        #expect(document.provisions.map(\.depth) == [0, 0, 0, 0])
        #expect(document.provisions.map(\.text).prefix(2) == ["The law of Estuary applies.", "It is short."])
    }

    @Test func quotedTermsAreDefined() {
        let document = read("<p>‘The member’s berth’ means a berth that is let.</p><p>“Fee” means money.</p><p>‘Tis said to mean much.</p>")
        #expect(document.provisions.map(\.eId) == ["def__the-member’s-berth", "def__fee", "para_1"])
    }

    @Test func headingsNestByRank() {
        let document = read("<h1>T</h1><h2>A</h2><p>One thing.</p><h3>B</h3><p>Another.</p><h2>C</h2><p>A third.</p>")
        #expect(document.title == "T")
        #expect(document.provisions.map(\.depth) == [0, 1, 1, 2, 0, 1])
        #expect(document.provisions.map(\.eId) == ["xhdg_1", "para_1", "xhdg_2", "para_2", "xhdg_3", "para_3"])
    }

    @Test(arguments: [
        String(repeating: "<div>", count: 100_000) + "deep", String(repeating: "<table><tr><td>", count: 20_000) + "x",
        String(repeating: "<ul><li>", count: 20_000) + "x", String(repeating: "<a href=\"#fn1\">", count: 10_000) + "1", "<p", "<!--", "<",
        "</p></p></td></table>",
    ])
    func hostilePagesAreRead(html: String) {
        _ = read("<html><body>" + html)
    }
}
