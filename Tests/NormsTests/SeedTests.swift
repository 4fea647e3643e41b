import Foundation
import LegalText
import Norms
import TestSupport
import Testing

/// The norms of the two first documents, as we read them ourselves, block by block.
struct SeedTests {
    @Test(
        .enabled(if: SharedData.isPresent, Comment(rawValue: SharedData.absent)), arguments: ["heat-collaboration", "strategic-alliance"])
    func readsTheInventory(_ name: String) throws {
        let text = try String(contentsOf: #require(SharedData.folder).appending(path: "seeds/\(name).txt"), encoding: .utf8)
        let blocks = text.split(separator: "\n").map(String.init).filter { !$0.allSatisfy(\.isWhitespace) }
        var document = Document()
        for block in blocks {
            let isItem = block.hasPrefix("- ")
            var provision = Provision(isItem ? .point : .paragraph, depth: isItem ? 1 : 0)
            provision.text = isItem ? String(block.dropFirst(2)) : block
            document.provisions.append(provision)
        }
        let expected = try String(contentsOf: LiterateCase.folder.appending(path: "seeds/\(name).tsv"), encoding: .utf8)
            .split(separator: "\n").filter { !$0.hasPrefix("#") }.map { $0.split(separator: "\t").map(String.init) }
        let found = NormExtractor().read(document).norms.enumerated().map { index, norm in
            let words = norm.action.text.split(separator: " ").map(String.init)
            let row = [
                String(norm.clause + 1), norm.modality.rawValue, norm.strength.rawValue,
                norm.bearers.isEmpty ? "-" : norm.bearers.joined(separator: "; "), words.first ?? "", words.last ?? "",
                String(norm.conditions.count), norm.recurrence.map { "\($0.times)/\($0.every) \($0.period.rawValue)" } ?? "-",
                norm.counterparties.isEmpty ? "-" : norm.counterparties.joined(separator: "; "),
            ]
            guard index < expected.count, expected[index].count == row.count else { return row }
            return zip(row, expected[index]).map { $1 == "?" ? "?" : $0 }
        }
        #expect(found == expected)
    }

    @Test(.enabled(if: SharedData.isPresent, Comment(rawValue: SharedData.absent)))
    func knowsWhoMeets() throws {
        let text = try String(contentsOf: #require(SharedData.folder).appending(path: "seeds/strategic-alliance.txt"), encoding: .utf8)
        var document = Document()
        for block in text.split(separator: "\n").map(String.init) {
            var provision = Provision(.paragraph, depth: block.hasPrefix("- ") ? 1 : 0)
            provision.text = block.hasPrefix("- ") ? String(block.dropFirst(2)) : block
            document.provisions.append(provision)
        }
        let norms = NormExtractor().read(document).norms
        let yearly = try #require(norms.first { $0.participants.count > 4 })
        #expect(yearly.strength == .commitment)
        #expect(yearly.participants.map(\.role) == [.leads, .leads, .attends, .attends, .nominee, .mayAttend])
        #expect(yearly.recurrence?.rrule == "FREQ=YEARLY")
        let thrice = try #require(norms.first { $0.recurrence?.times == 3 })
        #expect(thrice.recurrence?.rrule == nil)
        #expect(thrice.participants.contains { $0.role == .attends })
    }
}
