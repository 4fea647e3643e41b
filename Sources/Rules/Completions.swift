/// Decides what is the case under every way the missing facts could turn out.
///
/// Kleene's tables alone answer "unknown" to `a or not a`. Here a missing fact is tried with one value from each range that the
/// conditions can tell apart (a cell), so the answer is unknown exactly when two completions disagree. The work is bounded: past
/// `budget` evaluations the answer is "unknown", which is never wrong, only less sharp.
struct Completions {
    private let formula: (Facts) -> Truth
    private let cells: [(name: String, values: [FactValue])]
    private var budget: Int

    /// - Parameters:
    ///   - support: the facts the formula speaks of.
    ///   - conditions: all conditions in it, for the constants they compare with.
    init(
        support: Set<String>, conditions: [Condition], known: Facts, declarations: [String: FactDeclaration], budget: Int = 20_000,
        formula: @escaping (Facts) -> Truth
    ) {
        self.formula = formula
        self.budget = budget
        let missing = support.filter { known.values[$0] == nil }.sorted()
        let maker = CellMaker(conditions: conditions, known: known, missing: missing.compactMap { declarations[$0] })
        cells = missing.map { ($0, maker.values(of: $0, kind: declarations[$0]?.kind ?? .yesNo)) }
    }

    /// The truth under all completions, and the missing facts that it hangs on.
    static func decide(_ completions: Completions, known: Facts) -> (truth: Truth, missing: [String]) {
        var completions = completions
        let truth = completions.solve(known, from: 0)
        guard truth == .unknown else { return (truth, []) }
        let names = completions.cells.indices.filter { completions.matters($0, known, others: 0) }.map { completions.cells[$0].name }
        return (.unknown, names)
    }

    private mutating func solve(_ facts: Facts, from index: Int) -> Truth {
        budget -= 1
        let truth = formula(facts)
        guard truth == .unknown, index < cells.count, budget > 0 else { return truth }
        if facts.values[cells[index].name] != nil { return solve(facts, from: index + 1) }
        var common: Truth?
        for value in cells[index].values {
            var trial = facts
            trial.values[cells[index].name] = value
            let truth = solve(trial, from: index + 1)
            if truth == .unknown || (common != nil && common != truth) { return .unknown }
            common = truth
        }
        return common ?? .unknown
    }

    /// Whether some completion of the other facts makes the answer depend on fact `index`.
    private mutating func matters(_ index: Int, _ facts: Facts, others: Int) -> Bool {
        var truths: Set<Truth> = []
        for value in cells[index].values {
            var trial = facts
            trial.values[cells[index].name] = value
            truths.insert(solve(trial, from: 0))
        }
        if truths.count > 1 { return true }
        guard truths == [.unknown] else { return false }
        guard budget > 0 else { return true }
        guard let other = (others..<cells.count).first(where: { $0 != index && facts.values[cells[$0].name] == nil }) else { return false }
        for value in cells[other].values {
            var trial = facts
            trial.values[cells[other].name] = value
            if matters(index, trial, others: other + 1) { return true }
        }
        return false
    }
}

/// Chooses, for a missing fact, one value from each range that the conditions can tell apart.
private struct CellMaker {
    private var numbers: Set<Double> = []
    private var days: Set<Int> = []
    private var shifts: Set<Int> = []
    private var texts: Set<String> = []
    private let missing: [FactDeclaration]

    init(conditions: [Condition], known: Facts, missing: [FactDeclaration]) {
        self.missing = missing
        for condition in conditions { collect(condition) }
        let names = conditions.reduce(into: Set<String>()) { $0.formUnion($1.facts) }
        for name in names { known.values[name].map { collect($0) } }
    }

    private mutating func collect(_ value: FactValue) {
        switch value {
        case .number(let number): numbers.insert(number)
        case .day(let day): days.insert(day)
        case .text(let text): texts.insert(text)
        case .yesNo: break
        }
    }

    private mutating func collect(_ condition: Condition) {
        switch condition {
        case .constant, .fact: break
        case .member(_, let values): values.forEach { collect($0) }
        case .not(let inner): collect(inner)
        case .all(let parts), .any(let parts): parts.forEach { collect($0) }
        case .compare(let left, _, let right):
            for operand in [left, right] {
                switch operand {
                case .value(let value): collect(value)
                case .fact(_, let shift): if shift != 0 { shifts.formUnion([shift, -shift]) }
                }
            }
        }
    }

    func values(of name: String, kind: FactDeclaration.Kind) -> [FactValue] {
        switch kind {
        case .yesNo: return [.yesNo(true), .yesNo(false)]
        case .choice(let values): return values.map(FactValue.text)
        case .text:
            // One value that no condition names, and one that no other missing fact shares.
            return texts.sorted().map(FactValue.text) + [.text("\u{0}"), .text("\u{0}" + name)]
        case .number:
            let rivals = max(1, missing.count { $0.kind == .number })
            let points = numbers.isEmpty ? [0] : numbers.sorted()
            var values = points.map { $0 }
            for step in 1...rivals {
                values += [points[0] - Double(step), points[points.count - 1] + Double(step)]
                let share = Double(step) / Double(rivals + 1)
                values += zip(points, points.dropFirst()).map { $0 + ($1 - $0) * share }
            }
            return Array(Set(values)).sorted().map(FactValue.number)
        case .date:
            let rivals = max(1, missing.count { $0.kind == .date })
            var points = days.isEmpty ? [0] : days
            for _ in 0..<min(rivals, 3) { points.formUnion(points.flatMap { point in shifts.map { point + $0 } }) }
            let near = points.flatMap { point in (-rivals...rivals).map { point + $0 } }
            return Array(Set(near)).sorted().map(FactValue.day)
        }
    }
}
