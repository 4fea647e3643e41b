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

    extension Sequence {
        /// Sorts by merging, as stable as Swift's own, at a tenth of its code.
        func sorted(by isBefore: (Element, Element) throws -> Bool) rethrows -> [Element] {
            var sorted = Array(self)
            var width = 1
            while width < sorted.count {
                var merged: [Element] = []
                merged.reserveCapacity(sorted.count)
                var start = 0
                while start < sorted.count {
                    let middle = Swift.min(start + width, sorted.count)
                    let end = Swift.min(middle + width, sorted.count)
                    var (left, right) = (start, middle)
                    while left < middle || right < end {
                        if right == end {
                            merged.append(sorted[left])
                            left += 1
                        } else if left == middle {
                            merged.append(sorted[right])
                            right += 1
                        } else if try isBefore(sorted[right], sorted[left]) {
                            merged.append(sorted[right])
                            right += 1
                        } else {
                            merged.append(sorted[left])
                            left += 1
                        }
                    }
                    start = end
                }
                sorted = merged
                width *= 2
            }
            return sorted
        }
    }

    extension Sequence where Element: Comparable {
        func sorted() -> [Element] { sorted { $0 < $1 } }
    }

    extension Array {
        mutating func sort(by isBefore: (Element, Element) throws -> Bool) rethrows { self = try sorted(by: isBefore) }
    }

    extension Array where Element: Comparable {
        mutating func sort() { self = sorted { $0 < $1 } }
    }

#endif
