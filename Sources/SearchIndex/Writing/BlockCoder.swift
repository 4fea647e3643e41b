import SearchCore

/// Writes sequences in the bits that `unpackBlock` reads, with codes made for a sample.
struct BlockCoder {
    private let tokenLengths: [UInt8]
    private let literalLengths: [UInt8]
    private let distanceLengths: [UInt8]
    private let tokenCodes: [UInt16]
    private let literalCodes: [UInt16]
    private let distanceCodes: [UInt16]

    init(sample: [(block: [UInt8], sequences: [PackedSequence])]) {
        // Every byte gets a code: what the sample lacks may come.
        var tokens = [Int](repeating: 1, count: 256)
        var literals = [Int](repeating: 1, count: 256)
        var distances = [Int](repeating: 1, count: 256)
        for (block, sequences) in sample {
            for sequence in sequences {
                tokens[Int(sequence.token)] += 16
                if sequence.length > 0 { distances[sequence.distance >> 8] += 16 }
                for at in sequence.literals { literals[Int(block[at])] += 16 }
            }
        }
        tokenLengths = codeLengths(tokens)
        literalLengths = codeLengths(literals)
        distanceLengths = codeLengths(distances)
        tokenCodes = PrefixCode.codes(tokenLengths)
        literalCodes = PrefixCode.codes(literalLengths)
        distanceCodes = PrefixCode.codes(distanceLengths)
    }

    /// What the section of the dictionary begins with.
    var header: [UInt8] { tokenLengths + literalLengths + distanceLengths }

    func encode(_ block: [UInt8], _ sequences: [PackedSequence]) -> [UInt8] {
        var bits = BitAppender()
        bits.reserve(block.count / 2)
        for sequence in sequences {
            let token = Int(sequence.token)
            bits.append(UInt32(tokenCodes[token]), width: Int(tokenLengths[token]))
            if sequence.literals.count >= 15 { appendLong(sequence.literals.count - 15, &bits) }
            for at in sequence.literals {
                let byte = Int(block[at])
                bits.append(UInt32(literalCodes[byte]), width: Int(literalLengths[byte]))
            }
            guard sequence.length > 0 else { break }
            let upper = sequence.distance >> 8
            bits.append(UInt32(distanceCodes[upper]), width: Int(distanceLengths[upper]))
            bits.append(UInt32(sequence.distance & 0xFF), width: 8)
            let more = sequence.length - StoredCodes.shortestCopy - 15
            if more >= 0 { appendLong(more, &bits) }
        }
        return bits.finish()
    }

    private func appendLong(_ length: Int, _ bits: inout BitAppender) {
        var rest = length
        while rest >= 0x80 {
            bits.append(UInt32(rest & 0x7F | 0x80), width: 8)
            rest >>= 7
        }
        bits.append(UInt32(rest), width: 8)
    }
}

/// Lengths of a prefix code for these counts (all above 0), none longer than 12 bits: Huffman's, with counts flattened until they fit.
func codeLengths(_ counts: [Int]) -> [UInt8] {
    var counts = counts
    while true {
        let lengths = huffmanLengths(counts)
        if lengths.allSatisfy({ $0 <= PrefixCode.longest }) { return lengths.map { UInt8($0) } }
        counts = counts.map { ($0 + 1) / 2 + 1 }
    }
}

private func huffmanLengths(_ counts: [Int]) -> [Int] {
    // Two queues: leaves by rising count, and joints, which rise by themselves.
    let leaves = counts.indices.sorted { (counts[$0], $0) < (counts[$1], $1) }
    var parents = [Int](repeating: -1, count: counts.count * 2 - 1)
    var weights: [Int] = []
    var leaf = 0
    var joint = 0
    func take() -> (node: Int, weight: Int) {
        if joint == weights.count || (leaf < leaves.count && counts[leaves[leaf]] <= weights[joint]) {
            defer { leaf += 1 }
            return (leaves[leaf], counts[leaves[leaf]])
        }
        defer { joint += 1 }
        return (counts.count + joint, weights[joint])
    }
    for number in 0..<(counts.count - 1) {
        let (one, other) = (take(), take())
        parents[one.node] = counts.count + number
        parents[other.node] = counts.count + number
        weights.append(one.weight + other.weight)
    }
    var depths = [Int](repeating: 0, count: parents.count)
    for node in stride(from: parents.count - 2, through: 0, by: -1) { depths[node] = depths[parents[node]] + 1 }
    return Array(depths[..<counts.count])
}
