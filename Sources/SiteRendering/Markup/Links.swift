import LegalText

/// Where a page links to: paths relative to the page, each with its `index.html`, so that the site works from any folder and from a disk.
struct Links: Sendable {
    /// From the page up to the site's root: "", "../" or "../../".
    let root: String

    init(root: String) { self.root = root }
    init(depth: Int) { root = String(repeating: "../", count: depth) }

    func page(_ path: String) -> String { root + (path.isEmpty ? "" : path + "/") + "index.html" }
    func asset(_ name: String) -> String { root + "assets/" + name }

    func document(_ id: String) -> String { page(Self.documentPath(id)) }

    func citation(_ citation: Citation) -> String {
        document(citation.document) + (citation.provision.map { "#" + Self.encoded($0) } ?? "")
    }

    /// A norm's own anchor: its identifier is `document#wId~n`.
    func norm(_ id: String) -> String { citation(Citation(id)) }

    static func documentPath(_ id: String) -> String { "d/" + encoded(id) }
    static func kindPath(_ kind: DocumentKind) -> String { "kinds/" + kind.rawValue }

    /// Percent-encodes all but the characters that may stand in a path segment and in a fragment.
    static func encoded(_ text: some StringProtocol) -> String {
        var bytes: [UInt8] = []
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
                UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "~"):
                bytes.append(byte)
            default:
                bytes += [UInt8(ascii: "%"), hex[Int(byte >> 4)], hex[Int(byte & 15)]]
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static let hex = Array("0123456789ABCDEF".utf8)
}

extension Links {
    /// How many folders below the root a page's folder is.
    static func depth(of path: String) -> Int { path.isEmpty ? 0 : path.utf8.count { $0 == UInt8(ascii: "/") } + 1 }
}
