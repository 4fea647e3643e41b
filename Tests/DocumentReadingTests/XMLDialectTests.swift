import Foundation
import LegalText
import TestSupport
import Testing

@testable import DocumentReading

/// Every dialect reads a document of our own writing, oddities included, into the outline recorded beside it.
/// `CONCORDAT_RECORD=1 swift test` records them again: look at the difference before committing it.
@Suite struct XMLDialectTests {
    static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures/xml")

    @Test(arguments: [
        "akn", "akn-national", "clml", "clml-contents", "clml-fragment", "uslm", "uslm-bill", "dc-law", "justice-canada", "formex", "tota",
        "bho", "spdx",
        "federal-register", "unknown",
        "feed",
    ])
    func outline(_ name: String) throws {
        let reader = DocumentReader { path in
            guard !path.hasPrefix("..") else { return nil }
            return (try? Data(contentsOf: Self.folder.appending(path: path))).map { [UInt8]($0) }
        }
        let source = try Data(contentsOf: Self.folder.appending(path: name + ".xml"))
        let found = OutlineText.of(reader.read([UInt8](source), name: name + ".xml"))
        let golden = Self.folder.appending(path: name + ".outline")
        if ProcessInfo.processInfo.environment["CONCORDAT_RECORD"] != nil {
            try found.write(to: golden, atomically: true, encoding: .utf8)
        }
        let recorded = try String(contentsOf: golden, encoding: .utf8)
        #expect(found == recorded)
    }

    @Test func furtherSubparagraphsStandForThemselves() {
        let text =
            "<ACT><ARTICLE><TI.ART>Article 3</TI.ART><PARAG><NO.PARAG>4.</NO.PARAG><ALINEA>List them:<LIST><ITEM><NP><NO.P>(a)</NO.P><TXT>names</TXT></NP></ITEM></LIST></ALINEA><ALINEA>Report them.</ALINEA></PARAG></ARTICLE></ACT>"
        let provisions = DocumentReader().read(Array(text.utf8), name: "a.xml").provisions
        #expect(provisions.map(\.eId) == ["art_3", "art_3__para_4", "art_3__para_4__point_a", "art_3__para_4__subpara_1"])
        #expect(provisions.map(\.text) == ["", "List them:", "names", "Report them."])
    }

    @Test func notesDoNotRepeatTheirMark() {
        #expect(NoteLinks.withoutLabel("2 The amendment", "2") == "The amendment")
        #expect(NoteLinks.withoutLabel("2. The amendment", "2") == "The amendment")
        #expect(NoteLinks.withoutLabel("2005 was a year", "2") == "2005 was a year")
        #expect(NoteLinks.withoutLabel("The amendment", "") == "The amendment")
    }

    @Test func identifiersAreUniqueAndTreesAreSound() throws {
        for file in try FileManager.default.contentsOfDirectory(at: Self.folder, includingPropertiesForKeys: nil)
        where file.pathExtension == "xml" {
            Soundness.check(
                DocumentReader().read([UInt8](try Data(contentsOf: file)), name: file.lastPathComponent), file.lastPathComponent)
        }
    }

    @Test(.enabled(if: SharedData.isPresent, Comment(rawValue: SharedData.absent)))
    func everySharedDocumentIsReadSoundly() throws {
        let folder = try #require(SharedData.folder).appending(path: "corpora/small")
        let files = try #require(FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil))
        var count = 0
        for case let file as URL in files where ["xml", "akn", "XML"].contains(file.pathExtension) {
            let document = DocumentReader().read([UInt8](try Data(contentsOf: file)), name: file.lastPathComponent)
            Soundness.check(document, file.lastPathComponent)
            let isReported = document.diagnostics.contains { $0.saysNoDocument }
            #expect(isReported || !document.provisions.isEmpty, "\(file.lastPathComponent)")
            count += 1
        }
        #expect(count > 100)
    }
}

/// What must hold of any document, whatever it was read from.
enum Soundness {
    static func check(_ document: Document, _ name: String) {
        var depth = -1
        for provision in document.provisions {
            #expect(provision.depth <= depth + 1, "\(name): a level is missing at \(provision.eId)")
            depth = provision.depth
            for mark in provision.marks {
                #expect(
                    mark.range.start >= 0 && mark.range.start < mark.range.end && mark.range.end <= provision.text.utf8.count,
                    "\(name): mark in \(provision.eId)")
            }
            for note in provision.notes {
                #expect((0...provision.text.utf8.count).contains(note.offset), "\(name): note in \(provision.eId)")
            }
            if let continuation = provision.continuation { #expect((0...provision.text.utf8.count).contains(continuation)) }
        }
        let identifiers = document.provisions.map(\.eId)
        #expect(Set(identifiers).count == identifiers.count && !identifiers.contains(""), "\(name): identifiers")
    }
}
