/// Counts the lines of a text as far as it is asked: most places are never asked for, and all questions together cost one pass.
final class LineCounter {
    private let bytes: [UInt8]
    private var offset = 0
    private var line = 1
    private var lineStart = 0

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// From 1.
    func line(at offset: Int) -> Int {
        move(to: offset)
        return line
    }

    /// From 1, in bytes.
    func column(at offset: Int) -> Int {
        move(to: offset)
        return max(offset - lineStart, 0) + 1
    }

    private func move(to target: Int) {
        if target < offset { (offset, line, lineStart) = (0, 1, 0) }
        ByteView.lend(bytes) { view in
            let view = view.part(0, target)
            while true {
                let next = view.find(UInt8(ascii: "\n"), from: offset)
                offset = next
                guard next < view.count else { break }
                line += 1
                lineStart = next + 1
                offset = next + 1
            }
        }
    }
}
