import LegalText

/// Takes out headings that have no words: what they wrap moves up.
enum Wrappers {
    static func dissolve(_ provisions: inout [Provision]) {
        /// Depths of the wrappers around the provision in question, outermost first.
        var around: [Int] = []
        var to = 0
        for index in provisions.indices {
            let depth = provisions[index].depth
            while let last = around.last, last >= depth { around.removeLast() }
            provisions[index].depth -= around.count
            if provisions[index].type == .heading, provisions[index].heading.isEmpty, provisions[index].label.isEmpty,
                provisions[index].text.isEmpty, provisions[index].notes.isEmpty
            {
                around.append(depth)
            } else {
                provisions.swapAt(to, index)
                to += 1
            }
        }
        provisions.removeLast(provisions.count - to)
    }
}
