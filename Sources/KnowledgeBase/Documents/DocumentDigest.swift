package import Norms

/// What lists and other documents' pages show of a document: how its provisions are called, its norms and definitions in their words.
///
/// It is stored before the document and read without it: a list of all norms, or of all that cite something, needs no more. It stays
/// as bytes, of which an item is decoded when it is asked for, because a list shows few of a document's items:
///
///     how many names, norms and meanings; the length of each; each
package struct DocumentDigest: Sendable {
    package struct Name: Sendable, Hashable {
        /// The identifier that links lead to.
        package var anchor: String
        /// Number or heading; empty for unnumbered prose.
        package var name: String
    }

    package struct NormLine: Sendable {
        package var clause: Int
        package var modality: Modality
        package var strength: Strength
        package var status: NormStatus
        package var anchor: String
        package var bearers: [String]
        package var quote: String
        package var action: String
        package var recurrence: String
        package var deadline: String
    }

    package struct Meaning: Sendable {
        package var clause: Int
        package var text: String?
    }

    let bytes: [UInt8]
    /// Where each item begins.
    private let starts: [Int]
    private let nameCount: Int
    private let normCount: Int
    private let meaningCount: Int

    /// - Throws: where the bytes are not those of a digest.
    init(_ bytes: [UInt8]) throws(StorageFault) {
        var reader = ByteReader(bytes)
        let counts = (try reader.count(), try reader.count(), try reader.count())
        let count = counts.0 + counts.1 + counts.2
        guard count <= bytes.count else { throw .corrupt }
        var lengths: [Int] = []
        lengths.reserveCapacity(count)
        var sum = 0
        for _ in 0..<count {
            lengths.append(try reader.count())
            sum += lengths[lengths.count - 1]
        }
        guard reader.position + sum == bytes.count else { throw .corrupt }
        self.init(bytes: bytes, headLength: reader.position, lengths: lengths, counts: counts)
    }

    /// - Parameter counts: of names, norms, meanings.
    init(bytes: [UInt8], headLength: Int, lengths: [Int], counts: (Int, Int, Int)) {
        self.bytes = bytes
        (nameCount, normCount, meaningCount) = counts
        var start = headLength
        starts = lengths.map { length in
            defer { start += length }
            return start
        }
    }

    package func name(_ provision: Int) -> Name? { item(provision, of: nameCount, from: 0) }
    package func norm(_ number: Int) -> NormLine? { item(number, of: normCount, from: nameCount) }
    package func meaning(_ definition: Int) -> Meaning? { item(definition, of: meaningCount, from: nameCount + normCount) }

    private func item<Item: Storable>(_ number: Int, of count: Int, from first: Int) -> Item? {
        guard number >= 0, number < count else { return nil }
        var reader = ByteReader(bytes, from: starts[first + number])
        return try? reader.get(Item.self)
    }
}
