import ArgumentParser
import Foundation
import KnowledgeBase
import LegalText
import Norms
import YAMLReading

struct ReviewCommand: Verb {
    static let configuration = CommandConfiguration(
        commandName: "review",
        abstract: "What the machine is unsure of, first; and what a person decides of it, kept in corpus/reviews.yaml.",
        discussion: """
            A decision is kept with the clause's words. When they change it is stale: shown with both texts, and applied to nothing until it \
            is made again.
            """)
    static let examples = [
        "concordat review", "concordat review membership-policy#para_6~1 --accept",
        "concordat review membership-policy#para_6~1 --set bearers='Reach Partnership' --by 'A. Reviewer'",
        "concordat review terms#sec_8~1 --done 2026-03 --evidence minutes/2026-03.pdf", "concordat review A~1 B~1 --no-conflict",
    ]

    @Argument(help: ArgumentHelp("The id of a norm; of two norms for a conflict. Without one, what is to be reviewed.", valueName: "norm"))
    var norms: [String] = []

    @Flag(help: "The extraction is right.")
    var accept = false

    @Flag(help: "It is no norm.")
    var reject = false

    @Option(
        name: .customLong("set"),
        help: ArgumentHelp(
            "Set a part: modality, strength, bearers, counterparties, participants (leads: NAME), action, conditions, exceptions, deadline, recurrence; several values with `;`, none with nothing.",
            valueName: "key=value"))
    var settings: [String] = []

    @Option(help: ArgumentHelp("An occurrence was done; `all` for the norm as a whole.", valueName: "date"))
    var done: String?

    @Option(help: ArgumentHelp("An occurrence was waived.", valueName: "date"))
    var waived: String?

    @Option(help: ArgumentHelp("Whether an occurrence was done is disputed.", valueName: "date"))
    var disputed: String?

    @Flag(help: "The two norms do conflict.")
    var conflict = false

    @Flag(help: "The two norms do not conflict.")
    var noConflict = false

    @Option(help: ArgumentHelp("Who decided.", valueName: "name"))
    var by: String?

    @Option(help: ArgumentHelp("A path or a link that shows it.", valueName: "where"))
    var evidence: String?

    @OptionGroup var options: CommonOptions

    func validate() throws {
        let decisions = [accept, reject, !settings.isEmpty, done != nil, waived != nil, disputed != nil, conflict, noConflict].count { $0 }
        if decisions > 1 {
            throw ValidationError(
                "One decision at a time: --accept, --reject, --set, --done, --waived, --disputed, --conflict or --no-conflict.")
        }
        if decisions == 1, norms.count != (conflict || noConflict ? 2 : 1) {
            throw ValidationError(conflict || noConflict ? "Name the two norms." : "Name one norm.")
        }
    }

    func run() throws {
        let opened = try OpenedBase(options)
        let base = try opened.load()
        guard let decision else { return try ReviewList(options: options).show(norms, of: base) }
        for id in norms where base.norm(id) == nil {
            if decision.isOfFulfilment, base.isEvent(id) { continue }
            throw Problem(.nothing, "\(id): no norm has this id. `concordat norms` lists them with theirs.")
        }
        var review = Review(subject: try subject(), decision: decision, place: FilePlace(file: ReviewFile.name))
        for setting in settings { try apply(setting, to: &review) }
        if decision.isOfExtraction, let place = base.norm(norms[0]) {
            let text = base.provision(at: ClausePlace(document: place.document, provision: base.norm(at: place).clause)).text
            review.text = text
            review.fingerprint = Fingerprint(text).description
            // What the machine read is kept beside what the person decides: its own reading, not an earlier decision.
            review.machine = (base.reviews.extraction(of: norms[0])?.machine ?? base.norm(at: place)).values
        }
        if case .conflict(let first, let second) = review.subject, let a = base.norm(first), let b = base.norm(second) {
            review.fingerprint = base.fingerprint(ofConflict: a, b)
        }
        review.on = try options.day()
        review.by = by
        review.evidence = evidence
        try append(review, in: opened.folder)
        options.note("Kept in corpus/\(ReviewFile.name). Run `concordat build` to take it in.")
    }

    private var decision: Review.Decision? {
        if accept { return .accepted }
        if reject { return .rejected }
        if !settings.isEmpty { return .corrected }
        if done != nil { return .done }
        if waived != nil { return .waived }
        if disputed != nil { return .disputed }
        return conflict ? .conflict : noConflict ? .noConflict : nil
    }

    private func subject() throws -> Review.Subject {
        if conflict || noConflict {
            let ids = norms.sorted()
            return .conflict(ids[0], ids[1])
        }
        guard let occurrence = done ?? waived ?? disputed, occurrence != "all" else { return .norm(norms[0], occurrence: nil) }
        guard let date = PartialDate(occurrence) else {
            throw ValidationError("\(occurrence): not a date. Give 2026, 2026-03 or 2026-03-31, as `due` shows it, or `all`.")
        }
        return .norm(norms[0], occurrence: date)
    }

    private func apply(_ setting: String, to review: inout Review) throws {
        let parts = setting.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 2, let slot = Review.Slot(rawValue: parts[0]) else {
            throw ValidationError(
                "--set \(setting): give \(Review.Slot.allCases.map(\.rawValue).joined(separator: ", ")), then = and a value.")
        }
        let value = parts[1].trimmingCharacters(in: .whitespaces)
        let values = slot.isOne ? [value] : value.split(separator: ";").map { $0.trimmingCharacters(in: .whitespaces) }
        review.set[slot] = values.filter { !$0.isEmpty }
        if let fault = slot.fault(in: review.set[slot] ?? []) {
            throw ValidationError("--set \(setting): expected \(ErrorWords.describe(fault.expectation)).")
        }
    }

    /// Puts the record at the end of the file, in one step, and only where the whole is still a file that can be read.
    private func append(_ review: Review, in folder: BaseFolder) throws {
        let path = folder.corpus.appending(path: ReviewFile.name)
        var text = FileManager.default.fileExists(atPath: path.path) ? try TextFile.read(path.path, name: "corpus/" + ReviewFile.name) : ""
        if !text.isEmpty, !text.hasSuffix("\n") { text += "\n" }
        text += ReviewFile.write(review)
        _ = try ReviewFile.read(text, file: "corpus/" + ReviewFile.name)
        do { try Data(text.utf8).write(to: path, options: .atomic) } catch {
            throw Problem(.usage, "corpus/\(ReviewFile.name): cannot be written. Check the folder's permissions and the space left.")
        }
    }
}
