import Foundation
import TestSupport
import Testing

@testable import SiteServing

@Suite struct ServedFolderTests {
    private let outside: TemporaryFolder
    private let site: ServedFolder
    private let root: URL

    init() throws {
        outside = try TemporaryFolder()
        try outside.write("secret", to: "secret.txt")
        try outside.write("<p>first", to: "site/index.html")
        try outside.write("<p>page", to: "site/d/policy/index.html")
        try outside.write("x", to: "site/.hidden")
        try outside.write("é", to: "site/d/é t/index.html")
        root = outside.url.appending(path: "site")
        try FileManager.default.createSymbolicLink(
            at: root.appending(path: "out.txt"), withDestinationURL: outside.url.appending(path: "secret.txt"))
        try FileManager.default.createSymbolicLink(at: root.appending(path: "up"), withDestinationURL: outside.url)
        site = ServedFolder(root)
    }

    @Test(arguments: [
        ("/", "index.html"), ("/index.html", "index.html"), ("/d/policy/", "d/policy/index.html"), ("//d//policy/", "d/policy/index.html"),
        ("/d/%C3%A9%20t/", "d/é t/index.html"),
    ])
    func filesAreFound(_ path: String, _ file: String) {
        #expect(site.answer(to: path) == .file(path: root.resolvingSymlinksInPath().path + "/" + file))
    }

    @Test func aFolderWithoutItsSlashIsMoved() { #expect(site.answer(to: "/d/policy") == .moved(to: "/d/policy/")) }

    @Test(arguments: [
        "", "index.html", "/..", "/../secret.txt", "/%2e%2e/secret.txt", "/..%2fsecret.txt", "/d/../../secret.txt", "/.hidden", "/out.txt",
        "/up/secret.txt", "/%00", "/index.html%00.txt", "/d/policy/index.html/", "/none", "/%zz", "/..\\secret.txt", "/d", "/d/",
        "/" + String(repeating: "a", count: 5000),
    ])
    func nothingOutsideIsServed(_ path: String) {
        switch site.answer(to: path) {
        case .file(let file): Issue.record("\(path) led to \(file)")
        case .moved(let target): #expect(target == path + "/" && !path.contains(".."))
        case .missing: break
        }
    }
}
