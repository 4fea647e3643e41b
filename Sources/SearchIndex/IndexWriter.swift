import Glibc
public import SearchCore

/// Builds or updates the index in a folder, document by document. Nothing is seen by readers until `publish()`.
public final class IndexWriter {
    public let directory: String
    private var documents: [String: (title: String, records: [Record])]

    /// Opens the index in the folder, or begins one where there is none.
    public init(directory: String) throws(IndexError) {
        self.directory = directory
        documents = Provisional.load(directory)
    }

    /// Puts the document's records in the place of those it had.
    public func replace(document: String, title: String, records: [Record]) throws(IndexError) {
        documents[document] = (title, records)
    }

    public func delete(document: String) {
        documents[document] = nil
    }

    /// Makes the changes visible, all at once: a reader sees the old index or the new one, whole.
    public func publish() throws(IndexError) {
        Provisional.save(documents, directory)
    }
}

enum Provisional {
    static func save(_ documents: [String: (title: String, records: [Record])], _ directory: String) {
        var out: [UInt8] = []
        func put(_ bytes: [UInt8]) {
            unsafe withUnsafeBytes(of: UInt32(bytes.count)) { unsafe out.append(contentsOf: $0) }
            out += bytes
        }
        for id in documents.keys.sorted() {
            guard let document = documents[id] else { continue }
            for record in document.records {
                for text in [id, document.title, record.key, record.heading, record.text, record.number] { put(Array(text.utf8)) }
                put(Array(record.sentences.map(String.init).joined(separator: " ").utf8))
                put(Array(record.facets.map { $0.field + "\u{1}" + $0.value }.joined(separator: "\u{2}").utf8))
                put(record.stored)
            }
        }
        _ = unsafe mkdir(directory, 0o777)
        guard let file = unsafe fopen(directory + "/provisional", "w") else { return }
        _ = unsafe fwrite(out, 1, out.count, file)
        _ = unsafe fclose(file)
    }

    static func load(_ directory: String) -> [String: (title: String, records: [Record])] {
        guard let file = unsafe fopen(directory + "/provisional", "r") else { return [:] }
        defer { _ = unsafe fclose(file) }
        var documents: [String: (title: String, records: [Record])] = [:]
        func get() -> [UInt8]? {
            var count: UInt32 = 0
            guard unsafe fread(&count, 4, 1, file) == 1 else { return nil }
            var bytes = [UInt8](repeating: 0, count: Int(count))
            return unsafe fread(&bytes, 1, Int(count), file) == Int(count) ? bytes : nil
        }
        func text() -> String? { get().map { String(decoding: $0, as: UTF8.self) } }
        while let id = text(), let title = text(), let key = text(), let heading = text(), let body = text(), let number = text(),
            let sentences = text(), let facets = text(), let stored = get()
        {
            let record = Record(
                key: key, heading: heading, text: body, sentences: sentences.split(separator: " ").compactMap { Int($0) }, number: number,
                facets: facets.split(separator: "\u{2}").map {
                    let pair = $0.split(separator: "\u{1}", maxSplits: 1, omittingEmptySubsequences: false)
                    return Facet(String(pair[0]), String(pair[1]))
                }, stored: stored)
            documents[id, default: (title, [])].records.append(record)
        }
        return documents
    }
}
