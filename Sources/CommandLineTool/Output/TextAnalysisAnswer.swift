import Calendar
import KnowledgeBase
import LegalText
import Norms
import References

/// What `analyze` answers for one text (DESIGN.md section 6); offsets count Unicode scalars into `text`.
struct TextAnalysisAnswer: JSONObject {
    struct Sentence: JSONObject {
        var start: Int, end: Int, kind: String

        func fields(to sink: inout some FieldSink) {
            sink.field("end", end)
            sink.field("kind", kind)
            sink.field("start", start)
        }
    }

    struct Unit: JSONObject {
        var start: Int, end: Int, label: String, path: [String], level: Int

        func fields(to sink: inout some FieldSink) {
            sink.field("end", end)
            sink.field("label", label)
            sink.field("level", level)
            sink.field("path", path)
            sink.field("start", start)
        }
    }

    struct Mention: JSONObject {
        var start: Int, end: Int, text: String, target: String, path: [String], scope: String

        func fields(to sink: inout some FieldSink) {
            sink.field("end", end)
            sink.field("path", path)
            sink.field("scope", scope)
            sink.field("start", start)
            sink.field("target", target)
            sink.field("text", text)
        }
    }

    struct Term: JSONObject {
        var term: String, start: Int, end: Int, meaning: String?

        func fields(to sink: inout some FieldSink) {
            sink.field("end", end)
            sink.field("meaning", meaning)
            sink.field("start", start)
            sink.field("term", term)
        }
    }

    struct Date: JSONObject {
        var start: Int, end: Int, value: String, precision: String

        func fields(to sink: inout some FieldSink) {
            sink.field("end", end)
            sink.field("precision", precision)
            sink.field("start", start)
            sink.field("value", value)
        }
    }

    struct Duration: JSONObject {
        var start: Int, end: Int, n: Int, unit: String

        func fields(to sink: inout some FieldSink) {
            sink.field("end", end)
            sink.field("n", n)
            sink.field("start", start)
            sink.field("unit", unit)
        }
    }

    struct Actor: JSONObject {
        var name: String, start: Int, end: Int, role: String

        func fields(to sink: inout some FieldSink) {
            sink.field("end", end)
            sink.field("name", name)
            sink.field("role", role)
            sink.field("start", start)
        }
    }

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

    func fields(to sink: inout some FieldSink) {
        sink.field("asides", asides)
        sink.field("dates", dates)
        sink.field("definitions", definitions)
        sink.field("durations", durations)
        sink.field("id", id)
        sink.field("labels", labels)
        sink.field("norms", norms)
        sink.field("parties", parties)
        sink.field("provisions", provisions)
        sink.field("references", references)
        sink.field("sentences", sentences)
        sink.field("version", version)
    }

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
