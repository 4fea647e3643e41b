#if hasFeature(Embedded)

    /// Text in the browser is its bytes: Swift's own string would bring Unicode's tables along, half as much again as all of the search.
    /// It stands in the place of `String` throughout, with as much of it as the search uses.
    public struct String: Sendable, Equatable, ExpressibleByStringLiteral {
        public let utf8: [UInt8]

        public init(decoding bytes: some Sequence<UInt8>, as encoding: UTF8.Type) { utf8 = Array(bytes) }

        public init(stringLiteral literal: StaticString) {
            // SAFETY: a literal's bytes are static.
            utf8 = unsafe Array(UnsafeBufferPointer(start: literal.utf8Start, count: literal.utf8CodeUnitCount))
        }
    }

    public typealias StringLiteralType = String

#endif
