import Agreements

/// Trains on some companies' contracts and judges those of the others, over several ways of parting the companies.
struct CrossValidation {
    static let folds = 4
    static let splittings = 3

    let corpus: Corpus
    let ruleWeights: [Int32]

    /// One way of parting: each contract's totals from a model that never saw its company.
    func evaluate(splitting: Int) -> Evaluation {
        var families = Array(Set(corpus.contracts.map(\.family))).sorted()
        var random = SplitMix(seed: UInt64(splitting))
        if splitting > 0 { families.shuffle(using: &random) }
        let foldOf = Dictionary(uniqueKeysWithValues: families.enumerated().map { ($1, $0 % Self.folds) })
        let folds = corpus.contracts.map { foldOf[$0.family]! }
        var best = [[Float]](repeating: [], count: corpus.contracts.count)
        for fold in 0..<Self.folds {
            var trainer = Trainer(features: corpus.vocabulary.count)
            trainer.train(corpus.contracts.indices.filter { folds[$0] != fold }.map { corpus.contracts[$0] })
            let model = ClauseModel(Packing.pack(trainer, corpus, ruleWeights, thresholds: nil))!
            for contract in corpus.contracts.indices where folds[contract] == fold {
                best[contract] = Self.totals(model, corpus.contracts[contract])
            }
        }
        return Evaluation(best: best, flags: corpus.contracts.map(\.flags), folds: folds)
    }

    private static func totals(_ model: ClauseModel, _ contract: Contract) -> [Float] {
        var total = ClauseScores()
        var scores = [Int32](repeating: 0, count: ClauseTypes.names.count)
        for sentence in contract.sentences where sentence.hashes.count > SentenceFeatures.fewest {
            model.score(sentence.hashes, rules: sentence.rules, into: &scores)
            total.add(scores, provision: 0)
        }
        return ClauseTypes.names.indices.map { Float(total.total($0)) }
    }
}
