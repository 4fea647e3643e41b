import LegalText

/// Leads the names that texts print to the parties and roles they stand for.
///
/// Names and aliases of the register, and full names in any document, hold everywhere. What a document alone agrees on ("the
/// Licensor", an acronym it explains, "both organisations") holds in that document. A bearer that is no party becomes a role.
struct PartyDirectory: Sendable {
    private(set) var records: [PartyRecord] = []
    /// By document, the parties to it.
    private(set) var members: [[Int]] = []
    private var everywhere: [String: Int] = [:]
    /// By document, what it alone agrees on; what all documents say in the same words is not in it (`collective`).
    private var within: [Int: [String: [Int]]] = [:]
    private var alliances: Set<Int> = []
    private var norms = NormParties()
    /// By document, of the parties that its norms name, in their order: who they are and what else they are called.
    private var namedFaces: [UInt64] = []

    init(register: Register) {
        for party in register.parties { enter(party) }
    }

    /// Takes in the next document's parties; `finish` comes after the last.
    mutating func add(_ gist: DocumentGist, stated: [String]) {
        let index = members.count
        let members = enterParties(of: gist, index: index, stated: stated)
        for member in members { records[member].documents.append(index) }
        enterAcronyms(of: gist, index: index)
        if gist.kind == .alliance { alliances.insert(index) }
        self.members.append(members)
        norms.add(gist.norms, of: index)
    }

    /// Leads norms to the parties, now that all are known; a bearer that is none becomes a role.
    mutating func finish() {
        enterNorms()
        sortRecords()
    }

    /// Indices of the records a printed name stands for, in one document.
    func resolve(_ name: String, in document: Int) -> [Int] { resolve(key: PartyName.key(name), in: document) }

    private func resolve(key: String, in document: Int) -> [Int] {
        own(key, of: document) ?? everywhere[key].map { [$0] } ?? []
    }

    /// What a name stands for in this document alone: "both organisations", "each party", "the Alliance" for all its parties, "we" for its
    /// only one.
    private func own(_ key: String, of document: Int) -> [Int]? {
        let parties = members.indices.contains(document) ? members[document] : []
        if parties.count == 1, key == "we" || key == "us" { return parties }
        if let found = within[document]?[key] { return found }
        guard parties.count > 1 else { return nil }
        if PartyName.collectives.contains(key) { return parties }
        return alliances.contains(document) && (key == "alliance" || key == "strategic alliance") ? parties : nil
    }

    func resolve(_ names: [String], in document: Int) -> [Int] {
        var found: [Int] = []
        for name in names {
            for record in resolve(name, in: document) where !found.contains(record) { found.append(record) }
        }
        return found
    }

    /// Of what a document's parties, and those that its norms name, are called: all that the index shows of them.
    func faces(of document: Int) -> Fingerprint {
        var writer = ByteWriter()
        writer.put(namedFaces[document])
        for record in members[document] { writer.put(raw: face(of: record).bytes) }
        return Fingerprint(writer.bytes)
    }

    private func face(of record: Int) -> Fingerprint {
        var writer = ByteWriter()
        writer.put(records[record].name)
        writer.put(records[record].aliases)
        return Fingerprint(writer.bytes)
    }

    func answering(to name: String) -> [Int] {
        let key = PartyName.key(name)
        var found = Set(everywhere[key].map { [$0] } ?? [])
        for document in members.indices { found.formUnion(own(key, of: document) ?? []) }
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

    private mutating func enterParties(of gist: DocumentGist, index: Int, stated: [String]) -> [Int] {
        let expansions = Dictionary(
            gist.definitions.compactMap { definition in definition.expansion.map { (PartyName.key(definition.term), $0) } },
            uniquingKeysWith: { first, _ in first })
        var members: [Int] = []
        func join(_ record: Int) { if !members.contains(record) { members.append(record) } }

        for name in stated { join(enter(Party(name: name))) }
        for party in rejoined(gist.parties) {
            let name = expansions[PartyName.key(party.name)] ?? party.name
            let record = enter(Party(name: name, role: party.role))
            // Who the parties are is settled where the register states them; the text still tells their other names.
            if stated.isEmpty { join(record) }
            let names = party.aliases + [party.role, name == party.name ? nil : party.name].compactMap { $0 }
            add(party.aliases.filter(PartyName.isDistinctive), to: record)
            for alias in names { within[index, default: [:]][PartyName.key(alias)] = [record] }
        }
        for party in gist.signatories where resolve(party, in: index).isEmpty {
            let record = enter(Party(name: expansions[PartyName.key(party)] ?? party))
            join(record)
            within[index, default: [:]][PartyName.key(party)] = [record]
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
    private mutating func enterAcronyms(of gist: DocumentGist, index: Int) {
        for definition in gist.definitions {
            guard let meaning = definition.expansion else { continue }
            let (short, long) = (PartyName.key(definition.term), PartyName.key(meaning))
            if let known = within[index]?[long] ?? everywhere[long].map({ [$0] }) {
                if within[index]?[short] == nil { within[index, default: [:]][short] = known }
                if let record = known.first, known.count == 1 { add([definition.term], to: record) }
            } else if let known = within[index]?[short] ?? everywhere[short].map({ [$0] }) {
                within[index, default: [:]][long] = known
            }
        }
    }

    private mutating func enterNorms() {
        let norms = norms
        self.norms = NormParties()
        let keys = norms.names.map(PartyName.key)
        let areVague = norms.names.map(PartyName.isVague)

        /// As `resolve`, but a name that is nobody's yet becomes a role; pronouns and collectives do not.
        func lead(_ names: ArraySlice<Int32>, in document: Int) -> [Int] {
            var found: [Int] = []
            for name in names.lazy.map({ Int($0) }) where !areVague[name] && !keys[name].isEmpty {
                if !resolve(key: keys[name], in: document).isEmpty { continue }
                everywhere[keys[name]] = append(PartyName.withoutArticle(norms.names[name]), .role, role: nil)
            }
            for name in names {
                for record in resolve(key: keys[Int(name)], in: document) where !found.contains(record) { found.append(record) }
            }
            return found
        }

        namedFaces = Array(repeating: 0, count: members.count)
        var faces: [UInt64] = []
        func note(_ record: Int, _ place: NormPlace) {
            while faces.count < records.count { faces.append(face(of: faces.count).value) }
            namedFaces[place.document] = Fingerprint.fold(namedFaces[place.document] ^ faces[record] ^ UInt64(place.norm))
        }
        norms.forEach { place, bearers, counterparties in
            for record in lead(bearers, in: place.document) {
                note(record, place)
                if records[record].bears.last != place { records[record].bears.append(place) }
            }
            for record in lead(counterparties, in: place.document) {
                note(record, place)
                if records[record].owed.last != place { records[record].owed.append(place) }
            }
        }
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
        within = within.mapValues { $0.mapValues { $0.map { place[$0] } } }
        members = Array(repeating: [], count: members.count)
        for (index, record) in records.enumerated() {
            for document in record.documents { members[document].append(index) }
        }
    }
}
