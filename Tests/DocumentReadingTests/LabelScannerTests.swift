import TestSupport
import Testing

@testable import DocumentReading

/// Labels looked for eight bytes at a time, beside the same looked for at every word.
@Suite struct LabelScannerTests {
    private static let parts = [
        "(a)", "(iv)", "a)", "iv)", "B)", "12)", "3.", "3.1", "42-1", "SCHEDULE A", "Schedule 2", "Article 5.", "§ 301.", "\u{A7}12", "the",
        "rent", "ACME",
        "Part", "(", ")", "[", ";", ":", ".", "\n", "\r\n", "\u{A0}", "\u{2014}", "é", "x1", "Aa)", "abcdefgh)", "abcdefghi)", "A", "I.",
        "\u{0}",
    ]

    @Test func everyWordIsAskedForItsLabel() {
        var generator = SeededGenerator(seed: 5)
        var found = 0
        for round in 0..<4_000 {
            var text = ""
            for _ in 0...(round % 19) {
                text += Self.parts.randomElement(using: &generator)! + ["", " ", " ", " ", "\t"].randomElement(using: &generator)!
            }
            let bytes = Array(text.utf8)
            let fast = LabelScanner.scan(bytes)
            let slow = Self.slowly(bytes)
            found += fast.count
            #expect(fast.map(\.start) == slow.map(\.start) && fast.map(\.end) == slow.map(\.end), "\(text)")
            #expect(fast.map(\.startsLine) == slow.map(\.startsLine), "\(text)")
        }
        #expect(found > 4_000)
    }

    private static func slowly(_ bytes: [UInt8]) -> [LabelCandidate] {
        var scanner = LabelScanner(bytes)
        func isNoBreakSpace(_ index: Int) -> Bool { bytes[index] == 0xC2 && index + 1 < bytes.count && bytes[index + 1] == 0xA0 }
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            if byte == 0x0A || byte == 0x0D {
                scanner.atLineStart = true
                index += 1
            } else if byte.isSpace || isNoBreakSpace(index) {
                index += byte.isSpace ? 1 : 2
            } else {
                if let next = scanner.label(at: index) {
                    index = next
                } else {
                    index += 1
                    guard byte.isWord || byte == 0x2E else {
                        scanner.atLineStart = false
                        continue
                    }
                    while index < bytes.count, bytes[index].isWord, !isNoBreakSpace(index) { index += 1 }
                }
                scanner.atLineStart = false
            }
        }
        return scanner.candidates
    }
}
