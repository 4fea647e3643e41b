import Foundation
import KnowledgeBase
import LegalText
import TestSupport
import Testing

@testable import SiteRendering

@Suite struct PageTests {
    @Test func aDocumentShowsItsTextWithNormsLinksAndTerms() throws {
        let page = try #require(try Fixture.pages()["d/reading-policy/index.html"])
        #expect(page.contains("<h1>Reading &amp; lending policy</h1>"))
        #expect(page.contains("id=\"para_2__a\""))
        #expect(page.contains("<span class=\"cue prohibition\">may not</span>"))
        #expect(page.contains("id=\"para_1~1\""))
        #expect(page.contains("<dfn>RR</dfn>"))
        #expect(page.contains("href=\"#term-1\""))
        #expect(page.contains("id=\"para_9\""), "a tombstone keeps its anchor")
        #expect(page.contains("../../d/memorandum/index.html#para_1"), "cited by")
        #expect(page.contains("no date stated"))
    }

    @Test func pointsThatFollowOneAnotherAreOneList() throws {
        let page = try #require(try Fixture.pages()["d/reading-policy/index.html"])
        #expect(page.components(separatedBy: "<ul class=\"points\">").count == 2)
    }

    @Test func referencesLeadToTheClause() throws {
        let page = try #require(try Fixture.pages()["d/memorandum/index.html"])
        #expect(page.contains("<a class=\"reference\" href=\"../../d/reading-policy/index.html#para_1\">paragraph 1 of the policy</a>"))
        #expect(page.contains("<span class=\"reference external\""))
    }

    @Test func everyLinkAndAnchorIsThere() throws {
        let pages = try Fixture.pages()
        #expect(LinkCheck(pages).broken == [])
    }

    @Test func twoRenderingsAreTheSame() throws {
        let (first, second) = (try Fixture.pages(), try Fixture.pages())
        #expect(first.keys.sorted() == second.keys.sorted())
        for (path, page) in first where second[path] != page { Issue.record("\(path) differs") }
    }

    @Test func noPageNamesThisMachineOrLeavesATemplateOpen() throws {
        for (path, page) in try Fixture.pages() where !path.hasPrefix("assets/") && !(path.hasPrefix("search/") && !path.hasSuffix(".html"))
        {
            #expect(!page.contains("{{"), "\(path)")
            #expect(!page.contains(Fixture.templates.deletingLastPathComponent().path), "\(path)")
        }
    }

    @Test func aHostileDocumentStaysText() throws {
        let evil = "<script>alert(1)</script> ]]> {{title}} \u{202E} \" onclick=\"x <img src=x onerror=alert(1)>"
        let pages = try Fixture.pages { documents in
            documents[0].document.title = evil
            documents[0].document.provisions[0].heading = evil
            documents[0].document.provisions[1].text = evil
            documents[0].document.provisions[1].wId = "a\"><script>"
            documents[0].document.provisions[1].marks = [Mark(.reference(target: "javascript:alert(1)"), TextRange(0, 8))]
            documents[0].definitions[0].meaning = evil
            documents[0].norms[0].bearers = [evil]
        }
        for (path, page) in pages where path.hasSuffix(".html") {
            #expect(page.components(separatedBy: "<script").count - 1 == page.components(separatedBy: "</script>").count - 1, "\(path)")
            #expect(!page.contains("<script>") && !page.contains("<img"), "\(path)")
            #expect(!page.contains("\u{202E}"), "\(path)")
            #expect(!page.contains("href=\"javascript"), "\(path)")
            let markup = page.components(separatedBy: "<script type=\"application/ld+json\">").first ?? ""
            #expect(!markup.contains("\" onclick"), "\(path)")
        }
        #expect(pages["d/reading-policy/index.html"]?.contains("{{title}}") == true, "braces of a document stay as they are")
    }

    @Test func aDocumentNestedAsDeepAsItLikesIsWritten() throws {
        let pages = try Fixture.pages { documents in
            documents[0].document.provisions = (0..<5000).map { Fixture.clause("p\($0)", "x", depth: $0) }
        }
        #expect(pages["d/reading-policy/index.html"]?.contains("id=\"p4999\"") == true)
    }
}

@Suite struct FolderTests {
    @Test func onlyWhatDiffersIsWrittenAndOldPagesGo() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "site-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        let first = try Fixture.renderer().render(to: folder)
        #expect(first.changed.count == first.files)
        let old = folder.appending(path: "d/gone/index.html")
        try FileManager.default.createDirectory(at: old.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data("x".utf8).write(to: old)
        #expect(try Fixture.renderer().difference(from: folder).removed.first == ["d/gone/index.html"])
        let second = try Fixture.renderer { $0[0].document.provisions[3].text = "renew it;" }.render(to: folder)
        #expect(second.changed.first.filter { !$0.hasPrefix("search/") } == ["d/reading-policy/index.html"])
        #expect(second.changed.first.contains("search/head-0.js") && second.changed.first.contains("search/engine.js"))
        #expect(!FileManager.default.fileExists(atPath: old.deletingLastPathComponent().path))
    }
}

@Suite struct FrameTests {
    /// Every page of the fixture, with frames and without them.
    @Test func aFilledFrameIsThePageThatTheTemplateMakes() throws {
        let templates = try Templates(folder: Fixture.templates)
        let values: [[String: HTML.Source]] = [
            [
                "title": .text("A & B <i>\"'"), "description": .text("d"), "body": .html("<p>x</p>"), "lead": .text("l & m"),
                "linkedData": .html("{}"),
            ],
            [
                "title": .text("\u{F8F0}0<\u{F8F1}"), "description": .text(""), "body": .html("\u{F8F0}1<\u{F8F1}"), "lead": .text(""),
                "canonical": .text("https://example.org/?a&b"),
            ],
            ["title": .text(""), "description": .text("{{title}}"), "body": .html(""), "lead": .text("é"), "target": .text("../x\"y")],
        ]
        for template in Template.allCases {
            for (number, slots) in (values + values).enumerated() {
                let constants: [String: any Sendable] = ["root": "../", "hasOutline": number % 2 == 0]
                let shape = FrameCache.Shape(
                    template: template, root: "../", section: "", constants: ["hasOutline": "\(number % 2 == 0)"],
                    slots: slots.mapValues { !$0.isEmpty })
                let direct = templates.renderDirectly(template, constants, slots.mapValues(\.string))
                #expect(templates.render(shape, slots) { constants } == direct, "\(template) \(number)")
            }
        }
    }

    @Test func aTemplateThatChangesItsValuesIsRenderedDirectly() throws {
        let folder = try TemporaryFolder()
        for name in try FileManager.default.contentsOfDirectory(atPath: Fixture.templates.path) where name.hasSuffix(".mustache") {
            try folder.write(String(contentsOf: Fixture.templates.appending(path: name), encoding: .utf8), to: name)
        }
        try folder.write("<p>{{uppercased(title)}}</p>", to: "message.mustache")
        let shape = FrameCache.Shape(template: .message, root: "", section: "", constants: [:], slots: ["title": true])
        let page = try Templates(folder: folder.url).render(shape, ["title": .text("quiet")]) { [:] }
        #expect(String(decoding: page, as: UTF8.self) == "<p>QUIET</p>")
    }
}
