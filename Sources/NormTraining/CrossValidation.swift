import Norms

/// Trains on nine tenths of the rows and judges the tenth, ten times: the only honest figures that labels give which were trained on.
struct CrossValidation {
    private(set) var grammar = 0
    private(set) var model = 0
    private(set) var shipped = 0
    private(set) var total = 0

    static let folds = 10

    /// - Parameter fold: which fold a row, by its place, belongs to.
    mutating func run(_ rows: [Row], fold: (Int) -> Int) {
        for number in 0..<Self.folds {
            let model = LinearMachine(rows.indices.filter { fold($0) != number }.map { rows[$0] }).quantised
            for index in rows.indices where fold(index) == number { judge(rows[index], model) }
        }
    }

    private mutating func judge(_ row: Row, _ model: RegulativeModel) {
        let score = model.score(row.features)
        let verdict = row.isAsked ? model.obliges(score, row.norms) : row.grammarObliges
        total += 1
        if row.grammarObliges == row.label { grammar += 1 }
        if (score > 0) == row.label { self.model += 1 }
        if verdict == row.label { shipped += 1 }
    }
}
