/// Class names by which publishers and word processors mark headings that are no h1 ... h6.
struct HTMLClasses {
    /// The rank of the heading that a block of this class is; 0 for anything else.
    var headingRank = 0
    /// An inline element that is a heading, or the number in front of one.
    var marksHeading = false
    /// A name for page furniture.
    var isFurniture = false

    init() {}

    /// - Parameter name: the value of a `class` attribute.
    init(_ name: String) {
        headingRank = Self.headingRank(name) ?? 0
        marksHeading = Self.marksHeading(name)
        isFurniture = HTMLFurniture.names(name)
    }

    private static func headingRank(_ name: String) -> Int? {
        for token in name.utf8.split(whereSeparator: { $0 == 0x20 }) {
            for (start, rank) in headings where token.starts(with: start) { return rank }
            for start in numbered where token.starts(with: start) {
                let digit = token.dropFirst(start.count).first ?? 0
                if digit.isDigit, token.count == start.count + 1 { return min(Int(digit - 0x30) + 1, 6) }
            }
        }
        return nil
    }

    private static func marksHeading(_ name: String) -> Bool {
        name.utf8.split(whereSeparator: { $0 == 0x20 }).contains { token in inline.contains { token.elementsEqual($0) } }
    }

    /// The Official Journal's titles of acts, of their parts, of articles, and the articles' subjects; the Commission's templates.
    private static let headings: [(start: [UInt8], rank: Int)] = [
        ("oj-doc-ti", 1), ("doc-ti", 1), ("oj-ti-section", 2), ("ti-section", 2), ("oj-ti-grseq", 3), ("ti-grseq", 3), ("oj-ti-art", 5),
        ("ti-art", 5),
        ("oj-sti-art", 6), ("sti-art", 6), ("title-article", 5), ("MsoTitle", 1), ("Typedudocument", 1), ("Exposdesmotifstitre", 1),
        ("Titreobjet", 2), ("Titrearticle", 5),
        ("Annexetitre", 2),
    ].map { (Array($0.0.utf8), $0.1) }

    /// A word processor's style, its level behind it.
    private static let numbered = ["ManualHeading", "Heading", "heading", "MsoHeading", "Titre", "NumHeading"].map { Array($0.utf8) }

    private static let inline = ["level-heading", "level-num", "heading", "num", "label", "caption", "title"].map { Array($0.utf8) }
}
