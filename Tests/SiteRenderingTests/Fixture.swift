import Foundation
import KnowledgeBase
import LegalText
import Norms
import References

@testable import SiteRendering

/// A small base made by hand, so that the pages are tested without the readers.
enum Fixture {
    static let templates = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "templates")

    /// Two documents: a policy of three paragraphs with a list, and a memorandum that relies on it.
    static func base(_ change: (inout [AnalyzedDocument]) -> Void = { _ in }) -> KnowledgeBase {
        var register = Register()
        register.title = "Test & Trial"
        register.baseURL = "https://register.example.org/"
        register.parties = [Party(name: "Reading Service", aliases: ["RS"])]
        var documents = [policy(), memorandum()]
        change(&documents)
        return KnowledgeBase(
            register: register, documents: documents,
            tombstones: [Tombstone(document: "reading-policy", wId: "para_9", successor: "para_2")])
    }

    static func renderer(_ change: (inout [AnalyzedDocument]) -> Void = { _ in }) throws -> SiteRenderer {
        try SiteRenderer(base(change), templates: templates, asOf: PartialDate(year: 2026, month: 1, day: 1))
    }

    /// The files of a rendering by path, as text.
    static func pages(_ change: (inout [AnalyzedDocument]) -> Void = { _ in }) throws -> [String: String] {
        var pages: [String: String] = [:]
        try renderer(change).forEachFile { pages[$0.path] = String(decoding: try $0.bytes(), as: UTF8.self) }
        return pages
    }

    static func clause(_ wId: String, _ text: String, type: ProvisionType = .paragraph, depth: Int = 0, label: String = "") -> Provision {
        var provision = Provision(type, depth: depth)
        provision.wId = wId
        provision.eId = wId
        provision.text = text
        provision.label = label
        provision.number = label
        return provision
    }

    static func range(of words: String, in text: String) -> TextRange {
        let found = text.range(of: words)!
        let start = text.utf8.distance(from: text.startIndex, to: found.lowerBound)
        return TextRange(start, start + words.utf8.count)
    }

    private static func policy() -> AnalyzedDocument {
        var document = Document()
        document.id = "reading-policy"
        document.title = "Reading & lending policy"
        document.kind = .announcement
        document.language = "en"
        var heading = Provision(.heading, depth: 0)
        heading.heading = "Who may read"
        heading.wId = "who"
        let stem = "A partner who is not a member may not be given access to Reading Records (RR)."
        document.provisions = [
            heading,
            clause("para_1", stem, depth: 1),
            clause("para_2", "Members must, each year:", depth: 1),
            clause("para_2__a", "renew their subscription;", type: .point, depth: 2, label: "(a)"),
            clause("para_2__b", "return the RR they hold.", type: .point, depth: 2, label: "(b)"),
        ]
        var norm = Norm(
            clause: 1, modality: .prohibition, strength: .binding,
            action: Slot(text: "be given access", range: range(of: "be given access", in: stem)),
            quote: TextRange(0, stem.utf8.count), cue: "may not", confidence: 0.9)
        norm.id = "reading-policy#para_1~1"
        norm.bearers = ["Reading Service"]
        let definition = Definition(clause: 1, term: "RR", range: range(of: "RR", in: stem), meaning: "Reading Records", kind: .acronym)
        return AnalyzedDocument(
            document: document, agreement: .init(), norms: [norm], statements: [], references: [], definitions: [definition],
            termUses: [TermUse(clause: 4, range: TextRange(11, 13), definition: 0)])
    }

    private static func memorandum() -> AnalyzedDocument {
        var document = Document()
        document.id = "memorandum"
        document.title = "Memorandum of reading"
        document.kind = .alliance
        let text = "Access follows paragraph 1 of the policy and the Fox Report."
        document.provisions = [clause("para_1", text)]
        let internalReference = Reference(
            clause: 0, range: range(of: "paragraph 1 of the policy", in: text), text: "paragraph 1 of the policy", target: "1",
            scope: .document, resolved: Citation(document: "reading-policy", provision: "para_1"))
        let outside = Reference(
            clause: 0, range: range(of: "the Fox Report", in: text), text: "the Fox Report", target: "Fox Report", scope: .external)
        return AnalyzedDocument(
            document: document, agreement: .init(), norms: [], statements: [], references: [internalReference, outside], definitions: [],
            termUses: [])
    }
}
