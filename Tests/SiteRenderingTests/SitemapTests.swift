import Foundation
import KnowledgeBase
import Testing

@testable import SiteRendering

@Suite struct SitemapTests {
    private func files(most: Int) throws -> [String: String] {
        let site = try Site(
            base: Fixture.base(), words: Words(language: "en", templates: Fixture.templates),
            templates: Templates(folder: Fixture.templates), asOf: nil)
        var files: [String: String] = [:]
        for file in Sitemap.files(site, "https://register.example.org/", most: most) {
            files[file.path] = String(decoding: try file.bytes(), as: UTF8.self)
        }
        return files
    }

    private func addresses(_ text: String) -> [Substring] {
        text.split(separator: "<loc>").dropFirst().map { $0.prefix { $0 != "<" } }
    }

    /// More addresses than a file may hold stand in several, which an index names.
    @Test func manyAddressesStandInSeveralFiles() throws {
        let whole = addresses(try #require(try files(most: 1000)["sitemap.xml"]))
        #expect(whole.count > 9 && Set(whole).count == whole.count)
        let parts = try files(most: 4)
        let index = try #require(parts["sitemap.xml"])
        #expect(index.contains("<sitemapindex ") && !index.contains("<url>"))
        let named = addresses(index)
        #expect(named.count == (whole.count + 3) / 4 && parts.count == named.count + 1)
        let found = try named.flatMap { address in
            let part = addresses(try #require(parts[String(address.dropFirst("https://register.example.org/".count))]))
            #expect(part.count <= 4)
            return part
        }
        #expect(found == whole)
    }
}
