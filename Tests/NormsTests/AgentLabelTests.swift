import Foundation
import Norms
import Testing

/// What one sentence states of each of its parties.
struct AgentLabelTests {
    @Test(arguments: [
        ("Tenant shall pay rent to Landlord.", "[tenant]", [Modality.obligation]),
        ("Tenant shall pay rent to Landlord.", "[landlord]", [.right]),
        ("Tenant may not be charged for repairs.", "[tenant]", [.right]),
        ("Tenant may not be charged for repairs.", "[landlord]", [.prohibition]),
        ("Lessee shall not assign this lease.", "[tenant]", [.prohibition]),
        ("Lessor shall have the right to inspect the premises.", "landlord", [.right]),
        ("The Employee is not required to work on Sundays.", "[employee]", [.exemption]),
        ("The Consultant has no right to bind the Company.", "[consultant]", [.noRight]),
        ("Either party may terminate this Agreement.", "[buyer]", [.permission]),
        ("[LANDLORD] shall deliver the keys to [TENANT].", "tenant", [.right]),
        ("The weather was fine.", "[tenant]", []),
    ])
    func labels(_ text: String, _ agent: String, _ expected: [Modality]) {
        #expect(NormExtractor().read(text: text, units: [], agent: agent).labels == expected)
    }

    /// 479 sentences of our own, two parties each, judged before the program was asked. The rules were made on the odd cases of each
    /// file; the even ones show whether they hold elsewhere. Macro-F1 over the six modalities and "none".
    @Test(arguments: [("odd", 1, 0.95), ("even", 0, 0.90)])
    func agreesWithOurReading(_ half: String, _ remainder: Int, _ least: Double) {
        var counts: [String: (hit: Double, missed: Double, false: Double)] = [:]
        var cases = 0
        for example in AgentCase.all where example.number % 2 == remainder {
            let labels = NormExtractor().read(text: example.text, units: [], agent: "[\(example.agent)]").labels.map(\.rawValue)
            let found = Set(labels.isEmpty ? ["none"] : labels)
            cases += 1
            for label in found.union(example.labels) {
                if !found.contains(label) {
                    counts[label, default: (0, 0, 0)].missed += 1
                } else if !example.labels.contains(label) {
                    counts[label, default: (0, 0, 0)].false += 1
                } else {
                    counts[label, default: (0, 0, 0)].hit += 1
                }
            }
        }
        let scores = counts.values.map { 2 * $0.hit / (2 * $0.hit + $0.missed + $0.false) }
        let macro = scores.reduce(0, +) / Double(scores.count)
        #expect(cases > 100 && scores.count == 7)
        #expect(macro >= least, "the \(half) cases: \(macro)")
    }
}

/// One sentence and what it states of one party, as `Tests/Fixtures/Norms/agents` writes them: the sentence, then
/// `> party label, label; party label`.
struct AgentCase {
    var text: String
    var agent: String
    var labels: Set<String>
    /// Counted from 1 in its file.
    var number: Int

    static let all: [AgentCase] = {
        let folder = LiterateCase.folder.appending(path: "agents")
        let files = (try? FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)) ?? []
        return files.sorted { $0.path < $1.path }.flatMap(cases)
    }()

    private static let known = Set(Modality.allCases.map(\.rawValue) + ["none"])

    private static func cases(in file: URL) -> [AgentCase] {
        guard let content = try? String(contentsOf: file, encoding: .utf8) else { return [] }
        var cases: [AgentCase] = []
        var text = ""
        var number = 0
        for line in content.split(separator: "\n").map(String.init) where !line.hasPrefix("#") {
            guard line.hasPrefix("> ") else {
                text = line
                continue
            }
            number += 1
            for party in line.dropFirst(2).split(separator: ";") {
                let words = party.split { $0 == " " || $0 == "," }.map(String.init)
                let agent = words.filter { !known.contains($0) }.joined(separator: " ")
                cases.append(AgentCase(text: text, agent: agent, labels: Set(words.filter(known.contains)), number: number))
            }
        }
        return cases
    }
}
