import Foundation
import KnowledgeBase
import LegalText

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
        if citation.provision == nil, let index = document(named: text) { return .document(index) }
        if let place = base.place(of: citation) { return .clause(place) }
        if let stone = base.tombstones.first(where: { $0.document == citation.document && $0.wId == citation.provision }) {
            return .gone(stone)
        }
        if let provision = citation.provision, let document = document(named: citation.document) {
            return place(numbered: provision, in: document).map(Target.clause)
        }
        return numbered(text)
    }

    /// As `target`, or the problem that nothing is called so, with names near it.
    func require(_ typed: String) throws -> Target {
        if let target = target(of: typed) { return target }
        let wanted = Slug.make(Citation(typed).document)
        let near = base.documents.map(\.document.id).filter { $0.hasPrefix(wanted.prefix(4)) && wanted.count >= 3 }.prefix(3)
        let hint = near.isEmpty ? "`concordat agreements` lists the documents." : "Perhaps: \(near.joined(separator: ", "))."
        throw Problem(.nothing, "\(typed): no document or clause is called so. \(hint)")
    }

    func document(named name: String) -> Int? {
        if let index = base.index(of: name) { return index }
        let key = PhraseKey.make(name)
        guard !key.isEmpty else { return nil }
        let slug = Slug.make(name)
        if let index = base.index(of: slug) { return index }
        func isCalled(_ document: Document) -> Bool { ([document.title] + document.aliases).contains { PhraseKey.make($0) == key } }
        if let index = base.documents.firstIndex(where: { isCalled($0.document) }) { return index }
        // A beginning that only one document has.
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
