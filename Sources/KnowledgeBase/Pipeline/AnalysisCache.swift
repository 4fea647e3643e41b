import Foundation
import Synchronization

/// Analyses by what they were made from: the file's bytes, its path, the register's entry and the program itself.
///
/// A folder of small files in `.concordat/`; losing it costs time only.
final class AnalysisCache: Sendable {
    private let folder: URL
    private let isUsed: Bool
    private let program: String
    /// The keys that were asked for.
    private let asked = Mutex(Set<String>())

    init(state: URL, isUsed: Bool) {
        folder = state.appending(path: "analyses", directoryHint: .isDirectory)
        self.isUsed = isUsed
        program = Self.programStamp
    }

    /// A new build of the program may read documents better, so it reads them again.
    private static let programStamp: String = {
        guard let path = Bundle.main.executablePath, let facts = try? FileManager.default.attributesOfItem(atPath: path) else { return "" }
        let size = (facts[.size] as? Int) ?? 0
        let changed = (facts[.modificationDate] as? Date)?.timeIntervalSinceReferenceDate ?? 0
        return "\(size) \(changed)"
    }()

    func key(_ bytes: [UInt8], source: String, entry: Register.Entry?) -> String {
        key(of: Fingerprint(bytes), source: source, entry: entry)
    }

    /// - Parameter content: fingerprint of the file's bytes.
    func key(of content: Fingerprint, source: String, entry: Register.Entry?) -> String {
        var writer = ByteWriter()
        writer.put(program)
        writer.put(source)
        writer.put(entry)
        let key = content.description + Fingerprint(writer.bytes).description
        asked.withLock { _ = $0.insert(key) }
        return key
    }

    func find(_ key: String) -> AnalyzedDocument? {
        guard isUsed, let data = FileManager.default.contents(atPath: path(key)) else { return nil }
        let bytes = [UInt8](data)
        guard bytes.count > 8 else { return nil }
        var reader = ByteReader(bytes[8...])
        guard Array(bytes[..<8]) == Fingerprint(bytes[8...]).bytes else { return nil }
        return try? reader.get(AnalyzedDocument.self)
    }

    func keep(_ analyzed: AnalyzedDocument, _ key: String) {
        var writer = ByteWriter()
        writer.put(analyzed)
        keep(bytes: writer.bytes, key)
    }

    /// Keeps an analysis in its stored form.
    func keep(bytes: [UInt8], _ key: String) {
        try? FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try? Data(Fingerprint(bytes).bytes + bytes).write(to: URL(filePath: path(key)), options: .atomic)
    }

    /// Forgets every analysis that was not asked for.
    func prune() {
        let keys = asked.withLock { $0 }
        for name in (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? [] where !keys.contains(name) {
            try? FileManager.default.removeItem(at: folder.appending(path: name))
        }
    }

    private func path(_ key: String) -> String { folder.appending(path: key).path }
}

extension Fingerprint {
    /// Little-endian.
    var bytes: [UInt8] { (0..<8).map { UInt8(truncatingIfNeeded: value >> ($0 * 8)) } }

    init(bytes: some Sequence<UInt8>) {
        self.init(value: bytes.enumerated().reduce(0) { $0 | UInt64($1.element) << UInt64($1.offset * 8) })
    }
}
