import KnowledgeBase
import LegalText
import Norms
import References

/// What every page is made from: the base, the words and frames, and how things are named on this site.
final class Site: Sendable {
    let base: KnowledgeBase
    let words: Words
    let templates: Templates
    /// The day that "due" counts from; nil leaves out what needs one.
    let asOf: PartialDate?
    /// Indices of the documents that amend, and that take the place of, the document with an id.
    let amendedBy: [String: [Int]]
    let supersededBy: [String: [Int]]
    let tombstones: [String: [Tombstone]]
    /// The dated versions of each work, oldest first.
    let versions: [String: [Int]]
    private let badges: [HTML]
    private let wordContext: [String: any Sendable]
    private let siteContext: [String: any Sendable]

    init(base: KnowledgeBase, words: Words, templates: Templates, asOf: PartialDate?) {
        self.base = base
        self.words = words
        self.templates = templates
        self.asOf = asOf
        wordContext = words.context
        badges = Modality.allCases.flatMap { modality in Strength.allCases.map { NormMarkup.badge(modality, $0, words) } }
        var siteContext: [String: any Sendable] = ["title": Escape.visible(base.register.title), "language": words.language]
        if !base.register.baseURL.isEmpty { siteContext["base"] = base.register.baseURL }
        self.siteContext = siteContext
        var (amendedBy, supersededBy): ([String: [Int]], [String: [Int]]) = ([:], [:])
        var versions: [String: [Int]] = [:]
        for index in base.documents.indices {
            guard let entry = base.entry(of: index) else { continue }
            for id in entry.amends { amendedBy[id, default: []].append(index) }
            for id in entry.supersedes { supersededBy[id, default: []].append(index) }
            if let work = entry.work { versions[work, default: []].append(index) }
        }
        self.amendedBy = amendedBy
        self.supersededBy = supersededBy
        self.versions = versions.mapValues { found in
            found.sorted { (base.entry(of: $0)?.version?.description ?? "", $0) < (base.entry(of: $1)?.version?.description ?? "", $1) }
        }
        tombstones = Dictionary(grouping: base.tombstones, by: \.document)
    }

    /// `NormMarkup.badge`, written once for each pair.
    func badge(_ modality: Modality, _ strength: Strength) -> HTML {
        let (row, column) = (Modality.allCases.firstIndex(of: modality) ?? 0, Strength.allCases.firstIndex(of: strength) ?? 0)
        return badges[row * Strength.allCases.count + column]
    }

    var title: String { base.register.title }
    /// Of the interface; a document's own language is on its text.
    var language: String { words.language }

    /// The address of a page on the web; nil where the register gives no base address.
    func canonical(_ path: String) -> String? {
        base.register.baseURL.isEmpty ? nil : base.register.baseURL + (path.isEmpty ? "" : path + "/")
    }

    /// A finished page: the frame filled with what all pages show and with `content`.
    ///
    /// - Parameters:
    ///   - path: the page's folder, "" for the first page.
    ///   - root: the way up to the site's root, where the page's folder does not tell it.
    ///   - content: what this template is given besides; `HTML` is put in as it is, `String` is escaped by the template.
    func page(
        _ template: Template, path: String, title: String, section: String? = nil, root: String? = nil, _ content: [String: any Sendable]
    ) -> SiteFile {
        let links = root.map { Links(root: $0) } ?? Links(depth: Links.depth(of: path))
        var constants: [String: any Sendable] = [:]
        var slots: [String: HTML.Source] = ["title": .text(Escape.visible(title))]
        if root == nil, let canonical = canonical(path) { slots["canonical"] = .text(canonical) }
        for (name, value) in content {
            switch value {
            case let html as HTML: slots[name] = .html(html)
            // A template asks whether there is any (`{{#lead}}`), and takes an empty text for one.
            case let text as String: slots[name] = text.isEmpty ? nil : .text(Escape.visible(text))
            default: constants[name] = value
            }
        }
        let shape = FrameCache.Shape(
            template: template, root: links.root, section: section ?? "", constants: constants.mapValues(Self.described),
            slots: slots.mapValues { !$0.isEmpty })
        let bytes = templates.render(shape, slots) {
            constants["root"] = links.root
            constants["site"] = siteContext
            constants["words"] = wordContext
            constants["navigation"] = Navigation.entries.map { name, target in
                ["url": links.page(target), "name": words(name), "current": name == section] as [String: any Sendable]
            }
            return constants
        }
        return SiteFile(path: (path.isEmpty ? "" : path + "/") + "index.html", bytes: bytes)
    }

    /// Equal for equal values, and for no others that a template is given.
    private static func described(_ value: any Sendable) -> String {
        guard let names = value as? [String: String] else { return "\(value)" }
        return names.keys.sorted().map { "\($0)=\(names[$0] ?? "")\0" }.joined()
    }
}

enum Navigation {
    static let entries: [(String, String)] = [
        ("nav.documents", ""), ("nav.parties", "parties"), ("nav.norms", "norms"), ("nav.due", "due"), ("nav.terms", "terms"),
        ("nav.words", "words"),
        ("nav.references", "references"),
    ]
}

// MARK: Names

extension Site {
    /// The anchor of a provision on its document's page.
    func anchor(_ document: Document, _ provision: Int) -> String {
        document.provisions.indices.contains(provision) ? document.anchor(of: provision) : ""
    }

    /// How a person would name a provision: its number, its heading, or the paragraph it is by count ("¶ 6").
    func name(_ document: Document, _ provision: Int) -> String {
        guard document.provisions.indices.contains(provision) else { return document.title }
        let found = document.provisions[provision]
        if !found.number.isEmpty { return found.number }
        if !found.heading.isEmpty { return found.heading }
        return Self.pilcrow(anchor(document, provision))
    }

    func date(_ date: PartialDate) -> String {
        guard let month = date.month else { return String(date.year) }
        let name = words("month.\(month)")
        guard let day = date.day else { return words("date.month", ["month": name, "year": String(date.year)]) }
        return words(day == 1 ? "date.first" : "date.day", ["day": String(day), "month": name, "year": String(date.year)])
    }

    func period(_ period: Period) -> String { words.count("unit." + period.unit.rawValue, period.count) }

    /// A link to a provision with the document's title and the provision's name.
    func link(to place: ClausePlace, _ links: Links) -> HTML {
        "<a href=\"\(address(of: place, links))\">\(title(of: place.document)), \(name(of: place))</a>"
    }

    /// As `name`, of any document's provision.
    func name(of place: ClausePlace) -> String {
        base.documents.digest(place.document).name(place.provision).map(Self.shown) ?? heading(of: place.document)
    }

    /// A provision's number or heading, or what its anchor counts.
    static func shown(_ name: DocumentDigest.Name) -> String { name.name.isEmpty ? pilcrow(name.anchor) : name.name }

    /// What lists show of a norm.
    func normLine(at place: NormPlace) -> DocumentDigest.NormLine? { base.documents.digest(place.document).norm(place.norm) }

    func citation(of place: ClausePlace) -> Citation {
        Citation(
            document: base.summaries[place.document].id,
            provision: base.documents.digest(place.document).name(place.provision)?.anchor ?? "")
    }

    func address(of place: ClausePlace, _ links: Links) -> String { links.citation(citation(of: place)) }

    func link(toDocument index: Int, _ links: Links) -> HTML {
        "<a href=\"\(links.document(base.summaries[index].id))\">\(title(of: index))</a>"
    }

    /// The title, with the date of the version where the work has several.
    func title(of document: Int) -> String { heading(of: document) + (base.versionName(of: document).map { " (\($0))" } ?? "") }

    func heading(of document: Int) -> String {
        let summary = base.summaries[document]
        return summary.title.isEmpty ? summary.id : summary.title
    }

    /// "¶ 6" of an anchor that ends in 6; "3 ¶ 6" where it stands in something numbered 3, for paragraphs are counted within that. A step that
    /// is a name ("def__shared-record") is said as it is.
    private static func pilcrow(_ anchor: String) -> String {
        let bytes = anchor.utf8
        let step = bytes.lastIndex(of: UInt8(ascii: "_")).map { anchor[bytes.index(after: $0)...] } ?? anchor[...]
        if step.utf8.count > 2, !step.utf8.contains(where: { (0x30...0x39).contains($0) }) {
            return step.split(separator: "-").joined(separator: " ")
        }
        guard let cut = bytes.lastIndex(of: UInt8(ascii: "_")) else { return "¶\u{A0}" + anchor }
        let last = "¶\u{A0}" + String(anchor[bytes.index(after: cut)...])
        // "sec_3__para_6": the step before the last ends in its own number.
        guard let step = bytes[..<cut].lastIndex(of: UInt8(ascii: "_")), step > bytes.startIndex else { return last }
        let end = bytes.index(before: step)
        guard bytes[end] == UInt8(ascii: "_"), let above = bytes[..<end].lastIndex(of: UInt8(ascii: "_")) else { return last }
        let number = anchor[bytes.index(after: above)..<end]
        return number.utf8.first.map { (0x30...0x39).contains($0) } == true ? number + "\u{A0}" + last : last
    }
}
