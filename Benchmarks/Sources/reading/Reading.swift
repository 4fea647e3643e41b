import DocumentReading
import Foundation
import LegalText

/// `reading [--passes N] [--json FILE] [--alone] FOLDER...`: how fast documents are read, beside libxml2 alone and xmllint over the same bytes in the same run.
///
/// Each folder is a line of figures. Some megabytes are loaded (not timed), read to clauses, and parsed by libxml2 with empty handlers,
/// in turn, so that a change of the machine's load meets both. The least CPU time of the passes counts. A file is read by itself: what it includes is not followed.
/// `--alone` leaves out the others (for a profiler); `--documents FILE FOLDER...` times nothing and writes what was read, a line of JSON a document, so that two versions
/// of the reader can be compared.
@main struct Reading {
    struct Line: Codable {
        var folder: String
        var format: String
        var files = 0
        var bytes = 0
        var provisions = 0
        var cpu = Double.infinity
        var libxml2 = Double.infinity
        var xmllintEvents: Double?
        var xmllintTree: Double?
        var peakKiB = 0

        func speed(_ seconds: Double) -> Double { Double(bytes) / 1e6 / max(seconds, 1e-9) }
    }

    static func main() throws {
        var folders: [String] = []
        var passes = 3
        var output: String?
        var alone = false
        var documents: String?
        var rest = CommandLine.arguments.dropFirst()
        while let argument = rest.popFirst() {
            switch argument {
            case "--passes": passes = rest.popFirst().flatMap { Int($0) } ?? passes
            case "--json": output = rest.popFirst()
            case "--alone": alone = true
            case "--documents": documents = rest.popFirst()
            default: folders.append(argument)
            }
        }
        guard !folders.isEmpty else {
            print("usage: reading [--passes N] [--json FILE] FOLDER...")
            exit(2)
        }
        if let documents { return try write(documents, folders) }
        if Xmllint.path == nil, !alone { print("xmllint is not here (Debian: libxml2-utils); its columns are left out") }
        var lines: [Line] = []
        for folder in folders {
            for (format, endings) in [("xml", ["xml", "akn"]), ("html", ["html", "htm"])] {
                let files = Self.files(in: folder, endings)
                guard !files.isEmpty else { continue }
                let line = measure(
                    Line(folder: URL(filePath: folder).lastPathComponent, format: format), files, passes: passes, alone: alone)
                lines.append(line)
                print(words(line))
            }
        }
        if let output { try JSONEncoder().encode(lines).write(to: URL(filePath: output)) }
    }

    private static func files(in folder: String, _ endings: [String]) -> [String] {
        guard let walk = FileManager.default.enumerator(atPath: folder) else { return [folder] }
        return walk.compactMap { $0 as? String }.filter { endings.contains(($0 as NSString).pathExtension.lowercased()) }.sorted()
            .map { folder + "/" + $0 }
    }

    private static func measure(_ line: Line, _ files: [String], passes: Int, alone: Bool) -> Line {
        var line = line
        line.files = files.count
        for pass in 0..<passes {
            var ours = 0.0
            var bare = 0.0
            var rest = files[...]
            while !rest.isEmpty {
                let batch = Self.batch(&rest)
                let start = Meter.cpu()
                var provisions = 0
                for (file, bytes) in batch { provisions += DocumentReader().read(bytes, name: file).provisions.count }
                let between = Meter.cpu()
                if !alone {
                    for (_, bytes) in batch { if line.format == "xml" { BareParser.parseXML(bytes) } else { BareParser.parseHTML(bytes) } }
                }
                ours += between - start
                bare += Meter.cpu() - between
                if pass == 0 {
                    line.bytes += batch.reduce(0) { $0 + $1.bytes.count }
                    line.provisions += provisions
                }
            }
            line.cpu = min(line.cpu, ours)
            line.libxml2 = min(line.libxml2, bare)
        }
        line.peakKiB = Meter.peakMemory()
        if line.format == "xml", !alone {
            line.xmllintEvents = Xmllint.time(files, options: ["--sax"])
            line.xmllintTree = Xmllint.time(files, options: [])
        }
        return line
    }

    private static func write(_ output: String, _ folders: [String]) throws {
        _ = FileManager.default.createFile(atPath: output, contents: nil)
        let handle = try FileHandle(forWritingTo: URL(filePath: output))
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        for file in folders.flatMap({ files(in: $0, ["xml", "akn", "html", "htm", "txt"]) }) {
            guard let data = FileManager.default.contents(atPath: file) else { continue }
            var document = DocumentReader().read([UInt8](data), name: file)
            document.source = file
            try handle.write(contentsOf: encoder.encode(document) + [0x0A])
        }
    }

    /// The next files, some megabytes of them: loading one by one between readings would time the caches that it empties.
    private static func batch(_ files: inout ArraySlice<String>) -> [(file: String, bytes: [UInt8])] {
        var batch: [(file: String, bytes: [UInt8])] = []
        var count = 0
        while count < 4_000_000, let file = files.popFirst() {
            guard let data = FileManager.default.contents(atPath: file) else { continue }
            batch.append((file, [UInt8](data)))
            count += data.count
        }
        return batch
    }

    private static func words(_ line: Line) -> String {
        func rate(_ seconds: Double) -> String { String(format: "%.0f MB/s", line.speed(seconds)) }
        var parts = [
            "\(line.folder) (\(line.format)): \(line.files) files, \(String(format: "%.1f", Double(line.bytes) / 1e6)) MB, \(line.provisions) provisions",
            rate(line.cpu), "libxml2's events alone \(rate(line.libxml2)), ratio \(String(format: "%.2f", line.libxml2 / line.cpu))",
        ]
        if let seconds = line.xmllintEvents { parts.append("xmllint --sax \(rate(seconds))") }
        if let seconds = line.xmllintTree { parts.append("xmllint \(rate(seconds))") }
        parts.append("peak \(line.peakKiB / 1024) MiB")
        return parts.joined(separator: ", ")
    }
}
