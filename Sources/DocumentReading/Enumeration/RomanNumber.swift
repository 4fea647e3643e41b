/// Roman numbers, as labels write them: canonical, in one case.
enum RomanNumber {
    /// The value of `letters`, nil when they are no canonical Roman number.
    static func value(_ letters: ArraySlice<UInt8>) -> Int? {
        guard !letters.isEmpty, letters.count <= 12 else { return nil }
        var total = 0
        var previous = 0
        for byte in letters.reversed() {
            let digit: Int
            switch byte | 0x20 {
            case 0x69: digit = 1
            case 0x76: digit = 5
            case 0x78: digit = 10
            case 0x6C: digit = 50
            case 0x63: digit = 100
            case 0x64: digit = 500
            case 0x6D: digit = 1000
            default: return nil
            }
            if digit < previous { total -= digit } else { total += digit }
            previous = max(previous, digit)
        }
        guard total > 0, total < 4000, isCanonical(letters, total) else { return nil }
        return total
    }

    /// `number` in small Roman letters.
    static func spelled(_ number: Int) -> String {
        var rest = number
        var letters: [UInt8] = []
        for digit in digits {
            while rest >= digit.value {
                letters += digit.letters
                rest -= digit.value
            }
        }
        return String(decoding: letters, as: UTF8.self)
    }

    private static let digits: [(value: Int, letters: [UInt8])] = [
        (1000, [0x6D]), (900, [0x63, 0x6D]), (500, [0x64]), (400, [0x63, 0x64]), (100, [0x63]), (90, [0x78, 0x63]), (50, [0x6C]),
        (40, [0x78, 0x6C]), (10, [0x78]), (9, [0x69, 0x78]), (5, [0x76]), (4, [0x69, 0x76]), (1, [0x69]),
    ]

    private static func isCanonical(_ letters: ArraySlice<UInt8>, _ value: Int) -> Bool {
        var rest = value
        var index = letters.startIndex
        for digit in digits {
            while rest >= digit.value {
                for letter in digit.letters {
                    guard index < letters.endIndex, letters[index] | 0x20 == letter else { return false }
                    index += 1
                }
                rest -= digit.value
            }
        }
        return index == letters.endIndex
    }
}
