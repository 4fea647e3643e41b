/// Chooses what the packer starts each block with: the stretches of a sample that share most with the rest of it.
/// The sample is cut into as many spans as stretches are wanted; of each span the stretch with the most frequent eight-byte strings is kept.
func presetDictionary(from sample: [UInt8]) -> [UInt8] {
    let stretch = 64
    let size = min(BlockPacker.mostDictionary, sample.count / 16 / stretch * stretch)
    guard size >= 1024 else { return [] }
    let bits = 18
    var counts = [UInt16](repeating: 0, count: 1 << bits)
    func slot(_ at: Int) -> Int {
        var word: UInt64 = 0
        for place in 0..<8 { word = word << 8 | UInt64(sample[at + place]) }
        return Int((word &* 0x9E37_79B1_85EB_CA87) >> UInt64(64 - bits))
    }
    let slots = (0..<(sample.count - 8)).map(slot)
    for slot in slots where counts[slot] < .max { counts[slot] += 1 }
    let spans = size / stretch
    let span = slots.count / spans
    var chosen: [(score: Int, start: Int)] = []
    for number in 0..<spans {
        let start = number * span
        var score = 0
        var best = (score: -1, start: start)
        for at in start..<min(start + span, slots.count) {
            score += Int(counts[slots[at]])
            if at >= start + stretch { score -= Int(counts[slots[at - stretch]]) }
            if at >= start + stretch - 1, score > best.score { best = (score, at - stretch + 1) }
        }
        chosen.append(best)
        // What is in the dictionary once need not be there again.
        for at in best.start..<min(best.start + stretch, slots.count) { counts[slots[at]] = 0 }
    }
    // The best stand last, where distances are least.
    chosen.sort { ($0.score, $0.start) < ($1.score, $1.start) }
    return chosen.flatMap { sample[$0.start..<min($0.start + stretch, sample.count)] }
}
