package import Foundation
package import KnowledgeBase
package import LegalText

/// Turns a knowledge base into a site: plain files, the same bytes from the same input, whatever machine or clock.
package struct SiteRenderer: Sendable {
    private let site: Site
    private let assets: URL

    /// - Parameters:
    ///   - templates: the folder of frames, words and assets.
    ///   - asOf: the day from which "due" looks ahead; without one, nothing on the site depends on a day.
    /// - Throws: `TemplateError` with the file, line and column of what is wrong in `templates`.
    package init(_ base: KnowledgeBase, templates: URL, asOf: PartialDate? = nil) throws {
        let language = (base.register.languages.first ?? "en").split(separator: "-").first.map(String.init) ?? "en"
        let hasWords = FileManager.default.fileExists(atPath: templates.appending(path: "words.\(language).yaml").path)
        site = Site(
            base: base, words: try Words(language: hasWords ? language : "en", templates: templates),
            templates: try Templates(folder: templates), asOf: asOf)
        assets = templates.appending(path: "assets")
    }

    /// Writes the site to `folder`. Files that already hold the right bytes are left alone, files that no page made are removed.
    /// - Throws: the file system's own errors, with their paths.
    @discardableResult
    package func render(to folder: URL) throws -> SiteReport {
        var output = try SiteFolder(folder)
        try forEachFile { try output.write($0) }
        try output.removeOthers()
        return output.report
    }

    /// What `render(to:)` would change in `folder`; nothing is written.
    package func difference(from folder: URL) throws -> SiteReport {
        var output = try SiteFolder(folder, isReadOnly: true)
        try forEachFile { try output.write($0) }
        try output.removeOthers()
        return output.report
    }

    /// Makes the files one after another, so that memory does not grow with the number of pages.
    func forEachFile(_ body: (SiteFile) throws -> Void) throws {
        try body(IndexPage.render(site))
        for index in site.base.documents.indices {
            try body(DocumentPage.render(site, index))
            if let changes = ChangesPage.render(site, index) { try body(changes) }
        }
        for file in KindPages.render(site) { try body(file) }
        for file in PartyPages(site: site).render() { try body(file) }
        for file in NormPages.render(site) { try body(file) }
        try body(DuePage(site).render())
        for file in TermPages(site).render() { try body(file) }
        for file in ReferencePages(site: site).render() { try body(file) }
        try body(PlainPages.search(site))
        try body(PlainPages.notFound(site))
        for file in PlainPages.redirects(site) { try body(file) }
        for file in try SearchFiles.render(site.base, assets: assets) { try body(file) }
        for file in Feeds.render(site) { try body(file) }
        try body(SiteFile(path: "calendar.ics", bytes: CalendarFile.write(site)))
        for name in try FileManager.default.contentsOfDirectory(atPath: assets.path).sorted()
        where !name.hasPrefix(".") && name != SearchFiles.module {
            try body(SiteFile(path: "assets/" + name, bytes: Array(Data(contentsOf: assets.appending(path: name)))))
        }
    }
}
