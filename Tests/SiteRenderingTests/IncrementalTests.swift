import Foundation
import KnowledgeBase
import LegalText
import TestSupport
import Testing

@testable import SiteRendering

/// Rendering with a record of the last time, against rendering everything.
@Suite struct IncrementalTests {
    private let folder: TemporaryFolder
    private var site: URL { folder.url.appending(path: "site") }
    private var record: URL { folder.url.appending(path: "record") }

    init() throws { folder = try TemporaryFolder() }

    private func files() throws -> [String: Data] {
        var found: [String: Data] = [:]
        for case let path as String in try #require(FileManager.default.enumerator(atPath: site.path)) {
            if let data = FileManager.default.contents(atPath: site.appending(path: path).path) { found[path] = data }
        }
        return found
    }

    @Test func nothingIsMadeWhereNothingChanged() throws {
        let first = try Fixture.renderer().render(to: site, record: record)
        #expect(first.made == first.files)
        let second = try Fixture.renderer().render(to: site, record: record)
        #expect(second.made == 0)
        #expect(second.files == first.files && second.bytes == first.bytes)
        #expect(second.changed.isEmpty && second.removed.isEmpty)
    }

    @Test func anEditedDocumentMakesItsOwnPageAndThePagesOfTheWholeBase() throws {
        let first = try Fixture.renderer().render(to: site, record: record)
        let edited = try Fixture.renderer { $0[0].document.provisions[3].text = "renew it;" }.render(to: site, record: record)
        #expect(edited.changed.filter { !$0.hasPrefix("search/") } == ["d/reading-policy/index.html"])
        // The page of the memorandum, which only links to the policy, is not made again.
        #expect(edited.made == first.files - 1)
    }

    @Test func aFileAlteredByAnotherHandIsMadeAgain() throws {
        try Fixture.renderer().render(to: site, record: record)
        let page = site.appending(path: "d/reading-policy/index.html")
        try Data("altered".utf8).write(to: page)
        #expect(try Fixture.renderer().render(to: site, record: record).changed == ["d/reading-policy/index.html"])
        try FileManager.default.removeItem(at: page)
        #expect(try Fixture.renderer().render(to: site, record: record).changed == ["d/reading-policy/index.html"])
    }

    @Test(arguments: [
        "", "concordat-site 1\nzz\n", "concordat-site 9\n", "\u{0}\u{1}", "concordat-site 1\n0000000000000000 5 1.2 ../../etc/passwd\n",
    ])
    func aRecordThatIsNoneIsAsGoodAsNone(_ text: String) throws {
        try Data(text.utf8).write(to: record)
        let report = try Fixture.renderer().render(to: site, record: record)
        #expect(report.made == report.files)
    }

    /// Random edits, one after another: what is kept must be what a full rendering makes.
    @Test func keptPagesAreWhatAFullRenderingMakes() throws {
        var random = SeededGenerator(seed: 11)
        var state = Fixture.base().documents
        for step in 0..<40 {
            let index = Int.random(in: state.indices, using: &random)
            switch Int.random(in: 0..<7, using: &random) {
            case 0: state[index].document.title = "Title \(step)"
            case 1: state[index].document.provisions[0].heading = "Heading \(step)"
            case 2: state[index].document.provisions[1].number = "\(step)"
            case 3: state[index].references.removeAll()
            case 4: state[index].references = Fixture.base().documents[index].references
            case 5: state[index].document.dates.signed = StatedDate(value: PartialDate(year: 2000 + step), text: "")
            default: state[index].document.provisions.append(Fixture.clause("new_\(step)", "A new clause, number \(step)."))
            }
            let now = state
            let kept = try Fixture.renderer { $0 = now }.render(to: site, record: record)
            let full = try Fixture.renderer { $0 = now }.difference(from: site)
            #expect(full.changed.isEmpty && full.removed.isEmpty, "step \(step): \(full.changed)")
            #expect(kept.files == full.files)
        }
    }
}
