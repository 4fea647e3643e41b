import Testing

@testable import CommandLineTool

@Suite struct AssistantServerTests {
    private let server = AssistantServer(options: [])

    @Test func greets() throws {
        let answer = try #require(server.answer(#"{"jsonrpc":"2.0","id":1,"method":"initialize","params":{}}"#))
        #expect(answer["id"] == .number(1))
        #expect(answer["result"]?["serverInfo"]?["name"] == .string("concordat"))
    }

    @Test func listsToolsThatOnlyRead() throws {
        let answer = try #require(server.answer(#"{"jsonrpc":"2.0","id":"a","method":"tools/list"}"#))
        guard case .array(let tools)? = answer["result"]?["tools"] else { return #expect(Bool(false)) }
        let names = tools.map { $0["name"]?.string ?? "" }
        #expect(names.contains("search"))
        #expect(tools.allSatisfy { $0["annotations"]?["readOnlyHint"] == .bool(true) })
    }

    @Test func aNotificationHasNoAnswer() {
        #expect(server.answer(#"{"jsonrpc":"2.0","method":"notifications/initialized"}"#) == nil)
    }

    @Test(arguments: [
        ("nonsense", -32700), (#"{"id":1}"#, -32600), (#"{"id":1,"method":"x"}"#, -32601),
        (#"{"id":1,"method":"tools/call","params":{"name":"build"}}"#, -32602),
    ])
    func refusesInTheProtocolsWords(_ line: String, _ code: Double) throws {
        #expect(try #require(server.answer(line))["error"]?["code"] == .number(code))
    }

    @Test func aValueCannotBecomeAnOption() throws {
        let tool = try #require(AssistantTool.all.first { $0.verb == "show" })
        #expect(tool.commandLine(.object(["citation": .string("--help")])) == ["show", "--json", "--quiet", "--", "--help"])
    }
}
