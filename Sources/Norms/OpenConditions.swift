import Language
import LegalText

/// "is entitled to it if— (a) he has applied; and (b) ...": a condition that its clause leaves open runs on through the items below.
///
/// Only running text has them in one piece; in a document each clause has a text of its own, and the slot ends with its clause.
enum OpenConditions {
    static func close(_ norms: inout [Norm], units: [OutlineUnit], in text: TokenizedText) {
        guard !norms.isEmpty, units.contains(where: { $0.parent != nil }) else { return }
        // How far the items below each unit reach, and whether one of them makes a norm of its own.
        var ends = units.map(\.range.end)
        var speaks = [Bool](repeating: false, count: units.count)
        for norm in norms where units.indices.contains(norm.clause) { speaks[norm.clause] = true }
        var isSpokenBelow = [Bool](repeating: false, count: units.count)
        for index in units.indices.reversed() {
            guard let parent = units[index].parent, parent >= 0, parent < index else { continue }
            ends[parent] = max(ends[parent], ends[index])
            isSpokenBelow[parent] = isSpokenBelow[parent] || speaks[index] || isSpokenBelow[index]
        }
        for index in norms.indices where units.indices.contains(norms[index].clause) {
            let unit = norms[index].clause
            guard ends[unit] > units[unit].range.end, !isSpokenBelow[unit] else { continue }
            let (own, end) = (units[unit].range.end, ends[unit])
            norms[index].conditions = norms[index].conditions.map { extended($0, from: own, to: end, in: text) }
            norms[index].exceptions = norms[index].exceptions.map { extended($0, from: own, to: end, in: text) }
        }
    }

    /// A slot with nothing but a colon or a dash between it and the end of its clause.
    private static func extended(_ slot: Slot, from own: Int, to end: Int, in text: TokenizedText) -> Slot {
        guard slot.clause == nil, slot.range.end <= own, own - slot.range.end <= 8, end <= text.bytes.count else { return slot }
        let rest = text.bytes[slot.range.end..<own]
        guard !rest.contains(where: { TextBytes.isLetter($0) || $0 == 0x2E || $0 == 0x3B }) else { return slot }
        let range = TextBytes.trimmed(slot.range.start, end, in: text.bytes)
        let stops: [UInt8] = [0x2E, 0x3B, 0x2C]
        let last = range.end > range.start && stops.contains(text.bytes[range.end - 1]) ? range.end - 1 : range.end
        return Slot(text: String(decoding: text.bytes[range.start..<last], as: UTF8.self), range: TextRange(range.start, last))
    }
}
