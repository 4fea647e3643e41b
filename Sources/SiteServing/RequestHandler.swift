import Foundation

/// One request, one answer: a file of the site, or the reloading of pages.
struct RequestHandler {
    let folder: ServedFolder
    let signal: ReloadSignal

    /// Seconds that a page waits for news before it asks again.
    static let patience: Double = 25

    func response(to request: Request) async -> Response {
        guard Self.isOurs(request.host) else { return message(403, "This server answers on 127.0.0.1 and localhost alone.") }
        guard request.method == "GET" || request.method == "HEAD" else {
            return Response(status: 405, fields: [("Allow", "GET, HEAD")])
        }
        let answer = await content(request)
        // A browser that has the very bytes is told so.
        guard answer.status == 200, let tag = answer.field("ETag"), request.holds(tag) else { return answer }
        return Response(status: 304, fields: answer.fields.filter { $0.name != "Content-Type" })
    }

    private func content(_ request: Request) async -> Response {
        let path = request.path
        switch path {
        case Reloading.scriptPath: return answer(Data(Reloading.script.utf8), MediaType.of("reload.js"))
        case Reloading.countPath:
            let seen = request.value(of: "after").flatMap { Int($0) }
            return answer(Data(String(await signal.count(after: seen, patience: .seconds(Self.patience))).utf8), MediaType.of("count.txt"))
        default: break
        }
        switch folder.answer(to: path) {
        case .file(let file): return page(file) ?? missing()
        // A path alone, and one slash: "//host/" would lead away.
        case .moved(let target): return Response(status: 301, fields: [("Location", "/" + target.drop { $0 == "/" })])
        case .missing: return missing()
        }
    }

    /// "127.0.0.1:8080", "localhost", "[::1]:8080".
    static func isOurs(_ host: String?) -> Bool {
        guard let host else { return false }
        let name = host.hasPrefix("[") ? host.prefix { $0 != "]" }.dropFirst() : host.prefix { $0 != ":" }
        return ["127.0.0.1", "localhost", "::1"].contains(name.lowercased())
    }

    private func page(_ file: String, status: Int = 200) -> Response? {
        guard let data = FileManager.default.contents(atPath: file) else { return nil }
        let type = MediaType.of(file)
        return answer(type.hasPrefix("text/html") ? Reloading.marked(data) : data, type, status: status)
    }

    private func missing() -> Response {
        if case .file(let file) = folder.answer(to: "/404.html"), let page = page(file, status: 404) { return page }
        return message(404, "No such page.")
    }

    private func message(_ status: Int, _ words: String) -> Response {
        answer(Data((words + "\n").utf8), MediaType.of("message.txt"), status: status)
    }

    private func answer(_ data: Data, _ type: String, status: Int = 200) -> Response {
        Response(
            status: status,
            fields: [
                ("Content-Type", type), ("Cache-Control", "no-cache"), ("ETag", EntityTag.of(data)), ("X-Content-Type-Options", "nosniff"),
            ],
            body: data)
    }
}

/// How an open page learns that it was rendered again: a script of the server's own, which the pages' policy allows, asks for a count that
/// is answered only when it changes. The files of the site hold nothing of this.
private enum Reloading {
    // No page of a site begins with a tilde: identifiers are made of letters, digits and hyphens.
    static let scriptPath = "/~reload.js"
    static let countPath = "/~count"

    static let script = """
        (async () => {
          for (let seen = ""; ; ) {
            try {
              const answer = await fetch("\(countPath)?after=" + seen, { cache: "no-store" });
              const count = await answer.text();
              if (answer.ok && seen !== "" && count !== seen) return location.reload();
              if (answer.ok) seen = count;
            } catch {
              await new Promise((wake) => setTimeout(wake, 1000));
            }
          }
        })();

        """

    private static let tag = Data("<script src=\"\(scriptPath)\" defer></script>".utf8)
    private static let head = Data("</head>".utf8)

    static func marked(_ page: Data) -> Data {
        guard let place = page.range(of: head) else { return page }
        return page[..<place.lowerBound] + tag + page[place.lowerBound...]
    }
}
