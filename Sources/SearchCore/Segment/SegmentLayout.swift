/// The frame of a segment file; `IndexFormat.md` draws it.
package enum SegmentLayout {
    /// "CNCRDSEG"
    package static let magic: UInt64 = 0x4745_5344_5243_4E43
    package static let version: UInt32 = 3
    package static let headerSize = 64
    package static let directoryEntrySize = 24
    package static var prefixSize: Int { headerSize + Section.allCount * directoryEntrySize + 8 }
    /// Doc numbers fit in 24 bits, so that sums of 128 deltas cannot overflow.
    package static let mostRecords = (1 << 24) - 1

    package enum Section: Int {
        case termBlocks, termIndex, postings, positions, textLengths, headingLengths, sentences, facets, facetValues, documents
        case storedIndex, storedBlocks, dictionary, termFilter

        package static var allCount: Int { 14 }
    }

    package static let termsPerBlock = 16
    package static let blockSize = 128
    /// Of a list of blocks: best tf u8, its length code u8, tenth best tf u8, its length code u8.
    package static let listHeadSize = 4
    /// Best tf u8, its length code u8, for every 32 blocks (4,096 records).
    package static let groupEntrySize = 2
    package static let blocksPerGroup = 32
    /// Last record u32, bits of gaps u8, bits of frequencies u8, best tf u8, its length code u8.
    package static let blockEntrySize = 8
    /// Of the bits of gaps or frequencies: the width, and whether some numbers are wider; all bits in a block that is a row of varints.
    package static let widthBits: UInt8 = 31
    package static let hasExceptions: UInt8 = 128
    package static let isRow: UInt8 = 255
    /// Data offset u32, positions offset u32.
    package static let blockPlaceSize = 8
    package static let columnStride = 64

    @inlinable package static func groups(_ blocks: Int) -> Int { (blocks + blocksPerGroup - 1) / blocksPerGroup }
}

/// The first byte of a term in the dictionary: which kind of term it is.
package enum TermKind {
    package static let acronym: UInt8 = 0x41  // A
    package static let facet: UInt8 = 0x66  // f
    package static let heading: UInt8 = 0x68  // h
    package static let key: UInt8 = 0x6B  // k
    package static let number: UInt8 = 0x6E  // n
    package static let text: UInt8 = 0x74  // t

    @inline(__always) package static func hasPositions(_ kind: UInt8) -> Bool { kind == text || kind == heading }
}

/// What opening a segment can find.
public enum SegmentError: Error, Equatable, Sendable {
    case notASegment
    case tooOld(Int)
    case tooNew(Int)
    case corrupt
}
