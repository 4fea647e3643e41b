/// Paths of files that a document names, relative to the document itself.
enum RelativePath {
    /// `path` as seen from `folder`, without "." and inner ".."; nil for an absolute path or an address.
    static func join(_ folder: String, _ path: String) -> String? {
        guard !path.isEmpty, path.first != "/", path.first != "\\", !path.contains(":"), !path.utf8.contains(0) else { return nil }
        var steps = folder.isEmpty ? [] : folder.split(separator: "/").map(String.init)
        for step in path.split(separator: "/") where step != "." {
            if step == "..", let last = steps.last, last != ".." { steps.removeLast() } else { steps.append(String(step)) }
        }
        return steps.isEmpty ? nil : steps.joined(separator: "/")
    }

    static func folder(of path: String) -> String { path.split(separator: "/").dropLast().joined(separator: "/") }
}
