import Foundation
import TestSupport
import Testing

@testable import SiteServing

@Suite struct FolderWatchTests {
    @Test func everyKindOfChangeIsSeenOnce() throws {
        let folder = try TemporaryFolder()
        try folder.write("one", to: "a.txt")
        var watch = FolderWatch([folder.url], ignoring: ["ledger.tsv"])
        func isSeen(_ change: () throws -> Void) rethrows -> Bool {
            try change()
            let first = watch.hasChanged()
            return first && !watch.hasChanged()
        }
        let before = watch.hasChanged()
        let edited = try isSeen { try folder.write("two, longer", to: "a.txt") }
        let added = try isSeen { try folder.write("new", to: "deep/b.txt") }
        let removed = try isSeen { try FileManager.default.removeItem(at: folder.url.appending(path: "deep/b.txt")) }
        let ours = try isSeen { try folder.write("by the program", to: "ledger.tsv") }
        #expect([before, edited, added, removed, ours] == [false, true, true, true, false])
    }
}
