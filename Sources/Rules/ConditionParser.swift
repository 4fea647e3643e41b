import LegalText
import YAMLReading

/// Reads the condition language: `not provider.member and access.kind in [dashboard, report]`.
///
///     condition  = conjunction ("or" conjunction)*
///     conjunction = negation ("and" negation)*
///     negation   = "not" negation | "(" condition ")" | comparison
///     comparison = fact | fact ("=" | "!=" | "<" | "<=" | ">" | ">=") operand | fact ["not"] "in" "[" value ("," value)* "]"
///     operand    = value | fact [("+" | "-") number "days"]
///     value      = yes | no | true | false | number | 2025-01-31 | 'text' | a word of the fact's choices
///
/// Every fact is declared, so a misspelt one is found when the file is read, not when a verdict is missing.
struct ConditionParser {
    private let declarations: [String: FactDeclaration]
    private let tokens: [ConditionToken]
    private let source: YAMLValue
    private var next = 0
    private var depth = 0

    static func parse(_ source: YAMLValue, facts: [String: FactDeclaration]) throws(FileError) -> Condition {
        let text = try source.text()
        var parser = ConditionParser(declarations: facts, tokens: try ConditionToken.split(text, at: source), source: source)
        let condition = try parser.condition()
        guard parser.next == parser.tokens.count else { throw parser.unexpected("\"and\", \"or\" or the end") }
        return condition
    }

    private init(declarations: [String: FactDeclaration], tokens: [ConditionToken], source: YAMLValue) {
        self.declarations = declarations
        self.tokens = tokens
        self.source = source
    }

    private mutating func condition() throws(FileError) -> Condition {
        depth += 1
        defer { depth -= 1 }
        guard depth < 64 else { throw unexpected("a condition nested less deeply than 64") }
        var parts = [try conjunction()]
        while take(word: "or") { parts.append(try conjunction()) }
        return parts.count == 1 ? parts[0] : .any(parts)
    }

    private mutating func conjunction() throws(FileError) -> Condition {
        var parts = [try negation()]
        while take(word: "and") { parts.append(try negation()) }
        return parts.count == 1 ? parts[0] : .all(parts)
    }

    private mutating func negation() throws(FileError) -> Condition {
        var negated = false
        while take(word: "not") { negated.toggle() }
        let inner: Condition
        if take("(") {
            inner = try condition()
            guard take(")") else { throw unexpected("\")\"") }
        } else {
            inner = try comparison()
        }
        return negated ? .not(inner) : inner
    }

    private mutating func comparison() throws(FileError) -> Condition {
        let declaration = try fact()
        if take(word: "in") { return .member(declaration.name, of: try values(for: declaration)) }
        if peek?.text == "not", next + 1 < tokens.count, tokens[next + 1].text == "in" {
            next += 2
            return .not(.member(declaration.name, of: try values(for: declaration)))
        }
        guard let token = peek, let comparison = Condition.Comparison(rawValue: token.text) else {
            guard declaration.kind == .yesNo else { throw unexpected("a comparison (=, !=, <, <=, >, >=, in)") }
            return .fact(declaration.name)
        }
        next += 1
        switch (declaration.kind, comparison) {
        case (.number, _), (.date, _), (_, .equal), (_, .unequal): break
        default: throw FileError(.expected(.syntax("= or !="), found: token.text), at: place(of: token))
        }
        return .compare(.fact(declaration.name), comparison, try operand(for: declaration))
    }

    private mutating func operand(for left: FactDeclaration) throws(FileError) -> Condition.Operand {
        guard let token = peek else { throw unexpected("a value") }
        guard token.kind == .word, let right = declarations[token.text], !left.allows(token.text) else {
            return .value(try value(for: left))
        }
        next += 1
        guard right.kind == left.kind else {
            throw FileError(.expected(.syntax("a fact of the same type as \(left.name)"), found: token.text), at: place(of: token))
        }
        guard left.kind == .date, peek?.text == "+" || peek?.text == "-" else { return .fact(right.name) }
        let sign = peek?.text == "-" ? -1 : 1
        next += 1
        guard let count = peek.flatMap({ Int($0.text) }), (0...1_000_000).contains(count) else { throw unexpected("a number of days") }
        next += 1
        guard take(word: "days") || take(word: "day") else { throw unexpected("\"days\"") }
        return .fact(right.name, plusDays: sign * count)
    }

    private mutating func values(for declaration: FactDeclaration) throws(FileError) -> [FactValue] {
        guard take("[") else { throw unexpected("\"[\"") }
        var values = [try value(for: declaration)]
        while take(",") { values.append(try value(for: declaration)) }
        guard take("]") else { throw unexpected("\",\" or \"]\"") }
        return values
    }

    private mutating func value(for declaration: FactDeclaration) throws(FileError) -> FactValue {
        guard let token = peek, token.kind != .sign else { throw unexpected("a value") }
        guard let value = declaration.value(of: token.text) else {
            throw FileError(.expected(declaration.expectation, found: token.text), at: place(of: token))
        }
        next += 1
        return value
    }

    private mutating func fact() throws(FileError) -> FactDeclaration {
        guard let token = peek, token.kind == .word, !["and", "or", "in", "not"].contains(token.text) else { throw unexpected("a fact") }
        guard let declaration = declarations[token.text] else {
            throw FileError(
                .unknownName(token.text, near: Nearest.name(to: token.text, among: declarations.keys)), at: place(of: token))
        }
        next += 1
        return declaration
    }

    private var peek: ConditionToken? { next < tokens.count ? tokens[next] : nil }

    private mutating func take(_ sign: String) -> Bool {
        guard let token = peek, token.kind == .sign, token.text == sign else { return false }
        next += 1
        return true
    }

    private mutating func take(word: String) -> Bool {
        guard let token = peek, token.kind == .word, token.text == word else { return false }
        next += 1
        return true
    }

    private func unexpected(_ expected: String) -> FileError {
        FileError(.expected(.syntax(expected), found: peek?.text ?? "the end of the condition"), at: peek.map(place) ?? source.place)
    }

    private func place(of token: ConditionToken) -> FilePlace { token.place(in: source) }
}
