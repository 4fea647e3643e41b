import LegalText

/// Takes out provisions that hold nothing: no label, heading or words, and no child that does.
enum Pruning {
    static func removeEmpty(_ provisions: inout [Provision]) {
        var keep = [Bool](repeating: false, count: provisions.count)
        var anyDropped = false
        /// By depth: whether something below it is kept, seen from the end.
        var kept: [Bool] = []
        for index in provisions.indices.reversed() {
            let depth = provisions[index].depth
            while kept.count <= depth + 1 { kept.append(false) }
            let hasChild = kept[depth + 1]
            kept[depth + 1] = false
            let provision = provisions[index]
            keep[index] =
                hasChild || !provision.text.isEmpty || !provision.heading.isEmpty || !provision.label.isEmpty
                || !provision.notes.isEmpty
            if keep[index] { kept[depth] = true } else { anyDropped = true }
        }
        guard anyDropped else { return }
        var to = 0
        for index in provisions.indices where keep[index] {
            provisions.swapAt(to, index)
            to += 1
        }
        provisions.removeLast(provisions.count - to)
    }
}
