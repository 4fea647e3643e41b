/// Reads the query language: words, "phrases", OR, -word, prefix*, fuzzy~, /s /p /5, field:value, field:<value. Never fails.
public struct QueryParser: Sendable {
    /// Parts beyond this are not looked at, nor bytes beyond `longest`.
    static let mostParts = 64
    static let longest = 8192

    let folding: Folding
    /// Names of the facets that `field:value` may use, besides heading, title and text.
    let facetFields: [[UInt8]]

    public init(folding: Folding = .standard, facetFields: [[UInt8]]) {
        self.folding = folding
        self.facetFields = facetFields
    }

    public func parse(_ text: [UInt8]) -> Query {
        var query = Query()
        var text = text
        if text.count > Self.longest {
            text.removeLast(text.count - Self.longest)
            query.notes.append(.shortened)
        }
        var items = lexItems(text)
        if items.count > Self.mostParts {
            items.removeLast(items.count - Self.mostParts)
            query.notes.append(.shortened)
        }
        var join = Join.none
        for item in items {
            switch item {
            case .or:
                if join != .none || query.required.isEmpty { query.notes.append(.ignored("OR")) } else { join = .or }
            case .near(let reach, let written):
                if join != .none || query.required.isEmpty {
                    query.notes.append(.ignored(String(decoding: written, as: UTF8.self)))
                } else {
                    join = .near(reach)
                }
            case .part(let part):
                guard let node = node(of: part) else {
                    query.notes.append(.ignored(String(decoding: part.text, as: UTF8.self)))
                    continue
                }
                if part.isExcluded {
                    query.excluded.append(node)
                } else if node.isFilter {
                    query.filters.append(node)
                } else {
                    add(node, join, to: &query.required)
                }
                join = .none
            }
        }
        query.citation = citation(in: items)
        return query
    }

    private enum Join: Equatable { case none, or, near(Reach) }

    private func add(_ node: QueryNode, _ join: Join, to required: inout [QueryNode]) {
        guard let last = required.popLast() else { return required.append(node) }
        switch join {
        case .none: required += [last, node]
        case .or:
            if case .any(let some) = last { required.append(.any(some + [node])) } else { required.append(.any([last, node])) }
        case .near(let reach): required.append(.near(last, node, reach))
        }
    }

    /// The node for one part, nil where it holds no word.
    private func node(of part: QueryPart) -> QueryNode? {
        if let field = part.field {
            if let place = textField(field) {
                return words(part).map { .inField(place, $0) }
            }
            var value = part.text
            guard !value.isEmpty else { return nil }
            let comparison = Self.comparison(&value)
            let folded = foldedValue(value, folding: folding)
            guard !folded.isEmpty else { return nil }
            if isDate(folded) { return .range(field: field, comparison ?? .equal, value: folded) }
            if let comparison { return .range(field: field, comparison, value: folded) }
            return .facet(field: field, value: folded)
        }
        return words(part)
    }

    private func words(_ part: QueryPart) -> QueryNode? {
        let tokens = Tokenizer.tokens(of: part.text, folding: folding)
        guard let last = tokens.last else { return nil }
        let terms = tokens.prefix(Self.mostParts).map { $0.term }
        if part.ending == .star {
            if terms.count == 1 { return .prefix(last.term) }
        } else if case .tilde(let distance) = part.ending, terms.count == 1 {
            return .fuzzy(last.term, distance: distance)
        }
        return terms.count == 1 ? .word(last.term, isAcronym: last.isAcronym && !part.isQuoted) : .phrase(terms)
    }

    /// 2027, 2027-01 or 2027-01-31: stands for all that lies within it.
    private func isDate(_ value: [UInt8]) -> Bool {
        guard [4, 7, 10].contains(value.count) else { return false }
        return value.indices.allSatisfy { $0 == 4 || $0 == 7 ? value[$0] == 0x2D : (0x30...0x39).contains(value[$0]) }
    }

    func textField(_ name: [UInt8]) -> TextField? {
        if name == Array("heading".utf8) || name == Array("title".utf8) { return .heading }
        return name == Array("text".utf8) ? .text : nil
    }

    private static func comparison(_ value: inout [UInt8]) -> Comparison? {
        guard let first = value.first, first == 0x3C || first == 0x3E || first == 0x3D else { return nil }
        value.removeFirst()
        let orEqual = value.first == 0x3D
        if orEqual { value.removeFirst() }
        switch first {
        case 0x3C: return orEqual ? .atMost : .less
        case 0x3E: return orEqual ? .atLeast : .greater
        default: return .equal
        }
    }
}

extension QueryNode {
    var isFilter: Bool {
        switch self {
        case .facet, .range: true
        default: false
        }
    }
}

/// A facet value as it is compared: folded words parted by single spaces where it has letters above ASCII or capitals; punctuation stays.
package func foldedValue(_ value: [UInt8], folding: Folding = .standard) -> [UInt8] {
    var folded: [UInt8] = []
    var end = 0
    for token in Tokenizer.tokens(of: value, folding: folding) {
        folded += value[end..<token.start]
        folded += token.term
        end = token.end
    }
    folded += value[end...]
    return folded
}
