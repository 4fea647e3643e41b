import Synchronization

/// Frames rendered once and filled many times.
///
/// Pages of one shape (the same template, depth, section and flags) differ only in their slots: title, description, body. Mustache looks
/// every name up anew for each page, which cost a third of a document's page; a frame rendered with marks in the places of the slots costs
/// nothing more after the first. What is not a slot is part of the shape.
final class FrameCache: Sendable {
    private let frames = Mutex<[Shape: Frame]>([:])

    /// All that a page's frame depends on besides the words in its slots.
    struct Shape: Hashable {
        var template: Template
        var root: String
        var section: String
        /// The values that are no slots, by name.
        var constants: [String: String]
        /// The slots, by name: whether each holds anything. A template may ask (`{{#description}}`).
        var slots: [String: Bool]
    }

    /// - Parameter make: renders the template with these texts in its slots.
    func frame(_ shape: Shape, _ make: ([String: String]) -> [UInt8]) -> Frame {
        if let frame = frames.withLock({ $0[shape] }) { return frame }
        let names = shape.slots.keys.sorted()
        let marks = names.enumerated().map { (name: $1, mark: shape.slots[$1] == true ? Frame.mark($0) : "") }
        let frame = Frame(make(Dictionary(uniqueKeysWithValues: marks)), names: names)
        frames.withLock { $0[shape] = frame }
        return frame
    }
}

/// A rendered template with places in it.
struct Frame: Sendable {
    private enum Piece {
        case bytes([UInt8])
        case slot(String, isEscaped: Bool)
    }

    private let pieces: [Piece]
    private let length: Int

    /// Private-use characters around the slot's number, and one that escaping changes: so the template says whether it escapes.
    static func mark(_ number: Int) -> String { "\u{F8F0}\(number)<\u{F8F1}" }

    private static let open = Array("\u{F8F0}".utf8)
    private static let close = Array("\u{F8F1}".utf8)

    fileprivate init(_ bytes: [UInt8], names: [String]) {
        var pieces: [Piece] = []
        var done = 0
        var index = 0
        while index + 3 <= bytes.count {
            guard bytes[index] == Self.open[0], bytes[index..<index + 3].elementsEqual(Self.open) else {
                index += 1
                continue
            }
            var (end, number) = (index + 3, 0)
            while end < bytes.count, bytes[end] &- 0x30 < 10, number < names.count {
                number = number * 10 + Int(bytes[end] &- 0x30)
                end += 1
            }
            let isEscaped = end < bytes.count && bytes[end] == UInt8(ascii: "&")
            let close = bytes[end...].prefix(8).firstIndex(of: Self.close[0])
            guard let close, names.indices.contains(number) else {
                index += 3
                continue
            }
            pieces.append(.bytes(Array(bytes[done..<index])))
            pieces.append(.slot(names[number], isEscaped: isEscaped))
            done = close + 3
            index = done
        }
        pieces.append(.bytes(Array(bytes[done...])))
        self.pieces = pieces
        length = bytes.count
    }

    /// - Parameter slots: what each holds; an empty one is no piece of this frame.
    func filled(_ slots: [String: HTML.Source]) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(length + slots.values.reduce(0) { $0 + $1.length })
        for piece in pieces {
            switch piece {
            case .bytes(let bytes): result += bytes
            case .slot(let name, let isEscaped): slots[name]?.append(isEscaped: isEscaped, to: &result)
            }
        }
        return result
    }
}

extension HTML {
    /// What a slot holds: text that the template escapes, or mark-up that it puts in as it is.
    enum Source: Sendable {
        case text(String)
        case html(HTML)

        var length: Int {
            switch self {
            case .text(let text): text.utf8.count
            case .html(let html): html.bytes.count
            }
        }

        var isEmpty: Bool { length == 0 }

        var string: String {
            switch self {
            case .text(let text): text
            case .html(let html): html.string
            }
        }

        fileprivate func append(isEscaped: Bool, to bytes: inout [UInt8]) {
            switch self {
            case .text(let text) where isEscaped: Escape.append(text.utf8, to: &bytes)
            case .text(let text): bytes += text.utf8
            case .html(let html) where isEscaped: Escape.append(html.bytes, to: &bytes)
            case .html(let html): bytes += html.bytes
            }
        }
    }
}
