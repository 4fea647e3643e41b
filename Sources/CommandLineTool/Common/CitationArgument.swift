import Foundation
import KnowledgeBase
import LegalText
import YAMLReading

/// What a person typed to name a document or a clause, led to what the base holds.
///
/// Taken are citations (`membership-policy#para_6`), document ids, a document and a number (`membership-policy 6`,
/// `terms 5(2)(b)`), titles and other names of documents, and links of the site.
struct CitationArgument {
    enum Target: Equatable {
        case document(Int)
        case clause(ClausePlace)
        case gone(Tombstone)
    }

    private let base: KnowledgeBase

    init(_ base: KnowledgeBase) { self.base = base }

    func target(of typed: String) -> Target? {
        let text = Self.citation(inLink: typed) ?? typed
        let citation = Citation(text)
        if citation.provision == nil, let index = document(called: text) { return .document(index) }
        if let place = base.place(of: citation) { return .clause(place) }
        if let stone = base.tombstones.first(where: { $0.document == citation.document && $0.wId == citation.provision }) {
            return .gone(stone)
        }
        if let provision = citation.provision, let document = document(named: citation.document) {
            return place(numbered: provision, in: document).map(Target.clause)
        }
        return numbered(text) ?? document(beginning: text).map(Target.document)
    }

    /// As `target`, or the problem that nothing is called so, with names near it.
    func require(_ typed: String) throws -> Target {
        if let target = target(of: typed) { return target }
        let citation = Citation(Self.citation(inLink: typed) ?? typed)
        guard let provision = citation.provision, let index = document(named: citation.document) else {
            throw Problem(.nothing, "\(typed): no document or clause is called so. \(hint(citation.document))")
        }
        let document = base.documents[index].document
        let near = Nearest.name(to: provision, among: document.provisions.map(\.wId)).map { " Perhaps: \(document.id)#\($0)." }
        throw Problem(
            .nothing, "\(typed): \(document.id) has no such clause.\(near ?? " `concordat show \(document.id) --outline` lists them.")")
    }

    /// The index of a document by any of its names, or the problem that none is called so.
    /// - Parameter option: the option that named it, for the message.
    func requireDocument(_ name: String, option: String? = nil) throws -> Int {
        if let index = document(named: name) { return index }
        let typed = option.map { "\($0) \(name)" } ?? name
        throw Problem(.nothing, "\(typed): no document is called so. \(hint(name))")
    }

    private func hint(_ name: String) -> String {
        let (ids, wanted) = (base.documents.map(\.document.id), Slug.make(name))
        var near = Array(ids.filter { $0.hasPrefix(wanted.prefix(4)) && wanted.count >= 3 }.prefix(3))
        if let nearest = Nearest.name(to: wanted, among: ids), !near.contains(nearest) { near.insert(nearest, at: 0) }
        return near.isEmpty ? "`concordat agreements` lists the documents." : "Perhaps: \(near.joined(separator: ", "))."
    }

    func document(named name: String) -> Int? { document(called: name) ?? document(beginning: name) }

    private func document(called name: String) -> Int? {
        if let index = base.index(of: name) { return index }
        let key = PhraseKey.make(name)
        guard !key.isEmpty else { return nil }
        let slug = Slug.make(name)
        if let index = base.index(of: slug) { return index }
        func isCalled(_ document: Document) -> Bool { ([document.title] + document.aliases).contains { PhraseKey.make($0) == key } }
        return base.documents.firstIndex { isCalled($0.document) }
    }

    /// By a beginning that only one document has.
    private func document(beginning name: String) -> Int? {
        let slug = Slug.make(name)
        let starts = base.documents.indices.filter { base.documents[$0].document.id.hasPrefix(slug) }
        return !slug.isEmpty && starts.count == 1 ? starts[0] : nil
    }

    /// "membership-policy 5(2)(b)": the last word, or the last two ("section 5"), are the number.
    private func numbered(_ text: String) -> Target? {
        let words = text.split(separator: " ").map(String.init)
        for cut in words.indices.dropFirst() {
            guard let document = document(named: words[..<cut].joined(separator: " ")) else { continue }
            if let place = place(numbered: words[cut...].joined(separator: " "), in: document) { return .clause(place) }
        }
        return nil
    }

    private func place(numbered number: String, in document: Int) -> ClausePlace? {
        let wanted = Self.bare(number)
        guard !wanted.isEmpty else { return nil }
        let provisions = base.documents[document].document.provisions
        func found(_ index: Int?) -> ClausePlace? { index.map { ClausePlace(document: document, provision: $0) } }
        if let index = provisions.firstIndex(where: { !$0.number.isEmpty && Self.bare($0.number) == wanted }) { return found(index) }
        // Unnumbered prose: "6" is para_6.
        return found(provisions.firstIndex { $0.wId == "para_" + wanted } ?? provisions.firstIndex { $0.wId.hasSuffix("__para_" + wanted) })
    }

    /// "Section 5 (2)(b)." -> "5(2)(b)"
    private static func bare(_ number: String) -> String {
        var words = number.lowercased().split(separator: " ")
        let names: Set<Substring> = [
            "section", "sections", "s.", "s", "§", "article", "art.", "art", "para", "para.", "paragraph", "clause", "¶", "no.", "part",
        ]
        while words.count > 1, let first = words.first, names.contains(first) { words.removeFirst() }
        var text = words.joined()
        while let last = text.last, last == "." || last == "," || last == ":" { text.removeLast() }
        return text
    }

    /// `https://host/any/d/DOCUMENT/#WID` -> `DOCUMENT#WID`
    private static func citation(inLink text: String) -> String? {
        guard text.contains("/d/"), let start = text.range(of: "/d/")?.upperBound else { return nil }
        let parts = text[start...].split(separator: "#", maxSplits: 1)
        guard let document = parts.first?.split(separator: "/").first else { return nil }
        return parts.count > 1 ? "\(document)#\(parts[1])" : String(document)
    }
}
