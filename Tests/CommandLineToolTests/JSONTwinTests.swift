import Foundation
import Interchange
import KnowledgeBase
import LegalText
import TestSupport
import Testing

@testable import CommandLineTool

/// The writer and the reader of JSON lines beside Foundation's, which are slow and known to be right.
struct JSONTwinTests {
    private static func slow(_ value: some Encodable) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(value), as: UTF8.self)
    }

    private static func fast(_ value: some JSONWritable) -> String {
        var json = JSONText()
        value.write(to: &json)
        return String(decoding: json.bytes, as: UTF8.self)
    }

    private static func text(_ length: Int, _ generator: inout SeededGenerator) -> String {
        let scalars: [Unicode.Scalar] = [
            "a", "Z", " ", "\"", "\\", "/", "\n", "\r", "\t", "\u{8}", "\u{C}", "\u{7F}", "é", "–", "\u{2028}", "𝔘",
        ]
        var text = String.UnicodeScalarView()
        for _ in 0..<length {
            text.append(
                Int.random(in: 0..<9, using: &generator) == 0
                    ? Unicode.Scalar(UInt8.random(in: 0..<32, using: &generator)) : scalars.randomElement(using: &generator)!)
        }
        return String(text)
    }

    // MARK: Writing

    @Test func stringsAndNumbersAreEscapedAndCutAlike() throws {
        var generator = SeededGenerator(seed: 1)
        for length in 0..<200 {
            let texts = (0..<5).map { _ in Self.text(length % 40, &generator) }
            #expect(try Self.fast(texts) == Self.slow(texts))
            let machine = Dictionary(texts.map { ($0, texts) }, uniquingKeysWith: { first, _ in first })
            #expect(try Self.fast(machine) == Self.slow(machine))
        }
        let every = [String(String.UnicodeScalarView((0..<0x800).map { Unicode.Scalar($0)! }))]
        #expect(try Self.fast(every) == Self.slow(every))
        let whole = [0, 1, -1, 9, 10, 99, 100, .max, .min]
        #expect(try Self.fast(whole) == Self.slow(whole))
        let real = [
            0, -0.0, 1, 0.9, 0.86, 0.1 + 0.2, 1e20, 1e-7, 123_456_789_012_345_680, .pi, .leastNonzeroMagnitude, .greatestFiniteMagnitude,
        ]
        #expect(try Self.fast(real) == Self.slow(real))
        #expect(try Self.fast([[true, false], []]) == Self.slow([[true, false], []]))
    }

    /// Each field of every answer, in the same order, whether it has a value or not.
    @Test func answersAreTheSameBytes() throws {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().appending(path: "Fixtures/Norms")
        let files = try #require(FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)).compactMap { $0 as? URL }
        var texts = files.compactMap { try? String(contentsOf: $0, encoding: .utf8) }
        #expect(texts.count > 10)
        texts += [
            "",
            "“Café” means a place – § 5(1)(a).\n(a) By 1 June 2027 the “Owner” must, within 30 days, pay twice a year under Article 3 of the Treaty.",
        ]
        for (number, text) in texts.enumerated() {
            let asked = number % 2 == 0
            let analysis = TextAnalysis(text: text, agent: asked ? "the Owner" : nil, context: number % 3 == 0 ? "5(1)" : nil)
            let answer = TextAnalysisAnswer(analysis, id: number % 5 == 0 ? nil : "n/\(number)", agentAsked: asked)
            #expect(try Self.fast(answer) == Self.slow(answer))
            for norm in analysis.reading.norms {
                var reviewed = NormAnswer(norm, quote: text, citation: { "n#\($0)" }, offsets: { _ in ScalarOffsets(text) })
                reviewed.bearerParties = norm.bearers
                reviewed.counterpartyParties = []
                reviewed.review = NormAnswer.ReviewAnswer(
                    decision: "edited", on: "2026-03-01", by: nil, machine: ["cue": [norm.cue], "action": []])
                reviewed.action.citation = "pact#para_1"
                #expect(try Self.fast(reviewed) == Self.slow(reviewed))
            }
        }
    }

    // MARK: Reading

    private struct Request: Decodable, Equatable {
        var id: String?
        var text: String
        var agent: String?
        var context: String?
    }

    private static func slow(_ line: [UInt8]) -> Request? { try? JSONDecoder().decode(Request.self, from: Data(line)) }

    /// Among other bytes, as a line of the input is.
    private static func fast(_ line: [UInt8]) -> Request? {
        AnalysisRequest([0x22, 0x0A] + line + [0x0A, 0x7D, 0x22], 2..<2 + line.count).map {
            Request(id: $0.id, text: $0.text, agent: $0.agent, context: $0.context)
        }
    }

    /// A string as JSON, each scalar as it is or as an escape.
    private static func quoted(_ text: String, _ generator: inout SeededGenerator) -> String {
        text.unicodeScalars.reduce(into: "\"") { json, scalar in
            if scalar.value < 0x20 || scalar == "\"" || scalar == "\\" || Int.random(in: 0..<4, using: &generator) == 0 {
                for unit in String(scalar).utf16 { json += "\\u" + String(format: Bool.random(using: &generator) ? "%04x" : "%04X", unit) }
            } else {
                json.unicodeScalars.append(scalar)
            }
        } + "\""
    }

    private static func value(_ depth: Int, _ generator: inout SeededGenerator) -> String {
        let space = ["", " ", "\t\r "].randomElement(using: &generator)!
        switch Int.random(in: 0..<(depth > 3 ? 4 : 6), using: &generator) {
        case 0: return space + ["0", "-0", "17", "-3.25", "1e9", "2.5E-3", "1E+2"].randomElement(using: &generator)! + space
        case 1: return space + ["true", "false", "null"].randomElement(using: &generator)! + space
        case 4:
            return space + "["
                + (0..<Int.random(in: 0..<4, using: &generator)).map { _ in value(depth + 1, &generator) }.joined(separator: ",") + "]"
        case 5:
            let fields = (0..<Int.random(in: 0..<4, using: &generator)).map { _ in
                space + quoted(text(2, &generator), &generator) + ":" + value(depth + 1, &generator)
            }
            return "{" + fields.joined(separator: ",") + space + "}"
        default: return quoted(text(Int.random(in: 0..<20, using: &generator), &generator), &generator) + space
        }
    }

    private static func line(_ generator: inout SeededGenerator) -> String {
        let names = ["id", "text", "text", "agent", "context", "other", ""].shuffled(using: &generator)
        let fields = names.prefix(Int.random(in: 1...7, using: &generator)).map { name -> String in
            let known = quoted(text(Int.random(in: 0..<30, using: &generator), &generator), &generator)
            let value = Int.random(in: 0..<5, using: &generator) > 0 ? known : value(0, &generator)
            return quoted(name, &generator) + ": " + value
        }
        return " {" + fields.joined(separator: ", ") + "}\r"
    }

    @Test func linesAreReadAlike() {
        var generator = SeededGenerator(seed: 2)
        var read = 0
        for _ in 0..<4_000 {
            let line = Array(Self.line(&generator).utf8)
            let request = Self.slow(line)
            #expect(Self.fast(line) == request)
            read += request == nil ? 0 : 1
        }
        #expect(read > 1_000 && read < 3_900)
    }

    /// What `JSONDecoder` refuses is refused; it does not look closely at what nobody asks for, which is why the other way does not hold.
    @Test func damagedLinesAreRefusedAlike() {
        var generator = SeededGenerator(seed: 3)
        for _ in 0..<8_000 {
            var line = Array(Self.line(&generator).utf8)
            let at = line.indices.randomElement(using: &generator)!
            switch Int.random(in: 0..<4, using: &generator) {
            case 0: line[at] = UInt8.random(in: 0...255, using: &generator)
            case 1: line[at] = Array("{}[]\":,\\u0-.e \t".utf8).randomElement(using: &generator)!
            case 2: line.remove(at: at)
            default: line.removeSubrange(at...)
            }
            if let request = Self.fast(line) { #expect(Self.slow(line) == request) }
        }
    }

    @Test(arguments: [
        #"{"text":"\ud800"}"#, #"{"text":"\udc00\ud800"}"#, #"{"text":"\ud83dx"}"#, #"{"text":"\u12"}"#, #"{"text":"\x"}"#,
        "{\"text\":\"\t\"}",
        #"{"text":null}"#, #"{"text":1}"#, #"{"id":1,"text":"a"}"#, "{}", "[]", #""text""#, "", #"{"text":"a"}}"#, #"{"text":"a"} {}"#,
        #"{"text""#,
        #"{"text":"a"#, #"{"text":"a","x":tru}"#, #"{"text":1,"text":"a"}"#, "\u{B}{\"text\":\"a\"}",
        // `JSONDecoder` reads these.
        #"{"text":"a",}"#, #"{"text":"a","x":[1,]}"#, #"{"text":"a","x":01}"#, #"{"text":"a","x":-}"#, #"{"text":"a","x":1.}"#,
        #"{"text":"a","x":1e}"#,
        #"{"text":"a","x":"\q"}"#,
    ])
    func whatIsNoJSONIsRefused(line: String) { #expect(Self.fast(Array(line.utf8)) == nil) }

    @Test(arguments: [
        #"{"text":"a","x":"\udce9.txt"}"#, #"{"text":"a","text":"b"}"#, #"{"text":"a","text":1}"#, #"{"id":null,"text":"a","id":"b"}"#,
        "\u{FEFF}{\"text\":\"a\"}",
        #"{"te\u0078t":"a"}"#, #"{"text":"\ud83d\uDE00\/"}"#,
    ])
    func oddLinesAreRead(line: String) {
        #expect(Self.fast(Array(line.utf8)) != nil)
        #expect(Self.fast(Array(line.utf8)) == Self.slow(Array(line.utf8)))
    }

    @Test func depthHasAnEnd() {
        for (depth, stands) in [(510, true), (511, true), (512, false), (1_000_000, false)] {
            let line = Array(
                ("{\"text\":\"a\",\"x\":" + String(repeating: "[", count: depth) + String(repeating: "]", count: depth) + "}").utf8)
            #expect((Self.fast(line) != nil) == stands)
            #expect((Self.slow(line) != nil) == stands)
        }
    }
}
