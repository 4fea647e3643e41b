import Testing

/// A faulty file, where its fault stands, and words of the message that tells it.
struct Fault: CustomTestStringConvertible, Sendable {
    var text: String
    /// "line:column", empty where the fault is of the whole file.
    var place: String
    var words: String
    var testDescription: String { words }

    init(_ text: String, _ place: String, _ words: String) {
        self.text = text
        self.place = place
        self.words = words
    }
}

/// Faults that any file a person writes can have, and those of each kind.
enum Faults {
    private static let bomb: String = {
        var text = "a0: &a0 [x]\n"
        for level in 1..<30 { text += "a\(level): &a\(level) [*a\(level - 1), *a\(level - 1)]\n" }
        return text
    }()

    /// Faults that any file can have.
    static let general = [
        Fault("a: [1, 2\nb: 3\n", "2:2", "not YAML"), Fault("a: \"x\nb: y\n", "", "not YAML"), Fault("a:\tb\n\tc: d\n", "", "not YAML"),
        Fault(bomb, "2:10", "aliases"), Fault(String(repeating: "[", count: 100_000), "", "not YAML"),
        Fault("--- a\n--- b\n", "2:1", "not YAML"), Fault("x: \u{1}\n", "1:4", "not YAML"),
    ]

    private static let oneRule =
        "rules:\n  - id: r\n    clause: lease#cl_6\n    quote: must not store fuel\n    modality: prohibition\n    bearer: C\n    action: x\n"
    private static let twoFacts = "facts:\n  given: { type: yes-no }\n  day: { type: date }\n"

    static let register = [
        Fault("titel: x\n", "1:1", "`titel` is not a key here; did you mean `title`?"),
        Fault("title: [a]\n", "1:8", "expected a text, found `a list`"), Fault("- a\n", "1:1", "expected keys with values"),
        Fault("documents:\n  lease.txt:\n    kind: agreemnt\n", "3:11", "did you mean `agreement`?"),
        Fault("documents:\n  lease.txt:\n    signed: 2026-02-30\n", "3:13", "expected a date such as"),
        Fault("documents:\n  lease.txt: { id: Lease }\n", "2:20", "lower-case letters, digits and hyphens"),
        Fault("documents:\n  a.txt: { id: x }\n  b.txt: { id: x }\n", "3:16", "`x` stands here twice"),
        Fault("title: a\ntitle: b\n", "1:1", "`title` stands here twice"), Fault("parties:\n  - role: x\n", "2:5", "`name` is missing"),
        Fault("parties: OAK\n", "1:10", "expected a list"),
        Fault("documents:\n  lease.txt: yes\n", "2:14", "expected keys with values"),
    ]

    static let reviews = [
        Fault("norm: a\n", "1:1", "expected a list"), Fault("- norm: a\n", "1:3", "`decision` is missing"),
        Fault("- decision: done\n", "1:3", "`norm` is missing"),
        Fault("- norm: a\n  decision: acepted\n", "2:13", "did you mean `accepted`?"),
        Fault("- norm: a\n  decison: done\n", "2:3", "did you mean `decision`?"),
        Fault("- norm: a\n  decision: corrected\n", "1:3", "`set` is missing"),
        Fault("- norm: a\n  decision: corrected\n  set: { bearer: x }\n", "3:10", "did you mean `bearers`?"),
        Fault("- norm: a\n  decision: corrected\n  set: { strength: strong }\n", "3:20", "expected one of binding"),
        Fault("- norm: a\n  decision: corrected\n  set: { recurrence: sometimes }\n", "3:22", "an interval such as"),
        Fault("- norm: a\n  decision: corrected\n  set: { participants: [a] }\n", "3:24", "leads: the Director"),
        Fault("- norm: a\n  decision: done\n  on: 2026-13-01\n", "3:7", "expected a date"),
        Fault("- norm: a\n  decision: done\n  occurrence: soon\n", "3:15", "expected a date"),
        Fault("- conflict: [a]\n  decision: conflict\n", "1:13", "the ids of two norms"),
        Fault("- norm: a\n  decision: conflict\n", "2:13", "expected one of accepted"),
        Fault("- norm: a\n  norm: b\n  decision: done\n", "1:3", "`norm` stands here twice"),
    ]

    static let rules = [
        Fault("rulez: []\n", "1:1", "did you mean `rules`?"), Fault("rules: x\n", "1:8", "expected a list"),
        Fault("facts: []\n", "1:8", "expected keys with values"),
        Fault("facts:\n  x: { type: boolean }\n", "2:14", "expected one of yes-no"),
        Fault("facts:\n  x: { ask: y }\n", "2:6", "`type` is missing"),
        Fault("facts:\n  x: { type: choice }\n", "2:6", "`values` is missing"),
        Fault(oneRule, "2:5", "`act` is missing"), Fault(twoFacts + oneRule + "    act: givn\n", "11:10", "did you mean `given`?"),
        Fault(twoFacts + oneRule + "    act: given and\n", "11:10", "expected a fact"),
        Fault(twoFacts + oneRule + "    act: day < 2026-02-30\n", "11:16", "expected a date"),
        Fault(twoFacts + oneRule + "    act: given\n    whne: given\n", "12:5", "did you mean `when`?"),
        Fault(twoFacts + oneRule.replacing("prohibition", with: "prohibtion") + "    act: given\n", "8:15", "did you mean `prohibition`?"),
        Fault(twoFacts + oneRule.replacing("cl_6", with: "cl_99") + "    act: given\n", "6:13", "`lease#cl_99` is not known"),
        Fault(twoFacts + oneRule.replacing("must not", with: "shall not") + "    act: given\n", "7:12", "does not say"),
        Fault(twoFacts + oneRule + "    act: given\n    overrides: q\n", "12:16", "`q` is not known"),
        Fault(twoFacts + oneRule + "    act: given\n    overrides: r\n", "5:5", "in a ring: r"),
        Fault(
            twoFacts + oneRule + "    act: given\n" + oneRule.dropFirst("rules:\n".count) + "    act: given\n", "12:9",
            "`r` stands here twice"),
        Fault(twoFacts + oneRule + "    act: given\n    remedy: { do: x, clase: y }\n", "12:22", "did you mean `clause`?"),
    ]

    static let facts = [
        Fault("fuel: { stored: maybe }\n", "1:17", "expected yes or no"),
        Fault("fuel.storred: yes\n", "1:1", "did you mean `fuel.stored`?"),
        Fault("accident.on: 2026-02-29\n", "1:14", "expected a date"), Fault("- a\n", "1:1", "expected keys with values"),
        Fault("fuel.stored: yes\nfuel: { stored: no }\n", "2:9", "`fuel.stored` stands here twice"),
        Fault("fuel: { stored: [yes] }\n", "1:17", "expected a text"),
        Fault("fuel: { stored: yes, stored: no }\n", "1:9", "stands here twice"),
    ]

    static let questions = [
        Fault("search: x\n", "1:1", "expected a list"), Fault("- search: x\n", "1:3", "`expect` is missing"),
        Fault("- expect: x\n", "1:3", "`search` is missing"), Fault("- serch: x\n  expect: y\n", "1:3", "did you mean `search`?"),
        Fault("- search: x\n  expect: y\n  within: few\n", "3:11", "expected a whole number"),
        Fault("- facts: { fuel.stored: yes }\n  expect: guilty\n", "2:11", "expected one of compliant"),
        Fault("- facts: { fuel.burnt: yes }\n  expect: unknown\n", "1:12", "`fuel.burnt` is not known"),
        Fault("- norms: lease#cl_6\n  expect: forbidden\n", "2:11", "expected one of obligation"),
        Fault("- due: lease\n  expect: 2026-01-01\n", "1:3", "`as-of` is missing"),
        Fault("- due: lease\n  as-of: 2026-01-01\n  expect: soon\n", "3:11", "expected a date"),
        Fault("- status: lease\n  as-of: 2026-01-01\n  expect: dead\n", "3:11", "expected one of not-yet"),
    ]
}
