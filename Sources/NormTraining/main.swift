import Foundation
import Language
import LegalText
import Norms

// Trains the linear model of regulatory prose: NormTraining DATA.jsonl WEIGHTS.swift
// DATA holds one {"text","label"} a line. Prints the cross-validated accuracy, then writes the weights as Swift source.

struct Example: Decodable { var text: String, label: Int }

let arguments = CommandLine.arguments
guard arguments.count == 3, let data = try? String(contentsOfFile: arguments[1], encoding: .utf8) else {
    print("usage: NormTraining DATA.jsonl WEIGHTS.swift")
    exit(2)
}
let examples = try data.split(separator: "\n").map { try JSONDecoder().decode(Example.self, from: Data($0.utf8)) }
let rows = examples.map { example in
    let text = TokenizedText(example.text)
    let norms = NormExtractor(judgesRegulation: false).read(text: example.text, units: []).norms
    return Row(
        features: RegulativeFeatures.of(0..<text.tokens.count, in: text, norms: norms).sorted(), label: example.label == 1, norms: norms,
        isAsked: RegulativeJudge.speaks(in: text))
}

func report(_ name: String, _ result: CrossValidation) {
    func percent(_ count: Int) -> String { String(format: "%.1f", 100 * Double(count) / Double(max(1, result.total))) }
    print(
        "\(name): grammar alone \(percent(result.grammar)), model on every sentence \(percent(result.model)), as shipped \(percent(result.shipped))"
    )
}

print("accuracy over \(rows.count) sentences, \(CrossValidation.folds)-fold cross-validation")
// Neighbours in the file come from one act: whole stretches held out are the harder test.
var stretches = CrossValidation()
stretches.run(rows) { $0 * CrossValidation.folds / rows.count }
report("stretches of the file", stretches)
var drawn = CrossValidation()
for seed in [1, 2, 3] as [UInt64] {
    let places = rows.indices.map { $0 }.shuffled(seed: seed)
    drawn.run(rows) { places[$0] % CrossValidation.folds }
}
report("drawn, three times", drawn)

try WeightsFile.source(LinearMachine(rows)).write(toFile: arguments[2], atomically: true, encoding: .utf8)
