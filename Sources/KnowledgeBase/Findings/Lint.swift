import LegalText
import References

extension KnowledgeBase {
    /// What a careful reader would mend: in the register and the reviews, then document by document, in the order of the text.
    /// - Parameter holdsFile: whether a path that a review names as evidence is there.
    package func lint(holdsFile: (String) -> Bool = { _ in true }) -> [Finding] {
        var findings = registerFindings() + reviewFindings(holdsFile)
        for index in documents.indices {
            var own = undated(index) + danglingColons(index) + brokenLists(index) + references(of: index) + undefinedAcronyms(index)
            own.sort {
                ($0.place?.provision ?? -1, $0.kind.rawValue, $0.subject) < ($1.place?.provision ?? -1, $1.kind.rawValue, $1.subject)
            }
            findings += own
        }
        return findings
    }

    private func finding(_ kind: Finding.Kind, _ document: Int, _ provision: Int?, subject: String = "", quote: String = "") -> Finding {
        Finding(
            kind: kind, document: document, place: provision.map { ClausePlace(document: document, provision: $0) },
            line: provision.map { documents[document].document.provisions[$0].line } ?? 0, subject: subject, quote: quote)
    }

    private func registerFindings() -> [Finding] {
        func unknown(_ name: String) -> Finding {
            Finding(kind: .unknownInRegister, document: nil, place: nil, line: 0, subject: name, quote: "")
        }
        let sources = Set(documents.map(\.document.source))
        var findings = register.documents.keys.sorted().filter { !sources.contains($0) }.map(unknown)
        for key in register.documents.keys.sorted() {
            for id in (register.documents[key]?.amends ?? []) + (register.documents[key]?.supersedes ?? []) where index(of: id) == nil {
                findings.append(unknown(id))
            }
        }
        return findings
    }

    /// Decisions that an edit left behind, and evidence that is not where it is said to be.
    private func reviewFindings(_ holdsFile: (String) -> Bool) -> [Finding] {
        func finding(_ kind: Finding.Kind, _ review: Review, quote: String) -> Finding {
            let subject =
                switch review.subject {
                case .norm(let id, _): id
                case .conflict(let first, let second): first + " " + second
                }
            return Finding(kind: kind, document: nil, place: nil, line: review.place.line, subject: subject, quote: quote)
        }
        let stale = reviews.unsettled.map { finding(.staleReview, $0.review, quote: $0.review.text ?? "") }
        return stale
            + reviews.outcomes.map(\.review).compactMap { review in
                guard let evidence = review.evidence, !evidence.contains("://"), !holdsFile(evidence) else { return nil }
                return finding(.missingEvidence, review, quote: evidence)
            }
    }

    private func undated(_ document: Int) -> [Finding] {
        let times = DocumentTimes(documents[document])
        guard times.start == nil, entry(of: document)?.version == nil else { return [] }
        return [finding(.undatedDocument, document, nil)]
    }

    private func danglingColons(_ document: Int) -> [Finding] {
        let provisions = documents[document].document.provisions
        return provisions.indices.compactMap { index in
            let text = provisions[index].text
            guard text.utf8.last == UInt8(ascii: ":"), provisions[index].continuation == nil else { return nil }
            if let next = provisions.indices.contains(index + 1) ? provisions[index + 1] : nil {
                let isListBeside = next.type == .point || next.type == .quotation || next.type == .table || next.isNumbered
                if next.depth > provisions[index].depth || next.depth == provisions[index].depth && isListBeside { return nil }
            }
            return finding(.danglingColon, document, index, quote: lastSentence(of: text))
        }
    }

    private func lastSentence(of text: String) -> String {
        let bytes = Array(text.utf8.suffix(160))
        guard bytes.count == 160, let space = bytes.firstIndex(of: 0x20) else { return text }
        return "… " + String(decoding: bytes[(space + 1)...], as: UTF8.self)
    }

    private func brokenLists(_ document: Int) -> [Finding] {
        let provisions = documents[document].document.provisions
        // By depth: the label last seen under the parent that is open.
        var last: [(type: ProvisionType, label: ListLabel)?] = []
        var findings: [Finding] = []
        for (index, provision) in provisions.enumerated() {
            let depth = max(0, provision.depth)
            last.removeLast(max(0, last.count - depth - 1))
            while last.count <= depth { last.append(nil) }
            guard let label = ListLabel(provision.label) else { continue }
            if let previous = last[depth], previous.type == provision.type, previous.label.hasGap(before: label) {
                findings.append(finding(.brokenList, document, index, subject: provision.label, quote: provision.text))
            }
            last[depth] = (provision.type, label)
        }
        return findings
    }

    private func references(of document: Int) -> [Finding] {
        var named: Set<String> = []
        return documents[document].references.compactMap { reference in
            guard reference.resolved == nil else { return nil }
            let kind: Finding.Kind =
                switch reference.scope {
                case .internal: Annexes.isAnnex(reference.target) ? .absentAnnex : .brokenReference
                case .document, .external: .workNotHeld
                }
            // A work is told once a document, where it is first relied on.
            guard named.insert(kind.rawValue + PhraseKey.make(reference.target)).inserted else { return nil }
            return finding(kind, document, reference.clause, subject: reference.target, quote: reference.text)
        }
    }

    private func undefinedAcronyms(_ document: Int) -> [Finding] {
        let analyzed = documents[document]
        // What the register calls by an acronym is explained there.
        let known = Set(register.parties.flatMap { [$0.name] + $0.aliases })
        let found = DefinitionFinder.undefinedAcronyms(in: analyzed.document, definitions: analyzed.definitions).filter {
            !known.contains($0.acronym)
        }
        let spelled = SpelledOut(Set(found.map(\.acronym)), in: analyzed.document)
        return found.filter { !spelled.contains($0.acronym) }.map {
            finding(.undefinedAcronym, document, $0.clause, subject: $0.acronym, quote: $0.acronym)
        }
    }
}

/// Words that name what hangs at the end of a document.
enum Annexes {
    static func isAnnex(_ target: String) -> Bool {
        guard let first = PhraseKey.words(target).first else { return false }
        return [
            "annex", "annexe", "annexes", "schedule", "schedules", "appendix", "appendices", "exhibit", "exhibits", "attachment",
            "annexure",
        ]
        .contains(first)
    }
}
