/// A question an assistant may put: one verb of the command line that only reads, and the options it takes.
struct AssistantTool {
    struct Parameter {
        var name: String
        var words: String
        /// The option it becomes; nil for a bare argument.
        var option: String?
        var isRequired = false
    }

    var verb: String
    var words: String
    var parameters: [Parameter]

    static let all: [AssistantTool] = [
        AssistantTool(
            verb: "search", words: "Ranked clauses for a query, each with its citation, text and norms.",
            parameters: [
                Parameter(
                    name: "query", words: "Words, \"a phrase\", party:NAME, modality:prohibition, document:ID and the like.",
                    isRequired: true),
                Parameter(name: "limit", words: "At most this many clauses.", option: "--limit"),
            ]),
        AssistantTool(
            verb: "show", words: "A clause or a document: text, norms, references.",
            parameters: [Parameter(name: "citation", words: "Such as membership-policy#para_6, or a document's id.", isRequired: true)]),
        AssistantTool(
            verb: "norms", words: "Who must, may and must not do what.",
            parameters: [
                Parameter(name: "bearer", words: "Who is bound or entitled.", option: "--bearer"),
                Parameter(name: "counterparty", words: "To whom it is owed.", option: "--counterparty"),
                Parameter(
                    name: "modality", words: "obligation, prohibition, permission, right, exemption or no-right.", option: "--modality"),
                Parameter(name: "strength", words: "binding, commitment, expectation or principle.", option: "--strength"),
                Parameter(name: "document", words: "Only of this document.", option: "--document"),
                Parameter(name: "limit", words: "At most this many.", option: "--limit"),
            ]),
        AssistantTool(
            verb: "due", words: "What falls due and when, with the arithmetic; what has no date is said to have none.",
            parameters: [
                Parameter(name: "as_of", words: "The day asked about, such as 2026-01-31.", option: "--as-of"),
                Parameter(name: "within", words: "How far ahead: 90d, 8w, 6m, 1y.", option: "--within"),
                Parameter(name: "party", words: "Only what this party bears or is owed.", option: "--party"),
            ]),
        AssistantTool(
            verb: "agreements", words: "The register: parties, dates, term, notice, governing law, status on a day.",
            parameters: [Parameter(name: "as_of", words: "The day asked about.", option: "--as-of")]),
        AssistantTool(
            verb: "refs", words: "What a clause relies on.",
            parameters: [Parameter(name: "citation", words: "A clause or a document.", isRequired: true)]),
        AssistantTool(
            verb: "terms", words: "Definitions and acronyms, and where each is used.",
            parameters: [Parameter(name: "term", words: "One term; all of them without.")]),
        AssistantTool(verb: "conflicts", words: "Pairs of clauses that pull against each other.", parameters: []),
    ]

    /// The command line of a call. A value that looks like an option stays a value.
    func commandLine(_ arguments: JSONValue) -> [String] {
        var line = [verb, "--json", "--quiet"]
        var bare: [String] = []
        for parameter in parameters {
            guard let value = text(arguments[parameter.name]) else { continue }
            if let option = parameter.option { line.append("\(option)=\(value)") } else { bare.append(value) }
        }
        return line + (bare.isEmpty ? [] : ["--"] + bare)
    }

    private func text(_ value: JSONValue?) -> String? {
        switch value {
        case .string(let text): text
        case .number(let number): Int(exactly: number).map(String.init) ?? String(number)
        case .bool(let bool): String(bool)
        default: nil
        }
    }

    var description: JSONValue {
        let properties = Dictionary(
            uniqueKeysWithValues: parameters.map {
                ($0.name, JSONValue.object(["type": .string($0.name == "limit" ? "integer" : "string"), "description": .string($0.words)]))
            })
        return .object([
            "name": .string(verb), "description": .string(words), "annotations": .object(["readOnlyHint": .bool(true)]),
            "inputSchema": .object([
                "type": .string("object"), "properties": .object(properties),
                "required": .array(parameters.filter(\.isRequired).map { .string($0.name) }),
            ]),
        ])
    }
}
