import ArgumentParser
import Interchange
import KnowledgeBase
import LegalText
import Norms

struct NormsCommand: Verb {
    static let configuration = CommandConfiguration(
        commandName: "norms", abstract: "Who must, may and must not do what: the norms of the base, filtered.")
    static let examples = [
        "concordat norms --bearer HEFCE", "concordat norms --modality prohibition --strength binding",
        "concordat norms --document membership-policy --csv", "concordat norms --as-of 2024-05-01   # of what was in force then",
    ]

    @Option(help: ArgumentHelp("Borne by this party or role, by any of its names.", valueName: "name"))
    var bearer: String?

    @Option(help: ArgumentHelp("Owed to this party or role.", valueName: "name"))
    var counterparty: String?

    @Option(help: ArgumentHelp("obligation, prohibition, permission, right, exemption or no-right.", valueName: "modality"))
    var modality: [Modality] = []

    @Option(help: ArgumentHelp("binding, commitment, expectation or principle.", valueName: "strength"))
    var strength: [Strength] = []

    @Option(help: ArgumentHelp("Only of this document.", valueName: "id"))
    var document: [String] = []

    @Option(help: ArgumentHelp("extracted, accepted, corrected, stale or rejected; all but rejected when not given.", valueName: "status"))
    var status: [NormStatus] = []

    @Flag(help: "A table with commas, for spreadsheets.")
    var csv = false

    @OptionGroup var options: CommonOptions

    private struct Answer: Encodable {
        var version = 1
        var total: Int
        var norms: [NormAnswer]
    }

    func run() throws {
        let base = try OpenedBase(options).load()
        let found = try places(in: base)
        let shown = options.limited(found)
        if csv {
            try NormTableExport.write(base, shown) { try Console.current.write($0.utf8) }
        } else if options.json {
            let offsets = base.documents.map { OffsetCache($0.document) }
            try JSONLine.write(Answer(total: found.count, norms: shown.map { NormAnswer($0, in: base, offsets: offsets[$0.document]) }))
        } else {
            try describe(shown, of: found.count, in: base)
        }
        if found.isEmpty { throw Problem.nothing }
    }

    private func places(in base: KnowledgeBase) throws -> [NormPlace] {
        let documents = try document.map { try CitationArgument(base).requireDocument($0, option: "--document") }
        let bearers = bearer.map { PartyFilter($0, in: base) }
        let counterparties = counterparty.map { PartyFilter($0, in: base) }
        let day = try options.asOf.map { _ in try options.day() }
        return base.documents.indices.filter { index in
            guard documents.isEmpty || documents.contains(index) else { return false }
            // With a day, of the documents that were in force then, or that state no date to tell by.
            return day.map { [.inForce, .unknown].contains(base.standing(of: index, on: $0)) } ?? true
        }.flatMap { index in
            base.documents[index].norms.indices.map { NormPlace(document: index, norm: $0) }.filter { place in
                let norm = base.norm(at: place)
                // What a reviewer rejected is no norm, unless it is asked for.
                return (status.isEmpty ? norm.status != .rejected : status.contains(norm.status))
                    && (modality.isEmpty || modality.contains(norm.modality)) && (strength.isEmpty || strength.contains(norm.strength))
                    && (bearers?.matches(norm.bearers, resolved: base.bearers(of: place)) ?? true)
                    && (counterparties?.matches(norm.counterparties, resolved: base.counterparties(of: place)) ?? true)
            }
        }
    }

    private func describe(_ places: [NormPlace], of total: Int, in base: KnowledgeBase) throws {
        let console = Console.current
        let style = options.style
        for place in places {
            let norm = base.norm(at: place)
            try console.print(style.citation(norm.id))
            for line in NormWords.lines(norm, indent: "  ", style: style, width: console.facts.width) { try console.print(line) }
            let text = base.provision(at: ClausePlace(document: place.document, provision: norm.clause)).text
            try console.print(
                Paragraph.wrap("“" + Paragraph.harmless(String(text[norm.quote])) + "”", indent: "  ", width: console.facts.width))
            try console.print()
        }
        try console.print(
            total == 0
                ? "No norm is so."
                : "\(total) \(total == 1 ? "norm" : "norms")\(places.count < total ? ", the first \(places.count) shown" : "").")
    }
}

/// A name given to `--bearer` and the like: it holds for the party it resolves to, and for the words as printed.
struct PartyFilter {
    private let records: Set<Int>
    private let key: String

    init(_ name: String, in base: KnowledgeBase) {
        records = Set(base.parties(answeringTo: name))
        key = PhraseKey.make(name)
    }

    func matches(_ printed: [String], resolved: [Int]) -> Bool {
        resolved.contains(where: records.contains) || printed.contains { PhraseKey.make($0) == key }
    }
}

extension NormStatus: ExpressibleByArgument {}
