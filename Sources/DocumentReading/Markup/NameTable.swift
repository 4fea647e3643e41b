/// The element names a reader knows, each with a small number: what a parser hands out instead of strings.
///
/// Built once a dialect. 0 is any other name.
final class NameTable: Sendable {
    let names: [String]
    /// Open addressing by the hash of a name's bytes; -1 is free.
    private let slots: [Int16]
    private let mask: Int
    private let entries: [Entry]
    /// The names one after the other, eight bytes a number.
    private let words: [UInt64]

    private struct Entry {
        /// Where its words begin.
        var start: Int32
        /// In bytes.
        var length: Int32
    }

    /// - Parameter names: without repeats; the first gets number 1.
    init(_ names: [String]) {
        self.names = names
        var capacity = 16
        while capacity < names.count * 3 { capacity *= 2 }
        let mask = capacity - 1
        var slots = [Int16](repeating: -1, count: capacity)
        var words: [UInt64] = []
        var entries: [Entry] = []
        for (index, name) in names.enumerated() {
            ByteView.lend(Array(name.utf8)) { view in
                var slot = Int(truncatingIfNeeded: view.hash) & mask
                while slots[slot] >= 0 { slot = (slot + 1) & mask }
                slots[slot] = Int16(index)
                entries.append(Entry(start: Int32(words.count), length: Int32(view.count)))
                for start in stride(from: 0, to: view.count, by: 8) { words.append(view.word(at: start, before: view.count)) }
            }
        }
        self.mask = mask
        self.slots = slots
        self.entries = entries
        self.words = words
    }

    /// The number of a name, 0 when it is not in the table.
    func number(of name: ByteView) -> UInt16 {
        var slot = Int(truncatingIfNeeded: name.hash) & mask
        while slots[slot] >= 0 {
            let index = Int(slots[slot])
            if Int(entries[index].length) == name.count, matches(name, from: Int(entries[index].start)) { return UInt16(index + 1) }
            slot = (slot + 1) & mask
        }
        return 0
    }

    private func matches(_ name: ByteView, from start: Int) -> Bool {
        var index = 0
        while index < name.count {
            if words[start + index / 8] != name.word(at: index, before: name.count) { return false }
            index += 8
        }
        return true
    }
}
