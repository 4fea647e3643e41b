/// Numbers for what is inserted between numbered neighbours, as statutes give them.
///
/// Between 6 and 7 stand 6A, 6B ...; between 6 and 6A, 6ZA; between 6A and 6B, 6AA; before 1, A1.
enum InsertedLabel {
    /// A label for the place after `lower` and before `upper` that `isUsed` has not seen.
    static func between(_ lower: String?, _ upper: String?, isUsed: (String) -> Bool) -> String {
        guard let lower else { return before(upper ?? "1", isUsed: isUsed) }
        var label: String
        if let upper, upper.hasPrefix(lower), upper != lower {
            let z = upper.dropFirst(lower.count).prefix { $0 == "Z" }
            label = lower + z + "ZA"
        } else {
            label = next(lower)
            if label == upper { label = lower + letter("A", like: lower) }
        }
        // Identifiers of what is gone are passed over; the bound only keeps a hostile ledger from holding us up.
        for _ in 0..<100_000 where isUsed(label) { label = next(label) }
        return label
    }

    private static func before(_ upper: String, isUsed: (String) -> Bool) -> String {
        var label = upper.first?.isLetter == true ? "Z" + upper : "A" + upper
        for _ in 0..<100_000 where isUsed(label) { label = next(label) }
        return label
    }

    /// 6 -> 6A -> 6B ... 6Z -> 6Z1 -> 6Z2; A1 -> B1; a -> b.
    private static func next(_ label: String) -> String {
        guard let last = label.unicodeScalars.last, last.isASCII else { return label + "A" }
        if isDigit(last) {
            let head = label.unicodeScalars.prefix { !isDigit($0) }
            if let first = head.first, head.count == 1, (65..<90).contains(first.value) {
                return String(Unicode.Scalar(UInt8(first.value + 1))) + label.dropFirst()
            }
            let digits = label.unicodeScalars.reversed().prefix(while: isDigit)
            let rest = String(label.dropLast(digits.count))
            if rest.hasSuffix("Z"), let number = Int(String(String.UnicodeScalarView(digits.reversed()))), number < Int.max {
                return rest + String(number + 1)
            }
            return label + "A"
        }
        switch last.value {
        case 65..<90, 97..<122: return label.dropLast() + String(Unicode.Scalar(UInt8(last.value + 1)))
        default: return label + "1"
        }
    }

    private static func letter(_ upper: String, like label: String) -> String {
        guard let last = label.unicodeScalars.last else { return upper }
        return (97...122).contains(last.value) ? upper.lowercased() : isDigit(last) ? "Z" + upper : upper
    }

    private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { (48...57).contains(scalar.value) }
}
