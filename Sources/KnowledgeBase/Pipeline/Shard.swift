package import Foundation
import LegalText

/// Analyses of a part of a corpus, made on one machine for a build on another.
///
/// Reading and analysing a document needs nothing but the document and its entry in the register; identifiers, links, parties and the
/// index need all of them. So a shard holds analyses, and a merge lays them where a build finds its own: what is then built is what one
/// machine would have built, to the byte. A shard that another program wrote is refused; a file that has changed since is read again.
struct Shard {
    struct Piece {
        var source: String
        /// Of the file's bytes.
        var content: Fingerprint
        /// Of the register's entry.
        var entry: Fingerprint
        /// The analysis in its stored form.
        var analysis: [UInt8]
    }

    private static let magic = Array("CONCSHRD".utf8)

    var pieces: [Piece]

    /// Of the program's own bytes: the same on every machine it was copied to.
    static let program: Fingerprint = {
        guard let path = Bundle.main.executablePath, let data = FileManager.default.contents(atPath: path) else { return Fingerprint([]) }
        return Fingerprint(data)
    }()

    static func fingerprint(of entry: Register.Entry?) -> Fingerprint {
        Fingerprint(entry.storedForm)
    }

    var bytes: [UInt8] {
        var body = ByteWriter()
        body.put(UInt64(pieces.count))
        for piece in pieces {
            body.put(piece.source)
            body.put(raw: piece.content.bytes)
            body.put(raw: piece.entry.bytes)
            body.put(UInt64(piece.analysis.count))
            body.put(raw: piece.analysis)
        }
        return Self.magic + Self.program.bytes + Fingerprint(body.bytes).bytes + body.bytes
    }

    init(pieces: [Piece]) { self.pieces = pieces }

    init(_ bytes: [UInt8]) throws(StorageFault) {
        guard bytes.count >= 24, Array(bytes[..<8]) == Self.magic else { throw .corrupt }
        guard Fingerprint(bytes: bytes[8..<16]) == Self.program else { throw .otherVersion }
        guard Fingerprint(bytes: bytes[16..<24]) == Fingerprint(bytes[24...]) else { throw .corrupt }
        var reader = ByteReader(bytes, from: 24)
        pieces = []
        for _ in 0..<(try reader.count()) {
            let source: String = try reader.get()
            let content = Fingerprint(bytes: try reader.raw(8))
            let entry = Fingerprint(bytes: try reader.raw(8))
            pieces.append(Piece(source: source, content: content, entry: entry, analysis: Array(try reader.raw(try reader.count()))))
        }
    }
}

extension BaseBuilder {
    /// Reads and analyses every `count`-th file of the corpus from number `part` on (from 1) and writes them as a shard.
    /// - Returns: the files of this part, and how many of them the shard holds; the others are no documents, or include other files.
    package func writeShard(_ part: Int, of count: Int, to url: URL) throws(BaseError) -> (files: Int, held: Int) {
        let register = try readRegister()
        let files = CorpusFile.list(in: folder.corpus).documents.enumerated().filter { $0.offset % count == part - 1 }.map(\.element)
        let cache = AnalysisCache(state: folder.state, isUsed: !isFull)
        let corpus = folder.corpus
        let pieces = Workers.map(files.count, jobs: jobs > 0 ? jobs : ProcessInfo.processInfo.activeProcessorCount) {
            index -> Shard.Piece? in
            let file = files[index]
            let entry = register.entry(for: file.source)
            guard case .document(let analyzed, let survey) = ReadFile.read(file, corpus: corpus, entry: entry, cache: cache), survey.isWhole
            else { return nil }
            return Shard.Piece(
                source: file.source, content: survey.key.content, entry: Shard.fingerprint(of: entry), analysis: analyzed.storedForm)
        }
        let shard = Shard(pieces: pieces.compactMap { $0 })
        do { try Data(shard.bytes).write(to: url, options: .atomic) } catch {
            throw .unwritable(path: url.lastPathComponent, reason: error.localizedDescription)
        }
        return (files.count, shard.pieces.count)
    }

    /// Lays the analyses of shards where `assemble` finds them. Nothing is kept of shards of which one cannot be used.
    /// - Returns: how many analyses were taken in; those that the register now says otherwise of are left out.
    package func takeIn(shards: [[UInt8]]) throws(BaseError) -> Int {
        let register = try readRegister()
        let cache = AnalysisCache(state: folder.state, isUsed: true)
        var read: [Shard] = []
        do throws(StorageFault) { for bytes in shards { read.append(try Shard(bytes)) } } catch { throw .stored(error) }
        var taken = 0
        for piece in read.flatMap(\.pieces) {
            let entry = register.entry(for: piece.source)
            guard Shard.fingerprint(of: entry) == piece.entry else { continue }
            cache.keep(bytes: piece.analysis, cache.key(of: piece.content, source: piece.source, entry: entry))
            taken += 1
        }
        return taken
    }
}
