/// The few things that matter of an inline style.
struct HTMLStyle: OptionSet {
    var rawValue: UInt8

    /// Not shown on the page.
    static let hidden = HTMLStyle(rawValue: 1)
    /// Bold or underlined.
    static let bold = HTMLStyle(rawValue: 2)
    /// Set off from the words before: what touches in the source does not touch on the page.
    static let spaced = HTMLStyle(rawValue: 4)

    init(rawValue: UInt8) { self.rawValue = rawValue }

    init(_ style: String) {
        self = []
        let bytes = Array(style.utf8)
        var index = 0
        while index < bytes.count {
            while index < bytes.count, bytes[index].isSpace || bytes[index] == 0x3B { index += 1 }
            let name = index
            while index < bytes.count, bytes[index] != 0x3A, bytes[index] != 0x3B { index += 1 }
            let nameEnd = index
            if index < bytes.count, bytes[index] == 0x3A { index += 1 }
            while index < bytes.count, bytes[index].isSpace { index += 1 }
            let value = index
            while index < bytes.count, bytes[index] != 0x3B { index += 1 }
            read(bytes[name..<nameEnd], bytes[value..<index])
        }
    }

    private mutating func read(_ name: ArraySlice<UInt8>, _ value: ArraySlice<UInt8>) {
        guard let first = value.first else { return }
        func named(_ word: String) -> Bool { name.elementsEqual(word.utf8) { $0 | 0x20 == $1 | 0x20 } }
        func starts(_ word: String) -> Bool { value.starts(with: word.utf8) { $0 | 0x20 == $1 } }
        switch name.count {
        case 7 where named("display"): if starts("none") { insert(.hidden) }
        case 10 where named("visibility"): if starts("hidden") { insert(.hidden) }
        case 11 where named("font-weight"): if starts("bold") || (first >= 0x36 && first <= 0x39 && value.count >= 3) { insert(.bold) }
        case 15 where named("text-decoration"): if starts("underline") { insert(.bold) }
        case 12 where named("padding-left"), 11 where named("margin-left"): if first != 0x30, first != 0x2D { insert(.spaced) }
        default: break
        }
    }
}
