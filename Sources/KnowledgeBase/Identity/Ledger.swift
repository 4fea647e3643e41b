/// The identifiers a corpus has ever given out, and to which text. Kept in `corpus/ledger.tsv`.
package enum Ledger {
    /// One identifier of one document.
    package struct Entry: Hashable, Sendable {
        package var wId: String
        /// Of the text it was last seen with.
        package var fingerprint: Fingerprint
        package var sketch: Sketch
        /// The text is no longer there. The identifier is never given to another.
        package var isGone: Bool
    }

    /// What stands in place of each identifier of a document that is gone.
    /// - Parameters:
    ///   - entries: in natural order.
    ///   - isLive: the document is still in the corpus.
    static func tombstones(of document: String, _ entries: [Entry], isLive: Bool) -> [Tombstone] {
        guard entries.contains(where: \.isGone) else { return [] }
        var lastLive: [Substring: String] = [:]
        let live = Set(entries.lazy.filter { !$0.isGone }.map(\.wId))
        return entries.compactMap { entry -> Tombstone? in
            let family = Self.family(of: entry.wId)
            guard entry.isGone else {
                lastLive[family] = entry.wId
                return nil
            }
            let successor = lastLive[family] ?? Self.ancestors(of: entry.wId).first(where: live.contains)
            return Tombstone(document: document, wId: entry.wId, successor: isLive ? successor : nil)
        }
    }

    /// `sec_3__para_` of `sec_3__para_2`: what its siblings begin with.
    static func family(of wId: String) -> Substring {
        guard let underscore = wId.utf8.lastIndex(of: UInt8(ascii: "_")) else { return wId[...] }
        return wId[...underscore]
    }

    /// `sec_3__subsec_1`, then `sec_3`, of `sec_3__subsec_1__para_a`.
    private static func ancestors(of wId: String) -> [String] {
        var found: [String] = []
        var rest = wId[...]
        while let cut = rest.lastRange(ofStep: "__") {
            rest = rest[..<cut]
            found.append(String(rest))
        }
        return found
    }
}

extension Substring {
    /// Where the last `separator` begins.
    fileprivate func lastRange(ofStep separator: String) -> Index? {
        let (bytes, wanted) = (Array(utf8), Array(separator.utf8))
        guard bytes.count >= wanted.count else { return nil }
        for at in stride(from: bytes.count - wanted.count, through: 0, by: -1) where Array(bytes[at..<(at + wanted.count)]) == wanted {
            return utf8.index(startIndex, offsetBy: at)
        }
        return nil
    }
}
