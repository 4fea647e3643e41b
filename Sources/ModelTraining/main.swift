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
func ruleWeight(_ type: Int) -> Int32 { corpus.contracts.count { $0.flags >> UInt64(type) & 1 == 1 } < 40 ? 12 * 256 : 4 * 256 }

func heads(_ trainer: Trainer, thresholds: [Float]?) -> [ClauseModel.Head] {
    ClauseTypes.names.indices.map {
        ClauseModel.Head(bias: Int32(trainer.bias[$0] * 256), threshold: Int32(thresholds?[$0] ?? 0), rule: ruleWeight($0))
    }
}

func totals(_ model: ClauseModel, _ contract: Contract) -> [Float] {
    var total = ClauseScores()
    var scores = [Int32](repeating: 0, count: ClauseTypes.names.count)
    for sentence in contract.sentences where sentence.hashes.count > SentenceFeatures.fewest {
        model.score(sentence.hashes, rules: sentence.rules, into: &scores)
        total.add(scores, provision: 0)
    }
    return ClauseTypes.names.indices.map { Float(total.total($0)) }
}

let foldCount = 4
let families = Array(Set(corpus.contracts.map(\.family))).sorted()
let foldOf = Dictionary(uniqueKeysWithValues: families.enumerated().map { ($1, $0 % foldCount) })
let folds = corpus.contracts.map { foldOf[$0.family]! }
var best = [[Float]](repeating: [], count: corpus.contracts.count)
for fold in 0..<foldCount {
    var trainer = Trainer(features: corpus.vocabulary.count)
    trainer.train(corpus.contracts.indices.filter { folds[$0] != fold }.map { corpus.contracts[$0] })
    let model = ClauseModel(Packing.pack(trainer, vocabulary: corpus.vocabulary, heads: heads(trainer, thresholds: nil)))!
    for contract in corpus.contracts.indices where folds[contract] == fold { best[contract] = totals(model, corpus.contracts[contract]) }
}
let evaluation = Evaluation(best: best, flags: corpus.contracts.map(\.flags), folds: folds)
let result = evaluation.crossValidated()
for row in result.perType.sorted(by: { $0.f1 < $1.f1 }) {
    print("\(row.name): precision \(row.precision) recall \(row.recall) F1 \(row.f1)")
}
print("macro-F1, \(foldCount) folds by company, thresholds chosen on the other folds: \(result.macro)")

var trainer = Trainer(features: corpus.vocabulary.count)
trainer.train(corpus.contracts)
let thresholds = ClauseTypes.names.indices.map { evaluation.threshold($0) { _ in true } }
let packed = Packing.pack(trainer, vocabulary: corpus.vocabulary, heads: heads(trainer, thresholds: thresholds))
try ModelFile.write(packed, to: URL(filePath: CommandLine.arguments[2]), macro: result.macro)
print("\(packed.count) bytes")
