/// `document#wId`: what people quote and links point to. Without the part behind `#` it names the whole document.
package struct Citation: Hashable, Sendable, Codable, CustomStringConvertible {
    package var document: String
    package var provision: String?

    package init(document: String, provision: String? = nil) {
        self.document = document
        self.provision = provision
    }

    package init(_ text: some StringProtocol) {
        guard let cut = text.utf8.firstIndex(of: UInt8(ascii: "#")) else {
            self.init(document: String(text))
            return
        }
        let provision = text[text.utf8.index(after: cut)...]
        self.init(document: String(text[..<cut]), provision: provision.isEmpty ? nil : String(provision))
    }

    package var description: String { provision.map { document + "#" + $0 } ?? document }
}
