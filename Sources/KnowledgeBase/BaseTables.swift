import LegalText
import Synchronization

/// What a base knows of all its documents together: who the parties are, which terms there are, who mentions whom.
final class BaseTables: Sendable {
    let directory: PartyDirectory
    let links: IncomingReferences
    let terms: [TermRecord]
    let headings: [HeadingRecord]

    fileprivate init(
        directory: PartyDirectory, links: IncomingReferences, terms: [TermRecord], headings: [HeadingRecord]
    ) {
        self.directory = directory
        self.links = links
        self.terms = terms
        self.headings = headings
    }
}

/// Gathers the tables from documents that come one after another, in the order of ids.
struct BaseGathering: Sendable {
    private var directory: PartyDirectory
    private var links = IncomingReferences()
    private var terms = TermGathering()
    private var headings = HeadingGathering()
    private let register: Register
    private let places: [String: Int]
    private var count = 0

    /// - Parameter places: the index of each document that will come.
    init(register: Register, places: [String: Int]) {
        self.register = register
        self.places = places
        directory = PartyDirectory(register: register)
    }

    mutating func add(_ gist: DocumentGist) {
        directory.add(gist, stated: register.entry(for: gist.source)?.parties ?? [])
        links.add(gist.links, of: count) { places[$0] }
        terms.add(gist, number: count)
        headings.add(gist, number: count)
        count += 1
    }

    consuming func tables() -> BaseTables {
        directory.finish()
        links.finish()
        return BaseTables(directory: directory, links: links, terms: terms.sorted(), headings: headings.sorted())
    }
}

/// Tables that are made when something first asks for them; most answers need none.
final class LazyTables: Sendable {
    private let tables: Mutex<BaseTables?>
    private let make: @Sendable () -> BaseTables

    init(_ made: BaseTables?, make: @escaping @Sendable () -> BaseTables) {
        tables = Mutex(made)
        self.make = make
    }

    var value: BaseTables {
        tables.withLock { known in
            if let known { return known }
            let made = make()
            known = made
            return made
        }
    }
}
