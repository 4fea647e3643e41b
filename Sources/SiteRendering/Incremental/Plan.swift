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
