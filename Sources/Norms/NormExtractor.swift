package import Language
package import LegalText

/// Reads the norms out of a document's clauses, stems and list items taken together.
package struct NormExtractor: Sendable {
    private let judgesRegulation: Bool

    /// - Parameter judgesRegulation: whether the model of regulatory prose has a say; its own training turns it off.
    package init(judgesRegulation: Bool = true) { self.judgesRegulation = judgesRegulation }

    /// What the clauses of a document say: its norms, and every sentence with its kind.
    package func read(_ document: Document) -> NormReading {
        var reading = NormReading()
        var question = AnsweredQuestion()
        /// The frame each open depth leaves to what hangs below it.
        var open: [(depth: Int, clause: Int, frame: Frame?)] = []
        for (index, provision) in document.provisions.enumerated() {
            while let last = open.last, last.depth >= provision.depth, !Self.continues(provision, last, in: document) { open.removeLast() }
            var inherited = open.last.flatMap { last in last.frame.map { last.clause >= 0 ? $0.inherited(from: last.clause) : $0 } }
            // What goes on behind the items of a condition is the rule again.
            if inherited?.opening == .condition, provision.label.isEmpty { inherited = nil }
            guard provision.isClause, provision.type != .quotation else {
                open.append((provision.depth, -1, inherited))
                continue
            }
            let text = TokenizedText(provision.text)
            let regulates = judgesRegulation && document.kind == .statute && RegulativeJudge.speaks(in: text)
            let frame = ClauseReader.read(
                text, clause: index, frame: inherited, label: 0, question: &question, regulates: regulates, into: &reading)
            open.append((provision.depth, index, frame))
        }
        return reading
    }

    /// "The States shall", and beside it, no deeper, "1. Coordinate their policies": numbered items of a stem that has no number.
    private static func continues(_ item: Provision, _ last: (depth: Int, clause: Int, frame: Frame?), in document: Document) -> Bool {
        guard last.depth == item.depth, last.clause >= 0, last.frame?.opening == .act, !item.label.isEmpty else { return false }
        return document.provisions[last.clause].label.isEmpty
    }

    /// The bytes of "•", "*", "-" or the like at the start of a line; 0 where none stands there.
    private static func bullet(at start: Int, in bytes: [UInt8]) -> Int {
        guard start >= 0, start + 3 < bytes.count else { return 0 }
        switch (bytes[start], bytes[start + 1], bytes[start + 2]) {
        case (0x2A, 0x20, _), (0x2D, 0x20, _): return 1
        case (0xC2, 0xB7, _): return 2
        // The bullet, dashes, and the black and white squares and circles.
        case (0xE2, 0x80, 0xA2), (0xE2, 0x80, 0x93), (0xE2, 0x80, 0x94), (0xE2, 0x80, 0xA3), (0xE2, 0x96, _), (0xE2, 0x97, _): return 3
        default: return 0
        }
    }

    /// The same for running text: `units` are its paragraphs and list items, as `TextOutline` finds them, and ranges count
    /// into `text`.
    /// `agent`, a party as named or a role such as "[landlord]", asks which modalities the text states of that party.
    package func read(text: String, units: [OutlineUnit], agent: String? = nil) -> NormReading {
        read(TokenizedText(text), units: units, agent: agent)
    }

    /// The same for a text that has its tokens already, and maybe its sentences.
    package func read(_ tokenized: TokenizedText, units: [OutlineUnit], sentences: [TextRange]? = nil, agent: String? = nil) -> NormReading
    {
        var reading = NormReading()
        var question = AnsweredQuestion()
        // Who asks for an agent asks about a contract, in which every duty is somebody's.
        let regulates = judgesRegulation && agent == nil && RegulativeJudge.speaks(in: tokenized)
        let units =
            units.isEmpty ? [OutlineUnit(range: TextRange(0, tokenized.bytes.count), label: "", path: [], level: 0, parent: nil)] : units
        var frames = [Frame?](repeating: nil, count: units.count)
        /// What the last line that is no item of a list leaves to the items below it.
        var stem: Frame?
        for (index, unit) in units.enumerated() {
            let bullet = unit.label.isEmpty ? Self.bullet(at: unit.range.start, in: tokenized.bytes) : 0
            let isItem = !unit.label.isEmpty || bullet > 0
            var inherited = unit.parent.flatMap { $0 < index && $0 >= 0 ? frames[$0] : nil }
            // Numbers go on from a stem that stops at its verb, as in a document; bullets hang on whatever their line above leaves open.
            if inherited == nil, isItem, bullet > 0 || stem?.opening == .act { inherited = stem }
            frames[index] = ClauseReader.read(
                tokenized, clause: index, within: unit.range, sentences: unit.range.count == tokenized.bytes.count ? sentences : nil,
                frame: inherited, label: max(unit.label.utf8.count, bullet), question: &question, regulates: regulates, into: &reading)
            if !isItem { stem = frames[index] }
        }
        OpenConditions.close(&reading.norms, units: units, in: tokenized)
        if let agent { reading.labels = AgentLabels.labels(of: agent, in: tokenized, norms: reading.norms) }
        return reading
    }
}

package struct NormReading: Sendable {
    package var norms: [Norm] = []
    package var statements: [Statement] = []
    /// For the agent that was asked about: the modalities stated of it; empty for none.
    package var labels: [Modality] = []

    package init() {}
}
