/// Two norms that pull against each other: the same bearer, the same act, and one demands or allows what the other forbids or narrows.
package struct Conflict: Sendable, Hashable {
    package enum Reason: String, Sendable, CaseIterable {
        /// One forbids what the other allows or entitles to.
        case forbiddenAndAllowed = "forbidden-and-allowed"
        /// One forbids what the other demands.
        case forbiddenAndDemanded = "forbidden-and-demanded"
        /// One demands what the other releases from.
        case demandedAndExempt = "demanded-and-exempt"
        /// One grants the right that the other denies.
        case grantedAndDenied = "granted-and-denied"
        /// Both demand it, by different times.
        case differentDeadlines = "different-deadlines"
        /// Both demand it, at different intervals.
        case differentRecurrences = "different-recurrences"
    }

    package var reason: Reason
    /// In the order of the base; the second stands later.
    package var first: NormPlace
    package var second: NormPlace
    /// Indices into `KnowledgeBase.parties`: whom both bind.
    package var bearers: [Int]
    /// One clause points to the other, or states an exception: the drafter knew, and the pair is listed last.
    package var isReconciled: Bool
}
