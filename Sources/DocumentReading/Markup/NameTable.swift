/// The element names a reader knows, each with a small number: what a parser hands out instead of strings.
///
/// Built once a dialect. 0 is any other name.
final class NameTable: Sendable {
    let names: [String]
    /// Open addressing by the hash of a name's bytes; -1 is free.
    private let slots: [Int16]
    private let mask: Int
    /// The names one after the other, and where each begins.
    private let bytes: [UInt8]
    private let starts: [Int32]

    /// - Parameter names: without repeats; the first gets number 1.
    init(_ names: [String]) {
        self.names = names
        var capacity = 16
        while capacity < names.count * 3 { capacity *= 2 }
        mask = capacity - 1
        var slots = [Int16](repeating: -1, count: capacity)
        var bytes: [UInt8] = []
        var starts: [Int32] = [0]
        for (index, name) in names.enumerated() {
            let name = Array(name.utf8)
            bytes += name
            starts.append(Int32(bytes.count))
            let mask = mask
            ByteView.lend(name) { view in
                var slot = Int(truncatingIfNeeded: view.hash) & mask
                while slots[slot] >= 0 { slot = (slot + 1) & mask }
                slots[slot] = Int16(index)
            }
        }
        self.slots = slots
        self.bytes = bytes
        self.starts = starts
    }

    /// The number of a name, 0 when it is not in the table.
    func number(of name: ByteView) -> UInt16 {
        var slot = Int(truncatingIfNeeded: name.hash) & mask
        while slots[slot] >= 0 {
            let index = Int(slots[slot])
            let start = Int(starts[index])
            if Int(starts[index + 1]) - start == name.count, matches(name, from: start) { return UInt16(index + 1) }
            slot = (slot + 1) & mask
        }
        return 0
    }

    private func matches(_ name: ByteView, from start: Int) -> Bool {
        for offset in 0..<name.count where bytes[start + offset] != name[offset] { return false }
        return true
    }
}
