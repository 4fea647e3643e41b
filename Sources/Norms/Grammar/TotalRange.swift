import Language

/// Any text whatever may be hostile, and the grammar looks ahead all the time: so no range of this module can run backwards, and no
/// token can be asked for that is not there. What would trap is empty instead.

func ..< (lower: Int, upper: Int) -> Range<Int> { Range(uncheckedBounds: (lower, max(lower, upper))) }

/// The tokens of a text, total over the integers: outside the text stands a token that is nothing.
struct TokenList {
    private let all: [Token]
    private static var nothing: Token { Token(start: 0, end: 0, kind: .mark) }

    init(_ all: [Token]) { self.all = all }

    var count: Int { all.count }

    subscript(_ index: Int) -> Token {
        @inline(__always) get { index >= 0 && index < all.count ? all[index] : Self.nothing }
    }

    @inline(__always) func holds(_ index: Int) -> Bool { index >= 0 && index < all.count }
}
