import Foundation

/// The files below one folder, as the addresses of a site. Nothing outside the folder can be named: neither by `..`, however it is
/// written, nor through a symbolic link.
struct ServedFolder: Sendable {
    /// Without symbolic links, and without a slash at its end.
    private let root: String

    init(_ folder: URL) {
        root = folder.resolvingSymlinksInPath().standardizedFileURL.path
    }

    enum Answer: Equatable {
        case file(path: String)
        /// A folder named without its slash: its relative links would lead astray.
        case moved(to: String)
        case missing
    }

    /// - Parameter path: the path of a request as the browser sent it, percent signs and all, without the query.
    func answer(to path: String) -> Answer {
        guard path.utf8.first == UInt8(ascii: "/"), path.utf8.count <= 4096, let plain = path.removingPercentEncoding else {
            return .missing
        }
        let steps = plain.split(separator: "/", omittingEmptySubsequences: true)
        guard !plain.utf8.contains(0), !plain.contains("\\"), !steps.contains(where: { $0.hasPrefix(".") }) else { return .missing }
        var target = ([root] + steps.map(String.init)).joined(separator: "/")
        if isFolder(target) {
            guard plain.hasSuffix("/") else { return .moved(to: path + "/") }
            target += "/index.html"
        } else if plain.hasSuffix("/") {
            return .missing
        }
        // Where a link leads out of the folder, the file it leads to is not the site's.
        guard let real = Self.resolved(target), real.hasPrefix(root + "/"), !isFolder(real) else { return .missing }
        return .file(path: real)
    }

    private func isFolder(_ path: String) -> Bool {
        var isFolder: ObjCBool = false
        return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && isFolder.boolValue
    }

    /// The path with every symbolic link followed; nil where nothing is there.
    private static func resolved(_ path: String) -> String? {
        guard let real = realpath(path, nil) else { return nil }
        defer { free(real) }
        return String(cString: real)
    }
}
