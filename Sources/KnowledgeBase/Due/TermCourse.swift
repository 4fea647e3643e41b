import Agreements
import Calendar
package import LegalText

/// The terms of an agreement: the first ends on the stated expiry, and where it renews of itself each further one a period later.
///
/// That nobody gave notice is taken from the text ("renews unless"), not known. Who knows better states `expiry` in the register,
/// and then nothing renews.
package struct TermCourse: Sendable {
    /// The end of the first term.
    package let end: StatedDate
    /// How long each further term is; nil where the first is the last.
    package let renewal: Period?
    private let notice: Period?

    package struct Term: Sendable, Hashable {
        /// 0 for the first.
        package var number: Int
        package var end: PartialDate
    }

    /// Nil for a document that states no end.
    package init?(_ document: Int, of base: KnowledgeBase) {
        let analyzed = base.documents[document]
        guard let end = DocumentTimes(analyzed).expiry else { return nil }
        self.end = end
        let isFixed = base.entry(of: document)?.expiry != nil
        let period = analyzed.agreement.renewal?.value
        renewal = isFixed || period.map { $0.count <= 0 || end.value.adding($0) == nil } ?? true ? nil : period
        notice = analyzed.agreement.notice?.value
    }

    /// Days before the end of a term within which a notice can lie, for looking ahead.
    static let longestNotice = 366 * 3

    /// The terms that end in `window` (day numbers) and, but for the last one, not after `limit`.
    func terms(endingWithin window: ClosedRange<Int>, until limit: PartialDate?) -> [Term] {
        var terms: [Term] = []
        if end.value.dayNumbers.overlaps(window) { terms.append(Term(number: 0, end: end.value)) }
        guard let renewal else { return terms }
        return terms + Occurrences.dates(from: end.value, every: renewal, within: window, until: limit).map { Term(number: $1, end: $0) }
    }

    /// The term that runs on a day, or that it last ended with; its end may lie before the day where nothing renews.
    package func current(on day: PartialDate) -> Term {
        let today = day.dayNumbers.lowerBound
        guard end.value.dayNumbers.upperBound < today, renewal != nil else { return Term(number: 0, end: end.value) }
        return terms(endingWithin: today...(today + 366 * 100), until: nil).first ?? Term(number: 0, end: end.value)
    }

    /// How the end of a renewed term came about.
    package func arithmetic(of term: Term) -> DueItem.Arithmetic? {
        guard let renewal, term.number > 0 else { return nil }
        return DueItem.Arithmetic(base: end.value, words: end.text, period: renewal, count: term.number)
    }

    /// The last day to give notice before a term ends; nil where there is no notice, or the end is not precise enough to count from.
    package func lastNotice(before term: Term) -> PartialDate? { notice.flatMap { term.end.adding(Period(-$0.count, $0.unit)) } }

    package func noticeArithmetic(of term: Term) -> DueItem.Arithmetic? {
        guard let notice else { return nil }
        let back = Period(-notice.count, notice.unit)
        guard var arithmetic = arithmetic(of: term) else {
            return DueItem.Arithmetic(base: end.value, words: end.text, period: back, count: 1)
        }
        arithmetic.offset = back
        return arithmetic
    }
}
