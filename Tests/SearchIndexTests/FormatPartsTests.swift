import Testing

@testable import SearchCore
@testable import SearchIndex

/// Parts of the format alone, against slow and obvious twins.
@Suite struct FormatPartsTests {
    /// What a reader makes of a packed block.
    func unpacked(_ bytes: [UInt8], _ head: UInt8) -> (numbers: [UInt32], end: Int) {
        let owner = SegmentBytes(copying: bytes + [UInt8](repeating: 0, count: 8))
        var numbers = [UInt32](repeating: 0, count: 128)
        let width = Int(head & SegmentLayout.widthBits)
        var end = 16 * width
        // SAFETY: there are 16 bytes a bit, and room for 128 numbers.
        numbers.withUnsafeMutableBufferPointer { numbers in
            unpack128(width, UnsafeRawPointer(owner.bytes.base), numbers.baseAddress!)
            if head & SegmentLayout.hasExceptions != 0 {
                let exceptions = BlockExceptions(owner.bytes, at: end)
                exceptions.add(to: numbers.baseAddress!, width: width)
                end = exceptions.end
            }
        }
        return (numbers, end)
    }

    @Test func blocksComeBackWhateverTheirNumbers() {
        var random = RankedSearchTests.Random(state: 41)
        var writer = BlockWriter()
        for round in 0..<400 {
            let (usual, great) = (random.next(20), random.next(25))
            let often = 1 + random.next(60)
            let numbers = (0..<128).map { _ in
                UInt32(random.next(1 << (random.next(often) == 0 ? great : usual)))
            }
            var bytes: [UInt8] = []
            let head = writer.append(numbers, to: &bytes)
            let (back, end) = unpacked(bytes, head)
            #expect(back == numbers, "round \(round)")
            #expect(end == bytes.count)
            #expect(bytes.count <= 16 * (32 - (numbers.max() ?? 0).leadingZeroBitCount))
            guard head & SegmentLayout.hasExceptions != 0 else { continue }
            let width = UInt32(head & SegmentLayout.widthBits)
            let owner = SegmentBytes(copying: bytes)
            let exceptions = BlockExceptions(owner.bytes, at: 16 * Int(width))
            for place in 0..<128 { #expect(exceptions.upper(of: place) == numbers[place] >> width) }
        }
    }

    /// No number of exceptions makes a reader leave its bytes, nor a number of 25 bits.
    @Test func damagedExceptionsAreHarmless() {
        var random = RankedSearchTests.Random(state: 42)
        for _ in 0..<2000 {
            let count = random.next(80)
            let bytes = (0..<count).map { _ in UInt8(random.next(256)) }
            let owner = SegmentBytes(copying: bytes)
            let exceptions = BlockExceptions(owner.bytes, at: random.next(100))
            var numbers = [UInt32](repeating: 1, count: 128)
            // SAFETY: there are 128 numbers.
            numbers.withUnsafeMutableBufferPointer { exceptions.add(to: $0.baseAddress!, width: random.next(25)) }
            #expect(numbers.allSatisfy { $0 < 1 << 24 })
            _ = exceptions.upper(of: random.next(128))
        }
    }

    @Test func filterKnowsEveryTermAndFewOthers() {
        var dictionary = DictionaryWriter()
        let terms = (0..<3000).map { "t" + String($0 * 7919, radix: 36) }.sorted()
        for term in terms {
            dictionary.add(Array(term.utf8), found: 1, postings: 0, postingsCount: 1, positions: 0, positionsCount: 0)
        }
        let owner = SegmentBytes(copying: dictionary.filter)
        let filter = TermFilter(owner.bytes)
        #expect(terms.allSatisfy { filter.mayHold(Array($0.utf8)) })
        let others = (0..<10_000).map { "t-" + String($0 * 104_729, radix: 36) }
        #expect(others.count { filter.mayHold(Array($0.utf8)) } < 300)
    }

    @Test func textsAreKnownAgain() {
        var random = RankedSearchTests.Random(state: 43)
        var texts = SeenTexts()
        var first: [[UInt8]: Int] = [:]
        for record in 0..<20_000 {
            // Few letters and few lengths: many texts come again, and many differ in one byte.
            let text = [UInt8](repeating: 97, count: 32 + random.next(9)) + (0..<random.next(4)).map { _ in UInt8(97 + random.next(9)) }
            #expect(texts.earlier(text, record: record) == first[text])
            if first[text] == nil { first[text] = record }
        }
        #expect(texts.earlier([1, 2, 3], record: 0) == nil && texts.earlier([1, 2, 3], record: 1) == nil)
    }
}
