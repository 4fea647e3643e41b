import Calendar
import KnowledgeBase
import LegalText
import Norms
import References

/// What `analyze` answers for one text (DESIGN.md section 6); offsets count Unicode scalars into `text`.
struct TextAnalysisAnswer: Encodable {
    struct Sentence: Encodable { var start: Int, end: Int, kind: String }
    struct Unit: Encodable { var start: Int, end: Int, label: String, path: [String], level: Int }
    struct Mention: Encodable { var start: Int, end: Int, text: String, target: String, path: [String], scope: String }
    struct Term: Encodable { var term: String, start: Int, end: Int, meaning: String? }
    struct Date: Encodable { var start: Int, end: Int, value: String, precision: String }
    struct Duration: Encodable { var start: Int, end: Int, n: Int, unit: String }
    struct Actor: Encodable { var name: String, start: Int, end: Int, role: String }

    var version = 1
    var id: String?
    var sentences: [Sentence]
    var provisions: [Unit]
    var norms: [NormAnswer]
    var references: [Mention]
    /// With `context`: mentions that are no cross reference out of the text into its own code ("paragraph (2) of this subsection", other laws).
    var asides: [Mention]?
    var definitions: [Term]
    var dates: [Date]
    var durations: [Duration]
    var parties: [Actor]
    var labels: [String]?

    init(_ analysis: TextAnalysis, id: String?, agentAsked: Bool) {
        self.id = id
        let offsets = ScalarOffsets(analysis.text)
        func scalars(_ range: TextRange) -> (Int, Int) { (offsets.scalar(range.start), offsets.scalar(range.end)) }
        let kinds = analysis.reading.statements
        // Both lists are in the order of the text: one walk, or a long text would take the square of its length.
        var next = 0
        sentences = analysis.sentences.map { range in
            let (start, end) = scalars(range)
            while next < kinds.count, kinds[next].range.end <= range.start { next += 1 }
            let kind = next < kinds.count && kinds[next].range.overlaps(range) ? kinds[next].kind : .unread
            return Sentence(start: start, end: end, kind: kind.rawValue)
        }
        provisions = analysis.units.filter { !$0.label.isEmpty }.map { unit in
            let (start, end) = scalars(unit.extent)
            return Unit(start: start, end: end, label: unit.label, path: unit.path, level: unit.level)
        }
        norms = analysis.reading.norms.map { norm in
            NormAnswer(norm, quote: String(analysis.text[norm.quote]), citation: { _ in id ?? "" }, offsets: { _ in offsets })
        }
        func mention(_ reference: Reference) -> Mention {
            let (start, end) = scalars(reference.range)
            return Mention(
                start: start, end: end, text: reference.text, target: reference.target, path: reference.path,
                scope: reference.scope.rawValue)
        }
        references = analysis.references.filter { !$0.isAside }.map(mention)
        let asides = analysis.references.filter(\.isAside).map(mention)
        self.asides = asides.isEmpty ? nil : asides
        definitions = analysis.definitions.map { definition in
            let (start, end) = scalars(definition.range)
            return Term(term: definition.term, start: start, end: end, meaning: definition.meaning)
        }
        dates = analysis.dates.map { date in
            let (start, end) = scalars(date.range)
            return Date(start: start, end: end, value: date.value.description, precision: date.value.precision.rawValue)
        }
        durations = analysis.periods.map { period in
            let (start, end) = scalars(period.range)
            return Duration(start: start, end: end, n: period.value.count, unit: period.value.unit.rawValue)
        }
        parties = analysis.actors.map { actor in
            let (start, end) = scalars(actor.range)
            return Actor(name: actor.name, start: start, end: end, role: actor.role.rawValue)
        }
        labels = agentAsked ? analysis.reading.labels.map(\.rawValue) : nil
    }
}
