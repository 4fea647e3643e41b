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
        #expect(second.changed.count == 0 && second.removed.count == 0)
    }

    @Test func anEditedDocumentMakesItsOwnPageTheFeedAndTheIndex() throws {
        try Fixture.renderer().render(to: site, record: record)
        let edited = try Fixture.renderer { $0[0].document.provisions[3].text = "renew it;" }.render(to: site, record: record)
        #expect(edited.changed.first.filter { !$0.hasPrefix("search/") } == ["d/reading-policy/index.html"])
        // No list shows those words, and the page of the memorandum only links to the policy.
        let search = try files().keys.count { $0.hasPrefix("search/") && $0 != "search/index.html" }
        // Besides what changed, the feed.
        #expect(edited.made == edited.changed.count + 1 && edited.changed.count < search)
    }

    /// A norm's words stand in the table of norms and on its bearer's page; nothing else shows them.
    @Test func anEditedNormMakesTheListsThatShowIt() throws {
        try Fixture.renderer().render(to: site, record: record)
        let edited = try Fixture.renderer { $0[0].norms[0].quote.end -= 1 }.render(to: site, record: record)
        #expect(
            edited.changed.first.filter { !$0.hasPrefix("search/") }.sorted() == [
                "d/reading-policy/index.html", "norms/index.html", "parties/reading-service/index.html",
            ])
    }

    @Test func aFileAlteredByAnotherHandIsMadeAgain() throws {
        try Fixture.renderer().render(to: site, record: record)
        let page = site.appending(path: "d/reading-policy/index.html")
        try Data("altered".utf8).write(to: page)
        #expect(try Fixture.renderer().render(to: site, record: record).changed.first == ["d/reading-policy/index.html"])
        try FileManager.default.removeItem(at: page)
        #expect(try Fixture.renderer().render(to: site, record: record).changed.first == ["d/reading-policy/index.html"])
    }

    @Test(arguments: [
        "", "concordat-site 2\nzz\n", "concordat-site 9\n", "\u{0}\u{1}", "concordat-site 2 \n0000000000000000 5 1.2 ../../etc/passwd\n",
    ])
    func aRecordThatIsNoneIsAsGoodAsNone(_ text: String) throws {
        try Data(text.utf8).write(to: record)
        let report = try Fixture.renderer().render(to: site, record: record)
        #expect(report.made == report.files)
    }

    /// Random edits, one after another: what is kept must be what a full rendering makes.
    @Test func keptPagesAreWhatAFullRenderingMakes() throws {
        var random = SeededGenerator(seed: 11)
        var state = Array(Fixture.base().documents)
        for step in 0..<60 {
            let index = Int.random(in: state.indices, using: &random)
            switch Int.random(in: 0..<13, using: &random) {
            case 0: state[index].document.title = "Title \(step)"
            case 1: state[index].document.provisions[0].heading = "Heading \(step)"
            case 2: state[index].document.provisions[1].number = "\(step)"
            case 3: state[index].references.removeAll()
            case 4: state[index].references = Fixture.base().documents[index].references
            case 5: state[index].document.dates.signed = StatedDate(value: PartialDate(year: 2000 + step), text: "")
            case 6: state[index].document.kind = [.agreement, .alliance, .terms][step % 3]
            case 7:
                state[index].document.parties = [Party(name: "Party \(step)"), Party(name: "Reading Service", aliases: ["Alias \(step)"])]
            case 8 where !state[index].norms.isEmpty:
                state[index].norms[0].bearers = ["Bearer \(step)"]
                state[index].document.dates.review = StatedDate(value: PartialDate(year: 2026 + step % 4, month: 5), text: "")
            case 9 where !state[index].norms.isEmpty: state[index].norms[0].status = step % 2 == 0 ? .rejected : .accepted
            case 10 where !state[index].definitions.isEmpty: state[index].definitions[0].meaning = "meaning \(step)"
            case 11 where !state[index].definitions.isEmpty: state[index].definitions[0].term = "Term \(step)"
            case 12 where !state[index].references.isEmpty: state[index].references[0].resolved = nil
            default: state[index].document.provisions.append(Fixture.clause("new_\(step)", "A new clause, number \(step)."))
            }
            let now = state
            let kept = try Fixture.renderer { $0 = now }.render(to: site, record: record)
            let full = try Fixture.renderer { $0 = now }.difference(from: site)
            #expect(full.changed.count == 0 && full.removed.count == 0, "step \(step): \(full.changed.first)")
            #expect(kept.files == full.files)
        }
    }
}
