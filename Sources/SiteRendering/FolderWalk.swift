import Foundation

/// Goes through the files below a folder without a list of them all.
enum FolderWalk {
    /// Paths below `folder` of all that is no folder and that is wanted. What cannot be read is passed over.
    static func files(in folder: String, where isWanted: (_ path: String) -> Bool) -> [String] {
        var found: [String] = []
        var open = [""]
        while let inner = open.popLast() {
            guard let stream = opendir(inner.isEmpty ? folder : folder + "/" + inner) else { continue }
            defer { closedir(stream) }
            while let entry = readdir(stream) {
                let name = withUnsafePointer(to: entry.pointee.d_name) {
                    $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
                }
                if name == "." || name == ".." { continue }
                let path = inner.isEmpty ? name : inner + "/" + name
                if isFolder(folder + "/" + path, Int32(entry.pointee.d_type)) {
                    open.append(path)
                } else if isWanted(path) {
                    found.append(path)
                }
            }
        }
        return found
    }

    /// A link to a folder is none: nothing behind it is the site's.
    private static func isFolder(_ path: String, _ type: Int32) -> Bool {
        if type != Int32(DT_UNKNOWN) { return type == Int32(DT_DIR) }
        var facts = stat()
        return lstat(path, &facts) == 0 && facts.st_mode & S_IFMT == S_IFDIR
    }
}
