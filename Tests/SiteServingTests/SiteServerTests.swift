import Foundation
import FoundationNetworking
import TestSupport
import Testing

@testable import SiteServing

/// Real requests to a real port of this machine.
@Suite struct SiteServerTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
        try folder.write("<html><head><title>x</title></head><body>first</body></html>", to: "index.html")
        try folder.write("<html><head></head><body>not here</body></html>", to: "404.html")
        try folder.write("p { }", to: "assets/style.css")
        try folder.write("page", to: "d/policy/index.html")
    }

    private struct Answer {
        var code: Int
        var type: String
        var text: String
    }

    private func serving(_ body: (_ server: SiteServer, _ port: UInt16) async throws -> Void) async throws {
        let server = SiteServer(folder: folder.url)
        let (ports, tell) = AsyncStream.makeStream(of: UInt16.self)
        let running = Task {
            defer { tell.finish() }
            try await server.run(port: 0) { tell.yield($0) }
        }
        defer { running.cancel() }
        try await body(server, try #require(await ports.first { _ in true }))
    }

    private func get(_ port: UInt16, _ path: String, method: String = "GET", host: String? = nil) async throws -> Answer {
        var request = URLRequest(url: try #require(URL(string: "http://127.0.0.1:\(port)\(path)")))
        request.httpMethod = method
        if let host { request.setValue(host, forHTTPHeaderField: "Host") }
        let (data, response) = try await URLSession.shared.data(for: request)
        let answer = try #require(response as? HTTPURLResponse)
        return Answer(
            code: answer.statusCode, type: answer.value(forHTTPHeaderField: "Content-Type") ?? "",
            text: String(decoding: data, as: UTF8.self))
    }

    @Test func filesAreServedWithTheirTypesAndPagesLearnToReload() async throws {
        try await serving { _, port in
            let page = try await get(port, "/")
            #expect(page.code == 200)
            #expect(page.type == "text/html; charset=utf-8")
            #expect(page.text.contains("<script src=\"/~reload.js\" defer></script></head>"))
            #expect(try await get(port, "/assets/style.css").type == "text/css; charset=utf-8")
            #expect(try await get(port, "/~reload.js").text.contains("location.reload()"))
            #expect(try await get(port, "/d/policy/").text == "page")
            #expect(try await get(port, "/", method: "HEAD").text.isEmpty)
            // What is on the disk is not touched.
            #expect(try folder.read("index.html").contains("script") == false)
        }
    }

    /// Asked of the handler itself: Foundation's client loses the slash that it is sent on to.
    @Test func aFolderWithoutItsSlashLeadsOnToItsPage() async throws {
        let handler = RequestHandler(folder: ServedFolder(folder.url), signal: ReloadSignal())
        let answer = await handler.response(to: Request(method: "GET", target: "/d/policy", host: "localhost"))
        #expect(answer.status == 301)
        #expect(answer.field("Location") == "/d/policy/")
    }

    @Test func aPageThatTheBrowserHasIsNotSentAgain() async throws {
        let handler = RequestHandler(folder: ServedFolder(folder.url), signal: ReloadSignal())
        func ask(_ target: String, kept: String? = nil, method: String = "GET") async -> Response {
            await handler.response(to: Request(method: method, target: target, host: "localhost", kept: kept))
        }
        let tag = try #require(await ask("/").field("ETag"))
        #expect(await ask("/", method: "HEAD").field("ETag") == tag)
        for kept in [tag, "W/" + tag, "\"other\", " + tag, "*"] {
            let answer = await ask("/", kept: kept)
            #expect(answer.status == 304 && answer.body.isEmpty && answer.field("ETag") == tag, "\(kept)")
        }
        #expect(await ask("/", kept: "\"other\"").status == 200)
        #expect(await ask("/assets/style.css", kept: tag).status == 200)
        // A page that is not there stays so, whatever was kept.
        #expect(await ask("/none", kept: "*").status == 404)
        try folder.write("<html><head></head><body>second</body></html>", to: "index.html")
        let edited = await ask("/", kept: tag)
        #expect(edited.status == 200 && edited.field("ETag") != tag)
    }

    @Test func aLinkOutOfTheSiteIsNotThere() async throws {
        let elsewhere = try TemporaryFolder()
        try elsewhere.write("secret", to: "secret.txt")
        for (name, target) in [("out.txt", elsewhere.url.appending(path: "secret.txt")), ("up", elsewhere.url)] {
            try FileManager.default.createSymbolicLink(at: folder.url.appending(path: name), withDestinationURL: target)
        }
        try await serving { _, port in
            for path in ["/out.txt", "/up/secret.txt", "/%2e%2e/secret.txt", "/" + String(repeating: "a/", count: 1500)] {
                let answer = try await get(port, path)
                #expect(answer.code == 404 && !answer.text.contains("secret"), "\(path)")
            }
        }
    }

    @Test func whatIsNotThereIsThePageThatSaysSo() async throws {
        try await serving { _, port in
            let answer = try await get(port, "/none/")
            #expect(answer.code == 404)
            #expect(answer.text.contains("not here"))
        }
    }

    @Test func onlyReadingAndOnlyThisMachine() async throws {
        try await serving { _, port in
            let (post, delete) = (try await get(port, "/", method: "POST"), try await get(port, "/", method: "DELETE"))
            #expect(post.code == 405 && delete.code == 405)
        }
        #expect(RequestHandler.isOurs("127.0.0.1:80") && RequestHandler.isOurs("localhost") && RequestHandler.isOurs("[::1]:80"))
        #expect(!RequestHandler.isOurs("register.example.org") && !RequestHandler.isOurs("127.0.0.1.example.org:80"))
        #expect(!RequestHandler.isOurs(nil) && !RequestHandler.isOurs(""))
    }

    @Test func pagesThatWaitAreToldOfANewRendering() async throws {
        try await serving { server, port in
            let seen = try await get(port, "/~count?after=").text
            async let next = get(port, "/~count?after=" + seen)
            try await Task.sleep(for: .milliseconds(100))
            await server.reload()
            #expect(try await next.text != seen)
        }
    }

    @Test func aPortThatIsTakenIsTheSystemsError() async throws {
        try await serving { _, port in
            let error = await #expect(throws: POSIXError.self) { try await SiteServer(folder: folder.url).run(port: port) { _ in } }
            #expect(error?.code == .EADDRINUSE)
        }
    }

    @Test func aWaitEndsByItself() async {
        let signal = ReloadSignal()
        #expect(await signal.count(after: 0, patience: .milliseconds(20)) == 0)
    }
}
