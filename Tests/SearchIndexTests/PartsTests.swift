import Foundation
import SearchIndex
import Testing

@testable import SearchCore

/// An index of groups that are kept, against one made at once; pieces that stay, against pieces that are all made.
@Suite struct PartsTests {
    private struct Work {
        var id: String
        var title = "Orders"
        var texts: [String]
        var version: UInt64 = 0

        var records: [Record] {
            texts.enumerated().map { place, text in
                Record(
                    key: "\(id)#p_\(place)", heading: place % 3 == 0 ? "Fees" : "", text: text, sentences: [0], number: "\(place)",
                    facets: [Facet("document", id), Facet("party", text.hasPrefix("m") ? "Member" : "Board")],
                    stored: Array(title.utf8))
            }
        }
    }

    private let folder = FileManager.default.temporaryDirectory.appending(path: "parts-\(UUID().uuidString)").path

    private func groups(_ works: [Work], of size: Int) -> [IndexGroup] {
        stride(from: 0, to: works.count, by: size).map { start in
            let range = start..<min(works.count, start + size)
            let print = works[range].reduce(UInt64(range.count)) { ($0 &* 0x9E37_79B9 ^ $1.version) &* 0xC2B2_AE3D_27D4_EB4F }
            return IndexGroup(print: print, documents: range)
        }
    }

    private func contents(_ directory: String) throws -> [String: Data] {
        Dictionary(
            uniqueKeysWithValues: try FileManager.default.contentsOfDirectory(atPath: directory).map {
                ($0, try #require(FileManager.default.contents(atPath: directory + "/" + $0)))
            })
    }

    /// Random edits, insertions and removals, one after another.
    @Test(arguments: [1 << 19, 40]) func keptGroupsAndPiecesAreThoseOfAWholeBuild(occurrencesPerRun: Int) throws {
        defer { try? FileManager.default.removeItem(atPath: folder) }
        var random = PieceTests.Random(state: 5)
        var version: UInt64 = 1
        var settings = IndexSettings()
        settings.occurrencesPerRun = occurrencesPerRun
        var sizes = PieceWriter.Sizes()
        (sizes.lists, sizes.rows) = (700, 900)
        func work(_ number: Int) -> Work {
            version += 1
            let texts = (0..<(1 + random.next(12))).map { _ in PieceTests.text(3 + random.next(30), &random) }
            return Work(id: String(format: "d%04d", number), texts: texts, version: version)
        }
        var works = (0..<40).map { work($0 * 10) }
        var files: [String: (bytes: [UInt8], print: UInt64)] = [:]
        var keptAny = (groups: 0, pieces: 0)
        for step in 0..<25 {
            var asked: Set<Int> = []
            try IndexWriter.write(
                directory: folder + "/kept\(step)", settings: settings, keeping: folder + "/parts", groups: groups(works, of: 7)
            ) { number in
                asked.insert(number)
                return (works[number].id, works[number].title, works[number].records)
            }
            try IndexWriter.write(directory: folder + "/whole\(step)", settings: settings, count: works.count) { number in
                (works[number].id, works[number].title, works[number].records)
            }
            #expect(try contents(folder + "/kept\(step)") == contents(folder + "/whole\(step)"), "step \(step)")
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder + "/parts").count == (works.count + 6) / 7)
            if step > 0 { keptAny.groups += works.count - asked.count }

            let path = try #require(try IndexReader.segmentFiles(directory: folder + "/kept\(step)").first)
            let segment = try Segment.open(path: path, verifying: true)
            var whole: [String: [UInt8]] = [:]
            try PieceWriter(segment, sizes: sizes).write { whole[$0] = $1 }
            var now: [String: (bytes: [UInt8], print: UInt64)] = [:]
            let earlier = EarlierPieces(head: files["head-0"]?.bytes, document: { works[$0].version }) { name, print in
                guard let known = files[name], known.print == print else { return false }
                now[name] = known
                return true
            }
            var made = 0
            try PieceWriter(segment, sizes: sizes).write(after: earlier) { name, bytes, print in
                now[name] = (bytes, print)
                made += 1
            }
            #expect(now.mapValues(\.bytes) == whole, "step \(step)")
            if step > 0 { keptAny.pieces += now.count - made }
            files = now

            let place = random.next(works.count)
            version += 1
            works[place].version = version
            switch random.next(6) {
            case 0: works.remove(at: place)
            case 1: works.insert(work(Int(works[place].id.dropFirst())! + 1 + random.next(8)), at: place + 1)
            case 2: works[place].title = "Title \(step)"
            case 3: works[place].texts.insert(PieceTests.text(9, &random), at: 0)
            case 4: works[place].texts = [""]
            default: works[place].texts[0] += " " + PieceTests.text(1 + random.next(3), &random)
            }
        }
        #expect(keptAny.groups > 300 && keptAny.pieces > 300, "\(keptAny)")
    }

    /// What is kept may be lost or damaged.
    @Test func damagedPartsAreMadeAgain() throws {
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let works = (0..<6).map { Work(id: "d\($0)", texts: ["fees of the member", "notice \($0)"], version: UInt64($0)) }
        func write(_ name: String) throws -> [String: Data] {
            try IndexWriter.write(directory: folder + "/" + name, keeping: folder + "/parts", groups: groups(works, of: 3)) { number in
                (works[number].id, works[number].title, works[number].records)
            }
            return try contents(folder + "/" + name)
        }
        let whole = try write("whole")
        let part = folder + "/parts/" + (try #require(try FileManager.default.contentsOfDirectory(atPath: folder + "/parts").min()))
        let bytes = try Data(contentsOf: URL(filePath: part))
        for place in stride(from: 0, to: bytes.count, by: 3) {
            var damaged = bytes
            damaged[place] ^= 0x55
            try (place % 2 == 0 ? damaged : damaged.prefix(place)).write(to: URL(filePath: part))
            #expect(try write("again") == whole, "byte \(place)")
        }
    }
}
