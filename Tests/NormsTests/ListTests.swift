import LegalText
import Norms
import Testing

/// Lists of running text, whose items no outline hangs on their stem: bullets, and numbers at the first level.
struct ListTests {
    @Test(arguments: [
        (
            "Members must:\n• wear a badge\n• not smoke in the hall",
            ["obligation Members: wear a badge", "prohibition Members: smoke in the hall"]
        ),
        (
            "The steward is responsible for:\n- opening the hall\n- counting the takings",
            ["obligation steward: opening the hall", "obligation steward: counting the takings"]
        ),
        (
            "If she has an interest, the trustee shall\n1. declare it prior to any discussion\n2. abstain from voting",
            ["obligation trustee: declare it", "obligation trustee: abstain from voting"]
        ),
        (
            "I will:\n* arrive on time\n* bring my kit\nThe club is open.\n* bring a friend",
            ["obligation I: arrive on time", "obligation I: bring my kit"]
        ),
        ("1. The Tenant shall pay the rent.\n2. Keep the garden tidy.", ["obligation Tenant: pay the rent"]),
    ])
    func itemsHangOnTheLineAbove(_ text: String, _ expected: [String]) {
        let reading = NormExtractor().read(text: text, units: Self.lines(of: text))
        #expect(reading.norms.map { "\($0.modality) \($0.bearers.joined(separator: "; ")): \($0.action.text)" } == expected)
    }

    @Test func aConditionOfTheStemIsTheItemsToo() {
        let text = "If she has an interest, the trustee shall\n1. declare it\n2. leave"
        let reading = NormExtractor().read(text: text, units: Self.lines(of: text))
        #expect(reading.norms.map { $0.conditions.map(\.text) } == [["If she has an interest"], ["If she has an interest"]])
    }

    /// Each line is a unit; one that begins with a figure and a stop has that for its label.
    private static func lines(of text: String) -> [OutlineUnit] {
        var start = 0
        return text.split(separator: "\n").map { line in
            let range = TextRange(start, start + line.utf8.count)
            start = range.end + 1
            let label = line.first?.isNumber == true ? String(line.prefix { $0 != " " }) : ""
            return OutlineUnit(range: range, label: label, path: label.isEmpty ? [] : [label], level: label.isEmpty ? 0 : 1, parent: nil)
        }
    }
}
