import Language
import LegalText

extension ReferenceScanner {
    // MARK: "§ 42-3141.02(b)", "§§ 5, 6 and 7"

    mutating func sectionSigns(at start: Int) -> Int {
        var offset = start
        var signs = 0
        while offset + 1 < bytes.count, bytes[offset] == 0xC2, bytes[offset + 1] == 0xA7 {
            signs += 1
            offset += 2
        }
        let first = skipSpace(offset)
        let name = Rank.Name(rank: .section, isPlural: signs > 1)
        let list = signedNumbers(at: first, isPlural: signs > 1)
        guard let last = list.last else { return max(offset, start + 2) }
        if isHeading(start, last.range.end, list.count) { return last.range.end }
        let tail = of(after: last.range.end, name.rank)
        for (index, number) in list.enumerated() {
            let range = signs > 1 || index > 0 ? number.range : TextRange(start, number.range.end)
            let cited = string(number.range)
            mentions.append(
                Mention(
                    form: .numbered, range: range, target: tail.work.map { $0 + ", § " + cited } ?? cited, work: tail.work,
                    scope: tail.work == nil ? (number.isCode ? .document : .internal) : .document))
        }
        return last.range.end
    }

    private func signedNumbers(at start: Int, isPlural: Bool) -> [CitationNumber] {
        guard let first = CitationNumber(bytes, at: start, letters: false), !first.base.isEmpty else { return [] }
        var list = [first]
        var end = first.range.end
        while list.count < 200, let joint = joint(at: end) ?? remark(at: end).flatMap({ self.joint(at: $0) }) {
            guard let next = CitationNumber(bytes, at: joint, letters: false) else { break }
            end = next.range.end
            // "§§ 5-101(b)(3) and (d), 5-204": the steps belong to the section before, the list goes on.
            if next.base.isEmpty { continue }
            guard next.isCode ? first.isCode : isPlural && !first.isCode && isFree(next) else { break }
            list.append(next)
        }
        return list
    }

    /// The end of " [repealed]" or " (adoptions)" after a number in a list.
    private func remark(at offset: Int) -> Int? {
        let start = skipSpace(offset)
        guard start > offset, start < bytes.count, bytes[start] == 0x5B || bytes[start] == 0x28 else { return nil }
        var end = start + 1
        while end < bytes.count, end - start < 60, TextBytes.isLetter(bytes[end]) || bytes[end] == 0x20 { end += 1 }
        return end < bytes.count && (bytes[end] == 0x5D || bytes[end] == 0x29) && end > start + 4 ? end + 1 : nil
    }
}
