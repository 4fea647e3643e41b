import Calendar
import KnowledgeBase
import LegalText
import Norms
import References

/// What `analyze` answers for one text (DESIGN.md section 6); offsets count Unicode scalars into `text`. Nothing of it is made before it is
/// written: answers are most of what `analyze --jsonl` does beside reading.
///
/// `asides`, only where there are any: with `context`, mentions that are no cross reference out of the text into its own code ("paragraph (2)
/// of this subsection", other laws).
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

    private let analysis: TextAnalysis
    private let id: String?
    private let agentAsked: Bool
    private let offsets: ScalarOffsets

    init(_ analysis: TextAnalysis, id: String?, agentAsked: Bool) {
        self.analysis = analysis
        self.id = id
        self.agentAsked = agentAsked
        offsets = ScalarOffsets(analysis.text)
    }

    func fields(to sink: inout some FieldSink) {
        if analysis.references.contains(where: \.isAside) {
            sink.field("asides", JSONList(analysis.references.filter(\.isAside), make: mention))
        }
        sink.field("dates", JSONList(analysis.dates, make: date))
        sink.field("definitions", JSONList(analysis.definitions, make: term))
        sink.field("durations", JSONList(analysis.periods, make: duration))
        sink.field("id", id)
        if agentAsked { sink.field("labels", analysis.reading.labels.map(\.rawValue)) }
        sink.field("norms", JSONList(analysis.reading.norms, make: norm))
        sink.field("parties", JSONList(analysis.actors, make: actor))
        sink.field("provisions", JSONList(analysis.units.lazy.filter { !$0.label.isEmpty }, make: unit))
        sink.field("references", JSONList(analysis.references.lazy.filter { !$0.isAside }, make: mention))
        sink.field("sentences", sentences)
        sink.field("version", 1)
    }

    private var sentences: [Sentence] {
        let kinds = analysis.reading.statements
        // Both lists are in the order of the text: one walk, or a long text would take the square of its length.
        var next = 0
        return analysis.sentences.map { range in
            let scalars = offsets.scalars(range)
            while next < kinds.count, kinds[next].range.end <= range.start { next += 1 }
            let kind = next < kinds.count && kinds[next].range.overlaps(range) ? kinds[next].kind : .unread
            return Sentence(start: scalars.start, end: scalars.end, kind: kind.rawValue)
        }
    }

    private func unit(_ unit: OutlineUnit) -> Unit {
        let range = offsets.scalars(unit.extent)
        return Unit(start: range.start, end: range.end, label: unit.label, path: unit.path, level: unit.level)
    }

    private func norm(_ norm: Norm) -> NormAnswer {
        NormAnswer(norm, quote: String(analysis.text[norm.quote]), citation: { _ in id ?? "" }, offsets: { _ in offsets })
    }

    private func mention(_ reference: Reference) -> Mention {
        let range = offsets.scalars(reference.range)
        return Mention(
            start: range.start, end: range.end, text: reference.text, target: reference.target, path: reference.path,
            scope: reference.scope.rawValue)
    }

    private func term(_ definition: Definition) -> Term {
        let range = offsets.scalars(definition.range)
        return Term(term: definition.term, start: range.start, end: range.end, meaning: definition.meaning)
    }

    private func date(_ date: DateMention) -> Date {
        let range = offsets.scalars(date.range)
        return Date(start: range.start, end: range.end, value: date.value.description, precision: date.value.precision.rawValue)
    }

    private func duration(_ period: PeriodMention) -> Duration {
        let range = offsets.scalars(period.range)
        return Duration(start: range.start, end: range.end, n: period.value.count, unit: period.value.unit.rawValue)
    }

    private func actor(_ actor: ActorMention) -> Actor {
        let range = offsets.scalars(actor.range)
        return Actor(name: actor.name, start: range.start, end: range.end, role: actor.role.rawValue)
    }
}
