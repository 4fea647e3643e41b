import Foundation
import Synchronization

/// Analyses by what they were made from: the file's bytes, its path, the register's entry and the program itself.
///
/// One file in `.concordat/`, to which analyses are appended; losing it costs time only. An entry is
///
///     16 bytes key, 8 bytes length, 8 bytes fingerprint of what follows, the analysis
///
/// and one that is torn or damaged is as good as none.
final class AnalysisCache: Sendable {
    struct Key: Hashable, Sendable {
        var content: Fingerprint
        var circumstances: Fingerprint

        var bytes: [UInt8] { content.bytes + circumstances.bytes }
    }

    private struct Entry {
        var offset: Int
        var length: Int
        var fingerprint: Fingerprint
    }

    private struct State {
        var entries: [Key: Entry] = [:]
        var asked: Set<Key> = []
        /// Of the file.
        var size = 0
    }

    static let fileName = "analyses.cache"
    private static let headSize = 32
    private let path: String
    /// Nil where the folder cannot be written: nothing is kept then.
    private let file: Int32?
    private let reader: ReadableFile?
    private let program: String
    private let state: Mutex<State>

    /// - Parameter isUsed: what earlier builds kept is found.
    init(state folder: URL, isUsed: Bool) {
        try? FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        path = folder.appending(path: Self.fileName).path
        let opened = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC | (isUsed ? 0 : O_TRUNC), 0o666)
        file = opened < 0 ? nil : opened
        reader = ReadableFile(path)
        program = Self.programStamp
        var state = State()
        if let reader { Self.scan(reader, into: &state) }
        self.state = Mutex(state)
    }

    deinit { if let file { close(file) } }

    private static func scan(_ reader: ReadableFile, into state: inout State) {
        let size = reader.size
        var offset = 0
        while offset + headSize <= size, let head = reader.read(at: offset, count: headSize) {
            let length = Fingerprint(bytes: head[16..<24]).value
            guard length <= UInt64(size - offset - headSize) else { break }
            let key = Key(content: Fingerprint(bytes: head[..<8]), circumstances: Fingerprint(bytes: head[8..<16]))
            state.entries[key] = Entry(offset: offset + headSize, length: Int(length), fingerprint: Fingerprint(bytes: head[24...]))
            offset += headSize + Int(length)
        }
        state.size = size
    }

    /// A new build of the program may read documents better, so it reads them again.
    static let programStamp: String = {
        guard let path = Bundle.main.executablePath, let facts = try? FileManager.default.attributesOfItem(atPath: path) else { return "" }
        let size = (facts[.size] as? Int) ?? 0
        let changed = (facts[.modificationDate] as? Date)?.timeIntervalSinceReferenceDate ?? 0
        return "\(size) \(changed)"
    }()

    /// - Parameter content: fingerprint of the file's bytes.
    func key(of content: Fingerprint, source: String, entry: Register.Entry?) -> Key {
        var writer = ByteWriter()
        writer.put(program)
        writer.put(source)
        writer.put(entry)
        let key = Key(content: content, circumstances: Fingerprint(writer.bytes))
        state.withLock { _ = $0.asked.insert(key) }
        return key
    }

    /// The key of an analysis that no later build may find.
    func passingKey() -> Key {
        let key = Key(
            content: Fingerprint(value: .random(in: 0...UInt64.max)), circumstances: Fingerprint(value: .random(in: 0...UInt64.max)))
        state.withLock { _ = $0.asked.insert(key) }
        return key
    }

    /// How long the stored form of an analysis is.
    func length(_ key: Key) -> Int { state.withLock { $0.entries[key]?.length ?? 0 } }

    /// An analysis in its stored form.
    func bytes(_ key: Key) -> [UInt8]? {
        guard let entry = state.withLock({ $0.entries[key] }), let bytes = reader?.read(at: entry.offset, count: entry.length),
            Fingerprint(bytes) == entry.fingerprint
        else { return nil }
        return bytes
    }

    func find(_ key: Key) -> AnalyzedDocument? {
        guard let bytes = bytes(key) else { return nil }
        var reader = ByteReader(bytes)
        return try? reader.get(AnalyzedDocument.self)
    }

    func keep(_ analyzed: AnalyzedDocument, _ key: Key) { keep(bytes: analyzed.storedForm, key) }

    /// Keeps an analysis in its stored form. Entries go to the end of the file whole, so that two builds at once do not harm each other.
    func keep(bytes: [UInt8], _ key: Key) {
        guard let file else { return }
        let print = Fingerprint(bytes)
        let entry = key.bytes + Fingerprint(value: UInt64(bytes.count)).bytes + print.bytes + bytes
        state.withLock { state in
            guard entry.withUnsafeBytes({ write(file, $0.baseAddress, $0.count) }) == entry.count else { return }
            var facts = stat()
            guard fstat(file, &facts) == 0 else { return }
            state.size = Int(facts.st_size)
            // Where another build wrote in between, the entry is not where it seems; its fingerprint says so.
            state.entries[key] = Entry(offset: state.size - bytes.count, length: bytes.count, fingerprint: print)
        }
    }

    /// Forgets every analysis that was not asked for, where they take more room than the others.
    func prune() {
        state.withLock { state in
            let wanted = state.entries.filter { state.asked.contains($0.key) }.sorted { $0.value.offset < $1.value.offset }
            let used = wanted.reduce(0) { $0 + $1.value.length + Self.headSize }
            guard state.size - used > max(used, 1 << 20), let draft = DraftFile(path + ".draft") else { return }
            for (key, entry) in wanted {
                guard let bytes = reader?.read(at: entry.offset, count: entry.length) else { continue }
                guard draft.append(key.bytes + Fingerprint(value: UInt64(bytes.count)).bytes + entry.fingerprint.bytes + bytes) else {
                    return
                }
            }
            // This build goes on with the old file, which it holds open.
            _ = draft.place(at: path)
        }
    }
}

extension Fingerprint {
    /// Little-endian.
    var bytes: [UInt8] { (0..<8).map { UInt8(truncatingIfNeeded: value >> ($0 * 8)) } }

    init(bytes: some Sequence<UInt8>) {
        self.init(value: bytes.enumerated().reduce(0) { $0 | UInt64($1.element) << UInt64($1.offset * 8) })
    }
}
