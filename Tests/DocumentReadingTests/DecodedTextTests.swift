import LegalText
import Testing

@testable import DocumentReading

private func decoded(_ bytes: [UInt8]) -> (text: String, encoding: String, kinds: [Diagnostic.Kind]) {
    let result = DecodedText(bytes)
    return (String(decoding: result.bytes, as: UTF8.self), result.encoding, result.diagnostics.map(\.kind))
}

@Suite struct DecodedTextTests {
    @Test func plainBytesThatAreNotUTF8AreWindows1252() {
        let result = decoded(Array("caf".utf8) + [0xE9, 0x20, 0x93, 0x94, 0x80])
        #expect(result.text == "café “”€" && result.encoding == "windows-1252" && result.kinds.isEmpty)
    }

    @Test func marksComeFirst() {
        #expect(decoded([0xEF, 0xBB, 0xBF] + Array("é".utf8)).text == "é")
        #expect(decoded([0xFF, 0xFE, 0x3C, 0x00, 0xE9, 0x00]).text == "<é")
        #expect(decoded([0x00, 0x3C, 0x00, 0x61]).text == "<a")
    }

    @Test func aDeclarationIsBelievedUnlessTheBytesContradict() {
        #expect(decoded(Array("<?xml version='1.0' encoding='ISO-8859-1'?><a>".utf8) + [0xE9]).text.hasSuffix("<a>é"))
        #expect(decoded(Array("<meta charset=iso-8859-1>é—".utf8)).kinds == [.encodingConflict])
        #expect(decoded(Array("<meta charset=iso-8859-2>".utf8) + [0xB1, 0x3E]).text.hasSuffix("ą>"))
        #expect(decoded(Array("<meta charset=nonsense>".utf8) + [0xE9]).kinds == [.undecodable])
        #expect(decoded(Array("<meta charset=utf-8>éé".utf8) + [0xFF]).kinds == [.undecodable])
        #expect(decoded(Array("<meta charset=utf-8>".utf8) + [0x92, 0x73]).text.hasSuffix("’s"))
    }

    @Test func controlCharactersAreSpaces() {
        #expect(decoded([0x61, 0x00, 0x62, 0x0C, 0x63]).text == "a b c")
    }
}
