package import LegalText
import Norms

extension KnowledgeBase {
    /// Every pair of norms that pull against each other; open ones before those that their own words reconcile.
    ///
    /// Only norms of one bearer whose actions share their verb are compared. Older expressions of a work, norms that a
    /// person rejected and two norms of one clause are left out: a clause that grants and at once limits is one thought.
    /// - Parameter day: with a day, those of the texts in force then, or that state no date to tell by; without, of the latest expressions.
    package func conflicts(asOf day: PartialDate? = nil) -> [Conflict] {
        let out =
            day.map { day in Set(documents.indices.filter { ![.inForce, .unknown].contains(standing(of: $0, on: day)) }) }
            ?? supersededDocuments
        var found: Set<Conflict> = []
        for party in parties.indices {
            let places = parties[party].bears.filter { !out.contains($0.document) && norm(at: $0).status != .rejected }
            let actions = Dictionary(uniqueKeysWithValues: places.map { ($0, ActionWords(norm(at: $0).action.text)) })
            // Only acts of one verb about one thing are compared; a verb by itself is a key where little stands beside it.
            var holders: [String: [NormPlace]] = [:]
            for place in places {
                guard let action = actions[place] else { continue }
                for word in action.words where word != action.verb || action.words.count <= 3 {
                    holders[action.verb + " " + word, default: []].append(place)
                }
            }
            var compared: Set<[NormPlace]> = []
            // What stands in very many actions tells nothing ("provide information").
            for (_, group) in holders where group.count > 1 && group.count <= 200 {
                for (index, a) in group.enumerated() {
                    for b in group[(index + 1)...] where compared.insert([a, b].sorted()).inserted {
                        guard let x = actions[min(a, b)], let y = actions[max(a, b)], x.overlaps(y) else { continue }
                        if let conflict = conflict(between: min(a, b), and: max(a, b), x, y) { found.insert(conflict) }
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
        Set(documents.indices.filter { !relations(of: $0).supersededBy.isEmpty || expressions(ofDocument: $0).last != $0 })
    }

    /// - Parameters x, y: the words of their actions, which overlap.
    private func conflict(between first: NormPlace, and second: NormPlace, _ x: ActionWords, _ y: ActionWords) -> Conflict? {
        let (a, b) = (norm(at: first), norm(at: second))
        guard first.document != second.document || a.clause != b.clause else { return nil }
        guard let reason = reason(a, b) else { return nil }
        // "A member whose fee is unpaid may not vote" takes nothing from "members may vote".
        if let denial = [first, second].first(where: { Self.denials.contains(norm(at: $0).modality) }), picksAmongBearers(at: denial),
            !picksAmongBearers(at: denial == first ? second : first)
        {
            return nil
        }
        // Two times for one duty are a conflict; two duties that resemble each other may have their own.
        if reason == .differentDeadlines || reason == .differentRecurrences, !x.isSame(as: y) { return nil }
        let counterparties = (self.counterparties(of: first), self.counterparties(of: second))
        // Owed to different people, they do not meet.
        if !counterparties.0.isEmpty, !counterparties.1.isEmpty, Set(counterparties.0).isDisjoint(with: counterparties.1) { return nil }
        let shared = bearers(of: first).filter(bearers(of: second).contains)
        if first.document != second.document, !shared.contains(where: isOneEverywhere), !leads(first.document, to: second.document),
            !leads(second.document, to: first.document)
        {
            return nil
        }
        return Conflict(reason: reason, first: first, second: second, bearers: shared, isReconciled: isReconciled(first, second))
    }

    /// A party by name, or an office with a name of its own. "The customer" of one document is not that of another, unless the one
    /// document leads to the other.
    private func isOneEverywhere(_ party: Int) -> Bool {
        let record = parties[party]
        if record.kind == .party { return true }
        let isNamed = record.name.split(separator: " ").contains { $0.first?.isUppercase == true }
        return isNamed && !Self.labels.contains(PartyName.key(record.name))
    }

    /// What contracts call their sides; compared in the form of `PartyName.key`.
    private static let labels = Set(
        [
            "Customer", "Client", "Supplier", "Vendor", "Seller", "Buyer", "Purchaser", "Licensee", "Licensor", "Company", "Contractor",
            "Consultant", "Distributor", "Agent", "Agency", "User", "Tenant", "Landlord", "Lessee", "Lessor", "Borrower", "Lender",
            "Employer",
            "Employee", "Provider", "Service Provider", "Recipient", "Owner", "Member",
        ].map(PartyName.key))

    private func leads(_ document: Int, to other: Int) -> Bool {
        let id = documents[other].document.id
        return documents[document].references.contains { $0.resolved?.document == id }
    }

    /// The one clause points to the other; or both stand in one section, or one of them says that it gives way, in a single document.
    private func isReconciled(_ first: NormPlace, _ second: NormPlace) -> Bool {
        if refersTo(first, second) || refersTo(second, first) { return true }
        guard first.document == second.document else { return false }
        let (a, b) = (norm(at: first), norm(at: second))
        let analyzed = documents[first.document]
        func section(_ norm: Norm) -> Int? {
            analyzed.ancestors(of: norm.clause).last { Self.sections.contains(analyzed.document.provisions[$0].type) }
        }
        if let parent = section(a), parent == section(b) { return true }
        return [a, b].contains { norm in
            let quote =
                " " + PhraseKey.words(String(analyzed.document.provisions[norm.clause].text[norm.quote])).joined(separator: " ") + " "
            return Self.concessions.contains { quote.contains(" \($0) ") }
        }
    }

    /// What is drafted, and read, as one thought; not a part or a chapter.
    private static let sections: Set<ProvisionType> = [
        .article, .section, .subsection, .paragraph, .subparagraph, .clause, .subclause, .point,
    ]

    /// Words by which a clause ranks itself below another, or before it.
    private static let concessions = [
        "subject to", "pursuant to", "notwithstanding", "despite", "however", "without prejudice", "except as", "except where",
        "except in accordance with", "under subsection", "under section", "under paragraph", "under article", "sous réserve", "nonobstant",
    ]

    private func reason(_ a: Norm, _ b: Norm) -> Conflict.Reason? {
        let pair = Set([a.modality, b.modality])
        // "Where the door is open, no one may enter" takes nothing from "members may enter" where it is shut: a case of its own.
        if let (denial, other) = denial(a, b),
            !Set(denial.conditions.map { PhraseKey.make($0.text) }).isSubset(
                of: other.conditions.map { PhraseKey.make($0.text) })
        {
            return nil
        }
        if pair == [.prohibition, .permission] || pair == [.prohibition, .right] { return .forbiddenAndAllowed }
        if pair == [.prohibition, .obligation] { return .forbiddenAndDemanded }
        if pair == [.obligation, .exemption] { return .demandedAndExempt }
        if pair == [.right, .noRight] || pair == [.permission, .noRight] { return .grantedAndDenied }
        guard pair == [.obligation] else { return nil }
        // Where one of them holds only in a case of its own, both times may stand.
        guard a.conditions.map({ PhraseKey.make($0.text) }) == b.conditions.map({ PhraseKey.make($0.text) }) else { return nil }
        if let x = a.deadline, let y = b.deadline, (x.count, x.unit, x.direction) != (y.count, y.unit, y.direction), x.count != nil,
            y.count != nil, x.anchor == nil || y.anchor == nil || PhraseKey.make(x.anchor ?? "") == PhraseKey.make(y.anchor ?? "")
        {
            return .differentDeadlines
        }
        if let x = a.recurrence, let y = b.recurrence, (x.times, x.every, x.period) != (y.times, y.every, y.period) {
            return .differentRecurrences
        }
        return nil
    }

    /// Of the two, the one that forbids, denies or releases, and the other.
    private func denial(_ a: Norm, _ b: Norm) -> (Norm, Norm)? {
        if Self.denials.contains(a.modality) { return (a, b) }
        return Self.denials.contains(b.modality) ? (b, a) : nil
    }

    private static let denials: Set<Modality> = [.prohibition, .noRight, .exemption]

    /// A relative clause before the act says which of the bearers it binds.
    private func picksAmongBearers(at place: NormPlace) -> Bool {
        let norm = norm(at: place)
        let text = documents[place.document].document.provisions[norm.clause].text
        guard norm.action.clause == nil, norm.quote.start < norm.action.range.start, norm.action.range.start <= text.utf8.count else {
            return false
        }
        return PhraseKey.words(String(text[TextRange(norm.quote.start, norm.action.range.start)])).contains {
            ["who", "whose"].contains($0)
        }
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
