package import Foundation
package import KnowledgeBase
package import LegalText

/// Turns a knowledge base into a site: plain files, the same bytes from the same input, whatever machine or clock.
package struct SiteRenderer: Sendable {
    private let site: Site
    private let assets: URL
    private let index: URL?
    /// Of the templates, the words, and the program that fills them.
    private let frame: Fingerprint

    /// - Parameters:
    ///   - templates: the folder of frames, words and assets.
    ///   - index: the folder of the search index that was built of this base; without one it is built again.
    ///   - asOf: the day from which "due" looks ahead; without one, nothing on the site depends on a day.
    /// - Throws: `TemplateError` with the file, line and column of what is wrong in `templates`.
    package init(_ base: KnowledgeBase, templates: URL, index: URL? = nil, asOf: PartialDate? = nil) throws {
        let language = (base.register.languages.first ?? "en").split(separator: "-").first.map(String.init) ?? "en"
        let hasWords = FileManager.default.fileExists(atPath: templates.appending(path: "words.\(language).yaml").path)
        site = Site(
            base: base, words: try Words(language: hasWords ? language : "en", templates: templates),
            templates: try Templates(folder: templates), asOf: asOf)
        assets = templates.appending(path: "assets")
        self.index = index
        frame = Self.fingerprint(ofTemplates: templates)
    }

    private static func fingerprint(ofTemplates folder: URL) -> Fingerprint {
        var mixed = Mixer()
        for name in ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []).sorted() {
            guard name.hasSuffix(".mustache") || name.hasSuffix(".yaml"),
                let bytes = FileManager.default.contents(atPath: folder.appending(path: name).path)
            else { continue }
            mixed.add(name)
            mixed.add(Fingerprint(bytes))
        }
        if let program = Bundle.main.executablePath, let facts = FileFacts(path: program) {
            mixed.add("\(facts.size) \(facts.time.description)")
        }
        return mixed.fingerprint
    }

    /// Writes the site to `folder`. Files that already hold the right bytes are left alone, files that no page made are removed.
    /// - Parameter record: the file that says what the last rendering wrote; with it, a page is made again only where something that it is
    ///   made from has changed. Without it, all are.
    /// - Throws: the file system's own errors, with their paths.
    @discardableResult
    package func render(to folder: URL, record: URL? = nil) throws -> SiteReport {
        let output = SiteFolder(folder, last: record.map(RenderRecord.init(contentsOf:)) ?? RenderRecord())
        try render(into: output)
        try output.removeOthers()
        if let record { try output.record.write(to: record) }
        return output.report
    }

    /// What `render(to:)` would change in `folder`; nothing is written.
    package func difference(from folder: URL) throws -> SiteReport {
        let output = SiteFolder(folder, isReadOnly: true)
        try render(into: output)
        try output.removeOthers()
        return output.report
    }

    /// Makes the files one after another, so that memory does not grow with the number of pages.
    private func render(into output: SiteFolder) throws {
        let prints = PagePrints(site, frame: frame)
        let all = prints.ofAll(assets: try fingerprintOfAssets())
        if output.keepsEverything(all) { return }
        try render(prints, all: all, to: SiteSink(keeps: output.keeps, write: output.write, untouched: output.untouched))
        try site.base.documents.check()
    }

    func forEachFile(_ body: (SiteFile) throws -> Void) throws {
        let prints = PagePrints(site, frame: frame)
        try withoutActuallyEscaping(body) { body in
            let sink = SiteSink(keeps: { _ in false }, write: { file, _ in try body(file) }, untouched: { _ in nil })
            try render(prints, all: prints.ofAll(assets: try fingerprintOfAssets()), to: sink)
        }
    }

    /// Every part of the site.
    /// - Parameter all: of everything that any page is made from.
    private func render(_ prints: PagePrints, all: Fingerprint, to sink: SiteSink) throws {
        let (site, body) = (site, sink.take)
        for index in site.base.documents.indices {
            try body(
                Plan(prints.ofDocument(index)) { [DocumentPage.render(site, index)] + (ChangesPage.render(site, index).map { [$0] } ?? []) }
            )
        }
        try body(IndexPage.plan(site, prints))
        for plan in KindPages.plans(site, prints) { try body(plan) }
        for plan in PartyPages(site: site).plans(prints) { try body(plan) }
        for plan in NormPages.plans(site, prints) { try body(plan) }
        for plan in TermPages(site: site).plans(prints) { try body(plan) }
        for plan in WordPages(site: site).plans(prints) { try body(plan) }
        for plan in ReferencePages(site: site).plans(prints) { try body(plan) }
        try body(
            Plan(prints.ofDue()) { (file: (SiteFile) throws -> Void) in
                let list = try DueList(site)
                try DuePages(site: site, list: list).forEach(file)
                try file(SiteFile(path: "calendar.ics", spilled: list.calendar))
            })
        try body(Plan(prints.ofPlainPages()) { [PlainPages.search(site), PlainPages.notFound(site)] + PlainPages.redirects(site) })
        for plan in Feeds.plans(site, prints) { try body(plan) }
        for name in try assetNames() where name != SearchFiles.module && name != SearchFiles.engine {
            let bytes = try Array(Data(contentsOf: assets.appending(path: name)))
            var print = prints.begin("asset " + name)
            print.add(Fingerprint(bytes))
            try body(Plan(print.fingerprint) { [SiteFile(path: "assets/" + name, bytes: bytes)] })
        }
        try SearchFiles(base: site.base, assets: assets, index: index, print: prints.begin("search")).write(to: sink, all: all)
    }

    private func assetNames() throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: assets.path).filter { !$0.hasPrefix(".") }.sorted()
    }

    private func fingerprintOfAssets() throws -> Fingerprint {
        var mixed = Mixer()
        for name in try assetNames() {
            mixed.add(name)
            mixed.add(Fingerprint(try Data(contentsOf: assets.appending(path: name))))
        }
        return mixed.fingerprint
    }
}
