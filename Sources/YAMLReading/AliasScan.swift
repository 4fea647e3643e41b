/// Finds an alias (`*name`) in YAML that also has an anchor (`&name`), before anything is composed.
///
/// A few lines of aliases of aliases unfold to more nodes than a machine holds, and the parser hashes what it unfolds. None of
/// our files needs them, so they are refused with their place. Only the beginnings of values are looked at: quoted texts, block
/// texts and comments may hold any sign.
enum AliasScan {
    /// Line and column of the first alias, from 1; nil where there is none, or nothing that one could stand for.
    static func alias(in text: String) -> (line: Int, column: Int)? {
        var scan = Scan(bytes: Array(text.utf8))
        scan.run()
        return scan.hasAnchor ? scan.alias : nil
    }

    private struct Scan {
        let bytes: [UInt8]
        var at = 0
        var line = 1
        var lineStart = 0
        var hasAnchor = false
        var alias: (line: Int, column: Int)?
        /// A value may begin here.
        private var isOpen = true
        /// Open brackets and braces around it.
        private var flow = 0
        /// The indentation of the line, and that of a block text's opening line while inside one.
        private var indent = 0
        private var block: Int?

        init(bytes: [UInt8]) { self.bytes = bytes }

        mutating func run() {
            while at < bytes.count {
                if at == lineStart, skipsBlockLine() { continue }
                let byte = bytes[at]
                switch byte {
                case 0x0A, 0x0D: newLine(byte)
                case 0x20, 0x09: at += 1
                case UInt8(ascii: "#") where at == lineStart || isSpace(at - 1): skipLine()
                case UInt8(ascii: "[") where isOpen || flow > 0, UInt8(ascii: "{") where isOpen || flow > 0:
                    flow += 1
                    isOpen = true
                    at += 1
                case UInt8(ascii: "]") where flow > 0, UInt8(ascii: "}") where flow > 0:
                    flow -= 1
                    isOpen = false
                    at += 1
                case UInt8(ascii: ",") where flow > 0, UInt8(ascii: ":") where isSpace(at + 1) || flow > 0:
                    isOpen = true
                    at += 1
                case UInt8(ascii: "-") where isOpen && isSpace(at + 1), UInt8(ascii: "?") where isOpen && isSpace(at + 1): at += 1
                case UInt8(ascii: "\"") where isOpen, UInt8(ascii: "'") where isOpen: skipQuoted(byte)
                case UInt8(ascii: "|") where isOpen, UInt8(ascii: ">") where isOpen:
                    block = indent
                    skipLine()
                case UInt8(ascii: "&") where isOpen && isName(at + 1):
                    hasAnchor = true
                    skipName()
                case UInt8(ascii: "*") where isOpen && isName(at + 1):
                    if alias == nil { alias = (line, at - lineStart + 1) }
                    skipName()
                case UInt8(ascii: "!") where isOpen: skipName()
                default:
                    isOpen = false
                    at += 1
                }
            }
        }

        private func isSpace(_ offset: Int) -> Bool { offset >= bytes.count || offset < 0 || bytes[offset] <= 0x20 }
        private func isName(_ offset: Int) -> Bool { offset < bytes.count && bytes[offset] > 0x20 }

        private mutating func newLine(_ byte: UInt8) {
            at += byte == 0x0D && at + 1 < bytes.count && bytes[at + 1] == 0x0A ? 2 : 1
            line += 1
            lineStart = at
            indent = 0
            while at + indent < bytes.count, bytes[at + indent] == 0x20 { indent += 1 }
            isOpen = true
        }

        /// Passes a line of a block text: blank, or further in than the line that opened it.
        private mutating func skipsBlockLine() -> Bool {
            guard let opened = block else { return false }
            let first = at + indent < bytes.count ? bytes[at + indent] : 0x0A
            if indent > opened || first == 0x0A || first == 0x0D {
                skipLine()
                if at < bytes.count { newLine(bytes[at]) }
                return true
            }
            block = nil
            return false
        }

        private mutating func skipLine() { while at < bytes.count, bytes[at] != 0x0A, bytes[at] != 0x0D { at += 1 } }

        /// A name and the sign before it; a value may still follow.
        private mutating func skipName() { while at < bytes.count, bytes[at] > 0x20, ![0x2C, 0x5D, 0x7D].contains(bytes[at]) { at += 1 } }

        private mutating func skipQuoted(_ quote: UInt8) {
            at += 1
            while at < bytes.count, bytes[at] != quote {
                if bytes[at] == 0x0A {
                    line += 1
                    lineStart = at + 1
                }
                at += bytes[at] == UInt8(ascii: "\\") && quote == UInt8(ascii: "\"") ? 2 : 1
            }
            at += 1
            isOpen = false
        }
    }
}
