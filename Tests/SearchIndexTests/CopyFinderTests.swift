import Testing

@testable import SearchCore
@testable import SearchIndex

extension CopyFinder {
    fileprivate func sequences(of raw: [UInt8]) -> [PieceModel.Sequence] {
        var sequences: [PieceModel.Sequence] = []
        forEachSequence(of: raw) { sequences.append($0) }
        return sequences
    }
}

/// What a finder says is to be copied gives the bytes back, within its window and beyond it.
@Suite struct CopyFinderTests {
    private func unpacked(_ sequences: [PieceModel.Sequence], of raw: [UInt8], preset: [UInt8]) -> [UInt8] {
        var bytes = preset
        var at = 0
        for sequence in sequences {
            bytes += raw[at..<(at + sequence.literals)]
            for _ in 0..<sequence.length { bytes.append(bytes[bytes.count - sequence.distance]) }
            at += sequence.literals + sequence.length
        }
        return Array(bytes.dropFirst(preset.count))
    }

    @Test(arguments: [0, 5, 3000]) func copiesGiveTheBytesBack(presetCount: Int) {
        var random = PieceTests.Random(state: 3)
        func text(_ count: Int) -> [UInt8] { (0..<count).map { _ in UInt8(random.next(7) == 0 ? random.next(200) : random.next(4)) } }
        let preset = text(presetCount)
        let finder = CopyFinder(preset: preset)
        let start = text(2000)
        // Longer than the window, with its beginning again at the end; then a short one, for which the finder must be as new.
        for raw in [start + text(700_000) + start + preset, preset + start, []] {
            let sequences = finder.sequences(of: raw)
            #expect(unpacked(sequences, of: raw, preset: preset) == raw)
            #expect(sequences.count < max(1, raw.count / 2))
        }
        let again = CopyFinder(preset: preset).sequences(of: preset + start)
        #expect(finder.sequences(of: preset + start).map(\.distance) == again.map(\.distance))
    }
}
