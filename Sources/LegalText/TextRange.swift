/// A half-open range of UTF-8 offsets into one text (a clause's, or the whole input of `analyze`).
///
/// Everything inside the program counts UTF-8 code units, because that is how text is stored and scanned. What leaves the
/// program (JSON) counts Unicode scalars: `ScalarOffsets` converts at the edge.
///
/// Public, so that it is inlined in the readers' loops (`Sources/README.md`, "What loops call").
@frozen public struct TextRange: Hashable, Sendable, Codable, Comparable {
    public var start: Int
    public var end: Int

    @inlinable public init(_ start: Int, _ end: Int) {
        self.start = start
        self.end = end
    }

    @inlinable public var count: Int { end - start }
    @inlinable public var isEmpty: Bool { end <= start }

    @inlinable public func contains(_ other: TextRange) -> Bool { start <= other.start && other.end <= end }
    @inlinable public func overlaps(_ other: TextRange) -> Bool { start < other.end && other.start < end }
    @inlinable public func shifted(by offset: Int) -> TextRange { TextRange(start + offset, end + offset) }

    @inlinable public static func == (a: TextRange, b: TextRange) -> Bool { a.start == b.start && a.end == b.end }
    @inlinable public static func < (a: TextRange, b: TextRange) -> Bool { (a.start, a.end) < (b.start, b.end) }
}

extension String {
    /// The text of a range; offsets past the end are cut to it.
    package subscript(_ range: TextRange) -> Substring {
        let lower = utf8.index(startIndex, offsetBy: range.start, limitedBy: endIndex) ?? endIndex
        let upper = utf8.index(startIndex, offsetBy: max(range.start, range.end), limitedBy: endIndex) ?? endIndex
        return self[lower..<upper]
    }
}
