import YAMLReading

/// A word, a quoted text or a sign of the condition language, with its column in the condition.
struct ConditionToken {
    enum Kind { case word, quoted, sign }

    var kind: Kind
    var text: String
    /// Scalars before it in the condition's text.
    var offset: Int

    /// The column is exact for a plain scalar on one line, which is how conditions are written; a folded one gives its first line.
    func place(in source: YAMLValue) -> FilePlace {
        var place = source.place
        place.column += offset + (source.isQuoted ? 1 : 0)
        return place
    }

    static func split(_ text: String, at source: YAMLValue) throws(FileError) -> [ConditionToken] {
        let scalars = Array(text.unicodeScalars)
        var tokens: [ConditionToken] = []
        var at = 0
        func string(_ range: Range<Int>) -> String { String(String.UnicodeScalarView(scalars[range])) }
        while at < scalars.count {
            let scalar = scalars[at]
            if scalar.properties.isWhitespace {
                at += 1
            } else if scalar == "'" || scalar == "\"" {
                guard let close = scalars[(at + 1)...].firstIndex(of: scalar) else {
                    let place = ConditionToken(kind: .quoted, text: "", offset: at).place(in: source)
                    throw FileError(.expected(.syntax("a closing \(scalar)"), found: string(at..<scalars.count)), at: place)
                }
                tokens.append(ConditionToken(kind: .quoted, text: string(at + 1..<close), offset: at))
                at = close + 1
            } else if isWordScalar(scalar) {
                var end = at + 1
                while end < scalars.count, isWordScalar(scalars[end]) || (scalars[end] == "-" && continuesWord(scalars, at: end)) {
                    end += 1
                }
                tokens.append(ConditionToken(kind: .word, text: string(at..<end), offset: at))
                at = end
            } else {
                let two = at + 1 < scalars.count && scalars[at + 1] == "=" && "!<>".unicodeScalars.contains(scalar)
                tokens.append(ConditionToken(kind: .sign, text: string(at..<at + (two ? 2 : 1)), offset: at))
                at += two ? 2 : 1
            }
        }
        return tokens
    }

    private static func isWordScalar(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) || scalar == "." || scalar == "_"
    }

    /// A hyphen inside a word or a date; " - " is a sign.
    private static func continuesWord(_ scalars: [Unicode.Scalar], at offset: Int) -> Bool {
        offset + 1 < scalars.count && isWordScalar(scalars[offset + 1])
    }
}
