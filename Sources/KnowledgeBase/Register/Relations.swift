import LegalText

/// How one document bears on others, as the register states it. Indices into `KnowledgeBase.documents`, ascending.
package struct DocumentRelations: Sendable, Equatable {
    package var amends: [Int] = []
    package var amendedBy: [Int] = []
    package var supersedes: [Int] = []
    package var supersededBy: [Int] = []
}

/// The relations of all documents and the works they are expressions of, looked up once.
struct RelationTable: Sendable {
    /// Of the documents that have any.
    private var relations: [Int: DocumentRelations] = [:]
    /// By work: its expressions, oldest version first.
    private(set) var works: [String: [Int]] = [:]

    /// - Parameter places: the index of each document, by id.
    init(register: Register, summaries: SummaryList, places: [String: Int]) {
        if register.documents.isEmpty { return }
        var versions: [Int: String] = [:]
        for (index, summary) in summaries.enumerated() {
            guard let entry = register.entry(for: summary.source) else { continue }
            // A document bears on itself only by mistake.
            for other in Set(entry.amends.compactMap { places[$0] }).sorted() where other != index {
                relations[index, default: .init()].amends.append(other)
                relations[other, default: .init()].amendedBy.append(index)
            }
            for other in Set(entry.supersedes.compactMap { places[$0] }).sorted() where other != index {
                relations[index, default: .init()].supersedes.append(other)
                relations[other, default: .init()].supersededBy.append(index)
            }
            if let work = entry.work { works[work, default: []].append(index) }
            versions[index] = entry.version?.description
        }
        works = works.mapValues { expressions in
            expressions.sorted { (versions[$0] ?? "", $0) < (versions[$1] ?? "", $1) }
        }
    }

    subscript(document: Int) -> DocumentRelations { relations[document] ?? DocumentRelations() }
}

extension KnowledgeBase {
    package func relations(of document: Int) -> DocumentRelations { table[document] }

    /// Indices of the documents of one work, oldest version first.
    package func expressions(of work: String) -> [Int] { table.works[work] ?? [] }

    /// The date of a document's version, where the base holds several of its work.
    package func versionName(of document: Int) -> String? {
        guard let entry = entry(of: document), let work = entry.work, expressions(of: work).count > 1 else { return nil }
        return entry.version?.description
    }

    /// A document's title, with the date of its version where there are several: what tells it from the others in a list.
    package func title(of document: Int) -> String {
        summaries[document].title + (versionName(of: document).map { " (\($0))" } ?? "")
    }

    /// The expressions of a document's work, the document among them; the document alone where the register names no work.
    package func expressions(ofDocument document: Int) -> [Int] { entry(of: document)?.work.map(expressions(of:)) ?? [document] }
}
