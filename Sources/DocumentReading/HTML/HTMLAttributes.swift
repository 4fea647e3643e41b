/// What styles, classes and ids say. They repeat all over a page: each spelling is read once, and known again by its hash.
struct HTMLAttributes {
    private var styles = Known<HTMLStyle>()
    private var classes = Known<HTMLClasses>()

    private struct Known<Value> {
        private static var limit: Int { 4096 }
        private var values: [UInt64: Value] = [:]

        mutating func value(of text: ByteView, _ read: (String) -> Value) -> Value {
            let hash = text.hash
            if let known = values[hash] { return known }
            let value = read(text.string)
            if values.count < Self.limit { values[hash] = value }
            return value
        }
    }

    mutating func style(_ style: ByteView) -> HTMLStyle { styles.value(of: style) { HTMLStyle($0) } }

    mutating func classes(_ name: ByteView) -> HTMLClasses { classes.value(of: name) { HTMLClasses($0) } }

    /// An id that is a word for page furniture.
    func isFurniture(id: ByteView) -> Bool { id.count >= 3 && HTMLFurniture.names(id.string) }
}
