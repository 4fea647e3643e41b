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
    private var counters: [Counter: Int] = [:]
    private var line: [Step] = []
    /// A printed number found its identifier taken by a counted one.
    private var clashed = false
    /// While `isCollecting`, gathers what printed numbers ask for; else what counted ones must avoid.
    private var wanted: Set<UInt64>
    private let isCollecting: Bool

    static func assign(_ provisions: inout [Provision]) {
        var first = Identity(avoiding: [], isCollecting: false, count: provisions.count)
        first.run(&provisions)
        guard first.clashed else { return }
        // A counted identifier took a printed one (an opening paragraph before "1."): the counted ones give way (`para_nn1`).
        var second = Identity(avoiding: [], isCollecting: true, count: provisions.count)
        second.run(&provisions)
        var third = Identity(avoiding: second.wanted, isCollecting: false, count: provisions.count)
        third.run(&provisions)
    }

    private init(avoiding wanted: Set<UInt64>, isCollecting: Bool, count: Int) {
        self.wanted = wanted
        self.isCollecting = isCollecting
        taken.reserve(count)
    }

    /// What the provisions below need to know of one above.
    private struct Step {
        /// The provision whose eId those below begin with, and the schedule around them; -1 for none.
        var base = -1
        var schedule = -1
        /// The provision whose number those below begin with.
        var number = -1
        var core = ""
        /// That number is a part's or schedule's: what comes next begins a number of its own.
        var isContainer = true
        var isInClause = false
    }

    private struct Counter: Hashable {
        var parent: Int
        var type: ProvisionType
    }

    private mutating func run(_ provisions: inout [Provision]) {
        for index in provisions.indices {
            // Field by field: a copy of a provision retains all it holds.
            let type = provisions[index].type
            let label = provisions[index].label
            let depth = provisions[index].depth
            while line.count > depth { line.removeLast() }
            var step = line.last ?? Step()
            let parent = step.base
            let core = type == .definition || label.isEmpty ? "" : LabelCore.of(label)
            let number = Self.number(type, label, core: core, step, provisions)

            // What is numbered through the document hangs on its schedule, or on nothing.
            let isFree = TypeNames.isNumberedThrough(type) && !core.isEmpty && !step.isInClause
            let base = isFree ? step.schedule : parent
            var token = type == .definition ? "_" + Self.definitionToken(provisions[index]) : LabelCore.slug(core)
            let isCounted = token.isEmpty || token == "_"
            if isCounted { token = count(base, type, provisions) }
            var eId = EId(base < 0 ? "" : provisions[base].eId, type, token)
            if isCounted {
                _ = counted.insert(eId.hash)
            } else if isCollecting {
                wanted.insert(eId.hash)
            }
            if !taken.insert(eId.hash) {
                if !isCounted, counted.contains(eId.hash) { clashed = true }
                if isFree { eId = EId(parent < 0 ? "" : provisions[parent].eId, type, token) }
                eId = unique(eId)
            }
            provisions[index].eId = eId.text

            step.core = core
            if !TypeNames.isTransparent(type) || !label.isEmpty { step.base = index }
            if TypeNames.isSchedule(type) { step.schedule = index }
            if !number.text.isEmpty {
                step.number = index
                step.isContainer = number.isContainer
            }
            provisions[index].number = number.text
            if !TypeNames.isContainer(type) || type == .heading && !core.isEmpty { step.isInClause = true }
            line.append(step)
        }
    }

    /// The next position among those without a number.
    private mutating func count(_ base: Int, _ type: ProvisionType, _ provisions: [Provision]) -> String {
        let position = String(counters[Counter(parent: base, type: type), default: 0] + 1)
        counters[Counter(parent: base, type: type), default: 0] += 1
        guard !isCollecting, !wanted.isEmpty else { return position }
        return wanted.contains(EId(base < 0 ? "" : provisions[base].eId, type, position).hash) ? "nn" + position : position
    }

    private mutating func unique(_ eId: EId) -> EId {
        if taken.insert(eId.hash) { return eId }
        var count = 2
        while true {
            let candidate = EId(eId.text + "_" + String(count))
            if taken.insert(candidate.hash) { return candidate }
            count += 1
        }
    }

    private static func number(
        _ type: ProvisionType, _ label: String, core: String, _ step: Step, _ provisions: [Provision]
    ) -> (text: String, isContainer: Bool) {
        guard !core.isEmpty else { return ("", false) }
        let above = step.number < 0 ? "" : provisions[step.number].number
        if TypeNames.isContainer(type), type != .heading {
            let own = hasWord(label) ? trimmed(label) : TypeNames.word(type) + " " + core
            return (step.isContainer && !above.isEmpty ? above + ", " + own : own, true)
        }
        if step.isContainer || above.isEmpty {
            // In a schedule the number alone would be taken for a section's.
            if step.schedule >= 0 {
                let schedule = above.isEmpty ? TypeNames.word(provisions[step.schedule].type) : above
                return (schedule + ", " + TypeNames.word(type).lowercased() + " " + core, false)
            }
            // A step below what has no number keeps its brackets.
            let isStep = step.isInClause && label.utf8.first == UInt8(ascii: "(")
            return (isStep ? "(" + core + ")" : core, false)
        }
        // "1.1" under "Article I" is cited by its own number.
        if type == .section, core.utf8.contains(UInt8(ascii: ".")) { return (core, false) }
        if !step.core.isEmpty, core.utf8.count > step.core.utf8.count + 1, core.hasPrefix(step.core + "."), above.hasSuffix(step.core) {
            return (String(above.dropLast(step.core.count)) + core, false)
        }
        return (bracketed(above, core), false)
    }

    /// `5(2)` and `b` give `5(2)(b)`, in one piece.
    private static func bracketed(_ above: String, _ core: String) -> String {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(above.utf8.count + core.utf8.count + 2)
        bytes.append(contentsOf: above.utf8)
        bytes.append(UInt8(ascii: "("))
        bytes.append(contentsOf: core.utf8)
        bytes.append(UInt8(ascii: ")"))
        return String(decoding: bytes, as: UTF8.self)
    }

    /// The defined term as an identifier, from its mark or, without one, the heading.
    private static func definitionToken(_ provision: Provision) -> String {
        for mark in provision.marks where mark.kind == .definedTerm {
            return LabelCore.slug(provision.text[mark.range].lowercased())
        }
        return LabelCore.slug(provision.heading.lowercased())
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
