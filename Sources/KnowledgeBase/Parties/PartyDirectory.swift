import LegalText
import Norms
import References

/// Leads the names that texts print to the parties and roles they stand for.
///
/// Names and aliases of the register, and full names in any document, hold everywhere. What a document alone agrees on ("the
/// Licensor", an acronym it explains, "both organisations") holds in that document. A bearer that is no party becomes a role.
struct PartyDirectory: Sendable {
    private(set) var records: [PartyRecord] = []
    /// By document, the parties to it.
    private(set) var members: [[Int]] = []
    private var everywhere: [String: Int] = [:]
    private var within: [[String: [Int]]] = []

    init(register: Register, documents: [AnalyzedDocument]) {
        for party in register.parties { enter(party) }
        for (index, analyzed) in documents.enumerated() {
            within.append([:])
            let members = enterParties(of: analyzed, stated: register.entry(for: analyzed.document.source)?.parties ?? [])
            for member in members { records[member].documents.append(index) }
            enterAcronyms(of: analyzed, index: index)
            enterCollectives(members, kind: analyzed.document.kind, index: index)
        }
        for (index, analyzed) in documents.enumerated() { enterNorms(of: analyzed, index: index) }
        sortRecords()
    }

    /// Indices of the records a printed name stands for, in one document.
    func resolve(_ name: String, in document: Int) -> [Int] {
        let key = PartyName.key(name)
        if within.indices.contains(document), let found = within[document][key] { return found }
        return everywhere[key].map { [$0] } ?? []
    }

    func resolve(_ names: [String], in document: Int) -> [Int] {
        var found: [Int] = []
        for name in names {
            for record in resolve(name, in: document) where !found.contains(record) { found.append(record) }
        }
        return found
    }

    func answering(to name: String) -> [Int] {
        let key = PartyName.key(name)
        var found = Set(everywhere[key].map { [$0] } ?? [])
        for table in within { found.formUnion(table[key] ?? []) }
        return found.sorted()
    }
}

extension PartyDirectory {
    /// The record of a party, made if it is new; its aliases hold everywhere.
    @discardableResult
    private mutating func enter(_ party: Party) -> Int {
        let keys = ([party.name] + party.aliases).map(PartyName.key).filter { !$0.isEmpty }
        let record = keys.compactMap { everywhere[$0] }.first ?? append(party.name, .party, role: party.role)
        add(party.aliases, to: record)
        for key in keys where everywhere[key] == nil { everywhere[key] = record }
        return record
    }

    private mutating func enterParties(of analyzed: AnalyzedDocument, stated: [String]) -> [Int] {
        let document = analyzed.document
        let index = within.count - 1
        let own = analyzed.agreement.parties.isEmpty ? document.parties : analyzed.agreement.parties
        let signatories = analyzed.agreement.signatories.isEmpty ? document.signatories : analyzed.agreement.signatories
        let expansions = Dictionary(
            analyzed.definitions.compactMap { definition in
                definition.kind == .acronym ? definition.meaning.map { (PartyName.key(definition.term), $0) } : nil
            }, uniquingKeysWith: { first, _ in first })
        var members: [Int] = []
        func join(_ record: Int) { if !members.contains(record) { members.append(record) } }

        for name in stated { join(enter(Party(name: name))) }
        for party in rejoined(own) {
            let name = expansions[PartyName.key(party.name)] ?? party.name
            let record = enter(Party(name: name, role: party.role))
            // Who the parties are is settled where the register states them; the text still tells their other names.
            if stated.isEmpty { join(record) }
            let names = party.aliases + [party.role, name == party.name ? nil : party.name].compactMap { $0 }
            add(party.aliases.filter(PartyName.isDistinctive), to: record)
            for alias in names { within[index][PartyName.key(alias)] = [record] }
        }
        for party in signatories.compactMap(\.party) where resolve(party, in: index).isEmpty {
            let record = enter(Party(name: expansions[PartyName.key(party)] ?? party))
            join(record)
            within[index][PartyName.key(party)] = [record]
        }
        return members
    }

    /// A known name with "and" in it that was read as two parties is one: "Research" and "Knowledge Limited".
    private func rejoined(_ parties: [Party]) -> [Party] {
        var rest = parties
        var whole: [Party] = []
        for (first, second) in parties.indices.flatMap({ a in parties.indices.map { b in (a, b) } })
        where first != second && parties.count < 50 {
            let name = parties[first].name + " and " + parties[second].name
            guard everywhere[PartyName.key(name)] != nil else { continue }
            whole.append(Party(name: name, aliases: parties[first].aliases + parties[second].aliases, role: parties[second].role))
            rest.removeAll { $0.name == parties[first].name || $0.name == parties[second].name }
        }
        return whole + rest
    }

    /// "Department of Health (DH)": either form stands for the party that the other names.
    private mutating func enterAcronyms(of analyzed: AnalyzedDocument, index: Int) {
        for definition in analyzed.definitions {
            guard definition.kind == .acronym, let meaning = definition.meaning else { continue }
            let (short, long) = (PartyName.key(definition.term), PartyName.key(meaning))
            if let known = within[index][long] ?? everywhere[long].map({ [$0] }) {
                if within[index][short] == nil { within[index][short] = known }
                if let record = known.first, known.count == 1 { add([definition.term], to: record) }
            } else if let known = within[index][short] ?? everywhere[short].map({ [$0] }) {
                within[index][long] = known
            }
        }
    }

    /// "both organisations", "each party", "the Alliance" stand for all parties of their document, "we" for its only one.
    private mutating func enterCollectives(_ members: [Int], kind: DocumentKind, index: Int) {
        if members.count > 1 {
            for name in PartyName.collectives where within[index][name] == nil { within[index][name] = members }
            if kind == .alliance {
                for name in ["alliance", "strategic alliance"] where within[index][name] == nil { within[index][name] = members }
            }
        } else if members.count == 1 {
            for name in ["we", "us"] { within[index][name] = members }
        }
    }

    private mutating func enterNorms(of analyzed: AnalyzedDocument, index: Int) {
        for (number, norm) in analyzed.norms.enumerated() where norm.status != .rejected {
            let place = NormPlace(document: index, norm: number)
            for record in records(for: norm.bearers, in: index) where records[record].bears.last != place {
                records[record].bears.append(place)
            }
            for record in records(for: norm.counterparties, in: index) where records[record].owed.last != place {
                records[record].owed.append(place)
            }
        }
    }

    /// As `resolve`, but a name that is nobody's yet becomes a role; pronouns and collectives do not.
    private mutating func records(for names: [String], in document: Int) -> [Int] {
        for name in names where resolve(name, in: document).isEmpty && !PartyName.isVague(name) {
            let key = PartyName.key(name)
            if !key.isEmpty { everywhere[key] = append(PartyName.withoutArticle(name), .role, role: nil) }
        }
        return resolve(names, in: document)
    }

    private mutating func append(_ name: String, _ kind: PartyRecord.Kind, role: String?) -> Int {
        records.append(PartyRecord(id: "", name: name, kind: kind, role: role))
        return records.count - 1
    }

    private mutating func add(_ aliases: [String], to record: Int) {
        for alias in aliases where alias != records[record].name && !records[record].aliases.contains(alias) {
            records[record].aliases.append(alias)
        }
    }

    /// Parties before roles, each by name; slugs follow that order, and every table is led to the new places.
    private mutating func sortRecords() {
        let order = records.indices.sorted {
            let (a, b) = (records[$0], records[$1])
            return (a.kind == .party ? 0 : 1, a.name.lowercased(), a.name, $0) < (b.kind == .party ? 0 : 1, b.name.lowercased(), b.name, $1)
        }
        var place = [Int](repeating: 0, count: records.count)
        for (new, old) in order.enumerated() { place[old] = new }
        var taken: Set<String> = []
        records = order.map { records[$0] }
        for index in records.indices { records[index].id = Slug.unique(Slug.make(records[index].name), taken: &taken) }
        everywhere = everywhere.mapValues { place[$0] }
        within = within.map { $0.mapValues { $0.map { place[$0] } } }
        members = Array(repeating: [], count: within.count)
        for (index, record) in records.enumerated() {
            for document in record.documents { members[document].append(index) }
        }
    }
}
