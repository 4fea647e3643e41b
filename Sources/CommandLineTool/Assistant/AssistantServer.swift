import Foundation
import Synchronization

/// The Model Context Protocol over lines of JSON-RPC: it lists the tools and runs the verb that a call names, reading only.
struct AssistantServer {
    /// Options that every call gets: `--base DIR`.
    var options: [String]

    private static let protocolVersion = "2025-06-18"

    /// The answer to one message; nil for a notification, which has none.
    func answer(_ line: some StringProtocol) -> JSONValue? {
        guard let message = try? JSONDecoder().decode(JSONValue.self, from: Data(line.utf8)), case .object(let fields) = message else {
            return failure(.null, -32700, "not a JSON object")
        }
        guard let method = fields["method"]?.string else { return fields["id"].map { failure($0, -32600, "no method") } }
        guard let id = fields["id"] else { return nil }
        switch method {
        case "initialize":
            return success(
                id,
                .object([
                    "protocolVersion": .string(Self.protocolVersion), "capabilities": .object(["tools": .object([:])]),
                    "serverInfo": .object(["name": .string("concordat"), "version": .string(Concordat.configuration.version)]),
                ]))
        case "ping": return success(id, .object([:]))
        case "tools/list": return success(id, .object(["tools": .array(AssistantTool.all.map(\.description))]))
        case "tools/call": return call(id, fields["params"] ?? .null)
        default: return failure(id, -32601, "no method \(method)")
        }
    }

    private func call(_ id: JSONValue, _ parameters: JSONValue) -> JSONValue {
        guard let name = parameters["name"]?.string, let tool = AssistantTool.all.first(where: { $0.verb == name }) else {
            return failure(id, -32602, "no such tool")
        }
        let (code, output, messages) = Self.run(tool.commandLine(parameters["arguments"] ?? .null), options)
        // Finding nothing is an answer.
        let isError = code > 1
        let text = output.isEmpty || isError ? messages : output
        return success(
            id, .object(["content": .array([.object(["type": .string("text"), "text": .string(text)])]), "isError": .bool(isError)]))
    }

    /// Runs a command line in this process, its streams caught.
    private static func run(_ line: [String], _ options: [String]) -> (code: Int32, output: String, messages: String) {
        let output = Mutex([UInt8]())
        let messages = Mutex("")
        let outer = Console.current
        let console = Console(
            facts: {
                var facts = outer.facts; facts.outputIsTerminal = false; facts.errorIsTerminal = false; return facts
            }(),
            send: { bytes in output.withLock { $0 += bytes } }, complain: { words in messages.withLock { $0 += words } },
            receive: { [] }, clock: { outer.today })
        let code = Console.$current.withValue(console) { Concordat.run([line[0]] + options + line.dropFirst()) }
        return (code, String(decoding: output.withLock { $0 }, as: UTF8.self), messages.withLock { $0 })
    }

    private func success(_ id: JSONValue, _ result: JSONValue) -> JSONValue {
        .object(["jsonrpc": .string("2.0"), "id": id, "result": result])
    }

    private func failure(_ id: JSONValue, _ code: Int, _ words: String) -> JSONValue {
        .object([
            "jsonrpc": .string("2.0"), "id": id, "error": .object(["code": .number(Double(code)), "message": .string(words)]),
        ])
    }
}
