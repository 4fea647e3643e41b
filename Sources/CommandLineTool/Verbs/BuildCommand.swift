import ArgumentParser
import Foundation
import KnowledgeBase
import SiteRendering

struct BuildCommand: Verb {
    static let configuration = CommandConfiguration(
        commandName: "build", abstract: "Read corpus/, write the index, the register and the site.")
    static let examples = [
        "concordat build", "concordat build --full --jobs 4", "concordat build --check        # is site/ what corpus/ renders to?",
    ]

    @Flag(help: "Read every file again, even if it has not changed.")
    var full = false

    @Option(help: ArgumentHelp("Threads; as many as there are processors when not given.", valueName: "n"))
    var jobs: Int?

    @Flag(help: "Write nothing to site/; exit 1 if it is not what the corpus renders to.")
    var check = false

    @OptionGroup var options: CommonOptions

    func validate() throws {
        if let jobs, !(1...1024).contains(jobs) { throw ValidationError("--jobs \(jobs): give a number from 1 to 1024.") }
    }

    func run() throws {
        let folder = try OpenedBase.folder(options)
        let building = Building(folder: folder, isFull: full, jobs: jobs ?? 0)
        let bar = ProgressBar("Reading", quiet: options.quiet)
        let progress: @Sendable (Int, Int) -> Void = { bar.report($0, of: $1) }
        if check { return try checkSite(building.builder, folder, progress, bar) }

        let (answer, report) = try building.run(progress: progress)
        bar.finish()
        try BuildPrinter(options: options).print(answer, report)
    }

    private func checkSite(
        _ builder: BaseBuilder, _ folder: BaseFolder, _ progress: @escaping @Sendable (Int, Int) -> Void, _ bar: ProgressBar
    ) throws {
        let made = try builder.assemble(progress: progress)
        bar.finish()
        _ = try RuleLoader.load(made.base, folder)
        guard let templates = TemplateFolder.find(for: folder) else {
            throw Problem(.usage, "templates/ is empty, so there is nothing to compare site/ with.")
        }
        let difference = try SiteRenderer(made.base, templates: templates, index: builder.index(of: made)).difference(from: folder.site)
        guard difference.changed.count + difference.removed.count > 0 else {
            options.note("site/ is what corpus/ renders to: \(difference.files) files.")
            return
        }
        let first = (difference.changed.first + difference.removed.first).prefix(3).map { "site/" + $0 }.joined(separator: ", ")
        throw Problem(
            .nothing,
            "site/ is stale: \(difference.changed.count) files differ, \(difference.removed.count) do not belong there (\(first) ...). Run `concordat build`."
        )
    }
}
