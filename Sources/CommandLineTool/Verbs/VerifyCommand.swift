import ArgumentParser
import KnowledgeBase
import LegalText

struct VerifyCommand: Verb {
    static let configuration = CommandConfiguration(commandName: "verify", abstract: "Every checksum, and every quote against its source.")
    static let examples = ["concordat verify", "concordat verify --json"]

    @OptionGroup var options: CommonOptions

    private struct Answer: Encodable {
        struct Fault: Encodable { var kind: String, citation: String, quote: String }

        var version = 1
        var documents: Int
        var quotes: Int
        var faults: [Fault]
    }

    func run() throws {
        var quiet = options
        quiet.quiet = true
        let opened = try OpenedBase(quiet)
        let base = try opened.load()
        try opened.verifyIndex(of: base)
        var builder = BaseBuilder(folder: opened.folder)
        builder.isFull = true
        let fresh = try builder.assemble().base
        let faults = base.quoteFaults() + base.sourceFaults(against: fresh)
        let quotes = base.documents.reduce(0) { $0 + $1.norms.count + $1.references.count + $1.definitions.count }
        if options.json {
            try JSONLine.write(
                Answer(
                    documents: base.documents.count, quotes: quotes,
                    faults: faults.map { Answer.Fault(kind: $0.kind.rawValue, citation: $0.citation, quote: $0.quote) }))
        } else {
            for fault in options.limited(faults) {
                let words =
                    fault.kind == .quote
                    ? "what was quoted is not in the clause" : "the source does not say this, or no longer does"
                try Console.current.print(
                    "\(options.style.citation(fault.citation)): \(words): “\(Paragraph.harmless(Paragraph.beginning(of: fault.quote, limit: 120)))”"
                )
            }
        }
        guard faults.isEmpty else {
            throw Problem(.integrity, "\(faults.count) quotes do not fit their source. If corpus/ was edited since, run `concordat build`.")
        }
        if !options.json { try Console.current.print("All is well: \(base.documents.count) documents, \(quotes) quotes, every checksum.") }
    }
}

extension OpenedBase {
    /// Asks the index for every clause of the base.
    func verifyIndex(of base: KnowledgeBase) throws {
        if base.documents.isEmpty { return }
        let index = try index()
        for document in base.documents.indices {
            for record in base.searchRecords(of: document) {
                guard let found = index.record(record.key), found.text == record.text, found.stored == record.stored else {
                    throw Problem(.integrity, "\(record.key): the index does not hold this clause as it is. Run `concordat build --full`.")
                }
            }
        }
    }
}
