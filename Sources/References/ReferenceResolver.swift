import Language
package import LegalText
import Synchronization

/// Leads references to citations, once every document of the base is known.
///
/// A reference into its own document goes by number, label, identifier or heading; one to another work goes by the work's title, alias or
/// identifier, and then by the number within it. What the base does not hold stays unresolved.
package struct ReferenceResolver: Sendable {
    /// What a document is called.
    package struct Names: Sendable {
        package var id: String
        package var names: [String]

        /// - Parameter source: the file's path; its last step is a name, too.
        package init(id: String, title: String, uri: String?, source: String, aliases: [String]) {
            self.id = id
            names = [id, title, uri ?? "", source.split(separator: "/").last.map(String.init) ?? ""] + aliases
        }
    }

    private let works: WorkNames
    private let pages: PageShelf

    /// - Parameter current: ids of the documents that a name shared by several stands for: the latest expression of each work.
    package init(documents: [Document], current: Set<String> = []) {
        let byId = Dictionary(documents.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        self.init(
            documents.lazy.map { Names(id: $0.id, title: $0.title, uri: $0.uri, source: $0.source, aliases: $0.aliases) },
            isCurrent: current.contains
        ) { byId[$0] }
    }

    /// - Parameters:
    ///   - names: of every document.
    ///   - isCurrent: whether a name shared by several documents stands for this one: the latest expression of its work.
    ///   - document: brings one that is referred to from another.
    package init(
        _ names: some Sequence<Names>, isCurrent: (_ id: String) -> Bool, document: @escaping @Sendable (String) -> Document?
    ) {
        works = WorkNames(names, isCurrent: isCurrent)
        pages = PageShelf(document)
    }

    /// The references of `document` with `resolved` filled in where the base holds the target. A work named as such that the base does
    /// not hold becomes `external`, one that it holds `document`; a document's mention of its own title is left out.
    package func resolve(_ references: [Reference], of document: Document) -> [Reference] {
        if references.isEmpty { return [] }
        let own = Set(([document.title] + document.aliases).map(Plain.name))
        let page = Page(document)
        return references.compactMap { reference in
            if reference.scope != .internal, reference.link == nil, reference.work == nil, own.contains(Plain.name(reference.target)) {
                return nil
            }
            var reference = reference
            reference.resolved = citation(of: reference, in: document.id, page)
            if let resolved = reference.resolved {
                reference.scope = resolved.document == document.id ? .internal : .document
            } else if reference.scope == .document {
                reference.scope = .external
            }
            return reference
        }
    }

    private func citation(of reference: Reference, in document: String, _ own: Page) -> Citation? {
        func page(_ id: String) -> Page? { id == document ? own : pages.page(id) }
        if let link = reference.link, let citation = follow(link, in: document, page) { return citation }
        if let work = reference.work {
            if let id = id(of: work) {
                let inner = reference.target.hasPrefix(work) ? String(reference.target.dropFirst(work.count)) : reference.target
                return Citation(document: id, provision: inner.isEmpty ? nil : page(id)?.provision(inner))
            }
            // "paragraph 3 of Schedule 2": the work is a part of this document.
            if let part = own.provision(work) {
                let inner = own.provision(String(reference.target.dropFirst(work.count)), within: part)
                return Citation(document: document, provision: inner ?? part)
            }
            return nil
        }
        if let provision = own.provision(reference.target) { return Citation(document: document, provision: provision) }
        guard reference.scope != .internal else { return nil }
        if let id = id(of: reference.target) { return Citation(document: id) }
        return nil
    }

    private func id(of work: String) -> String? {
        let plain = Plain.name(work)
        if let id = works[plain] { return id }
        // "the Companies Act 2006" for a title that ends in its year, and the other way round.
        return works[Plain.withoutYear(plain)]
    }

    /// "#sec_5", "membership-policy.html#para_6", "https://example.org/policy".
    private func follow(_ link: String, in document: String, _ page: (String) -> Page?) -> Citation? {
        let parts = link.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        let fragment = parts.count > 1 ? parts[1] : ""
        if parts[0].isEmpty { return page(document)?.provision(id: fragment).map { Citation(document: document, provision: $0) } }
        let file = parts[0].split(separator: "/").last.map(String.init) ?? ""
        guard let id = works[Plain.name(parts[0])] ?? works[Plain.name(file)] ?? works[Plain.name(stem(file))] else {
            // An identifier of the document itself, written without "#".
            return page(document)?.provision(id: link).map { Citation(document: document, provision: $0) }
        }
        return Citation(document: id, provision: fragment.isEmpty ? nil : page(id)?.provision(id: fragment))
    }

    private func stem(_ file: String) -> String { file.split(separator: ".").first.map(String.init) ?? file }
}

/// Documents by title, alias, URI and file name, all in their plain form. There are several names a document, so a name is kept as its hash,
/// whose seed nobody knows: that two names of a corpus have one is less likely than a fault of the machine.
private struct WorkNames: Sendable {
    private var ids: [String] = []
    /// Into `ids`.
    private var works: [Int: Int32] = [:]

    private static let nobody: Int32 = -1
    private static let several: Int32 = -2

    /// A name that two documents bear leads to the one that is current, or to neither; the id always leads to its own.
    init(_ names: some Sequence<ReferenceResolver.Names>, isCurrent: (String) -> Bool) {
        /// Of the names that several bear, the one among these that is current.
        var shared: [Int: Int32] = [:]
        func settle(_ known: Int32, _ found: Int32) -> Int32 {
            guard isCurrent(ids[Int(found)]) else { return known }
            return known == Self.nobody || known == found ? found : Self.several
        }
        for names in names {
            let document = Int32(ids.count)
            ids.append(names.id)
            for name in names.names {
                let key = Plain.name(name)
                guard key.count > 2 else { continue }
                let hash = key.hashValue
                guard let known = works[hash], known != document else {
                    works[hash] = document
                    continue
                }
                shared[hash] = settle(shared[hash] ?? settle(Self.nobody, known), document)
            }
        }
        for (hash, found) in shared { works[hash] = found < 0 ? nil : found }
        for (number, id) in ids.enumerated() where id.count > 2 && Plain.name(id) == id { works[id.hashValue] = Int32(number) }
    }

    subscript(plain: String) -> String? { works[plain.hashValue].map { ids[Int($0)] } }
}

/// The pages of documents that others refer to, a few at a time.
private final class PageShelf: Sendable {
    private let document: @Sendable (String) -> Document?
    private let pages = Mutex<[String: Page]>([:])
    private static let most = 64

    init(_ document: @escaping @Sendable (String) -> Document?) { self.document = document }

    func page(_ id: String) -> Page? {
        if let known = pages.withLock({ $0[id] }) { return known }
        guard let page = document(id).map(Page.init) else { return nil }
        pages.withLock { pages in
            if pages.count >= Self.most { pages.removeAll(keepingCapacity: true) }
            pages[id] = page
        }
        return page
    }
}

/// The provisions of one document by every name that a reference can use. Names are identifiers that last (`wId`, else `eId`).
private struct Page: Sendable {
    private var byNumber: [String: String] = [:]
    private var byHeading: [String: String] = [:]
    private var byId: [String: String] = [:]
    /// The numbers within an attachment: "schedule2" and "3" to the paragraph there.
    private var byPart: [String: [String: String]] = [:]

    init(_ document: Document) {
        var part: (name: String, depth: Int)?
        for provision in document.provisions {
            let id = provision.identifier
            guard !id.isEmpty else { continue }
            for name in [provision.eId, provision.wId] + provision.aliases where !name.isEmpty { byId[name] = byId[name] ?? id }
            if let open = part, provision.depth <= open.depth { part = nil }
            let number = Plain.number(provision.number)
            let label = Plain.number(provision.label)
            let isAttachment = provision.type == .schedule || provision.type == .annex
            if let open = part, !isAttachment {
                // Its numbers begin again: they are not the document's.
                for key in [number, label] where !key.isEmpty && byPart[open.name]?[key] == nil {
                    byPart[open.name, default: [:]][key] = id
                }
            } else {
                if !number.isEmpty { byNumber[number] = byNumber[number] ?? id }
                if !label.isEmpty, provision.depth == 0 || isAttachment || label.first?.isLetter == true {
                    byNumber[label] = byNumber[label] ?? id
                }
            }
            let heading = Plain.name(provision.heading)
            if !heading.isEmpty { byHeading[heading] = byHeading[heading] ?? id }
            // "Annex A: Task groups" as a heading of running text.
            if let lead = Plain.attachment(provision.heading) ?? Plain.attachment(provision.label) {
                byNumber[lead] = byNumber[lead] ?? id
                part = (id, provision.depth)
            } else if isAttachment {
                part = (id, provision.depth)
            }
        }
    }

    func provision(id: String) -> String? { byId[id] }

    /// By "5(2)(b)", "Article 5(2)", "Annex A", or a heading; a deeper number that is not there leads to what holds it.
    func provision(_ target: String) -> String? {
        let plain = Plain.number(target)
        if plain.isEmpty { return nil }
        if let id = byNumber[plain] { return id }
        let bare = Plain.withoutRank(plain)
        if bare != plain, let id = byNumber[bare] { return id }
        if let id = byHeading[Plain.name(target)] { return id }
        var rest = bare
        while let step = rest.lastIndex(of: "("), step != rest.startIndex {
            rest = String(rest[..<step])
            if let id = byNumber[rest] { return id }
        }
        return nil
    }

    func provision(_ target: String, within part: String) -> String? {
        let plain = Plain.number(target)
        return byPart[part]?[plain] ?? byPart[part]?[Plain.withoutRank(plain)]
    }
}

/// Names and numbers with what varies from writer to writer taken out.
private enum Plain {
    /// Letters and digits in lower case, one space between words, no leading article.
    static func name(_ text: String) -> String {
        if text.utf8.allSatisfy({ $0 < 0x80 }) { return plainName(text.utf8) }
        var words = text.lowercased().split { !$0.isLetter && !$0.isNumber }
        if let first = words.first, first == "the" || first == "an" || first == "a" { words.removeFirst() }
        return words.joined(separator: " ")
    }

    /// Of ASCII alone, which most names are.
    private static func plainName(_ text: some Sequence<UInt8>) -> String {
        var bytes: [UInt8] = []
        // The first word ends where the second begins.
        var first: Int?
        var isInWord = false
        for byte in text {
            switch byte {
            case 0x30...0x39, 0x61...0x7A, 0x41...0x5A:
                if !isInWord, !bytes.isEmpty {
                    if first == nil { first = bytes.count }
                    bytes.append(UInt8(ascii: " "))
                }
                isInWord = true
                bytes.append(byte < 0x41 ? byte : byte | 0x20)
            default: isInWord = false
            }
        }
        let word = bytes[..<(first ?? bytes.count)]
        let isArticle = ["the", "an", "a"].contains { word.elementsEqual($0.utf8) }
        return String(decoding: isArticle ? bytes.dropFirst(word.count + 1) : bytes[...], as: UTF8.self)
    }

    static func withoutYear(_ name: String) -> String {
        let words = name.split(separator: " ")
        guard let last = words.last, last.count == 4, last.allSatisfy(\.isNumber), words.count > 1 else { return name }
        return words.dropLast().joined(separator: " ")
    }

    /// "Article 5 (2)." as "article5(2)".
    static func number(_ text: String) -> String {
        if text.utf8.allSatisfy({ $0 < 0x80 }) { return plainNumber(text.utf8) }
        var plain = text.lowercased().filter { $0.isLetter || $0.isNumber || "().-:".contains($0) }
        while let last = plain.last, ".:-".contains(last) { plain.removeLast() }
        while let first = plain.first, ".:-,".contains(first) { plain.removeFirst() }
        return plain
    }

    private static func plainNumber(_ text: some Sequence<UInt8>) -> String {
        var bytes: [UInt8] = []
        for byte in text {
            switch byte {
            case 0x30...0x39, 0x61...0x7A: bytes.append(byte)
            case 0x41...0x5A: bytes.append(byte | 0x20)
            case UInt8(ascii: "("), UInt8(ascii: ")"): bytes.append(byte)
            case UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: ":"):
                // Nothing begins with these.
                if !bytes.isEmpty { bytes.append(byte) }
            default: break
            }
        }
        while let last = bytes.last, ".:-".utf8.contains(last) { bytes.removeLast() }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static let ranks = [
        "subsection", "section", "subclause", "clause", "article", "subparagraph", "paragraph", "regulation", "rule", "recital", "point",
        "item", "part",
        "chapter", "title", "subchapter", "division",
    ]

    static func withoutRank(_ number: String) -> String {
        for rank in ranks where number.hasPrefix(rank) && number.count > rank.count { return String(number.dropFirst(rank.count)) }
        return number
    }

    /// "annexa" for "Annex A", "Annex A – Task groups", "ANNEX A."; nil for other headings.
    static func attachment(_ heading: String) -> String? {
        let words = heading.lowercased().split { !$0.isLetter && !$0.isNumber }.prefix(2)
        guard words.count == 2, ["annex", "schedule", "appendix", "exhibit", "attachment", "annexe"].contains(words[0]), words[1].count <= 4
        else { return nil }
        return words.joined()
    }
}
