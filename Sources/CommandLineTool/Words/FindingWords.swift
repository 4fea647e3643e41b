import KnowledgeBase

/// Findings in words: what it is, and what to do.
enum FindingWords {
    static func describe(_ finding: Finding) -> String {
        switch finding.kind {
        case .danglingColon: "dangling colon: “\(finding.quote)” announces something, and nothing follows. Add it, or end the sentence."
        case .absentAnnex: "absent annex: \(finding.subject) is named, but no heading has that name."
        case .brokenReference: "broken reference: “\(finding.quote)” leads to \(finding.subject), which the document does not have."
        case .workNotHeld: "relied on but not held: \(finding.subject). Add it to corpus/, if it is yours to keep."
        case .undefinedAcronym: "undefined acronym: \(finding.subject) is never expanded."
        case .undatedDocument:
            "no date stated: nothing says when it was made or takes effect. State it in register.yaml (signed or effective), if you know."
        case .brokenList: "broken list: \(finding.subject) does not follow the item before it."
        case .staleReview:
            "stale review: what was decided of \(finding.subject) was decided on other words. Look again: concordat review \(finding.subject)"
        case .missingEvidence:
            "missing evidence: \(finding.quote), named for \(finding.subject), is not there. Mend the path, or put the file there."
        case .unknownInRegister: "\(finding.subject): the register speaks of it, and it is not in corpus/."
        }
    }
}
