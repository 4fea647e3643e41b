import Language

/// The head nouns that name an actor of public law, and what sort each is.
enum ActorKind {
    /// "the Commission": alone, in capitals.
    case institution
    case named
    case authority
    /// Names one only with a qualifier: "designated body".
    case body
    /// Whom rules are addressed to.
    case person
    /// The same, but so common a word that alone it names nobody: "parties", "the public".
    case group
    /// A trade or branch.
    case trade
}

/// A noun that can be the head of an actor's name.
struct ActorNoun: Sendable {
    var kind: ActorKind
    /// Only where it is written in capitals.
    var isAcronym = false
    /// With a capital in mid-sentence it is part of some other body's name.
    var isCommon = false
    /// Bare, it is somebody addressed rather than a trade.
    var isBareAddressee = false
    /// Too common to name anybody without a qualifier.
    var needsQualifier = false

    static func of(_ token: Token, in text: TokenizedText) -> Self? {
        guard let noun = all[TextBytes.hash(token.lower, token.upper, in: text.bytes)], token.isAcronym || !noun.isAcronym else {
            return nil
        }
        return noun
    }

    /// All of them, by `TextBytes.hash`.
    static var words: [UInt64] { all.words }

    /// In the singular and the plural, by `TextBytes.hash`.
    private static let all: WordMap<Self> = {
        var nouns: [(UInt64, Self)] = []
        func add(_ kind: ActorKind, isAcronym: Bool = false, _ list: String) {
            for word in list.utf8.split(whereSeparator: { $0 <= 0x20 }).map({ String(Substring($0)) }) {
                var noun = Self(kind: kind, isAcronym: isAcronym)
                noun.isCommon = ["community", "board", "regulator"].contains(word)
                noun.isBareAddressee = word == "producer"
                noun.needsQualifier = ["person", "sector", "industry"].contains(word)
                nouns.append((TextBytes.hash(word), noun))
                nouns.append((TextBytes.hash(word.hasSuffix("y") ? word.dropLast() + "ies" : word + "s"), noun))
            }
        }
        add(.institution, "commission council")
        add(.named, "eurostat")
        add(.named, isAcronym: true, "acer usepa efsa echa eiopa esma")
        add(.authority, "authority committee secretariat government court ministry agency")
        add(.body, "body officer board institute regulator department")
        add(
            .person,
            """
            customer consumer undertaking participant end-user user shareholder beneficiary employee enterprise stakeholder farmer distributor
            applicant importer exporter self-consumer investor landowner tenderer citizen tenant client recycler collector auditor engineer
            trader bank microenterprise subsidiary
            """)
        add(.person, isAcronym: true, "sme entso entso-e entso-g")
        add(.group, "party company actor public holder entity group person")
        add(
            .trade,
            """
            operator supplier manufacturer producer installer aggregator architect household owner community provider builder planner contractor
            retailer sector industry
            """)
        return WordMap(nouns)
    }()
}
