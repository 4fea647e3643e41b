/// The tree of a document, told from the depths of its provisions.
extension AnalyzedDocument {
    /// Indices of the provisions directly below one.
    package func children(of provision: Int) -> [Int] {
        let provisions = document.provisions
        var found: [Int] = []
        var index = provision + 1
        while index < provisions.count, provisions[index].depth > provisions[provision].depth {
            if provisions[index].depth == provisions[provision].depth + 1 { found.append(index) }
            index += 1
        }
        return found
    }

    /// Indices of the provisions above one, outermost first.
    package func ancestors(of provision: Int) -> [Int] {
        let provisions = document.provisions
        guard provisions.indices.contains(provision) else { return [] }
        var found: [Int] = []
        var depth = provisions[provision].depth
        for index in stride(from: provision - 1, through: 0, by: -1) where provisions[index].depth < depth {
            depth = provisions[index].depth
            found.append(index)
            if depth == 0 { break }
        }
        return found.reversed()
    }

    /// The headings above a provision, outermost first.
    package func headings(above provision: Int) -> [String] {
        ancestors(of: provision).map { document.provisions[$0].heading }.filter { !$0.isEmpty }
    }

    /// The words of a provision with those of everything below it: one paragraph each.
    package func wholeText(of provision: Int) -> String {
        let provisions = document.provisions
        guard provisions.indices.contains(provision) else { return "" }
        var lines = [provisions[provision].text]
        var index = provision + 1
        while index < provisions.count, provisions[index].depth > provisions[provision].depth {
            lines.append(
                [provisions[index].label, provisions[index].heading, provisions[index].text].filter { !$0.isEmpty }.joined(separator: " "))
            index += 1
        }
        return lines.filter { !$0.isEmpty }.joined(separator: "\n")
    }
}
