/// Phrases that by themselves make a clause one of a type: what a drafter would look for first.
///
/// A rule adds a fixed amount to the model's score for its type, so that rare types, of which the training set has a dozen, rest on
/// knowledge of drafting and common ones on what was learned.
enum ClauseRules {
    static let phrases: [(type: String, phrases: [String])] = [
        (
            "Most Favored Nation",
            [
                "most favored|favoured|favorable|favourable nation|nations|customer|customers|licensee|pricing|terms|prices",
                "most - favored|favoured",
                "terms|prices|pricing|price|rates|conditions|royalty ..10 more|less|as favorable|favourable|advantageous ..10 than|as|to ..12 other|any|third|those|offered|which",
                "no|not less favorable|favourable|advantageous ..8 than ..10 other|any|third|those|customers|prices|terms",
                "lowest ..2 price|prices|rate|rates",
                "lower price|prices|rate|royalty ..16 other|any|third ..40 reduce|reduced|adjust|adjusted|same|equal|entitled|offer",
            ]
        ),
        (
            "Non-Disparagement",
            [
                "disparage|disparages|disparaging|disparagement|disparaged|denigrate",
                "derogatory ..3 statement|statements|remark|remarks|comments",
            ]
        ),
        (
            "Third Party Beneficiary",
            [
                "is|are|be|as|constitute an|the|each|a? intended|express|specific|direct? third -? party beneficiary|beneficiaries",
                "intended|express third -? party ..1 beneficiary|beneficiaries ..10 entitled|enforce",
            ]
        ),
        (
            "Price Restrictions",
            [
                "increase|increases|increased|raise ..14 price|prices|fee|fees|rate|rates ..20 percent|%|cpi|consumer",
                "price|prices|fee|fees|rates ..12 not|no ..4 increase|increased|exceed|raise ..14 percent|%|cpi|consumer",
                "price|prices|fee|fees|rates ..12 not|no ..2 be? increase|increased|raised",
            ]
        ),
        (
            "Unlimited/All-You-Can-Eat-License",
            [
                "unlimited ..16 license|licenses|licence|licensed", "license|licence|licensed|sublicense|grants ..45 unlimited",
                "enterprise -? wide? ..1 license",
                "unlimited ..2 right|rights|access|use|usage|users|viewing|viewings|reproduction|copies",
            ]
        ),
        (
            "Liquidated Damages",
            [
                "liquidated ..6 damages", "termination|cancellation fee|fees|charge|penalty", "break -? up fee",
                "pay ..8 penalty|penalties", "penalty|payment ..12 pre -? estimate|estimation",
                "genuine|reasonable pre -? estimate|estimation", "not|than ..3 as? a? penalty",
                "early|buyout cancellation? fee|payment|amount|charge",
            ]
        ),
        (
            "Volume Restriction",
            [
                "not|never ..4 exceed ..8 units|copies|hours|users|licenses|licences|seats|transactions|calls|pieces|appearances|employees|per",
                "exceed|exceeds|exceeding|excess ..16 units|copies|hours|users|transactions|calls|volume|volumes|capacity ..20 charge|charged|fee|fees|additional|rate|rates",
                "up to ..6 units|copies|hours|users|seats|times|additional|persons|tickets|employees|days",
                "maximum ..4 number|quantity|volume|amount of",
                "no|not more than ..4 units|copies|hours|users|times|persons|locations|days",
            ]
        ),
        (
            "Competitive Restriction Exception",
            [
                "except|provided|notwithstanding|nothing|unless|however|foregoing ..40 competing|competitive|competitor|competitors|compete|competes|exclusive|exclusivity",
                "nothing ..12 prevent|preclude|prohibit|restrict|restricts|limit ..16 compete|competing|competitive|ownership|owning|holding|publicly|shares",
                "percent|%|less ..14 outstanding|class|voting|shares|stock|securities ..16 publicly|public|exchange|listed|traded|competitor|competing",
                "not ..4 apply|include|prevent|prohibit|preclude|restrict ..30 ownership|competing|competitive|competitor|competitors",
                "exclusivity|exclusive|exclusively ..40 except|unless|however|other|provided|excluding",
            ]
        ),
        ("Source Code Escrow", ["source code ..30 escrow", "escrow ..30 source code", "source code escrow"]),
        (
            "Affiliate License-Licensor",
            [
                "behalf|itself ..16 affiliates|subsidiaries|group|members ..10 grants|grant|granted|licenses",
                "and its|their|such affiliates|subsidiaries ..4 hereby? grant|grants",
                "cause ..4 affiliates|subsidiaries ..10 grant|license",
            ]
        ),
        (
            "No-Solicit Of Customers",
            ["solicit|soliciting|divert|diverting|entice|canvass|target ..14 customer|customers|client|clients|accounts"]
        ),
        ("No-Solicit Of Employees", ["not ..24 solicit|hire|employ|recruit|entice|induce ..14 employee|employees|personnel"]),
        ("Warranty Duration", ["warranty period", "warrants|warranty|warranted ..30 period of|for ..8 days|months|year|years|month"]),
        (
            "Joint Ip Ownership",
            [
                "jointly own|owned|owns", "joint owner|owners|ownership|invention|inventions|patent|patents|intellectual|ip|know",
                "co -? own|owned|owners|ownership|owner",
                "owned jointly", "equal undivided",
            ]
        ),
        ("Change Of Control", ["change of|in control", "change of|in ownership"]),
        (
            "Rofr/Rofo/Rofn",
            [
                "right|rights|option of first refusal|offer|negotiation|negotiations|opportunity",
                "first refusal|negotiation ..1 right|rights", "first right|option|opportunity to|of",
            ]
        ),
        (
            "Termination For Convenience",
            [
                "terminate|terminated|termination|cancel ..14 without cause|reason",
                "terminate|terminated|cancel ..14 for any|no ..3 reason", "terminate|terminated|termination ..10 for ..2 convenience",
                "terminate|terminated|cancel ..10 at any time ..8 upon|by|on|with|giving ..10 notice", "for convenience",
            ]
        ),
        ("Non-Compete", ["not ..10 compete", "non -? compete", "non - competition", "covenant|covenants|agreement not to compete"]),
        (
            "Irrevocable Or Perpetual License",
            ["perpetual|irrevocable ..16 license|licence|right|sublicense", "license|licence|right ..24 perpetual|irrevocable"]
        ),
        (
            "Covenant Not To Sue",
            [
                "not ..14 contest|challenge|dispute|attack|oppose ..16 validity|ownership|title|rights|right|enforceability",
                "covenant|covenants|agrees ..2 not to sue",
            ]
        ),
        ("Affiliate License-Licensee", ["grants|grant|granted ..16 and its|their affiliates|subsidiaries"]),
    ]

    static let set = PatternSet(phrases.flatMap { $0.phrases.map { Pattern($0) } })
    private static let types: [UInt64] = phrases.flatMap { rule in
        rule.phrases.map { _ in UInt64(1) << UInt64(ClauseTypes.names.firstIndex(of: rule.type)!) }
    }

    /// Bit c is set where a rule for clause type c holds in the sentence.
    static func types(in text: AgreementText, _ sentence: Range<Int>) -> UInt64 {
        set.hits(in: text, sentence).reduce(0) { $0 | types[$1.pattern] }
    }
}
