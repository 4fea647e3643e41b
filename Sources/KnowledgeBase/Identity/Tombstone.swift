/// A citation whose text is gone; its identifier is never given to another text.
package struct Tombstone: Hashable, Sendable, Codable {
    package var document: String
    package var wId: String
    /// The wId that a link to it is led to: the nearest provision still there; nil for the document, or the register where that is gone too.
    package var successor: String?

    package init(document: String, wId: String, successor: String?) {
        self.document = document
        self.wId = wId
        self.successor = successor
    }
}
