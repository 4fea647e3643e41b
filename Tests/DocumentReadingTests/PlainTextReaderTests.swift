import Foundation
import LegalText
import TestSupport
import Testing

@testable import DocumentReading

@Suite struct PlainTextReaderTests {
    @Test(arguments: ["wrapped.txt", "prose.txt", "running.txt"])
    func outlineIsAsRecorded(file: String) throws {
        try GoldenOutline.check("text/" + file)
    }

    private func read(_ text: String) -> Document { DocumentReader().read(Array(text.utf8), name: "a.txt") }

    @Test func aLineBreakInsideAWordIsMended() {
        #expect(Hyphen.isLineBreak(Array("in accord-".utf8), Array("ance with".utf8)))
        #expect(!Hyphen.isLineBreak(Array("a non-".utf8), Array("member".utf8)))
        #expect(!Hyphen.isLineBreak(Array("NHS-".utf8), Array("wide".utf8)))
    }

    @Test(arguments: ["1", "- 12 -", "Page 3 of 10", "3/10"]) func pageNumbersAreKnown(line: String) {
        #expect(TextFurniture.isPageNumber(Array(line.utf8)[...]))
    }

    @Test(arguments: ["2024", "3.", "(3)", "Page three", "12 pages of text"]) func otherNumbersAreNone(line: String) {
        #expect(!TextFurniture.isPageNumber(Array(line.utf8)[...]))
    }

    @Test(arguments: ["", "\n\n\n", "-", "- ", "=====", "#", "\u{FEFF}", "\r\r\n", "*", "**", "*a", "1.\n1.\n1.\n", "\"", "“"])
    func scrapsDoNotTrap(text: String) { _ = read(text) }

    /// The two first documents: the same from the web page and from the text.
    @Test(
        .enabled(if: SharedData.isPresent, Comment(rawValue: SharedData.absent)), arguments: ["heat-collaboration", "strategic-alliance"])
    func seedsReadTheSame(name: String) throws {
        let folder = try #require(SharedData.folder).appending(path: "seeds")
        func document(_ ending: String) throws -> Document {
            DocumentReader().read([UInt8](try Data(contentsOf: folder.appending(path: name + ending))), name: name + ending)
        }
        let page = try document(".html")
        let text = try document(".txt")
        #expect(page.provisions.map(\.eId) == text.provisions.map(\.eId))
        #expect(page.provisions.map(\.type) == text.provisions.map(\.type))
        #expect(page.provisions.map(\.heading) == text.provisions.map(\.heading))
        #expect(page.provisions.map(\.text) == text.provisions.map(\.text))
        #expect(page.signatories == text.signatories)
        #expect(page.dates == text.dates)
        if name == "heat-collaboration" {
            #expect(page.provisions.map(\.eId) == (1...18).map { "para_\($0)" })
            #expect(page.title == "Collaboration and HEAT membership")
            #expect(page.dates.signed == nil)
        } else {
            #expect(page.title == text.title)
            #expect(page.signatories.map(\.name) == ["Nigel Crisp", "Sir Howard Newby"])
            #expect(page.signatories.map(\.role) == ["Permanent Secretary", "Chief Executive"])
            #expect(page.signatories.map(\.party) == ["DH", "HEFCE"])
            #expect(page.signatories.map(\.date) == [PartialDate(year: 2002, month: 4), PartialDate(year: 2002, month: 4)])
        }
    }

    /// Contracts no one here wrote: read without a trap, and most of them with an outline.
    @Test(.enabled(if: SharedData.isPresent, Comment(rawValue: SharedData.absent)))
    func contractsHaveOutlines() throws {
        let folder = try #require(SharedData.folder).appending(path: "gold/cuad/texts")
        let files = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted().prefix(60)
        var numbered = 0
        for file in files {
            let document = DocumentReader().read([UInt8](try Data(contentsOf: folder.appending(path: file))), name: file)
            #expect(!document.provisions.isEmpty, "\(file)")
            if document.provisions.filter({ !$0.number.isEmpty }).count >= 5 { numbered += 1 }
        }
        #expect(numbered * 10 >= files.count * 8)
    }
}
