/// What styles, classes and ids say. They repeat all over a page: each spelling is read once, and known again by its hash.
struct HTMLAttributes {
    private static let limit = 4096

    private var styles: [UInt64: HTMLStyle] = [:]
    private var classes: [UInt64: HTMLClasses] = [:]

    mutating func style(_ style: ByteView) -> HTMLStyle {
        let hash = style.hash
        if let known = styles[hash] { return known }
        let flags = HTMLStyle(style.string)
        if styles.count < Self.limit { styles[hash] = flags }
        return flags
    }

    mutating func classes(_ name: ByteView) -> HTMLClasses {
        let hash = name.hash
        if let known = classes[hash] { return known }
        let flags = HTMLClasses(name.string)
        if classes.count < Self.limit { classes[hash] = flags }
        return flags
    }

    /// An id that is a word for page furniture.
    func isFurniture(id: ByteView) -> Bool { id.count >= 3 && HTMLFurniture.names(id.string) }
}
