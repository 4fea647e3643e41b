import Foundation

/// A file below `corpus/`.
struct CorpusFile: Hashable {
    /// Its path below `corpus/`, with `/` between steps.
    var source: String

    /// Endings of what is read as a document.
    private static let readable: Set<String> = ["html", "htm", "xhtml", "xml", "akn", "txt", "text", "md"]

    /// The files of a corpus that may be documents, and the others a person may have meant as such, each sorted by path. Files of the program's own, what documents include, hidden files and
    /// links that lead out of the corpus are left out.
    static func list(in corpus: URL) -> (documents: [CorpusFile], others: [CorpusFile]) {
        let manager = FileManager.default
        let root = corpus.resolvingSymlinksInPath().path
        guard let walk = manager.enumerator(atPath: root) else { return ([], []) }
        var documents: [CorpusFile] = []
        var others: [CorpusFile] = []
        for case let path as String in walk {
            let name = path.utf8.lastIndex(of: UInt8(ascii: "/")).map { path[path.utf8.index(after: $0)...] } ?? path[...]
            let full = root + "/" + path
            var facts = stat()
            guard lstat(full, &facts) == 0 else { continue }
            if name.hasPrefix(".") {
                if facts.st_mode & S_IFMT == S_IFDIR { walk.skipDescendants() }
                continue
            }
            if facts.st_mode & S_IFMT == S_IFLNK {
                // Folders behind links are not gone into.
                guard URL(filePath: full).resolvingSymlinksInPath().path.hasPrefix(root + "/"), stat(full, &facts) == 0 else { continue }
            }
            guard facts.st_mode & S_IFMT != S_IFDIR else { continue }
            let ending = (String(name) as NSString).pathExtension.lowercased()
            if readable.contains(ending) {
                documents.append(CorpusFile(source: path))
            } else if !["yaml", "yml", "tsv", "dtd", "ent", "mod", "xsd"].contains(ending) {
                others.append(CorpusFile(source: path))
            }
        }
        return (documents.sorted { $0.source < $1.source }, others.sorted { $0.source < $1.source })
    }

    /// `partnership/2023.xml` -> `partnership-2023`.
    var slug: String { Slug.make((source as NSString).deletingPathExtension) }

    var ending: String { (source as NSString).pathExtension.lowercased() }

    /// Ids by source: what the register states, else the slug of the path, with the ending where two would have the same.
    static func ids(of files: [CorpusFile], register: Register) -> [String: String] {
        var ids: [String: String] = [:]
        var taken: Set<String> = []
        for file in files {
            if let id = register.entry(for: file.source)?.id {
                ids[file.source] = id
                taken.insert(id)
            }
        }
        for file in files where ids[file.source] == nil {
            let slug = file.slug.isEmpty ? "document" : file.slug
            ids[file.source] =
                taken.contains(slug) ? Slug.unique(slug + "-" + file.ending, taken: &taken) : Slug.unique(slug, taken: &taken)
        }
        return ids
    }
}
