package import LegalText
package import Norms

/// What lists and other documents' pages show of a document: how its provisions are called, its norms and definitions in their words.
///
/// It is stored before the document and read without it: a list of all norms, or of all that cite something, needs no more.
package struct DocumentDigest: Sendable {
    package struct Name: Sendable, Hashable {
        /// The identifier that links lead to.
        package var anchor: String
        /// Number or heading; empty for unnumbered prose.
        package var name: String
    }

    package struct NormLine: Sendable {
        package var clause: Int
        package var modality: Modality
        package var strength: Strength
        package var status: NormStatus
        package var anchor: String
        package var bearers: [String]
        package var quote: String
        package var action: String
        package var recurrence: String
        package var deadline: String
    }

    package struct Meaning: Sendable {
        package var clause: Int
        package var text: String?
    }

    package var id: String
    package var title: String
    package var language: String
    package var names: [Name]
    package var norms: [NormLine]
    package var meanings: [Meaning]

    package init(_ analyzed: AnalyzedDocument) {
        let document = analyzed.document
        id = document.id
        title = document.title
        language = document.language
        names = document.provisions.enumerated().map { index, provision in
            Name(
                anchor: !provision.wId.isEmpty ? provision.wId : !provision.eId.isEmpty ? provision.eId : "p-\(index + 1)",
                name: provision.number.isEmpty ? provision.heading : provision.number)
        }
        norms = analyzed.norms.map { norm in
            let text = document.provisions.indices.contains(norm.clause) ? document.provisions[norm.clause].text : ""
            return NormLine(
                clause: norm.clause, modality: norm.modality, strength: norm.strength, status: norm.status,
                anchor: Citation(norm.id).provision ?? "", bearers: norm.bearers, quote: String(text[norm.quote]), action: norm.action.text,
                recurrence: norm.recurrence?.text ?? "", deadline: norm.deadline?.text ?? "")
        }
        meanings = analyzed.definitions.map { Meaning(clause: $0.clause, text: $0.meaning) }
    }
}
