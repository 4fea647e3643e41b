import KnowledgeBase

/// What a build did, for `build` and `merge`.
struct BuildPrinter {
    let options: CommonOptions

    /// - Throws: `Problem`, after all is told, where a file could not be read.
    func print(_ answer: BuildAnswer, _ report: BaseBuilder.Report) throws {
        if options.json { try JSONLine.write(answer) } else if !options.quiet { try describe(answer, report) }
        if !report.unreadable.isEmpty {
            throw Problem(.usage, "cannot be read, all else was built: " + report.unreadable.map { "corpus/" + $0 }.joined(separator: ", "))
        }
    }

    private func describe(_ answer: BuildAnswer, _ report: BaseBuilder.Report) throws {
        let console = Console.current
        if !options.quiet {
            for (source, diagnostic) in report.nothing { console.say(DiagnosticWords.line(diagnostic, file: "corpus/" + source)) }
            for source in report.others {
                console.say("corpus/\(source): not read: HTML, XML and plain text are. Save it as one of these.")
            }
        }
        var parts = ["\(answer.documents) documents", "\(answer.clauses) clauses", "\(answer.norms) norms"]
        if answer.unresolved > 0 { parts.append("\(answer.unresolved) references that lead nowhere here (concordat refs --unresolved)") }
        try console.print(parts.joined(separator: ", ") + ".")
        try console.print("Read \(report.read) files, \(report.reused) unchanged; \(report.added) new identifiers, \(report.gone) gone.")
        if let site = answer.site {
            try console.print("site/: \(site.files) files, \(site.written) written, \(site.removed) removed.")
        } else {
            options.note("No templates/ found, so no site was written.")
        }
    }
}
