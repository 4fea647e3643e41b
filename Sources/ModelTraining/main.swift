import Agreements
import Foundation
import LegalText

// usage: ModelTraining CUAD OUTPUT
// CUAD holds registry.dev.jsonl and texts/; OUTPUT is the Swift source to write. Prints cross-validated figures per clause type.
guard CommandLine.arguments.count == 3 else {
    FileHandle.standardError.write(Data("usage: ModelTraining CUAD OUTPUT.swift\n".utf8))
    exit(2)
}

func read(_ url: URL) throws -> Document { Paragraphs.document(try String(contentsOf: url, encoding: .utf8)) }

let folder = URL(filePath: CommandLine.arguments[1])
let corpus = try Corpus(registry: folder.appending(path: "registry.dev.jsonl"), texts: folder.appending(path: "texts"), read: read)
print(
    corpus.contracts.count, "contracts", corpus.vocabulary.count, "features", corpus.contracts.reduce(0) { $0 + $1.sentences.count },
    "sentences")

/// How much a rule adds to a type's score: rare types, of which there is little to learn from, rest on their rules.
let ruleWeights = ClauseTypes.names.indices.map { type in
    corpus.contracts.count { $0.flags >> UInt64(type) & 1 == 1 } < 40 ? 12 * 256 : 4 * 256 as Int32
}
let validation = CrossValidation(corpus: corpus, ruleWeights: ruleWeights)
let evaluations = (0..<CrossValidation.splittings).map { validation.evaluate(splitting: $0) }
let results = evaluations.map { $0.crossValidated() }
/// Of the splittings.
func mean(_ values: [Float]) -> Float { values.reduce(0, +) / Float(values.count) }
for (type, name) in ClauseTypes.names.enumerated() {
    let figures = results.map { $0.perType[type] }
    print(
        "\(name): precision \(mean(figures.map { $0.precision })) recall \(mean(figures.map { $0.recall })) F1 \(mean(figures.map { $0.f1 }))"
    )
}
let macros = results.map { $0.macro }
print("macro-F1, \(CrossValidation.folds) folds by company, thresholds chosen on the other folds: \(macros), mean \(mean(macros))")

var trainer = Trainer(features: corpus.vocabulary.count)
trainer.train(corpus.contracts)
let thresholds = ClauseTypes.names.indices.map { type in mean(evaluations.map { $0.threshold(type) { _ in true } }) }
let packed = Packing.pack(trainer, corpus, ruleWeights, thresholds: thresholds)
try ModelFile.write(packed, to: URL(filePath: CommandLine.arguments[2]))
print("\(packed.count) bytes")
