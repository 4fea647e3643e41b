/// Counts the lines of a text as far as it is asked: most places are never asked for, and all questions together cost one pass.
final class LineCounter {
    private let bytes: [UInt8]
    private var offset = 0
    private var line = 1
    /// The last line known to begin before `offset`, and how far has been searched for a later one.
    private var lineStart = 0
    private var searched = 0

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// From 1.
    func line(at offset: Int) -> Int {
        move(to: offset)
        return line
    }

    /// From 1, in bytes.
    func column(at offset: Int) -> Int {
        move(to: offset)
        var index = min(offset, bytes.count)
        while index > searched, bytes[index - 1] != UInt8(ascii: "\n") { index -= 1 }
        if index > searched { lineStart = index }
        searched = max(searched, min(offset, bytes.count))
        return max(offset - lineStart, 0) + 1
    }

    private func move(to target: Int) {
        if target < offset { (offset, line, lineStart, searched) = (0, 1, 0, 0) }
        ByteView.lend(bytes) { line += $0.part(offset, target).count(of: UInt8(ascii: "\n")) }
        offset = max(target, offset)
    }
}
