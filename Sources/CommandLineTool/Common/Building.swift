import Foundation
import KnowledgeBase
import SiteRendering

/// A build, start to end: corpus -> index, base, rules checked, site.
struct Building {
    let folder: BaseFolder
    var isFull = false
    /// Threads; 0 for as many as there are processors.
    var jobs = 0

    var builder: BaseBuilder {
        var builder = BaseBuilder(folder: folder)
        builder.isFull = isFull
        builder.jobs = jobs
        return builder
    }

    /// - Returns: what the build did; its `site` is nil where there are no templates.
    /// - Throws: what is wrong in a person's own file, and where; nothing is written then.
    func run(progress: @escaping @Sendable (Int, Int) -> Void = { _, _ in }) throws -> (answer: BuildAnswer, report: BaseBuilder.Report) {
        FreedMemory.bound()
        let made = try builder.assemble(progress: progress)
        FreedMemory.giveBack()
        // A rule that quotes what no clause says stops the build before anything is written.
        _ = try RuleLoader.load(made.base, folder)
        try builder.publish(made)
        FreedMemory.giveBack()
        var answer = BuildAnswer(made.base, made.report)
        if let templates = TemplateFolder.find(for: folder) {
            let record = folder.state.appending(path: "site")
            if isFull { try? FileManager.default.removeItem(at: record) }
            let site = try SiteRenderer(made.base, templates: templates, index: builder.index(of: made)).render(
                to: folder.site, record: record)
            answer.site = BuildAnswer.Site(files: site.files, made: site.made, written: site.changed.count, removed: site.removed.count)
        }
        return (answer, made.report)
    }
}
