extension Query {
    /// The same question with words of two parts taken loosely: `non-member` also as "non-HEAT member". Nil where it has none.
    /// A quoted phrase is told by its text, because both are rows of words here.
    func loosened(_ text: String) -> Query? {
        let bytes = Array(text.utf8)
        let isQuoted = bytes.indices.contains { place in
            bytes[place] == 0x22 || bytes[place...].starts(with: [0xE2, 0x80, 0x9C]) || bytes[place...].starts(with: [0xE2, 0x80, 0x9D])
        }
        if isQuoted { return nil }
        var loose = self
        var isChanged = false
        for index in loose.required.indices {
            guard case .phrase(let terms) = loose.required[index], terms.count == 2 else { continue }
            loose.required[index] = .near(.word(terms[0], isAcronym: false), .word(terms[1], isAcronym: false), .words(2))
            isChanged = true
        }
        return isChanged ? loose : nil
    }
}
