import LegalText

/// Gives every provision its full number and its eId, once the whole outline is known.
///
/// Number: steps below a section, article or paragraph are bracketed ("5(2)(b)"), a label that repeats its parent stands for itself
/// ("8.1"), parts and schedules keep their word ("Part 1", "Schedule 2, paragraph 3(a)").
/// eId: as in the UK profile of the Akoma Ntoso naming convention (`sec_4__subsec_8__para_b`, `sch_1__para_3`, `sec_1__def__captain`).
/// What is numbered through the document (sections, articles) does not name the parts around it; headings never do, and
/// what has no number is counted (`para_6`). A clash takes the identifier of the enclosing part first, then a suffix (`_2`).
struct Identity {
    /// Hashes of identifiers, which cost less than the identifiers; should two ever agree, one gets a suffix it does not need.
    private var taken = HashSet()
    private var counted = HashSet()
    /// How many without a number stand at each depth of the line, a row of types a depth.
    private var counters = [Int32](repeating: 0, count: 12 * TypeNames.count)
    /// The suffix that the next identifier with this hash gets.
    private var suffixes: [UInt64: Int] = [:]
    private var line: [Step] = []
    /// Numbers and identifiers of the provisions on the line.
    private var scratch = ScratchText()
    /// What the labels come to, by provision.
    private let cores: [String]
    /// A printed number found its identifier taken by a counted one.
    private var clashed = false
    /// What printed numbers ask for, gathered by the first run.
    private var printed: [UInt64] = []
    /// What counted ones must avoid, in the second.
    private let wanted: Set<UInt64>

    static func assign(_ provisions: inout [Provision]) {
        var cores: [String] = []
        cores.reserveCapacity(provisions.count)
        for index in provisions.indices {
            if case .definition = provisions[index].type { cores.append("") } else { cores.append(LabelCore.of(provisions[index].label)) }
        }
        var first = Identity(cores, avoiding: [])
        first.run(&provisions)
        guard first.clashed else { return }
        // A counted identifier took a printed one (an opening paragraph before "1."): the counted ones give way (`para_nn1`).
        var second = Identity(cores, avoiding: Set(first.printed))
        second.run(&provisions)
    }

    private init(_ cores: [String], avoiding wanted: Set<UInt64>) {
        self.cores = cores
        self.wanted = wanted
        taken.reserve(cores.count)
    }

    /// The identifier that those below begin with, and the row in which they are counted.
    private struct Base {
        var eId = ScratchText.Piece()
        var row = 0
    }

    /// What the provisions below need to know of one above.
    private struct Step {
        var base = Base()
        /// The schedule around them.
        var schedule: (base: Base, type: ProvisionType)?
        /// What their numbers begin with.
        var number = ScratchText.Piece()
        /// The provision whose core they may repeat; -1 for none.
        var core = -1
        /// That number is a part's or schedule's: what comes next begins a number of its own.
        var isContainer = true
        var isInClause = false
        /// Where the texts of this step begin in `scratch`.
        var mark = 0
    }

    private mutating func run(_ provisions: inout [Provision]) {
        for index in provisions.indices {
            // Field by field: a copy of a provision retains all it holds.
            let type = provisions[index].type
            let label = provisions[index].label
            let depth = provisions[index].depth
            while line.count > depth, let last = line.popLast() { scratch.cut(to: last.mark) }
            var step = line.last ?? Step()
            step.mark = scratch.count
            let parent = step.base
            let core = cores[index]
            let (number, isContainer) = number(type, label, core: core, step)

            // What is numbered through the document hangs on its schedule, or on nothing.
            let isFree = TypeNames.isNumberedThrough(type) && !core.isEmpty && !step.isInClause
            let base = isFree ? step.schedule?.base ?? Base() : parent
            var token: String
            if case .definition = type { token = Self.definitionToken(provisions[index]) } else { token = LabelCore.slug(core) }
            let isCounted = token.isEmpty
            if isCounted { token = count(base, type) }
            var eId = eId(base, type, token)
            if isCounted {
                _ = counted.insert(eId.hash)
            } else if wanted.isEmpty {
                printed.append(eId.hash)
            }
            if !taken.insert(eId.hash) {
                if !isCounted, wanted.isEmpty, counted.contains(eId.hash) { clashed = true }
                if isFree { eId = self.eId(parent, type, token) }
                if !isFree || !taken.insert(eId.hash) { eId = unique(eId) }
            }
            // There will be a second run: only the hashes count in this one.
            if !clashed {
                provisions[index].eId = scratch.string(eId)
                provisions[index].number = number.isEmpty ? "" : scratch.string(number)
            }

            step.core = index
            if !TypeNames.isTransparent(type) || !label.isEmpty {
                step.base = Base(eId: eId, row: line.count + 1)
                emptyRow(line.count + 1)
            }
            if TypeNames.isSchedule(type) { step.schedule = (Base(eId: eId, row: line.count + 1), type) }
            if !number.isEmpty {
                step.number = number
                step.isContainer = isContainer
            }
            if Self.isClause(type, core) { step.isInClause = true }
            line.append(step)
        }
    }

    /// Holds rules, or is a heading with a number of its own.
    private static func isClause(_ type: ProvisionType, _ core: String) -> Bool {
        if case .heading = type { return !core.isEmpty }
        return !TypeNames.isContainer(type)
    }

    private mutating func emptyRow(_ row: Int) {
        let end = (row + 1) * TypeNames.count
        if counters.count < end { counters.append(contentsOf: repeatElement(0, count: end - counters.count)) }
        for place in end - TypeNames.count..<end { counters[place] = 0 }
    }

    // MARK: Identifiers

    /// `base__type_token`, without the first step where `base` is empty.
    private mutating func eId(_ base: Base, _ type: ProvisionType, _ token: String) -> ScratchText.Piece {
        let start = scratch.count
        if !base.eId.isEmpty {
            scratch.append(base.eId)
            scratch.append(UInt8(ascii: "_"))
            scratch.append(UInt8(ascii: "_"))
        }
        scratch.append(TypeNames.eId(type))
        scratch.append(UInt8(ascii: "_"))
        scratch.append(token)
        return scratch.piece(from: start, beginningWith: base.eId)
    }

    /// The next position among those without a number.
    private mutating func count(_ base: Base, _ type: ProvisionType) -> String {
        let place = base.row * TypeNames.count + TypeNames.index(type)
        counters[place] += 1
        let position = String(counters[place])
        guard !wanted.isEmpty else { return position }
        let start = scratch.count
        let isWanted = wanted.contains(eId(base, type, position).hash)
        scratch.cut(to: start)
        return isWanted ? "nn" + position : position
    }

    /// With the first suffix that makes it unique.
    private mutating func unique(_ eId: ScratchText.Piece) -> ScratchText.Piece {
        var count = suffixes[eId.hash, default: 2]
        while true {
            let start = scratch.count
            scratch.append(eId)
            scratch.append(UInt8(ascii: "_"))
            scratch.append(String(count))
            let candidate = scratch.piece(from: start, beginningWith: eId)
            count += 1
            if taken.insert(candidate.hash) {
                suffixes[eId.hash] = count
                return candidate
            }
            scratch.cut(to: start)
        }
    }

    /// The defined term as an identifier, from its mark or, without one, the heading.
    private static func definitionToken(_ provision: Provision) -> String {
        for mark in provision.marks where mark.kind == .definedTerm {
            return underscored(LabelCore.slug(provision.text[mark.range].lowercased()))
        }
        return underscored(LabelCore.slug(provision.heading.lowercased()))
    }

    private static func underscored(_ token: String) -> String { token.isEmpty ? "" : "_" + token }

    private static func isHeading(_ type: ProvisionType) -> Bool { if case .heading = type { true } else { false } }

    private static func isSection(_ type: ProvisionType) -> Bool {
        if case .section = type { true } else { false }
    }

    // MARK: Numbers

    private mutating func number(
        _ type: ProvisionType, _ label: String, core: String, _ step: Step
    ) -> (text: ScratchText.Piece, isContainer: Bool) {
        guard !core.isEmpty else { return (ScratchText.Piece(), false) }
        let start = scratch.count
        let above = step.number
        if TypeNames.isContainer(type), !Self.isHeading(type) {
            if step.isContainer, !above.isEmpty {
                scratch.append(above)
                scratch.append(", ")
            }
            scratch.append(Self.hasWord(label) ? Self.trimmed(label) : TypeNames.word(type) + " " + core)
            return (scratch.piece(from: start), true)
        }
        if step.isContainer || above.isEmpty {
            if let schedule = step.schedule {
                // In a schedule the number alone would be taken for a section's.
                if above.isEmpty { scratch.append(TypeNames.word(schedule.type)) } else { scratch.append(above) }
                scratch.append(", ")
                scratch.append(TypeNames.word(type).lowercased())
                scratch.append(" ")
                scratch.append(core)
            } else if step.isInClause, label.utf8.first == UInt8(ascii: "(") {
                // A step below what has no number keeps its brackets.
                bracket(core)
            } else {
                scratch.append(core)
            }
        } else if Self.isSection(type), core.utf8.contains(UInt8(ascii: ".")) {
            // "1.1" under "Article I" is cited by its own number.
            scratch.append(core)
        } else if step.core >= 0, repeats(core, cores[step.core]), scratch.hasSuffix(above, cores[step.core]) {
            scratch.append(above)
            scratch.cut(to: scratch.count - cores[step.core].utf8.count)
            scratch.append(core)
        } else {
            scratch.append(above)
            bracket(core)
        }
        return (scratch.piece(from: start), false)
    }

    private mutating func bracket(_ core: String) {
        scratch.append(UInt8(ascii: "("))
        scratch.append(core)
        scratch.append(UInt8(ascii: ")"))
    }

    /// "8.1" below "8".
    private func repeats(_ core: String, _ above: String) -> Bool {
        let length = above.utf8.count
        guard length > 0, core.utf8.count > length + 1, core.utf8.starts(with: above.utf8) else { return false }
        return core.utf8.dropFirst(length).first == UInt8(ascii: ".")
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
