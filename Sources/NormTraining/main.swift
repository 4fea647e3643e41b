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
    let reading = NormExtractor(judgesRegulation: false).read(text: example.text, units: [])
    let text = TokenizedText(example.text)
    let grammatical = reading.norms.contains { $0.modality == .obligation || $0.modality == .prohibition }
    return Row(
        features: RegulativeFeatures.of(0..<text.tokens.count, in: text, norms: reading.norms), label: example.label == 1,
        grammar: grammatical,
        asked: RegulativeModel.isAsked(text, reading.norms))
}

let folds = 10
var right = (model: 0, asked: 0, grammar: 0)
let order = rows.indices.map { $0 }.shuffled(seed: 7)
for fold in 0..<folds {
    let test = Set(stride(from: fold, to: order.count, by: folds).map { order[$0] })
    let model = Regression.train(rows.indices.filter { !test.contains($0) }.map { rows[$0] }).quantised
    for index in test {
        let row = rows[index]
        let verdict = model.score(row.features) > 0
        if verdict == row.label { right.model += 1 }
        if (row.asked ? verdict : row.grammar) == row.label { right.asked += 1 }
        if row.grammar == row.label { right.grammar += 1 }
    }
}
func percent(_ count: Int) -> String { String(format: "%.2f %%", 100 * Double(count) / Double(rows.count)) }
print(
    "\(folds)-fold accuracy over \(rows.count): grammar \(percent(right.grammar)), model alone \(percent(right.model)), model where asked \(percent(right.asked))"
)

try Regression.train(rows).source.write(toFile: arguments[2], atomically: true, encoding: .utf8)
