import LegalText
import Synchronization
import Testing

@testable import CommandLineTool

/// `analyze --jsonl`: one answer a line, as the lines come.
struct AnalyzeVerbTests {
    private static let lines =
        "{\"id\":\"1\",\"text\":\"The Tenant must pay.\"}\n\n  \r\n{\"text\":\"Café – the Tenant may not pay.\",\"agent\":\"Tenant\",\"id\":null}\n{\"id\":\"3\",\"text\":\"\"}"

    /// What goes out before each piece of the input is asked for, and in the end.
    private func answers(to pieces: [String]) -> (code: Int32, sent: [String], messages: String) {
        let left = Mutex(pieces[...])
        let sent = Mutex([""])
        let messages = Mutex("")
        let console = Console(
            facts: Console.Facts(), send: { bytes in sent.withLock { $0[$0.count - 1] += String(decoding: bytes, as: UTF8.self) } },
            complain: { text in messages.withLock { $0 += text } },
            receive: {
                sent.withLock { $0.append("") }
                return left.withLock { Array(($0.popFirst() ?? "").utf8) }
            }, clock: { PartialDate(year: 2026) })
        let code = Console.$current.withValue(console) { Concordat.run(["analyze", "--jsonl"]) }
        return (code, sent.withLock { $0 }, messages.withLock { $0 })
    }

    @Test func linesAreReadWhereverTheInputIsCut() {
        let whole = answers(to: [Self.lines])
        #expect(whole.code == 0)
        let output = whole.sent.joined()
        #expect(output.split(separator: "\n").count == 3)
        #expect(output.split(separator: "\n").map { $0.contains(#""labels":["#) } == [false, true, false])
        for size in [1, 2, 7, 50] {
            // Cut between scalars: the pieces are strings here.
            let scalars = Array(Self.lines.unicodeScalars)
            let pieces = stride(from: 0, to: scalars.count, by: size).map { start in
                String(String.UnicodeScalarView(scalars[start..<min(start + size, scalars.count)]))
            }
            #expect(answers(to: pieces).sent.joined() == output)
        }
    }

    @Test func aLineIsAnsweredBeforeTheNextIsWaitedFor() {
        let sent = answers(to: ["{\"id\":\"a\",\"text\":\"x\"}\n", "{\"id\":\"b\",", "\"text\":\"y\"}\n"]).sent
        #expect(sent.count == 5)
        #expect(sent[0].isEmpty && sent[2].isEmpty && sent[4].isEmpty)
        #expect(sent[1].contains(#""id":"a""#) && sent[3].contains(#""id":"b""#))
    }

    @Test func aLineThatIsNoRequestIsNamedAndWhatCameBeforeIsAnswered() {
        let answer = answers(to: ["{\"text\":\"x\"}\n\n{\"text\":1}\n{\"text\":\"y\"}\n"])
        #expect(answer.code == 2)
        #expect(answer.sent.joined().split(separator: "\n").count == 1)
        #expect(answer.messages.contains("standard input, line 3: not a JSON object with \"text\""))
    }
}
