/// A last question to each record that has all the words: is it wanted?
package protocol RecordFilter {
    /// Asked for rising record numbers.
    mutating func accepts(_ doc: UInt32) -> Bool
}

package struct EveryRecord: RecordFilter {
    package init() {}
    @inline(__always) package mutating func accepts(_ doc: UInt32) -> Bool { true }
}

/// Records without any of some terms (`-word`), or with at least one of many (a prefix): the short lists of these as bits, the long
/// ones asked one after another, longest first.
@safe package struct AnyFilter: RecordFilter {
    private let terms: UnsafeMutableBufferPointer<ScoredCursor>
    private let bits: UnsafeMutablePointer<UInt64>?
    private let excludes: Bool

    /// SAFETY: `terms` are started cursors, `bits` has a bit a record; both alive while the filter is.
    @unsafe package init(terms: UnsafeMutableBufferPointer<ScoredCursor>, bits: UnsafeMutablePointer<UInt64>?, excludes: Bool) {
        unsafe self.terms = terms
        unsafe self.bits = bits
        self.excludes = excludes
    }

    @inline(__always) package mutating func accepts(_ doc: UInt32) -> Bool {
        if let bits = unsafe bits, unsafe bits[Int(doc) &>> 6] &>> UInt64(doc & 63) & 1 == 1 { return !excludes }
        for at in unsafe terms.indices {
            unsafe terms[at].cursor.seek(doc)
            if unsafe terms[at].cursor.doc == doc { return !excludes }
        }
        return excludes
    }
}
