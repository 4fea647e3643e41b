/// `document#wId`: what people quote and links point to. Without the part behind `#` it names the whole document.
package struct Citation: Hashable, Sendable, Codable, CustomStringConvertible {
    package var document: String
    package var provision: String?

    package init(document: String, provision: String? = nil) {
        self.document = document
        self.provision = provision
    }

    package init(_ text: some StringProtocol) {
        let parts = text.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
        self.init(document: String(parts[0]), provision: parts.count > 1 && !parts[1].isEmpty ? String(parts[1]) : nil)
    }

    package var description: String { provision.map { document + "#" + $0 } ?? document }
}
