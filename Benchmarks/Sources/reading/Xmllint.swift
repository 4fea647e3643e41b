import Foundation

/// The tool that everyone has, over the same files: `--sax` reads events, without it a tree is built.
enum Xmllint {
    static let path = ["/usr/bin/xmllint", "/usr/local/bin/xmllint"].first { FileManager.default.isExecutableFile(atPath: $0) }

    /// CPU seconds to read all files, start-up included (a process takes 200 files); nil without the tool.
    static func time(_ files: [String], options: [String]) -> Double? {
        guard let path else { return nil }
        let before = Meter.cpuOfChildren()
        for start in stride(from: 0, to: files.count, by: 200) {
            let process = Process()
            process.executableURL = URL(filePath: path)
            process.arguments = options + ["--noout", "--nonet", "--huge", "--recover"] + files[start..<min(start + 200, files.count)]
            process.standardError = FileHandle.nullDevice
            process.standardOutput = FileHandle.nullDevice
            do { try process.run() } catch { return nil }
            process.waitUntilExit()
        }
        return Meter.cpuOfChildren() - before
    }
}
