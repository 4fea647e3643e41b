import Foundation
import Testing

@testable import SiteRendering

@Suite struct TemplateTests {
    private func copy() throws -> URL {
        let folder = FileManager.default.temporaryDirectory.appending(path: "templates-\(UUID().uuidString)")
        try FileManager.default.copyItem(at: Fixture.templates, to: folder)
        return folder
    }

    @Test func anErrorInATemplateNamesItsPlace() throws {
        let folder = try copy()
        defer { try? FileManager.default.removeItem(at: folder) }
        try Data("<p>\n{{#open}}</p>\n".utf8).write(to: folder.appending(path: "list.mustache"))
        let error = try #require(throws: TemplateError.self) { try SiteRenderer(Fixture.base(), templates: folder) }
        #expect(error.file == "list.mustache")
        #expect(error.line > 1)
    }

    @Test func aMissingTemplateIsNamed() throws {
        let folder = try copy()
        defer { try? FileManager.default.removeItem(at: folder) }
        try FileManager.default.removeItem(at: folder.appending(path: "document.mustache"))
        #expect(throws: TemplateError(file: "document.mustache", problem: .missing)) { try SiteRenderer(Fixture.base(), templates: folder) }
    }

    @Test func anErrorInTheWordsNamesItsPlace() throws {
        let folder = try copy()
        defer { try? FileManager.default.removeItem(at: folder) }
        try Data("skip: a\nsearch: \"b\n".utf8).write(to: folder.appending(path: "words.en.yaml"))
        let error = try #require(throws: TemplateError.self) { try SiteRenderer(Fixture.base(), templates: folder) }
        #expect(error.file == "words.en.yaml")
        #expect(error.line > 1)
    }

    @Test func bothLanguagesHaveTheSameWords() throws {
        let english = try Words(language: "en", templates: Fixture.templates)
        let french = try Words(language: "fr", templates: Fixture.templates)
        #expect(english.names == french.names)
    }

    @Test func numbersAreCountedAsTheLanguageCounts() throws {
        #expect(try Words(language: "en", templates: Fixture.templates).count("clauses", 0) == "0 clauses")
        #expect(try Words(language: "fr", templates: Fixture.templates).count("clauses", 0) == "0 clause")
        let words = try Words(language: "en", templates: Fixture.templates)
        #expect([1, 999, 1000, 25_283, 1_000_000].map(words.number) == ["1", "999", "1,000", "25,283", "1,000,000"])
    }
}

@Suite struct WordTests {
    @Test func noNameIsBothATextAndALevel() throws {
        let names = try Words(language: "en", templates: Fixture.templates).names
        let levels = Set(names.compactMap { name in name.contains(".") ? name.split(separator: ".").first.map(String.init) : nil })
        #expect(levels.intersection(names) == [])
    }

    @Test func everyWordThatIsUsedIsThereAndEveryOtherIsNot() throws {
        let names = try Words(language: "en", templates: Fixture.templates).names
        let sources = Fixture.templates.deletingLastPathComponent().appending(path: "Sources/SiteRendering")
        var used = ""
        for folder in [sources, Fixture.templates] {
            let walk = try #require(FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil))
            for case let file as URL in walk where ["swift", "mustache", "js"].contains(file.pathExtension) {
                used += try String(contentsOf: file, encoding: .utf8)
            }
        }
        // Built from a value's own name: kinds, modalities, units and the like.
        let built = [
            "kind", "kinds", "modality", "strength", "participant", "status", "month", "unit", "facet", "norm", "references", "due",
            "change", "event", "fulfilment", "precision",
        ]
        for name in names {
            let stem = name.hasSuffix(".one") || name.hasSuffix(".other") ? String(name.prefix(upTo: name.lastIndex(of: ".")!)) : name
            if built.contains(String(name.prefix { $0 != "." })) { continue }
            #expect(used.contains("\"\(stem)\"") || used.contains("{{words.\(stem)}}"), "\(name) is not used")
        }
    }
}
