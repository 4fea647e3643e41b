import Foundation
import LegalText
import TestSupport
import Testing

@testable import KnowledgeBase
@testable import SiteRendering

@Suite struct NameTests {
    @Test(arguments: [
        ("para_6", "", "¶\u{A0}6"), ("sec_3__para_6", "", "3\u{A0}¶\u{A0}6"), ("part_II__para_1", "", "¶\u{A0}1"),
        ("art_5A__list_2__para_1", "", "2\u{A0}¶\u{A0}1"), ("p-4", "", "¶\u{A0}p-4"), ("_", "", "¶\u{A0}"), ("__", "", "¶\u{A0}"),
        ("sec_3__para_6", "Fees", "Fees"),
    ])
    func anUnnumberedParagraphIsCountedWithinWhatHoldsIt(_ anchor: String, _ name: String, _ shown: String) {
        #expect(Site.shown(DocumentDigest.Name(anchor: anchor, name: name)) == shown)
    }

    @Test(arguments: [
        ("ar", true), ("ar-EG", true), ("he", true), ("uz-Arab", true), ("ur-Latn", false), ("en", false), ("", false), ("arn", false),
    ])
    func theDirectionFollowsTheLanguage(_ language: String, _ isRightToLeft: Bool) {
        #expect(WritingDirection.isRightToLeft(language) == isRightToLeft)
    }

    @Test func anArabicTextRunsFromTheRight() throws {
        let pages = try Fixture.pages { $0[0].document.language = "ar" }
        #expect(try #require(pages["d/reading-policy/index.html"]).contains("<div class=\"text\" dir=\"rtl\">"))
        #expect(try #require(pages["d/memorandum/index.html"]).contains("<div class=\"text\">"))
    }

    @Test func aLabelTooLongForItsColumnStandsInTheLine() throws {
        let page = try #require(
            try Fixture.pages { documents in
                documents[0].document.provisions[0].label = "Article 12"
                documents[0].document.provisions[1].label = "(xviii)"
            }["d/reading-policy/index.html"])
        #expect(page.contains("class=\"label wide\" href") && page.contains(">Article 12</a>"))
        #expect(page.components(separatedBy: "label wide").count == 2)
    }

    @Test func whatIsSpilledComesBack() throws {
        let spill = try SpillFile()
        var random = SeededGenerator(seed: 3)
        var written: [[UInt8]] = []
        var ranges: [Range<Int>] = []
        for step in 0..<400 {
            let bytes = (0..<Int.random(in: 0...3000, using: &random)).map { _ in UInt8.random(in: 0...255, using: &random) }
            ranges.append(spill.count..<(spill.count + bytes.count))
            written.append(bytes)
            try spill.append(bytes)
            let back = Int.random(in: 0...step, using: &random)
            #expect(try spill.read(ranges[back]) == written[back])
        }
        #expect(throws: POSIXError.self) { try spill.read(spill.count..<(spill.count + 1)) }
    }
}
