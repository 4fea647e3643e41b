package import Foundation

/// The development data that lies beside the repository on some machines; tests that need it are skipped where it is absent.
package enum SharedData {
    /// `../shared` beside the package, nil where there is none.
    package static let folder: URL? = {
        let beside = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "shared")
        return FileManager.default.fileExists(atPath: beside.appending(path: "DESIGN.md").path) ? beside : nil
    }()

    package static var isPresent: Bool { folder != nil }

    /// The reason that skipped tests give.
    package static let absent = "skipped, no shared data"
}
