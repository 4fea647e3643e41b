/// An open element of a page, as far as nesting goes.
struct HTMLNesting {
    /// Of its name.
    let hash: UInt64
    /// In the sink's `NameTable`.
    let number: UInt16
    let traits: Traits

    init(hash: UInt64, number: UInt16) {
        self.hash = hash
        self.number = number
        traits = Self.traits(hash)
    }

    /// What decides where an element ends.
    struct Traits: OptionSet {
        var rawValue: UInt32
        /// `p`; and what ends one by beginning.
        static let paragraph = Traits(rawValue: 1)
        static let block = Traits(rawValue: 2)
        static let heading = Traits(rawValue: 4)
        static let listItem = Traits(rawValue: 8)
        /// `dt` and `dd`.
        static let entry = Traits(rawValue: 16)
        static let cell = Traits(rawValue: 32)
        static let row = Traits(rawValue: 64)
        static let rowGroup = Traits(rawValue: 128)
        static let anchor = Traits(rawValue: 256)
        /// What is inside ends nothing outside.
        static let scope = Traits(rawValue: 512)
        static let list = Traits(rawValue: 1024)
        static let table = Traits(rawValue: 2048)
        /// Without content.
        static let void = Traits(rawValue: 4096)
        /// Its words are code.
        static let raw = Traits(rawValue: 8192)
        /// One a page, however often it is written.
        static let once = Traits(rawValue: 16384)
        static let division = Traits(rawValue: 32768)

        /// A small number for the one trait of those that are searched for up the stack; the last for none of them.
        var searched: Int {
            let found = intersection([.paragraph, .listItem, .entry, .cell, .row, .rowGroup])
            return found.isEmpty ? 15 : found.rawValue.trailingZeroBitCount
        }
    }

    /// An end tag closes nothing that weighs more.
    var weight: Int {
        if traits.contains(.table) { return 6 }
        if traits.contains(.rowGroup) { return 5 }
        if traits.contains(.row) { return 4 }
        if traits.contains(.cell) { return 3 }
        return traits.contains(.division) || traits.contains(.list) ? 2 : 1
    }

    private static let groups: [(Traits, [String])] = [
        ([.paragraph, .block], ["p"]), ([.heading, .block], ["h1", "h2", "h3", "h4", "h5", "h6"]), ([.listItem, .block], ["li"]),
        ([.entry, .block], ["dt", "dd"]), ([.cell, .scope], ["td", "th"]), ([.row, .scope], ["tr"]),
        ([.rowGroup, .scope], ["tbody", "thead", "tfoot"]), ([.table, .block, .scope, .list], ["table"]),
        (.scope, ["caption", "object", "svg"]),
        ([.list, .block], ["ul", "ol", "dl", "menu", "dir"]), (.anchor, ["a"]), (.once, ["html", "head", "body"]),
        ([.block, .division], ["div", "section", "article", "main", "aside", "header", "footer", "nav"]),
        (
            .block,
            [
                "address", "blockquote", "center", "details", "dialog", "fieldset", "figcaption", "figure", "form", "hgroup", "pre",
                "summary",
                "search",
            ]
        ),
        ([.void, .block], ["hr"]),
        (
            .void,
            [
                "area", "base", "basefont", "br", "col", "embed", "frame", "img", "input", "isindex", "link", "meta", "param", "source",
                "track", "wbr",
            ]
        ),
        (.raw, ["script", "style"]),
    ]

    private static func traits(_ hash: UInt64) -> Traits {
        var slot = Int(truncatingIfNeeded: hash) & 255
        while table[slot].hash != 0 {
            if table[slot].hash == hash { return table[slot].traits }
            slot = (slot + 1) & 255
        }
        return []
    }

    /// Open addressing by the names' hashes; 0 is free.
    private static let table: [(hash: UInt64, traits: Traits)] = {
        var table = [(hash: UInt64, traits: Traits)](repeating: (0, []), count: 256)
        for (traits, names) in groups {
            for name in names {
                ByteView.lend(Array(name.utf8)) { view in
                    var slot = Int(truncatingIfNeeded: view.hash) & 255
                    while table[slot].hash != 0 { slot = (slot + 1) & 255 }
                    table[slot] = (view.hash, traits)
                }
            }
        }
        return table
    }()
}
