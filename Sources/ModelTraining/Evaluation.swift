import Agreements

/// Judges clause types per contract: a contract has a type where its best sentence scores above the type's threshold.
struct Evaluation {
    /// For each contract and type, the scores of the best sentences, from models that never saw the contract's family.
    var best: [[Float]]
    var flags: [UInt64]
    var folds: [Int]

    struct Figures {
        var precision: Float
        var recall: Float
        var f1: Float
    }

    /// How much the steadier of the two thresholds counts.
    private static let steadiness: Float = 0.5

    /// The threshold with the best F1 over the contracts where `isUsed`.
    func threshold(_ type: Int, _ isUsed: (Int) -> Bool) -> Float {
        let rows = best.indices.filter(isUsed).map { (score: best[$0][type], hit: flags[$0] >> UInt64(type) & 1 == 1) }
            .sorted { $0.score > $1.score }
        let total = rows.count { $0.hit }
        var hits = 0
        var found: (f1: Float, threshold: Float) = (0, rows.first.map { $0.score + 1 } ?? 0)
        for (index, row) in rows.enumerated() {
            if row.hit { hits += 1 }
            let next = index + 1 < rows.count ? rows[index + 1].score : row.score - 1
            let f1 = 2 * Float(hits) / Float(index + 1 + total)
            if f1 > found.f1 { found = (f1, (row.score + next) / 2) }
        }
        // The threshold that says as often as the labels do is steadier than the best one where labels are few: the two are averaged.
        let matched = total < rows.count && total > 0 ? (rows[total - 1].score + rows[total].score) / 2 : found.threshold
        return found.threshold * (1 - Self.steadiness) + matched * Self.steadiness
    }

    /// Each fold is judged with thresholds chosen on the other folds.
    func crossValidated() -> (macro: Float, perType: [Figures]) {
        let foldCount = (folds.max() ?? 0) + 1
        let rows = ClauseTypes.names.indices.map { type -> Figures in
            var counts = (hit: 0, said: 0, gold: 0)
            for fold in 0..<foldCount {
                let threshold = threshold(type) { folds[$0] != fold }
                for contract in best.indices where folds[contract] == fold {
                    let gold = flags[contract] >> UInt64(type) & 1 == 1
                    let said = best[contract][type] > threshold
                    counts.hit += gold && said ? 1 : 0
                    counts.said += said ? 1 : 0
                    counts.gold += gold ? 1 : 0
                }
            }
            return Figures(
                precision: Float(counts.hit) / Float(max(1, counts.said)),
                recall: Float(counts.hit) / Float(max(1, counts.gold)), f1: 2 * Float(counts.hit) / Float(max(1, counts.said + counts.gold))
            )
        }
        return (rows.reduce(0) { $0 + $1.f1 } / Float(rows.count), rows)
    }
}
