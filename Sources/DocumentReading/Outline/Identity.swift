import LegalText

/// Gives every provision its full number and its eId, once the whole outline is known.
///
/// Number: steps below a section, article or paragraph are bracketed ("5(2)(b)"), a label that repeats its parent stands for itself
/// ("8.1"), parts and schedules keep their word ("Part 1", "Schedule 2, paragraph 3(a)").
/// eId: as in the UK profile of the Akoma Ntoso naming convention (`sec_4__subsec_8__para_b`, `sch_1__para_3`, `sec_1__def__captain`).
/// What is numbered through the document (sections, articles) does not name the parts around it; headings never do, and
/// what has no number is counted (`para_6`). A clash takes the identifier of the enclosing part first, then a suffix (`_2`).
enum Identity {
    static func assign(_ provisions: inout [Provision]) {
        var wanted: Set<String> = []
        guard pass(&provisions, collecting: false, &wanted) else { return }
        // A counted identifier took a printed one (an opening paragraph before "1."): the counted ones give way (`para_nn1`).
        _ = pass(&provisions, collecting: true, &wanted)
        _ = pass(&provisions, collecting: false, &wanted)
    }

    /// Numbers everything; true when a printed number found its identifier taken by a counted one.
    /// - Parameter wanted: the identifiers that printed numbers ask for; filled when `collecting`, else what counted ones avoid.
    private static func pass(_ provisions: inout [Provision], collecting: Bool, _ wanted: inout Set<String>) -> Bool {
        var clashed = false
        var counted: Set<String> = []
        var taken = Set<String>(minimumCapacity: provisions.count)
        var counters: [Counter: Int] = [:]
        var line: [Step] = []
        for index in provisions.indices {
            // Field by field: a copy of a provision retains all it holds.
            let type = provisions[index].type
            let label = provisions[index].label
            line.removeLast(max(0, line.count - provisions[index].depth))
            let parent = line.last ?? Step(root: true)
            let core = type == .definition || label.isEmpty ? "" : LabelCore.of(label)

            let number = self.number(type, label, core: core, parent: parent)
            provisions[index].number = number.text

            // What is numbered through the document hangs on its schedule, or on nothing.
            let isFree = TypeNames.isNumberedThrough(type) && !core.isEmpty && !parent.isInClause
            let base = isFree ? parent.schedule : parent.eId
            var token = LabelCore.slug(core)
            if type == .definition { token = "_" + definitionToken(provisions[index]) }
            if token.isEmpty || token == "_" {
                let counter = Counter(parent: base, type: type)
                counters[counter, default: 0] += 1
                token = String(counters[counter, default: 1])
                if !collecting, wanted.contains(join(base, TypeNames.eId(type) + "_" + token)) { token = "nn" + token }
                counted.insert(join(base, TypeNames.eId(type) + "_" + token))
            }
            let name = TypeNames.eId(type) + "_" + token
            var eId = join(base, name)
            if collecting, !core.isEmpty { wanted.insert(eId) }
            if !taken.insert(eId).inserted {
                if !core.isEmpty, counted.contains(eId) { clashed = true }
                eId = unique(isFree ? join(parent.eId, name) : eId, &taken)
            }
            provisions[index].eId = eId

            var step = parent
            step.core = core
            if !TypeNames.isTransparent(type) || !label.isEmpty { step.eId = eId }
            if TypeNames.isSchedule(type) { step.schedule = eId }
            if !number.text.isEmpty {
                step.number = number.text
                step.isContainer = number.isContainer
            }
            if !TypeNames.isContainer(type) || type == .heading && !core.isEmpty { step.isInClause = true }
            line.append(step)
        }
        return clashed
    }

    /// What the provisions below need to know of one above.
    private struct Step {
        var eId = ""
        var schedule = ""
        var number = ""
        var core = ""
        /// `number` names a part or schedule: what comes next begins a number of its own.
        var isContainer = true
        var isInClause = false

        init(root: Bool) {}
    }

    private struct Counter: Hashable {
        var parent: String
        var type: ProvisionType
    }

    private static func number(_ type: ProvisionType, _ label: String, core: String, parent: Step) -> (text: String, isContainer: Bool) {
        guard !core.isEmpty else { return ("", false) }
        if TypeNames.isContainer(type), type != .heading {
            let own = hasWord(label) ? trimmed(label) : TypeNames.word(type) + " " + core
            return (parent.isContainer && !parent.number.isEmpty ? parent.number + ", " + own : own, true)
        }
        if parent.isContainer || parent.number.isEmpty {
            // In a schedule the number alone would be taken for a section's.
            guard !parent.schedule.isEmpty, !parent.number.isEmpty else {
                // A step below what has no number keeps its brackets.
                let isStep = parent.isInClause && label.utf8.first == UInt8(ascii: "(")
                return (isStep ? "(" + core + ")" : core, false)
            }
            return (parent.number + ", " + TypeNames.word(type).lowercased() + " " + core, false)
        }
        if core.utf8.count > parent.core.utf8.count + 1, !parent.core.isEmpty, core.hasPrefix(parent.core + "."),
            parent.number.hasSuffix(parent.core)
        {
            return (String(parent.number.dropLast(parent.core.count)) + core, false)
        }
        return (parent.number + "(" + core + ")", false)
    }

    private static func join(_ base: String, _ name: String) -> String { base.isEmpty ? name : base + "__" + name }

    private static func unique(_ eId: String, _ taken: inout Set<String>) -> String {
        if taken.insert(eId).inserted { return eId }
        var count = 2
        while !taken.insert(eId + "_" + String(count)).inserted { count += 1 }
        return eId + "_" + String(count)
    }

    /// The defined term as an identifier, from its mark or, without one, the first words.
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
        while let last = text.unicodeScalars.last, ".:;,-–—".unicodeScalars.contains(last) || last == " " {
            text.unicodeScalars.removeLast()
        }
        return String(text)
    }
}
