import LegalText
import Rules

/// Rules, conditions and the steps of a verdict, in words.
enum RuleWords {
    /// A step of the reasoning about rule `id`; steps of the rules that take its place begin with their names.
    static func describe(_ step: Evaluation.Step, about id: String, in rules: RuleSet) -> String {
        let rule = rules.rule(step.rule)
        let isOther = step.rule != id
        let name = isOther ? "\(step.rule): " : ""
        switch step.kind {
        case .fact(let fact, let value?): return "\(name)\(fact) is \(describe(value))"
        case .fact(let fact, nil):
            let question = rules.facts[fact]?.question ?? ""
            return "\(name)\(fact) is not stated" + (question.isEmpty ? "" : " (\(question))")
        case .applies(let truth):
            return "\(name)the rule \(verb(truth, "applies", "does not apply")): \(rule.map { describe($0.when) } ?? "")"
        case .exception(let number, let truth):
            let words = rule.flatMap { $0.unless.indices.contains(number) ? describe($0.unless[number]) : nil } ?? ""
            return "\(name)the exception \(verb(truth, "holds", "does not hold")): \(words)"
        case .overridden(let other, let truth):
            let place = isOther ? "the place of \(step.rule)" : "its place"
            return "\(other) \(truth == .yes ? "takes" : "may take") \(place)" + source(of: other, in: rules)
        case .acts(let truth):
            return "the act \(verb(truth, "was done", "was not done")): \(rule.map { $0.act.map(describe) ?? $0.action } ?? "")"
        }
    }

    private static func source(of id: String, in rules: RuleSet) -> String {
        rules.rule(id).map { ", by \($0.citation): “\($0.quote)”" } ?? ""
    }

    private static func verb(_ truth: Truth, _ yes: String, _ no: String) -> String {
        switch truth {
        case .yes: yes
        case .no: no
        case .unknown: "(not known whether it \(yes))"
        }
    }

    static func describe(_ value: FactValue) -> String {
        switch value {
        case .yesNo(let value): value ? "yes" : "no"
        case .number(let value): value == value.rounded() && abs(value) < 1e15 ? String(Int(value)) : String(value)
        case .day(let number): PartialDate(dayNumber: number).description
        case .text(let text): text
        }
    }

    /// As a person would write it in a rules file.
    static func describe(_ condition: Condition) -> String { describe(condition, inside: false) }

    private static func describe(_ condition: Condition, inside: Bool) -> String {
        switch condition {
        case .constant(let value): value ? "always" : "never"
        case .fact(let name): name
        case .not(.member(let name, let values)): "\(name) not in [\(values.map(describe).joined(separator: ", "))]"
        case .not(let inner): "not \(describe(inner, inside: true))"
        case .member(let name, let values): "\(name) in [\(values.map(describe).joined(separator: ", "))]"
        case .compare(let left, let comparison, let right): "\(describe(left)) \(comparison.rawValue) \(describe(right))"
        case .all(let parts): group(parts, " and ", inside)
        case .any(let parts): group(parts, " or ", inside)
        }
    }

    private static func group(_ parts: [Condition], _ word: String, _ inside: Bool) -> String {
        let text = parts.map { describe($0, inside: true) }.joined(separator: word)
        return inside ? "(\(text))" : text
    }

    private static func describe(_ operand: Condition.Operand) -> String {
        switch operand {
        case .value(let value): describe(value)
        case .fact(let name, 0): name
        case .fact(let name, let days): "\(name) \(days < 0 ? "-" : "+") \(abs(days)) days"
        }
    }
}
