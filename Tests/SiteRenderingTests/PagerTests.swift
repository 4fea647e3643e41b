import KnowledgeBase
import TestSupport
import Testing

@testable import SiteRendering

@Suite struct PagerTests {
    private func pages(_ items: [Int], size: Int = 40) -> [[Int]] {
        Pager(items, size: size, path: "norms") { Fingerprint("group \($0 / 10)") }.pages.map { Array($0.items) }
    }

    @Test func shortListsStandOnOnePage() {
        #expect(pages(Array(0..<40)) == [Array(0..<40)])
        #expect(pages([]) == [[]])
    }

    @Test func pagesHoldEverythingInOrderAndNoneIsTooLong() {
        for count in [41, 500, 1234, 5000] {
            let pages = pages(Array(0..<count))
            #expect(pages.flatMap { $0 } == Array(0..<count))
            #expect(pages.allSatisfy { !$0.isEmpty && $0.count <= 80 })
            #expect(pages.count <= count / 20 + 1)
        }
    }

    /// A group that no page can hold is cut; the others stay whole.
    @Test func aLongGroupIsCut() {
        let items = Array(repeating: 5, count: 1000)
        let pages = pages(items)
        #expect(pages.allSatisfy { $0.count <= 80 })
        #expect(pages.flatMap { $0 } == items)
    }

    @Test func anItemMoreOrLessChangesItsOwnPageAndPerhapsTheNext() {
        let before = pages(Array(0..<5000))
        var random = SeededGenerator(seed: 3)
        for _ in 0..<200 {
            var items = Array(0..<5000)
            let at = Int.random(in: items.indices, using: &random)
            if Bool.random(using: &random) { items.remove(at: at) } else { items.insert(items[at], at: at) }
            let after = pages(items)
            let kept = Set(before).intersection(after).count
            #expect(kept >= before.count - 4, "at \(at)")
        }
    }

    @Test func eachPageLinksToTheFirstTheLastAndItsNeighbours() throws {
        let site = try Site(
            base: Fixture.base(), words: Words(language: "en", templates: Fixture.templates),
            templates: Templates(folder: Fixture.templates),
            asOf: nil)
        let pages = Array(Pager(Array(0..<5000), size: 40, path: "norms") { Fingerprint("\($0 / 10)") }.pages)
        let navigation = pages[9].navigation(site).string
        #expect(navigation.contains("<b aria-current=\"page\">10</b>"))
        for (number, address) in [
            (1, "../../norms/index.html"), (9, "../../norms/~9/index.html"), (pages.count, "../../norms/~\(pages.count)/index.html"),
        ] {
            #expect(navigation.contains("<a href=\"\(address)\">\(number)</a>"))
        }
        #expect(pages[9].path == "norms/~10")
    }
}
