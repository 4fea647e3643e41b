/// Something in a document or the register that a careful reader would mend, as a fact with a place.
package struct Finding: Hashable, Sendable {
    package enum Kind: String, Sendable, CaseIterable {
        /// A clause ends in a colon, and nothing follows that it could introduce.
        case danglingColon = "dangling-colon"
        /// An annex, schedule or the like is named that the document does not have.
        case absentAnnex = "absent-annex"
        /// A reference inside the document, or to a document of the base, that leads nowhere.
        case brokenReference = "broken-reference"
        /// A work is relied on that the base does not hold.
        case workNotHeld = "work-not-held"
        case undefinedAcronym = "undefined-acronym"
        /// Nothing says when the document was made or takes effect.
        case undatedDocument = "undated-document"
        /// A list skips a number, or has one twice.
        case brokenList = "broken-list"
        /// The register speaks of a document or file that is not there.
        case unknownInRegister = "unknown-in-register"
        /// A reviewer decided on a text that has changed since, or is gone.
        case staleReview = "stale-review"
        /// A review names a file as evidence that is not there.
        case missingEvidence = "missing-evidence"
    }

    package var kind: Kind
    /// Index into the base's documents; nil for the register and the reviews.
    package var document: Int?
    package var place: ClausePlace?
    /// Line of the source, from 1; 0 for the whole document.
    package var line: Int
    /// What it is about: the acronym, the work, the number.
    package var subject: String
    /// The words it rests on.
    package var quote: String
}
