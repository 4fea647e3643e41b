/// The labels of a list that its mark-up leaves to be counted.
struct ListNumbering {
    /// `arabic`, `alpha`, `alphaupper`, `roman`, `romanupper`; anything else has no labels.
    let type: String
    /// `parens`, `period`, `brackets` and so on.
    let decoration: String
    private var count = 0

    init(type: String, decoration: String) {
        self.type = type
        self.decoration = decoration
    }

    /// The label of the next item, empty when items have none.
    mutating func next() -> String {
        count += 1
        guard let number = Self.numeral(count, type) else { return "" }
        switch decoration {
        case "period": return number + "."
        case "parenRight", "bracketRight": return number + ")"
        case "none": return number
        default: return "(" + number + ")"
        }
    }

    static func numeral(_ number: Int, _ type: String) -> String? {
        switch type {
        case "arabic": String(number)
        case "alpha", "alphalower": letters(number)
        case "alphaupper": letters(number).uppercased()
        case "roman", "romanlower": RomanNumber.spelled(min(number, 3999))
        case "romanupper": RomanNumber.spelled(min(number, 3999)).uppercased()
        default: nil
        }
    }

    /// a to z, then aa, bb.
    private static func letters(_ number: Int) -> String {
        let letter = Character(Unicode.Scalar(UInt8(ascii: "a") + UInt8((number - 1) % 26)))
        return String(repeating: letter, count: min((number - 1) / 26 + 1, 8))
    }
}
