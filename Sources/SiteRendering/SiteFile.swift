/// One file of the site, by its path below the site's folder.
package struct SiteFile {
    package var path: String
    private let content: Content

    private enum Content {
        case held([UInt8])
        case spilled(SpillFile)
    }

    package init(path: String, bytes: [UInt8]) {
        self.path = path
        content = .held(bytes)
    }

    /// A file as large as the corpus makes it, which is never held whole. Nothing may be added to it any longer.
    init(path: String, spilled: SpillFile) {
        self.path = path
        content = .spilled(spilled)
    }

    var size: Int {
        switch content {
        case .held(let bytes): bytes.count
        case .spilled(let file): file.count
        }
    }

    /// Its bytes from front to back, a part at a time.
    func forEachPart(_ body: (_ part: [UInt8]) throws -> Void) throws {
        switch content {
        case .held(let bytes): try body(bytes)
        case .spilled(let file):
            for start in stride(from: 0, to: file.count, by: Self.mostPartBytes) {
                try body(file.read(start..<min(file.count, start + Self.mostPartBytes)))
            }
        }
    }

    private static let mostPartBytes = 1 << 18

    /// All of it.
    /// - Throws: where the disk gives nothing back.
    package func bytes() throws -> [UInt8] {
        var all: [UInt8] = []
        all.reserveCapacity(size)
        try forEachPart { all += $0 }
        return all
    }
}
