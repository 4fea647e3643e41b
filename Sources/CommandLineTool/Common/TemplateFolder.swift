import Foundation
import KnowledgeBase

/// Where the site's templates are: the base's own, else those that stand by the program.
enum TemplateFolder {
    static func find(for base: BaseFolder) -> URL? {
        if isFilled(base.templates) { return base.templates }
        return shipped()
    }

    /// Those that a new base is given a copy of.
    static func shipped() -> URL? {
        if let named = Console.current.facts.environment["CONCORDAT_TEMPLATES"], !named.isEmpty { return URL(filePath: named) }
        return besideProgram()
    }

    /// The nearest `templates/` above the executable (a checkout), or in `share/concordat` beside `bin` (an installation).
    private static func besideProgram() -> URL? {
        guard let path = Bundle.main.executablePath else { return nil }
        var folder = URL(filePath: path).resolvingSymlinksInPath().deletingLastPathComponent()
        for _ in 0..<6 {
            for candidate in ["templates", "share/concordat/templates"] where isFilled(folder.appending(path: candidate)) {
                return folder.appending(path: candidate)
            }
            folder = folder.deletingLastPathComponent()
        }
        return nil
    }

    private static func isFilled(_ folder: URL) -> Bool {
        FileManager.default.fileExists(atPath: folder.appending(path: "assets").path)
    }
}
