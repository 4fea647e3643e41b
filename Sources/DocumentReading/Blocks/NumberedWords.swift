import LegalText

/// The words behind a block's label: a heading, text, or a heading that runs into the text.
struct NumberedWords {
    /// Empty where there is none.
    private(set) var heading = ""
    /// Where the text begins in the block, in bytes; nil where there is none.
    private(set) var textStart: Int?

    /// - Parameters:
    ///   - start: where the label ends.
    ///   - leadsOn: what comes next is part of this block's provision, not the item after it.
    init(_ block: Block, from start: Int, behind label: LabelReading, leadsOn: Bool) {
        let bytes = Array(block.text.utf8)
        var start = start
        while start < bytes.count, bytes[start].isSpace || (label.shape.isWord && Self.isJoint(bytes, start)) { start += 1 }
        guard start < bytes.count else { return }
        let rest = block.text[TextRange(start, bytes.count)]
        if Self.isHeading(block, TextShape(rest), behind: label, leadsOn: leadsOn) {
            heading = RunInHeading.trimmed(rest)
            return
        }
        if let cut = RunInHeading.end(bytes, from: start, emphasised: block.leadIn) {
            heading = RunInHeading.trimmed(block.text[TextRange(start, cut)])
            start = cut
            while start < bytes.count, bytes[start].isSpace || Self.isJoint(bytes, start) { start += 1 }
        }
        textStart = start
    }

    private static func isHeading(_ block: Block, _ shape: TextShape, behind label: LabelReading, leadsOn: Bool) -> Bool {
        if case .heading = block.kind { return true }
        guard shape.count <= 140, !shape.isOpenEndedList, !shape.hasInnerStop else { return false }
        if shape.isShouted || block.leadIn >= block.text.utf8.count { return !label.isBracketed || shape.looksLikeHeading }
        guard !label.isBracketed, !shape.contains(anyOf: verbs) else { return false }
        if shape.isTitleCase, shape.count <= 100, shape.wordCount <= 12 { return true }
        return leadsOn && shape.count <= 80 && shape.wordCount <= 10 && shape.startsUpper && !shape.isTerminated
    }

    /// With one of these a line is a sentence ("The name of the Company is ..."), no heading.
    private static let verbs: Set<String> = ["is", "are", "shall", "must", "may", "will", "has", "have"]

    /// A dash, dot or colon between a label or heading and what follows.
    private static func isJoint(_ bytes: [UInt8], _ index: Int) -> Bool {
        switch bytes[index] {
        case 0x2D, 0x2E, 0x3A: true
        case 0xE2: index + 2 < bytes.count && bytes[index + 1] == 0x80 && (bytes[index + 2] == 0x93 || bytes[index + 2] == 0x94)
        case 0x80: index > 0 && bytes[index - 1] == 0xE2
        case 0x93, 0x94: index > 1 && bytes[index - 1] == 0x80 && bytes[index - 2] == 0xE2
        default: false
        }
    }
}
