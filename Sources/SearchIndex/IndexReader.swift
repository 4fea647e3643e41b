public import SearchCore

/// Answers queries from the index in a folder. A reader keeps the index it opened, whatever is published later.
public final class IndexReader: Sendable {
    public let searcher: Searcher

    /// Up to this size a segment's checksums are all computed when it is opened (under a millisecond); larger ones are checked by `verify`.
    private static let mostVerified = 4 << 20

    public init(directory: String) throws(IndexError) {
        for attempt in 0... {
            guard let manifest = try Manifest.read(directory) else { throw .absent(path: directory) }
            do throws(IndexError) {
                searcher = try Self.open(manifest, directory)
                return
            } catch .absent(let path) {
                // A writer published and cleaned up between the two steps: read the new manifest.
                if attempt == 4 { throw .corrupt(path: path) }
            }
        }
        throw .absent(path: directory)
    }

    private static func open(_ manifest: Manifest, _ directory: String) throws(IndexError) -> Searcher {
        var parts: [Searcher.Part] = []
        for part in manifest.parts {
            let path = directory + "/" + part.file
            let owner = try MappedFile.open(path)
            parts.append(Searcher.Part(try Segment.open(owner, path: path, verifying: owner.count <= mostVerified), deleted: part.deleted))
        }
        return Searcher(parts)
    }

    /// Records that can be found.
    public var recordCount: Int { searcher.recordCount }

    /// Fields that `field:value` may use.
    public var facetFields: [String] { searcher.facetFields }

    /// The record with this citation.
    public func record(_ key: String) -> Hit? { searcher.record(key) }

    /// Any string is a query; see `QueryParser` for the language. Hits are by falling score.
    public func search(_ text: String, options: SearchOptions = SearchOptions()) -> SearchResults {
        searcher.search(text, options: options)
    }

    /// Computes every checksum of the index in a folder.
    public static func verify(directory: String) throws(IndexError) {
        guard let manifest = try Manifest.read(directory) else { throw .absent(path: directory) }
        for part in manifest.parts { _ = try Segment.open(path: directory + "/" + part.file, verifying: true) }
    }

    /// The segments of the index in a folder, in order.
    public static func segments(directory: String) throws(IndexError) -> [Segment] {
        var segments: [Segment] = []
        for path in try segmentFiles(directory: directory) { segments.append(try Segment.open(path: path, verifying: true)) }
        return segments
    }

    /// The same, for work that goes through all of them.
    public static func mappedSegments(directory: String) throws(IndexError) -> [MappedSegment] {
        var segments: [MappedSegment] = []
        for path in try segmentFiles(directory: directory) { segments.append(try MappedSegment(path: path)) }
        return segments
    }

    /// The segment files of the index in a folder, in order.
    public static func segmentFiles(directory: String) throws(IndexError) -> [String] {
        (try Manifest.read(directory)?.parts ?? []).map { directory + "/" + $0.file }
    }
}
