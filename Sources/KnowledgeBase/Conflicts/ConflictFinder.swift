import LegalText
import Norms

extension KnowledgeBase {
    /// Every pair of norms that pull against each other; open ones before those that their own words reconcile.
    ///
    /// Only norms of one bearer that share a content word of their actions are compared. Older expressions of a work, norms that a
    /// person rejected and two norms of one clause are left out: a clause that grants and at once limits is one thought.
    package var conflicts: [Conflict] {
        let superseded = supersededDocuments
        var found: Set<Conflict> = []
        for party in parties.indices {
            let places = parties[party].bears.filter { !superseded.contains($0.document) && norm(at: $0).status != .rejected }
            var holders: [String: [NormPlace]] = [:]
            for place in places { for word in ActionWords(norm(at: place).action.text).words { holders[word, default: []].append(place) } }
            var compared: Set<[NormPlace]> = []
            // A word that stands in very many actions tells nothing ("comply", "provide").
            for (_, group) in holders where group.count > 1 && group.count <= 200 {
                for (index, a) in group.enumerated() {
                    for b in group[(index + 1)...] where compared.insert([a, b].sorted()).inserted {
                        if let conflict = conflict(between: min(a, b), and: max(a, b)) { found.insert(conflict) }
                    }
                }
            }
        }
        return found.sorted {
            ($0.isReconciled ? 1 : 0, $0.first, $0.second, $0.reason.rawValue) < (
                $1.isReconciled ? 1 : 0, $1.first, $1.second, $1.reason.rawValue
            )
        }
    }

    private var supersededDocuments: Set<Int> {
        var superseded: Set<Int> = []
        for index in documents.indices {
            guard let entry = entry(of: index) else { continue }
            superseded.formUnion(entry.supersedes.compactMap { self.index(of: $0) })
            if let work = entry.work, let latest = expressions(of: work).last, latest != index { superseded.insert(index) }
        }
        return superseded
    }

    private func conflict(between first: NormPlace, and second: NormPlace) -> Conflict? {
        let (a, b) = (norm(at: first), norm(at: second))
        guard first.document != second.document || a.clause != b.clause else { return nil }
        guard let reason = reason(a, b) else { return nil }
        guard ActionWords(a.action.text).overlaps(ActionWords(b.action.text)) else { return nil }
        let counterparties = (self.counterparties(of: first), self.counterparties(of: second))
        // Owed to different people, they do not meet.
        if !counterparties.0.isEmpty, !counterparties.1.isEmpty, Set(counterparties.0).isDisjoint(with: counterparties.1) { return nil }
        let shared = bearers(of: first).filter(bearers(of: second).contains)
        return Conflict(
            reason: reason, first: first, second: second, bearers: shared, isReconciled: refersTo(first, second) || refersTo(second, first))
    }

    private func reason(_ a: Norm, _ b: Norm) -> Conflict.Reason? {
        let pair = Set([a.modality, b.modality])
        if pair == [.prohibition, .permission] || pair == [.prohibition, .right] { return .forbiddenAndAllowed }
        if pair == [.prohibition, .obligation] { return .forbiddenAndDemanded }
        if pair == [.obligation, .exemption] { return .demandedAndExempt }
        if pair == [.right, .noRight] || pair == [.permission, .noRight] { return .grantedAndDenied }
        guard pair == [.obligation] else { return nil }
        if let x = a.deadline, let y = b.deadline, (x.count, x.unit, x.direction) != (y.count, y.unit, y.direction), x.count != nil,
            y.count != nil
        {
            return .differentDeadlines
        }
        if let x = a.recurrence, let y = b.recurrence, (x.times, x.every, x.period) != (y.times, y.every, y.period) {
            return .differentRecurrences
        }
        return nil
    }

    private func refersTo(_ place: NormPlace, _ target: NormPlace) -> Bool {
        let clause = norm(at: place).clause
        let citation = citation(of: target)
        return documents[place.document].references.contains { reference in
            guard reference.clause == clause, let resolved = reference.resolved, resolved.document == citation.document else {
                return false
            }
            guard let provision = resolved.provision, let wanted = citation.provision else { return resolved.provision == nil }
            return wanted == provision || wanted.hasPrefix(provision + "__")
        }
    }
}
