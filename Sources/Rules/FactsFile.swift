package import YAMLReading

/// Reads a facts file: a mapping of declared facts, nested or dotted. A fact that is not stated is not known.
///
///     provider: { member: no }
///     access.given: yes
package enum FactsFile {
    package static func read(_ text: String, file: String, declared: [String: FactDeclaration]) throws(FileError) -> Facts {
        var facts = Facts()
        if let root = try YAMLValue.root(of: text, file: file) { try collect(root, prefix: "", declared, into: &facts, depth: 0) }
        return facts
    }

    /// Facts that stand inside another file.
    package static func read(_ value: YAMLValue, declared: [String: FactDeclaration]) throws(FileError) -> Facts {
        var facts = Facts()
        try collect(value, prefix: "", declared, into: &facts, depth: 0)
        return facts
    }

    private static func collect(
        _ value: YAMLValue, prefix: String, _ declared: [String: FactDeclaration], into facts: inout Facts, depth: Int
    ) throws(FileError) {
        for entry in try value.entries() {
            let name = prefix + entry.name
            if let declaration = declared[name] {
                guard let fact = declaration.value(of: try entry.value.text()) else { throw entry.value.mismatch(declaration.expectation) }
                guard facts.values.updateValue(fact, forKey: name) == nil else { throw entry.key.error(.duplicate(name)) }
            } else if entry.value.isMapping, depth < 16 {
                try collect(entry.value, prefix: name + ".", declared, into: &facts, depth: depth + 1)
            } else {
                throw entry.key.error(.unknownName(name, near: Nearest.name(to: name, among: declared.keys)))
            }
        }
    }
}
