/// The known name that is nearest to a misspelt one.
package enum Nearest {
    /// Nil where none is near: more than two letters, or a third of the word, apart.
    package static func name(to text: String, among names: some Sequence<String>) -> String? {
        // Nobody misspells a name into something this long; the distance is quadratic.
        guard text.utf8.count <= 256 else { return nil }
        let wanted = Array(text.unicodeScalars)
        let best = names.lazy.filter { $0.utf8.count <= 256 }.map { (distance(wanted, Array($0.unicodeScalars)), $0) }.min { $0 < $1 }
        guard let best, best.0 <= max(2, wanted.count / 3), best.0 < wanted.count else { return nil }
        return best.1
    }

    /// Levenshtein's: letters put in, taken out or exchanged.
    private static func distance(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Int {
        var row = Array(0...b.count)
        for (i, x) in a.enumerated() {
            var diagonal = row[0]
            row[0] = i + 1
            for (j, y) in b.enumerated() {
                let substitution = diagonal + (x == y ? 0 : 1)
                diagonal = row[j + 1]
                row[j + 1] = min(substitution, row[j] + 1, row[j + 1] + 1)
            }
        }
        return row[b.count]
    }
}
