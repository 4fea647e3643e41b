import LegalText

/// Plays a dialect's table against the events of a parse, and so builds the outline.
///
/// A value, so that an event costs one check of exclusive access (`DialectSink`'s), not one a field.
struct DialectReader {
    let dialect: Dialect
    private let roles: [Role]
    var builder = OutlineBuilder()
    var document = Document()
    /// Where the element that begins stands.
    private var offset = 0
    /// Counts the lines of the file that is being read.
    var lines: LineCounter?
    /// A file to be read in the place where the element that begins stands.
    var include: String?
    /// For a dialect's own use: the part of the metadata it stands in, what it has seen.
    var context = ""
    var memory: [String: String] = [:]
    /// The marks that end the quotations that are open, where the mark-up gives them as attributes.
    var closings: [String] = []
    /// Lists that are open, innermost last, where a dialect counts their items.
    var lists: [ListNumbering] = []

    private var frames: [Frame] = []
    /// Elements open inside a skipped one, itself included.
    private var skipped = 0
    private var muted = 0
    private var quoted = 0
    private var asides = 0
    /// Containers that a heading opened and the next heading of its level closes.
    private var levels: [Level] = []
    private var targets: [String] = []
    private var noteNames: [String] = []
    /// A label or heading that stands before the provision it belongs to.
    var pendingLabel = ""
    var pendingHeading = ""
    /// The words of a provision that keeps its lines.
    private var raw: [UInt8]?
    private var notes = NoteLinks()
    private var faults = 0

    private struct Frame {
        var role: Role
        var number: UInt16
        /// How many provisions were open before it.
        var depth: Int
        /// `label` and `heading` inside belong to the provision this element opened.
        var ownsProvision = false
        var savedMuted = 0
        var awaitsWords = false
    }

    private struct Level {
        var rank: Int
        var depth: Int
        /// How many elements were open around the heading.
        var frames: Int
    }

    init(_ dialect: Dialect) {
        self.dialect = dialect
        roles = dialect.roles
        document.format = dialect.format
    }

    // MARK: Events

    mutating func start(_ element: borrowing MarkupElement) {
        if skipped > 0 {
            skipped += 1
            return
        }
        offset = element.offset
        var role = roles[Int(element.number)]
        if case .ask = role { role = dialect.refine(&self, element) }
        var frame = Frame(role: role, number: element.number, depth: builder.depth)
        if quoted > 0 { role = Self.quotedRole(role) }
        if asides > 0 { role = Self.asideRole(role) }
        frame.role = role
        switch role {
        case .inline, .ask: break
        case .header: frame.ownsProvision = ownsProvision
        case .level: frame.ownsProvision = true
        case .levelHeading: builder.beginCapture()
        case .list: builder.space()
        case .space: builder.space()
        case .wrapper:
            builder.space()
            frame.awaitsWords = true
        case .skip:
            skipped = 1
            return
        case .block: beginBlock()
        case .mute: muted += 1
        case .aside:
            muted += 1
            asides += 1
        case .provision(let type), .rawProvision(let type):
            frame.savedMuted = muted
            muted = 0
            builder.begin(type, line: line)
            frame.ownsProvision = true
            givePending()
            if case .rawProvision = role { raw = [] }
            for identifier in dialect.identifiers { if let value = element[identifier] { builder.addAlias(value) } }
        case .label, .heading:
            if ownsProvision {
                builder.beginCapture()
            } else {
                frame.role = .block
                beginBlock()
            }
        case .quoted:
            if stands { builder.begin(.quotation, line: line) }
            quoted += 1
            builder.space()
        case .quotedInline: quoted += 1
        case .noteMark:
            notes.mark(element.first(of: dialect.noteNames) ?? "", in: &builder)
            builder.beginCapture()
        case .noteText:
            noteNames.append(element.first(of: dialect.noteNames) ?? "")
            builder.beginCapture()
        case .note: builder.beginNote()
        case .reference:
            targets.append(element.first(of: dialect.targets) ?? "")
            builder.beginMark()
        case .date:
            targets.append(element.first(of: ["ISO", "date"]) ?? "")
            builder.beginMark()
        case .term, .name, .emphasis: builder.beginMark()
        case .cell: builder.cell()
        case .capture: builder.beginCapture()
        case .tap:
            if builder.isInside(.signature) { builder.space() }
            if muted > 0 {
                frame.role = .capture
                builder.beginCapture()
            } else {
                builder.beginMark()
            }
        }
        frames.append(frame)
    }

    mutating func end(_ name: UInt16) {
        if skipped > 0 {
            skipped -= 1
            return
        }
        guard let frame = frames.popLast() else { return }
        switch frame.role {
        case .inline, .ask, .skip, .space, .cell, .header, .level: break
        case .block, .wrapper: builder.space()
        case .mute: muted -= 1
        case .aside:
            muted -= 1
            asides -= 1
        case .provision: muted = frame.savedMuted
        case .rawProvision:
            muted = frame.savedMuted
            if let words = raw.take() { RunningText.add(words, to: &builder, line: line) }
        case .label: addLabel(builder.endCapture())
        case .heading, .levelHeading: builder.addHeading(builder.endCapture())
        case .list:
            if !lists.isEmpty { lists.removeLast() }
            builder.space()
        case .quoted:
            quoted -= 1
            close()
            builder.space()
            builder.tighten()
        case .quotedInline:
            quoted -= 1
            close()
        case .note: builder.endNote()
        case .noteMark: notes.label(builder.endCapture(), in: &builder)
        case .noteText: notes.text(noteNames.popLast() ?? "", builder.endCapture())
        case .reference:
            let target = targets.popLast() ?? ""
            builder.endMark { .reference(target: target.isEmpty ? $0 : target) }
        case .date:
            let value = targets.popLast() ?? ""
            builder.endMark(value.isEmpty ? nil : .date(value))
        case .term: builder.endMark(.definedTerm)
        case .name: builder.endMark(.name)
        case .emphasis: builder.endMark(.emphasis)
        case .capture: dialect.captured(&self, dialect.spelling(frame.number), builder.endCapture())
        case .tap:
            dialect.captured(&self, dialect.spelling(frame.number), builder.endMark(nil))
            if builder.isInside(.signature) { builder.space() }
        }
        if builder.depth > frame.depth { builder.end(downTo: frame.depth) }
        while let level = levels.last, level.frames > frames.count { levels.removeLast() }
    }

    mutating func text(_ bytes: Span<UInt8>) {
        if skipped > 0 || muted > 0 && !builder.isCapturing { return }
        if frames.last?.awaitsWords == true, bytes.indices.contains(where: { bytes[$0] > 0x20 }) {
            frames[frames.count - 1].awaitsWords = false
            if stands { builder.begin(.paragraph, line: line) }
        }
        if raw != nil, !builder.isCapturing {
            appendRaw(bytes)
        } else {
            builder.append(bytes)
        }
    }

    mutating func malformed(_ message: String, line: Int, column: Int) {
        faults += 1
        // The first say what is wrong, the rest follow from them.
        if faults <= 20 { builder.note(Diagnostic(.malformed, .warning, detail: message, line: line, column: column)) }
    }

    mutating func unknownEntity(_ name: String, line: Int, column: Int) {
        guard memory.updateValue("", forKey: "entity " + name) == nil else { return }
        builder.note(Diagnostic(.unknownEntity, .warning, detail: name, line: line, column: column))
    }

    // MARK: For dialects

    /// The line on which the element that begins stands, from 1.
    var line: Int { lines?.line(at: offset) ?? 0 }

    /// Sets aside what a mark's words refer to when the dialect knows better than an attribute.
    var currentTarget: String {
        get { targets.last ?? "" }
        set { if !targets.isEmpty { targets[targets.count - 1] = newValue } }
    }

    /// Whether the element around the one that begins has opened a provision.
    var ownsProvision: Bool { frames.last?.ownsProvision ?? false }

    /// The name of the element around the one that begins.
    var parent: String { frames.last.map { dialect.spelling($0.number) } ?? "" }

    /// Whether another law's text is being read.
    var isQuoted: Bool { quoted > 0 }

    /// Begins a container that lasts until the next heading of the same or a higher rank (a smaller number) beside it.
    /// Its label and heading stand in the element that begins.
    mutating func beginLevel(_ rank: Int, _ type: ProvisionType) -> Role {
        guard quoted == 0, muted == 0 else { return .block }
        while let level = levels.last, level.frames == frames.count, level.rank >= rank {
            builder.end(downTo: level.depth)
            levels.removeLast()
        }
        levels.append(Level(rank: rank, depth: builder.depth, frames: frames.count))
        builder.begin(type, line: line)
        return .level
    }

    /// Gives the provision that is open its label; a heading without a type of its own takes it from the label: its word ("PART I"), or,
    /// where it is bracketed ("(a)"), the place.
    mutating func addLabel(_ label: String) {
        builder.addLabel(label)
        guard case .heading? = builder.currentType else { return }
        if let type = StructureWord.type(of: label) {
            builder.setType(type)
        } else if label.utf8.first == UInt8(ascii: "("), label.utf8.last == UInt8(ascii: ")") {
            switch builder.parentType {
            case .section, .article, .subsection: builder.setType(.paragraph)
            case .paragraph: builder.setType(.subparagraph)
            default: builder.setType(.point)
            }
        }
    }

    /// Words that the mark-up says without writing them (a quotation mark).
    mutating func say(_ words: String) {
        let bytes = Array(words.utf8)
        text(bytes.span)
    }

    private mutating func appendRaw(_ bytes: Span<UInt8>) {
        guard var words = raw.take() else { return }
        bytes.append(to: &words)
        raw = words
    }

    /// Whether a provision that keeps its lines is being read.
    var isRaw: Bool { raw != nil && !builder.isCapturing }

    /// Notes something about the element that begins.
    mutating func note(_ kind: Diagnostic.Kind, detail: String = "") {
        builder.note(Diagnostic(kind, .warning, detail: detail, line: line, column: lines?.column(at: offset) ?? 0))
    }

    /// Adds a signatory, or to the last one what else is said of it.
    mutating func sign(name: String) { if !name.isEmpty { document.signatories.append(Signatory(name: name)) } }

    mutating func sign(role: String? = nil, party: String? = nil, date: PartialDate? = nil) {
        guard let last = document.signatories.indices.last else { return }
        if let role, !role.isEmpty, document.signatories[last].role == nil { document.signatories[last].role = role }
        if let party, !party.isEmpty, document.signatories[last].party == nil { document.signatories[last].party = party }
        if let date { document.signatories[last].date = date }
    }

    private mutating func givePending() {
        if !pendingLabel.isEmpty { addLabel(pendingLabel) }
        if !pendingHeading.isEmpty { builder.addHeading(pendingHeading) }
        pendingLabel = ""
        pendingHeading = ""
    }

    mutating func finish() -> Document {
        dialect.finish(&self)
        notes.resolve(in: &builder)
        noteDuplicates()
        builder.finish(into: &document)
        return document
    }

    /// Notes the source's own identifiers that it gives twice.
    private mutating func noteDuplicates() {
        var seen = HashTable()
        seen.reserve(builder.provisions.count)
        var duplicates: [(alias: String, line: Int)] = []
        for index in builder.provisions.indices {
            guard let alias = builder.provisions[index].aliases.first else { continue }
            let hash = ScratchText.hash(alias)
            if seen[hash] != 0, duplicates.count < 20 { duplicates.append((alias, builder.provisions[index].line)) }
            seen[hash] = 1
        }
        for (alias, line) in duplicates { builder.note(Diagnostic(.duplicateIdentifier, .warning, detail: alias, line: line)) }
    }

    /// Writes the mark that ends a quotation.
    private mutating func close() {
        guard let mark = closings.popLast(), !mark.isEmpty else { return }
        builder.tighten()
        say(mark)
    }

    /// Whether a block that begins here has no clause to belong to.
    private var stands: Bool {
        !builder.isCapturing && quoted == 0 && muted == 0 && (builder.currentType.map(TypeNames.isContainer) ?? true)
    }

    private mutating func beginBlock() {
        if stands {
            builder.begin(.paragraph, line: line)
        } else {
            builder.space()
        }
    }

    /// In a publisher's own data only what is to be captured counts.
    private static func asideRole(_ role: Role) -> Role {
        switch role {
        case .capture, .aside, .skip: role
        default: .inline
        }
    }

    /// In another law's text nothing is a provision, a reference or a definition of this document.
    private static func quotedRole(_ role: Role) -> Role {
        switch role {
        case .provision, .rawProvision, .wrapper, .label, .heading, .header, .level, .levelHeading, .cell, .mute, .aside: .block
        case .reference, .date, .term, .name, .tap, .capture: .inline
        case .noteMark: .skip
        default: role
        }
    }
}
