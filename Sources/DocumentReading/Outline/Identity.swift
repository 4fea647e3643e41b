import LegalText

/// Gives every provision its full number and its eId, in one pass over the finished outline.
///
/// Number: steps below a section, article or paragraph are bracketed ("5(2)(b)"), a label that repeats its parent stands for itself
/// ("8.1"), parts and schedules keep their word ("Part 1", "Schedule 2, paragraph 3(a)").
/// eId: as in the UK profile of the Akoma Ntoso naming convention (`sec_4__subsec_8__para_b`, `sch_1__para_3`, `sec_1__def__captain`).
/// What is numbered through the document (sections, articles) does not name the parts around it; headings never do, and
/// what has no number is counted (`para_6`). Where two want the same, what is counted gives way to what is printed (`para_nn1`),
/// and of two that are printed the second takes the identifier of the enclosing part first, then a suffix (`_2`).
struct Identity {
    /// Who holds an identifier, by its hash, which costs less than the identifier; should two ever agree, one gets a suffix it does not need.
    private var holders = HashTable()
    /// How many without a number stand in a provision, each type for itself.
    private var counts = HashTable()
    /// The suffix last given to an identifier.
    private var suffixes = HashTable()
    private var line: [Step] = []
    /// Cores, numbers and identifiers of the provisions on the line.
    private var scratch = ScratchText()

    static func assign(_ provisions: inout [Provision]) {
        var identity = Identity()
        identity.holders.reserve(provisions.count)
        var span = provisions.mutableSpan
        for index in span.indices { identity.identify(index, in: &span) }
    }

    /// What identifiers begin with, and whose it is; 0 for nobody's.
    private struct Base {
        var eId = ScratchText.Piece()
        var place = 0
    }

    /// What the provisions below need to know of one above.
    private struct Step {
        var base = Base()
        /// The schedule around them.
        var schedule: (base: Base, type: ProvisionType)?
        /// What their numbers begin with.
        var number = ScratchText.Piece()
        /// Its last step, which their labels may repeat.
        var core = ScratchText.Piece()
        /// That number is a part's or schedule's: what comes next begins a number of its own.
        var isContainer = true
        var isInClause = false
        /// Where the texts of this step begin in `scratch`.
        var mark = 0
    }

    private mutating func identify(_ index: Int, in provisions: inout MutableSpan<Provision>) {
        let type = provisions[index].type
        let label = provisions[index].label
        while line.count > provisions[index].depth, let last = line.popLast() { scratch.cut(to: last.mark) }
        var step = line.last ?? Step()
        let above = step.base
        step.mark = scratch.count
        let core: ScratchText.Piece
        let token: ScratchText.Piece
        if case .definition = type {
            core = ScratchText.Piece()
            token = definitionToken(provisions[index])
        } else {
            core = LabelCore.write(label, to: &scratch)
            token = LabelCore.slug(core, in: &scratch)
        }
        let (number, isContainer) = number(type, label, core: core, step)

        let eId: ScratchText.Piece
        if token.isEmpty {
            eId = counted(above, type, index)
        } else {
            // What is numbered through the document hangs on its schedule, or on nothing.
            let isFree = TypeNames.isNumberedThrough(type) && !core.isEmpty && !step.isInClause
            let base = isFree ? step.schedule?.base ?? Base() : above
            eId = printed(base, type, token, index, otherwise: isFree ? above : nil, in: &provisions)
        }
        provisions[index].eId = scratch.string(eId)
        if !number.isEmpty { provisions[index].number = scratch.string(number) }

        let own = Base(eId: eId, place: index + 1)
        if !TypeNames.isTransparent(type) || !label.isEmpty { step.base = own }
        if TypeNames.isSchedule(type) { step.schedule = (own, type) }
        if !number.isEmpty {
            step.number = number
            step.core = core
            step.isContainer = isContainer
        }
        if Self.isClause(type, core) { step.isInClause = true }
        line.append(step)
    }

    /// Holds rules, or is a heading with a number of its own.
    private static func isClause(_ type: ProvisionType, _ core: ScratchText.Piece) -> Bool {
        if case .heading = type { return !core.isEmpty }
        return !TypeNames.isContainer(type)
    }

    // MARK: Identifiers

    /// Writes `base__type_`, without the first step where `base` is empty.
    private mutating func writeStem(_ base: Base, _ type: ProvisionType) {
        if !base.eId.isEmpty {
            scratch.append(base.eId)
            scratch.append("__")
        }
        scratch.append(TypeNames.eId(type))
        scratch.append(UInt8(ascii: "_"))
    }

    /// A printed number's identifier.
    private mutating func printed(
        _ base: Base, _ type: ProvisionType, _ token: ScratchText.Piece, _ index: Int, otherwise: Base?,
        in provisions: inout MutableSpan<Provision>
    ) -> ScratchText.Piece {
        let start = scratch.count
        writeStem(base, type)
        scratch.append(token)
        var eId = scratch.hashedPiece(from: start, beginningWith: base.eId)
        let holder = Holder(holders[eId.hash])
        if let holder, holder.isCounted {
            giveWay(holder.index, before: index, in: &provisions)
        } else if holder != nil {
            if let otherwise { return printed(otherwise, type, token, index, otherwise: nil, in: &provisions) }
            eId = unique(eId)
        }
        holders[eId.hash] = Holder(index: index, isCounted: false).number
        return eId
    }

    /// The position among those of the same type without a number.
    private mutating func counted(_ base: Base, _ type: ProvisionType, _ index: Int) -> ScratchText.Piece {
        let start = scratch.count
        writeStem(base, type)
        let stem = scratch.hashedPiece(from: start, beginningWith: base.eId)
        let counter = stem.hash &+ UInt64(base.place) &* 0x9E37_79B9_7F4A_7C15
        let position = counts[counter] + 1
        counts[counter] = position
        scratch.append(decimal: position)
        var eId = scratch.hashedPiece(from: start, beginningWith: stem)
        guard holders[eId.hash] != 0 else {
            holders[eId.hash] = Holder(index: index, isCounted: true).number
            return eId
        }
        scratch.cut(to: start + stem.count)
        scratch.append("nn")
        scratch.append(decimal: position)
        eId = scratch.hashedPiece(from: start, beginningWith: stem)
        if holders[eId.hash] != 0 { eId = unique(eId) }
        holders[eId.hash] = Holder(index: index, isCounted: false).number
        return eId
    }

    /// With the first suffix that makes it unique.
    private mutating func unique(_ eId: ScratchText.Piece) -> ScratchText.Piece {
        var suffix = max(suffixes[eId.hash], 1)
        while true {
            suffix += 1
            let start = scratch.count
            scratch.append(eId)
            scratch.append(UInt8(ascii: "_"))
            scratch.append(decimal: suffix)
            let candidate = scratch.hashedPiece(from: start, beginningWith: eId)
            if holders[candidate.hash] == 0 {
                suffixes[eId.hash] = suffix
                return candidate
            }
            scratch.cut(to: start)
        }
    }

    /// The provision that holds an identifier.
    private struct Holder {
        var index: Int
        /// Its identifier comes from its position, not from a printed number.
        var isCounted: Bool

        /// As a table keeps it: 0 is nobody.
        var number: Int { (index + 1) * 2 + (isCounted ? 1 : 0) }

        init(index: Int, isCounted: Bool) { (self.index, self.isCounted) = (index, isCounted) }

        init?(_ number: Int) {
            guard number != 0 else { return nil }
            self.init(index: number / 2 - 1, isCounted: number % 2 == 1)
        }
    }

    /// Renames a counted provision, `para_1` to `para_nn1`, and all below it that begin with its name.
    private mutating func giveWay(_ place: Int, before end: Int, in provisions: inout MutableSpan<Provision>) {
        let old = Array(provisions[place].eId.utf8)
        let position = old.lastIndex(of: UInt8(ascii: "_")).map { $0 + 1 } ?? 0
        var index = place
        repeat {
            let eId = Array(provisions[index].eId.utf8)
            if eId.starts(with: old), index == place || eId.dropFirst(old.count).first == UInt8(ascii: "_") {
                let hash = ScratchText.hash(provisions[index].eId)
                let holder = Holder(holders[hash])
                if holder?.index == index { holders[hash] = 0 }
                let start = scratch.count
                scratch.append(eId.span.extracting(..<position))
                scratch.append("nn")
                scratch.append(eId.span.extracting(position...))
                var name = scratch.hashedPiece(from: start)
                if holders[name.hash] != 0 { name = unique(name) }
                let isCounted = index != place && holder?.index == index && holder?.isCounted == true
                holders[name.hash] = Holder(index: index, isCounted: isCounted).number
                provisions[index].eId = scratch.string(name)
                scratch.cut(to: start)
            }
            index += 1
        } while index < end && provisions[index].depth > provisions[place].depth
    }

    /// Writes the defined term as an identifier, from its mark or, without one, the heading.
    private mutating func definitionToken(_ provision: borrowing Provision) -> ScratchText.Piece {
        var term = provision.heading
        for mark in provision.marks where mark.kind == .definedTerm {
            term = String(provision.text[mark.range])
            break
        }
        let slug = LabelCore.slug(term.lowercased())
        let start = scratch.count
        guard !slug.isEmpty else { return ScratchText.Piece() }
        scratch.append(UInt8(ascii: "_"))
        scratch.append(slug)
        return scratch.piece(from: start)
    }

    // MARK: Numbers

    private mutating func number(
        _ type: ProvisionType, _ label: String, core: ScratchText.Piece, _ step: Step
    ) -> (text: ScratchText.Piece, isContainer: Bool) {
        guard !core.isEmpty else { return (ScratchText.Piece(), false) }
        let start = scratch.count
        let above = step.number
        var isHeading = false
        if case .heading = type { isHeading = true }
        if TypeNames.isContainer(type), !isHeading {
            if step.isContainer, !above.isEmpty {
                scratch.append(above)
                scratch.append(", ")
            }
            if Self.hasWord(label) {
                scratch.append(Self.trimmed(label))
            } else {
                scratch.append(TypeNames.word(type))
                scratch.append(UInt8(ascii: " "))
                scratch.append(core)
            }
            return (scratch.piece(from: start), true)
        }
        if step.isContainer || above.isEmpty {
            if let schedule = step.schedule {
                // In a schedule the number alone would be taken for a section's.
                if above.isEmpty { scratch.append(TypeNames.word(schedule.type)) } else { scratch.append(above) }
                scratch.append(", ")
                scratch.append(type.rawValue)
                scratch.append(UInt8(ascii: " "))
                // A step below what has no number keeps its brackets.
                if step.isInClause, label.utf8.first == UInt8(ascii: "(") { bracket(core) } else { scratch.append(core) }
            } else if step.isInClause, label.utf8.first == UInt8(ascii: "(") {
                bracket(core)
            } else {
                // It is its own core.
                return (core, false)
            }
        } else if case .section = type, scratch[core].contains(UInt8(ascii: ".")) {
            // "1.1" under "Article I" is cited by its own number.
            return (core, false)
        } else if repeats(core, step.core), scratch[above].suffix(step.core.count).elementsEqual(scratch[step.core]) {
            scratch.append(above)
            scratch.cut(to: scratch.count - step.core.count)
            scratch.append(core)
        } else {
            scratch.append(above)
            bracket(core)
        }
        return (scratch.piece(from: start), false)
    }

    private mutating func bracket(_ core: ScratchText.Piece) {
        scratch.append(UInt8(ascii: "("))
        scratch.append(core)
        scratch.append(UInt8(ascii: ")"))
    }

    /// "8.1" below "8".
    private func repeats(_ core: ScratchText.Piece, _ above: ScratchText.Piece) -> Bool {
        guard above.count > 0, core.count > above.count + 1 else { return false }
        let rest = scratch[core].dropFirst(above.count)
        return rest.first == UInt8(ascii: ".") && scratch[core].starts(with: scratch[above])
    }

    private static func hasWord(_ label: String) -> Bool {
        var letters = 0
        for byte in label.utf8 {
            letters = (0x41...0x5A).contains(byte & 0xDF) || byte >= 0x80 ? letters + 1 : 0
            if letters > 3 { return true }
        }
        return false
    }

    /// Without the punctuation that ends it.
    private static func trimmed(_ label: String) -> String {
        var text = Substring(label)
        while let last = text.unicodeScalars.last, ".:;,-–— ".unicodeScalars.contains(last) { text.unicodeScalars.removeLast() }
        return String(text)
    }
}
