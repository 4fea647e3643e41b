/// The rank of a numbering in a document: section 1, subsection 2, paragraph 3 and so on.
///
/// Traditions differ in what stands inside what: "(1)" holds "(a)" in British and Canadian law, "(a)" holds "(1)" in American.
/// The document itself tells.
struct LevelScale {
    private let lettersFirst: Bool

    init<Items: RandomAccessCollection>(_ items: Items) where Items.Element == OutlineSearch.Node, Items.Index == Int {
        var numbersInLetters = 0
        var lettersInNumbers = 0
        for item in items where item.parent >= 0 && item.reading.shape == .brackets && items[item.parent].reading.shape == .brackets {
            switch (items[item.parent].reading.numbering, item.reading.numbering) {
            case (.lowerAlpha, .arabic): numbersInLetters += 1
            case (.arabic, .lowerAlpha): lettersInNumbers += 1
            default: break
            }
        }
        lettersFirst = numbersInLetters > lettersInNumbers
    }

    /// The level of an item that stands in one of level `parent` (0 at the top).
    func level(of reading: LabelReading, in parent: Int) -> Int { max(rank(reading), parent + 1) }

    private func rank(_ reading: LabelReading) -> Int {
        switch reading.numbering {
        case .decimal: return Int(reading.depth)
        case .arabic where reading.shape != .brackets: return 1
        case .arabic: return lettersFirst ? 3 : 2
        case .lowerAlpha: return lettersFirst ? 2 : 3
        case .lowerRoman: return lettersFirst ? 5 : 4
        case .upperAlpha: return reading.shape == .dotted ? 1 : lettersFirst ? 4 : 5
        case .upperRoman: return reading.shape == .brackets ? 6 : 1
        case .doubleLower: return lettersFirst ? 7 : 3
        case .doubleUpper: return 5
        }
    }
}
