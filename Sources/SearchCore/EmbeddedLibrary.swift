#if hasFeature(Embedded)

    // What the browser's build uses in the place of Swift's own: small before fast, because it comes over the network.

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

    /// A browser has pieces only: the room `Stored`, which unpacks the rows of a file, is left out of its build.
    package struct StoredRows {
        private let pieces: Pieces?

        package init(_ segment: Segment) { pieces = segment.pieces }

        package func row(_ record: Int) -> StoredRow? { pieces?.rows(of: record)?.row(record) }
    }

    /// The places of a row of things in their order, by merging, as stable as Swift's own. One copy serves everything that is sorted.
    @inline(never) private func sortedPlaces(_ count: Int, _ isBefore: (Int, Int) -> Bool) -> [Int] {
        var sorted = Array(0..<count)
        var merged = sorted
        var width = 1
        while width < count {
            var start = 0
            while start < count {
                let middle = min(start + width, count)
                let end = min(middle + width, count)
                var (left, right) = (start, middle)
                for place in start..<end {
                    let takesRight = left == middle || right < end && isBefore(sorted[right], sorted[left])
                    merged[place] = sorted[takesRight ? right : left]
                    if takesRight { right += 1 } else { left += 1 }
                }
                start = end
            }
            swap(&sorted, &merged)
            width *= 2
        }
        return sorted
    }

    extension Sequence {
        @inline(never) func sorted(by isBefore: (Element, Element) -> Bool) -> [Element] {
            let elements = Array(self)
            var sorted: [Element] = []
            for place in sortedPlaces(elements.count, { isBefore(elements[$0], elements[$1]) }) { sorted.append(elements[place]) }
            return sorted
        }
    }

    extension Sequence where Element: Comparable {
        func sorted() -> [Element] { sorted { $0 < $1 } }
    }

    extension Array {
        /// One copy for a kind of element, where Swift's own stands anew at each place that appends.
        @inline(never) mutating func append(_ element: __owned Element) { self.Swift::append(element) }

        mutating func sort(by isBefore: (Element, Element) -> Bool) { self = sorted(by: isBefore) }
    }

    extension [UInt8] {
        @inline(never) static func == (one: [UInt8], other: [UInt8]) -> Bool { one.elementsEqual(other) }

        @inline(never) static func + (one: [UInt8], other: [UInt8]) -> [UInt8] {
            var both = one
            both.append(contentsOf: other)
            return both
        }
    }

    extension Array where Element: Comparable {
        mutating func sort() { self = sorted { $0 < $1 } }
    }

#endif
