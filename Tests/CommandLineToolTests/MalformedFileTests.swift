import Foundation
import Testing

@testable import CommandLineTool

/// A fault in any file that a person writes: file, line, column, what was expected; exit code 2; nothing half-applied.
@Suite struct MalformedFileTests {
    private func expect(_ answer: TestBase.Answer, _ file: String, _ fault: Fault) {
        #expect(answer.code == 2, "\(answer.output) \(answer.messages)")
        #expect(answer.output.isEmpty)
        #expect(answer.messages.contains(fault.words), "\(answer.messages)")
        let place = fault.place.isEmpty ? "\(file):" : "\(file):\(fault.place): "
        #expect(answer.messages.contains(place), "\(answer.messages)")
    }

    /// Writes a faulty file into a built base, builds, and looks that all is as it was.
    private func build(with file: String, _ fault: Fault) throws {
        let base = try RegisterFixture.base()
        let state = base.folder.url.appending(path: ".concordat/base")
        let (before, ledger) = (try Data(contentsOf: state), try base.folder.read("corpus/ledger.tsv"))
        try base.folder.write(fault.text, to: file)
        try base.folder.write(RegisterFixture.lease.replacing("£500", with: "£700"), to: "corpus/lease.txt")
        expect(base.run("build", "--quiet"), file, fault)
        #expect(try Data(contentsOf: state) == before)
        #expect(try base.folder.read("corpus/ledger.tsv") == ledger)
        #expect(!(try base.folder.read("site/d/lease/index.html")).contains("£700"))
    }

    @Test(arguments: Faults.general + Faults.register) func register(_ fault: Fault) throws {
        try build(with: "corpus/register.yaml", fault)
    }

    @Test(arguments: Faults.general + Faults.reviews) func reviews(_ fault: Fault) throws { try build(with: "corpus/reviews.yaml", fault) }

    @Test(arguments: Faults.general + Faults.rules) func rules(_ fault: Fault) throws { try build(with: "corpus/rules.yaml", fault) }

    @Test(arguments: Faults.general + Faults.facts) func facts(_ fault: Fault) throws {
        let base = try RegisterFixture.base()
        try base.folder.write(fault.text, to: "facts.yaml")
        expect(base.run("check", "facts.yaml"), "facts.yaml", fault)
    }

    @Test(arguments: Faults.general + Faults.questions) func questions(_ fault: Fault) throws {
        let base = try RegisterFixture.base()
        try base.folder.write(fault.text, to: "questions.yaml")
        expect(base.run("test", "questions.yaml"), "questions.yaml", fault)
    }

    /// A publisher's own templates: the place of a mistake is named as in any other file.
    @Test(arguments: [("list.mustache", "{{#open}}"), ("words.en.yaml", "skip: \"a\n"), ("words.en.yaml", "a: [\n b: : c\n")])
    func templates(_ file: String, _ text: String) throws {
        let base = try RegisterFixture.base()
        let own = URL(filePath: #filePath).appending(path: "../../../templates").standardizedFileURL
        try FileManager.default.copyItem(at: own, to: base.folder.url.appending(path: "templates"))
        #expect(base.run("build", "--quiet").code == 0)
        try base.folder.write(text, to: "templates/" + file)
        let answer = base.run("build", "--quiet")
        #expect(answer.code == 2)
        #expect(answer.messages.hasPrefix("concordat: templates/\(file):"), "\(answer.messages)")
        #expect(answer.messages.contains(": does not parse: ") && !answer.messages.contains("TemplateError"), "\(answer.messages)")
    }

    @Test(arguments: ["corpus/register.yaml", "corpus/reviews.yaml", "corpus/rules.yaml"]) func bytesThatAreNoText(_ file: String) throws {
        let base = try RegisterFixture.base()
        try Data([0x61, 0xFF, 0x0A]).write(to: base.folder.url.appending(path: file))
        let answer = base.run("build", "--quiet")
        #expect(answer.code == 2)
        #expect(answer.messages.contains("\(file): cannot be read"))
    }

    /// A file of ten megabytes of junk ends, and soon.
    @Test func junkEndsSoon() throws {
        let base = try RegisterFixture.base()
        try base.folder.write(String(repeating: "- {a: b}\n", count: 1_000_000), to: "corpus/reviews.yaml")
        let answer = base.run("build", "--quiet")
        #expect(answer.code == 2)
        #expect(answer.messages.contains("corpus/reviews.yaml:1:"))
    }
}
