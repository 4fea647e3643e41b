import SearchCore

/// Packs a term's occurrences into the form that `PostingCursor` reads.
struct ListWriter {
    /// Length codes of the field, one a record.
    let lengths: [UInt8]
    /// For each length code, the penalty at this segment's average length: what "best" means for blocks.
    let penalties: [Float]
    private(set) var list: [UInt8] = []
    private(set) var positions: [UInt8] = []

    init(lengths: [UInt8], words: Int) {
        self.lengths = lengths
        penalties = Scoring.lengthPenalties(average: lengths.isEmpty ? 1 : Float(words) / Float(lengths.count))
    }

    mutating func write(_ lists: TermOccurrences, hasPositions: Bool) {
        list.removeAll(keepingCapacity: true)
        positions.removeAll(keepingCapacity: true)
        let found = lists.records.count
        if found < SegmentLayout.blockSize {
            appendShort(lists, 0..<found, base: 0)
            if hasPositions {
                var bits = BitAppender()
                appendPositions(lists, records: 0..<found, positions: lists.positions[...], to: &bits)
                list += bits.finish()
            }
            return
        }
        writeLong(lists, hasPositions: hasPositions)
    }

    private mutating func writeLong(_ lists: TermOccurrences, hasPositions: Bool) {
        let found = lists.records.count
        let blocks = (found + SegmentLayout.blockSize - 1) / SegmentLayout.blockSize
        var groups: [UInt8] = []
        var places: [UInt8] = []
        var entries: [UInt8] = []
        var data: [UInt8] = []
        var best = Best()
        var bestOfGroup = Best()
        var tops = BestTen()
        var position = 0
        var numbers = [UInt32](repeating: 0, count: SegmentLayout.blockSize)
        var packed = BlockWriter()
        for block in 0..<blocks {
            let range = block * SegmentLayout.blockSize..<min(found, (block + 1) * SegmentLayout.blockSize)
            var bestHere = Best()
            var frequencySum = 0
            for at in range {
                let code = lengths[Int(lists.records[at])]
                let frequency = lists.frequencies[at]
                let impact = Float(frequency) / (Float(frequency) + penalties[Int(code)])
                bestHere.take(impact, frequency, code)
                tops.take(impact, frequency, code)
                frequencySum += Int(frequency)
            }
            best.take(bestHere)
            bestOfGroup.take(bestHere)
            if (block + 1) % SegmentLayout.blocksPerGroup == 0 || block + 1 == blocks {
                groups += [bestOfGroup.frequency, bestOfGroup.code]
                bestOfGroup = Best()
            }
            entries.appendLittle(lists.records[range.upperBound - 1])
            places.appendLittle(UInt32(data.count))
            places.appendLittle(UInt32(positions.count))
            let base = block == 0 ? 0 : lists.records[range.lowerBound - 1] + 1
            if range.count < SegmentLayout.blockSize {
                let before = list
                list.removeAll()
                appendShort(lists, range, base: base)
                data += list
                list = before
                entries += [SegmentLayout.isRow, 0]
            } else {
                var next = base
                for (place, at) in range.enumerated() {
                    numbers[place] = lists.records[at] - next
                    next = lists.records[at] + 1
                }
                entries.append(packed.append(numbers, to: &data))
                for (place, at) in range.enumerated() { numbers[place] = min(lists.frequencies[at], 1 << 24) - 1 }
                entries.append(packed.append(numbers, to: &data))
            }
            entries += [bestHere.frequency, bestHere.code]
            if hasPositions {
                var bits = BitAppender()
                appendPositions(lists, records: range, positions: lists.positions[position..<position + frequencySum], to: &bits)
                position += frequencySum
                positions += bits.finish()
            }
        }
        let tenth = tops.tenth
        list += [best.frequency, best.code, tenth.frequency, tenth.code]
        list += groups
        list += entries
        list += places
        list += data
    }

    private mutating func appendShort(_ lists: TermOccurrences, _ range: Range<Int>, base: UInt32) {
        var next = base
        for at in range {
            let frequency = lists.frequencies[at]
            list.appendVarint(Int(lists.records[at] - next) << 1 | (frequency == 1 ? 1 : 0))
            if frequency > 1 { list.appendVarint(Int(min(frequency, 1 << 24)) - 2) }
            next = lists.records[at] + 1
        }
    }

    /// Each position takes as many bits as a field of the record's length needs.
    private func appendPositions(_ lists: TermOccurrences, records: Range<Int>, positions: ArraySlice<UInt32>, to bits: inout BitAppender) {
        var at = positions.startIndex
        for record in records {
            let width = Int(LengthCode.positionBits[Int(lengths[Int(lists.records[record])])])
            for _ in 0..<Int(lists.frequencies[record]) {
                bits.append(positions[at], width: width)
                at += 1
            }
        }
    }
}
