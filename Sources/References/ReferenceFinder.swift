import Language
package import LegalText

/// Finds references: in the mark-up's own links, and in plain words.
package enum ReferenceFinder {
    /// All references of a document's clauses, unresolved, in the order of the text.
    package static func find(in document: Document) -> [Reference] {
        var references: [Reference] = []
        for (clause, provision) in document.provisions.enumerated() where !provision.text.isEmpty {
            let mentions = ReferenceScanner.mentions(in: Array(provision.text.utf8))
            let place = mentions.isEmpty ? Place() : Place(number: provision.number)
            var found = mentions.map { reference($0, in: provision.text, target: place.target(of: $0), clause: clause) }
            merge(links: provision.marks, of: provision, clause: clause, into: &found)
            references += found
        }
        return references
    }

    /// References of running text. `context` is the number of the provision the text stands in ("42-3141.05"), from which
    /// relative ones are completed; `units` are its paragraphs and items, as `TextOutline` finds them.
    package static func find(in text: String, units: [OutlineUnit], context: String?) -> [Reference] {
        find(in: text, utf8: Array(text.utf8), units: units, context: context)
    }

    /// The same for a text that is at hand as UTF-8 too.
    package static func find(in text: String, utf8 bytes: [UInt8], units: [OutlineUnit], context: String?) -> [Reference] {
        let surroundings = Surroundings(bytes: bytes, units: units, context: context)
        return ReferenceScanner.mentions(in: bytes).map { mention in
            var reference = reference(mention, in: text, target: surroundings.target(of: mention), clause: 0)
            reference.isAside = surroundings.isAside(mention, target: reference.target)
            return reference
        }
    }

    private static func reference(_ mention: Mention, in text: String, target: String, clause: Int) -> Reference {
        Reference(
            clause: clause, range: mention.range, text: String(text[mention.range]), target: target, scope: mention.scope,
            work: mention.work)
    }

    /// Adds the mark-up's links: to the reference that the words make of the same place, else as references of their own.
    private static func merge(links: [Mark], of provision: Provision, clause: Int, into references: inout [Reference]) {
        var added: [Reference] = []
        for mark in links {
            guard case .reference(let link) = mark.kind, mark.range.end <= provision.text.utf8.count, !mark.range.isEmpty else { continue }
            if let index = references.firstIndex(where: { $0.link == nil && $0.range.overlaps(mark.range) }) {
                references[index].link = link
                continue
            }
            let isInternal = link.hasPrefix("#")
            let text = String(provision.text[mark.range])
            added.append(
                Reference(
                    clause: clause, range: mark.range, text: text, target: isInternal ? text : link,
                    scope: isInternal ? .internal : .external, link: link))
        }
        guard !added.isEmpty else { return }
        references = (references + added).sorted { $0.range < $1.range }
    }
}

/// What is known of a text that is read by itself: its number, and the numbers of its parts.
private struct Surroundings {
    /// Nil where no number was given.
    private let place: Place?
    private let isCode: Bool
    private let isWhole: Bool
    /// Where the text's own heading ends, whose references the clauses repeat.
    private let headingEnd: Int
    private let units: [OutlineUnit]
    private let paths: Set<[String]>

    init(bytes: [UInt8], units: [OutlineUnit], context: String?) {
        self.units = units
        place = context.map { Place(number: $0) }
        let base = Array((place?.base ?? "").utf8)
        isCode = base.contains(0x2D) && base.contains { TextBytes.isDigit($0) }
        // The text begins with its own number: it is the provision, whole.
        isWhole = !base.isEmpty && bytes.prefix(base.count + 12).containsSequence(base)
        headingEnd = isWhole ? bytes.firstIndex(of: 0x0A) ?? 0 : 0
        paths = context == nil ? [] : Set(units.map(\.path))
    }

    func target(of mention: Mention) -> String {
        let place = place ?? Place()
        return place.target(of: mention, below: mention.isRelative ? path(at: mention.range.start) : [])
    }

    /// The path of the innermost unit that begins at or before `offset`.
    private func path(at offset: Int) -> [String] {
        var low = 0
        var high = units.count
        while low < high {
            let middle = (low + high) / 2
            if units[middle].range.start <= offset { low = middle + 1 } else { high = middle }
        }
        return low > 0 ? units[low - 1].path : []
    }

    /// See `Reference.isAside`.
    func isAside(_ mention: Mention, target: String) -> Bool {
        guard let place, !place.base.isEmpty else { return false }
        if mention.range.start < headingEnd { return true }
        switch mention.form {
        case .provision:
            if mention.work != nil { return true }
            guard let pinpoint = mention.pinpoint else { return isCode }
            if isCode, !pinpoint.base.isEmpty { return true }
            let cited = Place(number: target)
            return cited.base == place.base && (isWhole || paths.contains(Array(cited.steps.dropFirst(place.steps.count))))
        case .numbered: return isCode && (mention.work != nil || !mention.target.utf8.contains(0x2D))
        case .division: return mention.work != nil
        // "D.C. Law 13-241" is the same legislature's; "Public Law 99-508" and "18 U.S.C. § 9" are not.
        case .law: return isCode && (!mention.target.contains(" Law ") || mention.target.hasPrefix("Pub"))
        case .title: return isCode
        }
    }
}

extension Sequence<UInt8> {
    /// True where `part` stands in it, one byte after the other.
    fileprivate func containsSequence(_ part: [UInt8]) -> Bool {
        let all = Array(self)
        guard !part.isEmpty, all.count >= part.count else { return false }
        return (0...(all.count - part.count)).contains { all[$0..<$0 + part.count].elementsEqual(part) }
    }
}
