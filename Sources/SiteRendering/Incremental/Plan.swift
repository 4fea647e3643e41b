import KnowledgeBase

/// A part of the site that is made at once: from what, and how. It is made only where what it is made from has changed.
struct Plan {
    let print: Fingerprint
    /// Hands over its files, one after another.
    let make: (_ file: (SiteFile) throws -> Void) throws -> Void

    init(_ print: Fingerprint, _ make: @escaping () throws -> [SiteFile]) {
        self.print = print
        self.make = { file in for one in try make() { try file(one) } }
    }

    init(_ print: Fingerprint, handing make: @escaping (_ file: (SiteFile) throws -> Void) throws -> Void) {
        self.print = print
        self.make = make
    }
}

/// Where the parts of a site go.
struct SiteSink {
    /// True where what was made from this is there already; it stays.
    let keeps: (_ print: Fingerprint) -> Bool
    let write: (_ file: SiteFile, _ madeFrom: Fingerprint) throws -> Void
    /// The bytes of a file as the last rendering left it; nil for one that is not there or was altered.
    let untouched: (_ path: String) -> [UInt8]?

    func take(_ plan: Plan) throws {
        if keeps(plan.print) { return }
        try plan.make { try write($0, plan.print) }
    }
}
