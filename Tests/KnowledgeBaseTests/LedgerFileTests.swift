import Foundation
import LegalText
import TestSupport
import Testing

@testable import KnowledgeBase

@Suite struct LedgerFileTests {
    private static func entries(_ wIds: [String]) -> [Ledger.Entry] {
        NaturalOrder.sorted(
            wIds.map {
                Ledger.Entry(wId: $0, fingerprint: Fingerprint($0), sketch: Sketch(of: "the text of \($0)"), isGone: $0 == "para_2")
            }, by: \.wId)
    }

    private let ledger = [
        "a-rules": entries(["sec_1__subsec_2"]), "b-rules": entries(["para_10", "para_2", "para_6A", "para_6"]),
    ]

    private var bytes: [UInt8] { LedgerFile.heading + ledger.keys.sorted().flatMap { LedgerFile.lines(of: $0, ledger[$0] ?? []) } }

    private func reader(_ bytes: [UInt8]) throws -> LedgerReader {
        let folder = try TemporaryFolder()
        let path = folder.url.appending(path: "ledger.tsv")
        try Data(bytes).write(to: path)
        // The file stays open when the folder goes.
        return try LedgerReader(#require(ReadableFile(path.path)))
    }

    @Test func readsWhatItWritesAndLinesAreSorted() throws {
        let read = try reader(bytes)
        #expect(read.documents == ["a-rules", "b-rules"])
        for (document, entries) in ledger { #expect(read.entries(of: document) == entries) }
        #expect(read.entries(of: "c-rules").isEmpty)
        let names = String(decoding: bytes, as: UTF8.self).split(separator: "\n").dropFirst()
            .map { $0.split(separator: "\t").prefix(2).joined(separator: "#") }
        #expect(names == ["a-rules#sec_1__subsec_2", "b-rules#para_2", "b-rules#para_6", "b-rules#para_6A", "b-rules#para_10"])
    }

    /// A merge may leave a document's lines apart, with other line ends, and the last without any.
    @Test func linesMayStandAnywhere() throws {
        var lines = bytes.split(separator: UInt8(ascii: "\n")).dropFirst()
        lines.reverse()
        let moved = [lines[lines.startIndex + 3]] + lines.enumerated().filter { $0.offset != 3 }.map(\.element)
        let read = try reader(LedgerFile.heading + Array(moved.joined(separator: "\r\n".utf8)))
        for (document, entries) in ledger { #expect(read.entries(of: document) == entries) }
    }

    /// Longer than what is read at a time.
    @Test func aLongLedgerComesBackWhole() throws {
        var text = LedgerFile.heading
        let entries = Self.entries((1...3000).map { "para_\($0)" })
        for number in 100..<104 { text += LedgerFile.lines(of: "long-\(number)", entries) }
        #expect(text.count > 1 << 20)
        let read = try reader(text)
        for number in 100..<104 { #expect(read.entries(of: "long-\(number)") == entries) }
    }

    @Test(arguments: [
        ("a\tpara_1\tlive", LedgerFile.Fault.Kind.columns(3)), ("<<<<<<< ours", .conflictMarker),
        ("a\tpara_1\tlost\t0\t0", .state), ("a\tpara_1\tlive\txyz\t0", .fingerprint),
        ("a\tpara_1\tlive\t0123456789abcdef\t00", .sketch),
    ])
    func faultHasItsLine(line: String, kind: LedgerFile.Fault.Kind) {
        #expect(throws: LedgerFile.Fault(kind: kind, line: 2)) { try reader(Array(("# heading\n" + line + "\n").utf8)) }
    }

    @Test func identifierTwiceIsAFault() throws {
        let last = try #require(bytes.split(separator: UInt8(ascii: "\n")).last)
        #expect(throws: LedgerFile.Fault(kind: .repeated, line: 7)) { try reader(bytes + last) }
        let first = LedgerFile.lines(of: "a-rules", ledger["a-rules"] ?? [])
        #expect(throws: LedgerFile.Fault(kind: .repeated, line: 7)) { try reader(bytes + first) }
    }
}
