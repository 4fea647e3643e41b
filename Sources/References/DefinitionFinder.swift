package import LegalText

/// Finds defined terms and acronyms, and where they are used.
package enum DefinitionFinder {
    /// The definitions that a document gives, in the order of the text: as its mark-up says, and as its words do.
    package static func find(in document: Document) -> [Definition] {
        var definitions: [Definition] = []
        for (clause, provision) in document.provisions.enumerated() where !provision.text.isEmpty {
            let bytes = Array(provision.text.utf8)
            var found = marked(provision.marks, in: bytes)
            for term in terms(in: bytes, isDefinition: provision.type == .definition)
            where !found.contains(where: { $0.range.overlaps(term.range) }) {
                found.append(term)
            }
            definitions += found.sorted { $0.range < $1.range }.map { $0.definition(clause: clause, in: bytes) }
        }
        return definitions
    }

    /// The definitions of running text; `units` are not needed yet.
    package static func find(in text: String, units: [OutlineUnit]) -> [Definition] {
        find(utf8: Array(text.utf8))
    }

    /// The same for running text at hand as UTF-8.
    package static func find(utf8 bytes: [UInt8]) -> [Definition] {
        terms(in: bytes, isDefinition: false).map { $0.definition(clause: 0, in: bytes) }
    }

    private static func terms(in bytes: [UInt8], isDefinition: Bool) -> [FoundTerm] {
        var found = QuotedTerms.find(in: bytes)
        let others = StatedTerms.find(in: bytes, isDefinition: isDefinition) + Acronyms.find(in: bytes)
        if others.isEmpty { return found }
        let quoted = found.map(\.range)
        // Both lists are in order, so one walk tells what a quoted term covers already.
        var next = 0
        for term in others {
            if next > 0, quoted.indices.contains(next - 1), term.range < quoted[next - 1] { next = 0 }
            while next < quoted.count, quoted[next].end <= term.range.start { next += 1 }
            if next < quoted.count, quoted[next].overlaps(term.range) { continue }
            found.append(term)
        }
        found.sort { $0.range < $1.range }
        return found
    }

    private static func marked(_ marks: [Mark], in bytes: [UInt8]) -> [FoundTerm] {
        marks.compactMap { mark in
            guard mark.kind == .definedTerm, !mark.range.isEmpty, mark.range.end <= bytes.count else { return nil }
            return FoundTerm(range: mark.range, meaning: FoundTerm.meaning(after: mark.range.end, in: bytes), kind: .term)
        }
    }
}

/// A term at the place that defines it.
struct FoundTerm {
    var range: TextRange
    var meaning: TextRange?
    var kind: Definition.Kind

    func definition(clause: Int, in bytes: [UInt8]) -> Definition {
        func string(_ range: TextRange) -> String { String(decoding: bytes[range.start..<range.end], as: UTF8.self) }
        return Definition(clause: clause, term: string(range), range: range, meaning: meaning.map(string), kind: kind)
    }

    /// The words that give a meaning after a term and its verb: to the end of the sentence, at most 400 bytes.
    static func meaning(after offset: Int, in bytes: [UInt8]) -> TextRange? {
        var start = offset
        while start < bytes.count, bytes[start] <= 0x20 || bytes[start] == 0x22 || bytes[start] == 0x2C || bytes[start] == 0x3A {
            start += 1
        }
        for lead in ["and includes ", "and include ", "as "] where bytes[start...].starts(with: lead.utf8) {
            start += lead.utf8.count
            break
        }
        var end = start
        while end < bytes.count, end - start < 400, bytes[end] != 0x0A, bytes[end] != 0x3B {
            if bytes[end] == 0x2E, end + 1 == bytes.count || bytes[end + 1] == 0x20 || bytes[end + 1] == 0x0A { break }
            end += 1
        }
        // Never half a scalar.
        while end > start, end < bytes.count, bytes[end] & 0xC0 == 0x80 { end -= 1 }
        while end > start, bytes[end - 1] == 0x20 { end -= 1 }
        return end > start ? TextRange(start, end) : nil
    }
}
