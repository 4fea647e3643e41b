import Foundation
import SearchIndex
import Testing

/// The worked example of `IndexFormat.md`, byte for byte.
@Suite struct FormatExampleTests {
    func section(_ number: Int, of file: [UInt8]) -> [UInt8] {
        func number64(_ at: Int) -> Int { (0..<8).reversed().reduce(0) { $0 << 8 | Int(file[at + $1]) } }
        let start = number64(64 + 24 * number)
        return Array(file[start..<(start + number64(64 + 24 * number + 8))])
    }

    @Test func isAsWritten() throws {
        let path = FileManager.default.temporaryDirectory.appending(path: "example-\(UUID().uuidString)").path
        defer { try? FileManager.default.removeItem(atPath: path) }
        let builder = try SegmentBuilder(path: path)
        builder.beginDocument("d", title: "")
        try builder.add(Record(key: "x", text: "a b a"))
        try builder.finish()
        let file = try [UInt8](Data(contentsOf: URL(filePath: path)))
        #expect(Array(file[..<8]) == Array("CNCRDSEG".utf8))
        #expect(
            section(0, of: file) == [
                0x00, 0x00, 0x00, 0x02, 0x6B, 0x78, 0x01, 0x01, 0x00, 0x02, 0x74, 0x61, 0x01, 0x03, 0x01, 0x01, 0x62, 0x01, 0x02,
            ])
        #expect(section(2, of: file) == [0x01, 0x00, 0x00, 0x08, 0x01, 0x01, 0, 0, 0, 0, 0, 0, 0, 0])
        #expect(section(4, of: file) == [3])
    }
}
