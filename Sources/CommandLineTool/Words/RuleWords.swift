import LegalText
import Rules

/// Rules, conditions and the steps of a verdict, in words.
enum RuleWords {
    static func describe(_ step: Evaluation.Step, rule: Rule, in rules: RuleSet) -> String {
        switch step.kind {
        case .fact(let name, let value?): return "\(name) is \(describe(value))"
        case .fact(let name, nil):
            let question = rules.facts[name]?.question ?? ""
            return "\(name) is not stated" + (question.isEmpty ? "" : " (\(question))")
        case .applies(let truth): return "the rule \(verb(truth, "applies", "does not apply")): \(describe(rule.when))"
        case .exception(let number, let truth):
            return "the exception \(verb(truth, "holds", "does not hold")): \(describe(rule.unless[number]))"
        case .overridden(let other, .yes): return "\(other) takes its place" + source(of: other, in: rules)
        case .overridden(let other, _): return "\(other) may take its place" + source(of: other, in: rules)
        case .acts(let truth): return "the act \(verb(truth, "was done", "was not done")): \(rule.act.map(describe) ?? rule.action)"
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
