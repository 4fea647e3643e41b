/// The label of a list item as a number in its series: "(b)" is the second letter, "3." the third number.
struct ListLabel: Equatable {
    enum Style: Equatable { case number, small, capital }

    private var style: Style
    private var value: Int
    /// A Roman numeral may be meant by a letter; then only the series can tell.
    private var roman: Int?

    /// Nil for labels of several steps ("3.2") and words.
    init?(_ label: String) {
        var bytes = Array(label.utf8)
        while let last = bytes.last, [UInt8(ascii: "."), UInt8(ascii: ")")].contains(last) { bytes.removeLast() }
        while let first = bytes.first, first == UInt8(ascii: "(") { bytes.removeFirst() }
        guard !bytes.isEmpty, bytes.count <= 6 else { return nil }
        if bytes.allSatisfy({ (0x30...0x39).contains($0) }) {
            (style, value) = (.number, bytes.reduce(0) { $0 * 10 + Int($1 - 0x30) })
            return
        }
        let isSmall = bytes.allSatisfy { (0x61...0x7A).contains($0) }
        guard isSmall || bytes.allSatisfy({ (0x41...0x5A).contains($0) }) else { return nil }
        style = isSmall ? .small : .capital
        let letters = bytes.map { Int($0 | 0x20) - 0x61 }
        roman = Self.roman(letters)
        if letters.count == 1 {
            value = letters[0] + 1
        } else if let roman {
            value = roman
        } else {
            return nil
        }
    }

    /// The series jumps forward or stands still from here to `next`. A step back begins another list; that is no gap.
    func hasGap(before next: ListLabel) -> Bool {
        guard style == next.style else { return false }
        let steps = [
            next.value - value, (next.roman ?? .min / 2) - (roman ?? value), (next.roman ?? .min / 2) - value,
            next.value - (roman ?? value),
        ]
        if steps.contains(1) { return false }
        if next == self { return true }
        return steps[0] > 1 && steps[0] < 20
    }

    private static func roman(_ letters: [Int]) -> Int? {
        // i v x l c d m
        let values = [8: 1, 21: 5, 23: 10, 11: 50, 2: 100, 3: 500, 12: 1000]
        var total = 0
        for (index, letter) in letters.enumerated() {
            guard let value = values[letter] else { return nil }
            let following = index + 1 < letters.count ? values[letters[index + 1]] ?? 0 : 0
            total += value < following ? -value : value
        }
        return total
    }
}
