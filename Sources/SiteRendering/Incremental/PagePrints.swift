import Foundation
import KnowledgeBase
import LegalText

/// What each page is made from, as fingerprints: a page whose print is the one it was made with need not be made again.
///
/// A document's pages show the document itself, the frame that all pages have, and of other documents only how they are called: those that
/// cite it, amend it, take its place, or are versions of it. A page of a list shows the digests of what is on it.
struct PagePrints {
    private let site: Site
    private let frame: Fingerprint
    /// By document, what its page shows of decisions beside the norms as they are.
    private let decisions: [String: Mixer]

    /// - Parameter frame: of templates, words, and the program.
    init(_ site: Site, frame: Fingerprint) {
        self.site = site
        var mixed = Mixer()
        mixed.add(frame)
        mixed.add(site.title)
        mixed.add(site.language)
        mixed.add(site.base.register.baseURL)
        mixed.add(site.asOf?.description ?? "")
        self.frame = mixed.fingerprint
        var decisions: [String: Mixer] = [:]
        for outcome in site.base.reviews.outcomes {
            guard case .norm(let id, _) = outcome.review.subject, outcome.machine != nil else { continue }
            decisions[Citation(id).document, default: Mixer()].add(outcome.fingerprint)
        }
        self.decisions = decisions
    }

    /// A print that every page of a kind begins with.
    func begin(_ kind: String) -> Mixer {
        var print = Mixer()
        print.add(frame)
        print.add(kind)
        return print
    }

    /// Of `d/<document>/` and its page of changes.
    func ofDocument(_ index: Int) -> Fingerprint {
        let base = site.base
        let id = base.summaries[index].id
        var print = begin("document")
        print.add(base.fingerprint(of: index))
        print.add(site.face(of: index))
        for party in base.parties(to: index) { print.add(site.face(ofParty: party)) }
        for (mention, provision) in base.mentions(ofDocument: index) {
            print.add(site.face(of: mention.reference.document))
            print.add(mention.clause)
            print.add(provision ?? Fingerprint(value: 0))
        }
        let versions = Versions.of(index, in: site)
        for version in versions { print.add(site.face(of: version)) }
        if let position = versions.firstIndex(of: index), position > 0 { print.add(base.fingerprint(of: versions[position - 1])) }
        let entry = base.entry(of: index)
        let named = (entry?.amends ?? []) + (entry?.supersedes ?? [])
        for other in named.compactMap(base.index(of:)) + (site.amendedBy[id] ?? []) + (site.supersededBy[id] ?? []) {
            print.add(site.face(of: other))
        }
        if let decided = decisions[id] { print.add(decided.fingerprint) }
        return print.fingerprint
    }

    /// Of `due/` and the calendar: of what may fall due under each document, of those that take its place, and what people recorded of it.
    func ofDue() -> Fingerprint {
        var print = begin("due")
        for (index, summary) in site.base.summaries.enumerated() where summary.hasDue {
            print.add(summary.due)
            print.add(site.face(of: index))
            let others = site.base.relations(of: index).supersededBy + site.base.expressions(ofDocument: index)
            for other in others where other != index { print.add(site.base.fingerprint(of: other)) }
        }
        // The years begin with the latest date of all.
        print.add(site.base.summaries.indices.compactMap { site.date(of: $0)?.year }.filter { $0 < 2200 }.max() ?? 0)
        print.add(site.base.register.fingerprint)
        for outcome in site.base.reviews.outcomes { print.add(outcome.fingerprint) }
        return print.fingerprint
    }

    /// Of the search page, "not found" and the redirects.
    func ofPlainPages() -> Fingerprint {
        var print = begin("plain")
        if site.base.parties.count <= PlainPages.mostKnown {
            for party in site.base.parties.indices { print.add(site.face(ofParty: party)) }
        }
        if site.base.summaries.count <= PlainPages.mostKnown {
            for index in site.base.summaries.indices { print.add(site.face(of: index)) }
        }
        for (id, successor) in PlainPages.moved(site) {
            print.add(id)
            print.add(successor ?? "")
        }
        return print.fingerprint
    }

    /// Of everything that any page is made from.
    func ofAll(assets: Fingerprint) -> Fingerprint {
        var print = begin("all")
        print.add(assets)
        print.add(site.base.commonFingerprint)
        for document in site.base.summaries.indices {
            print.add(site.base.summaries[document].id)
            print.add(site.base.fingerprint(of: document))
        }
        return print.fingerprint
    }
}

extension Site {
    /// How a document and its provisions are called by the pages of others.
    func face(of document: Int) -> Fingerprint {
        var face = Mixer()
        face.add(base.summaries[document].names)
        face.add(title(of: document))
        return face.fingerprint
    }

    func face(ofParty party: Int) -> Fingerprint {
        var face = Mixer()
        face.add(base.parties[party].id)
        face.add(base.parties[party].name)
        return face.fingerprint
    }

    /// What lists show of a document: its norms, its definitions, how it is called, and where links to it lead.
    func digest(of document: Int) -> Fingerprint {
        var face = Mixer()
        face.add(base.summaries[document].id)
        face.add(base.summaries[document].language)
        face.add(base.summaries[document].digest)
        face.add(title(of: document))
        return face.fingerprint
    }

    /// What a list of documents shows of one.
    func entry(of document: Int) -> Fingerprint {
        var face = Mixer()
        face.add(base.summaries[document].id)
        face.add(title(of: document))
        face.add(date(of: document)?.description ?? "")
        for party in base.parties(to: document) { face.add(self.face(ofParty: party)) }
        return face.fingerprint
    }
}

/// Joins fingerprints and texts into one, each apart from the next.
struct Mixer {
    private var bytes: [UInt8] = []

    mutating func add(_ fingerprint: Fingerprint) {
        withUnsafeBytes(of: fingerprint.value.littleEndian) { bytes.append(contentsOf: $0) }
    }

    mutating func add(_ number: Int) { add(Fingerprint(value: UInt64(bitPattern: Int64(number)))) }

    mutating func add(_ text: String) {
        bytes.append(contentsOf: text.utf8)
        // No UTF-8 holds this byte.
        bytes.append(0xFF)
    }

    var fingerprint: Fingerprint { Fingerprint(bytes) }
}
