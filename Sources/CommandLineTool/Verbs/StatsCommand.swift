import ArgumentParser
import KnowledgeBase
import LegalText
import Norms

struct StatsCommand: Verb {
    static let configuration = CommandConfiguration(commandName: "stats", abstract: "What the base holds, in numbers.")
    static let examples = ["concordat stats", "concordat stats --json"]

    @OptionGroup var options: CommonOptions

    func run() throws {
        let answer = StatsAnswer(try OpenedBase(options).load())
        if options.json { return try JSONLine.write(answer) }
        let console = Console.current
        func list(_ counts: [String: Int]) -> String {
            counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { "\($0.key) \($0.value)" }.joined(separator: ", ")
        }
        try console.print("documents   \(answer.documents)   (\(list(answer.kinds)))")
        try console.print("clauses     \(answer.clauses)")
        try console.print("words       \(answer.words)")
        try console.print("norms       \(answer.norms)   (\(list(answer.modalities)))")
        try console.print("references  \(answer.references)   (\(answer.unresolved) lead nowhere in the base)")
        try console.print("terms       \(answer.terms)")
        try console.print("parties     \(answer.parties)   and \(answer.roles) roles")
        try console.print("tombstones  \(answer.tombstones)")
    }
}

private struct StatsAnswer: Encodable {
    var version = 1
    var documents: Int
    var kinds: [String: Int]
    var clauses: Int
    var words: Int
    var norms: Int
    var modalities: [String: Int]
    var strengths: [String: Int]
    var references: Int
    var unresolved: Int
    var terms: Int
    var parties: Int
    var roles: Int
    var tombstones: Int

    init(_ base: KnowledgeBase) {
        func counts(_ names: [String]) -> [String: Int] { names.reduce(into: [:]) { $0[$1, default: 0] += 1 } }
        let provisions = base.documents.flatMap(\.document.provisions)
        let all = base.documents.flatMap(\.norms)
        documents = base.documents.count
        kinds = counts(base.documents.map(\.document.kind.rawValue))
        clauses = provisions.count(where: \.isClause)
        words = provisions.reduce(0) { $0 + Self.words(in: $1.text) }
        norms = all.count
        modalities = counts(all.map(\.modality.rawValue))
        strengths = counts(all.map(\.strength.rawValue))
        references = base.documents.reduce(0) { $0 + $1.references.count }
        unresolved = base.unresolved.count
        terms = base.terms.count
        parties = base.parties.count { $0.kind == .party }
        roles = base.parties.count { $0.kind == .role }
        tombstones = base.tombstones.count
    }

    /// Runs of anything but white space.
    private static func words(in text: String) -> Int {
        var count = 0
        var isInside = false
        for byte in text.utf8 {
            let isSpace = byte <= 0x20
            if !isSpace, !isInside { count += 1 }
            isInside = !isSpace
        }
        return count
    }
}
