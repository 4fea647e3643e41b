import Foundation
import KnowledgeBase
import LegalText
import Rules
import YAMLReading

/// The rules of a base: every `rules.yaml` below `corpus/`, read together and held to the clauses they quote.
enum RuleLoader {
    static let fileName = "rules.yaml"

    static func load(_ base: KnowledgeBase, _ folder: BaseFolder) throws -> RuleSet {
        let corpus = folder.corpus.resolvingSymlinksInPath().path
        let paths = (FileManager.default.enumerator(atPath: corpus)?.compactMap { $0 as? String } ?? [])
            .filter { ($0 as NSString).lastPathComponent == fileName }.sorted()
        let files = try paths.map { path in
            (name: "corpus/" + path, text: try TextFile.read(corpus + "/" + path, name: "corpus/" + path))
        }
        let reader = RuleFile { citation in base.place(of: citation).map { base.provision(at: $0).text } }
        return try reader.read(files)
    }

    /// As `load`, or the problem that there are none.
    static func require(_ base: KnowledgeBase, _ folder: BaseFolder) throws -> RuleSet {
        let rules = try load(base, folder)
        guard rules.rules.isEmpty else { return rules }
        throw Problem(.usage, "No rules here. Write them in corpus/\(fileName); `concordat rules draft NORM` makes a beginning.")
    }
}

/// A person's plain-text file.
enum TextFile {
    /// - Parameter name: as it is told to people.
    static func read(_ path: String, name: String) throws -> String {
        guard let data = FileManager.default.contents(atPath: path), let text = String(validating: data, as: UTF8.self) else {
            throw FileError(.unreadable, at: FilePlace(file: name))
        }
        return text
    }

    /// A path that a person typed, seen from the folder they stand in.
    static func read(typed path: String) throws -> String {
        try read(URL(filePath: path, relativeTo: Console.current.facts.folder).path, name: path)
    }
}
