import KnowledgeBase

/// What `build --json` answers.
struct BuildAnswer: Encodable {
    struct Site: Encodable { var files: Int, made: Int, written: Int, removed: Int }
    struct Nothing: Encodable { var file: String, kind: String }

    var version = 1
    var documents: Int
    var clauses: Int
    var norms: Int
    var unresolved: Int
    var read: Int
    var reused: Int
    var added: Int
    var gone: Int
    var nothing: [Nothing]
    var unreadable: [String]
    var site: Site?

    init(_ base: KnowledgeBase, _ report: BaseBuilder.Report) {
        documents = base.documents.count
        clauses = base.summaries.reduce(0) { $0 + $1.clauses }
        norms = base.summaries.reduce(0) { $0 + $1.norms }
        unresolved = base.unresolvedCount
        read = report.read
        reused = report.reused
        added = report.added
        gone = report.gone
        nothing = report.nothing.map { Nothing(file: $0.source, kind: $0.diagnostic.kind.rawValue) }
        unreadable = report.unreadable
    }
}
