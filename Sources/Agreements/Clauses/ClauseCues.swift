import Language

/// Phrases by which drafters make each kind of clause: evidence that the model weighs beside the words, and that a reader of the code can check.
enum ClauseCues {
    /// A name per cue, for the explanation, and the phrase.
    static let phrases: [String] = [
        // Most favoured nation
        "most favored|favoured nation|nations|customer|licensee", "no less favorable|favourable", "at least as favorable|favourable",
        "terms|prices|pricing ..6 more favorable|favourable",
        "lowest price|prices|rate", "equal to or better than",
        // Restraints of trade
        "shall|will|may not ..12 compete|competes|competing|competitive|competitor|competitors",
        "not ..6 engage ..12 competitive|competing|competes|business",
        "covenant|covenants|agreement not to compete", "non - competition|compete", "neither ..20 compete|competing|competitive",
        "nothing ..12 prevent|preclude|prohibit|restrict|restricts|limit ..16 compete|competing|competitive|similar|other|engaging",
        "notwithstanding ..10 may ..14 competing|competitive|competitor|competitors",
        "exclusive right|rights|license|licence|distributor|provider|supplier|agent|basis|territory", "sole and exclusive",
        "exclusively|solely from|through|by", "shall|will not ..8 any other person|party|third|company|supplier|provider",
        "not ..4 appoint|grant|authorize|license ..8 any other|third|person|party", "exclusivity",
        "not ..6 solicit ..10 customer|customers|clients|client|accounts|business",
        "not ..8 divert|solicit|contact|interfere ..8 customer|customers|client|clients|suppliers",
        "solicit|hire|employ|recruit|induce|entice ..8 employee|employees|personnel|staff|consultant", "not ..8 solicit|hire|employ",
        "disparage|disparaging|disparagement|derogatory|defame|defamatory|defamation|disparages",
        "bring ..6 disrepute|scandal|ridicule|contempt",
        "except|provided|notwithstanding|nothing|unless|however ..40 competing|competitive|competitor|competitors|compete|competes|exclusive|exclusivity|similar",
        "compete|competing|competitor|competitors|competitive|exclusive|exclusivity|exclusively ..60 except|provided|unless|however|excluding|notwithstanding",
        "shall|will|agrees|agree|may|covenants not ..30 competing|competitive|competitor|competitors|compete|competes|similar",
        // Ending it
        "terminate ..8 for convenience", "terminate|terminated ..10 for any reason|or", "terminate|terminated ..8 at any time",
        "terminate|terminated ..12 without cause|reason", "terminate|terminated ..6 upon|by|on ..6 notice",
        "right|rights of first refusal|offer|negotiation|negotiations", "first right|option|opportunity to",
        "first offer|refusal|negotiation", "option to purchase|acquire|license|negotiate", "offer ..10 same|such terms",
        "change of|in control", "merger|consolidation|acquisition|sale ..12 all or substantially", "acquired by|merged with|into",
        "acquires|acquirer|acquiror|acquisition|controlling interest",
        "may|shall|not ..6 assign|assigned|assignable|transfer|transferred ..16 without ..8 consent", "assignment ..14 void",
        "not ..6 assign|assignable|assigned|transferable|delegate", "neither ..10 assign|transfer|delegate",
        "by operation of law",
        // Money
        "percent|percentage|share ..10 revenue|revenues|profits|profit|sales|receipts|income|proceeds", "royalty|royalties",
        "revenue|profit|revenues|profits share|sharing|shared", "commission|commissions ..8 on|of|equal|percent",
        "net sales|revenues|revenue|profits",
        "increase ..8 price|prices|fee|fees|rate|rates",
        "price|prices|fees|rates ..8 not|shall|may ..6 increase|increased|exceed|raise|raised", "consumer price index",
        "minimum purchase|quantity|quantities|order|royalty|commitment|amount|guarantee|guaranteed|annual|number|volume|payment|of",
        "at least ..8 units|per|each|during|every", "take or pay", "shall|will purchase ..8 minimum|least", "no|not less than|fewer",
        "in excess of|the", "maximum number|amount|of|volume|quantity", "up to ..6 per|additional|hours|users|copies|units|each",
        "not ..2 exceed|exceeding", "no more than", "exceeds|exceed ..10 additional|fee|charge|rate",
        "exceed|exceeds|exceeding|excess ..20 fee|fees|charge|charged|charges|rate|price|pay|additional|cost|costs",
        "% of ..6 revenue|revenues|sales|profit|profits|receipts|proceeds|fees|net|gross|price|income",
        "percent|% ..4 of the|all|any|such ..6 net|gross|revenue|revenues|fees|profits|amounts",
        // Intellectual property
        "assign|assigns|transfers|conveys ..12 right|rights|title|interest", "work|works made for hire",
        "shall|will ..4 own|belong|vest|remain", "sole|exclusive property of", "right title and|, interest", "all right title",
        "jointly own|owned|developed", "joint owners|ownership|invention|inventions|patents|patent|intellectual|property|know",
        "co-own|co-owned", "equal undivided interest", "undivided",
        "grants|grant|granted to ..30 license|right|licence|sublicense", "hereby grants|grant", "license|licence|right to use",
        "non-transferable|nontransferable|non-assignable|non-sublicensable|nonassignable", "non - transferable|assignable|sublicensable",
        "not ..6 sublicense|transfer|sublicensable",
        "itself|behalf and ..6 affiliates ..10 grants|grant", "grants|grant ..16 and its|their affiliates",
        "affiliates ..8 license|licensed|right|use|rights", "its|licensee affiliates|subsidiaries|subsidiary", "cause its affiliates",
        "perpetual|irrevocable", "perpetual ..10 license|right", "irrevocable ..10 license|right", "fully paid",
        "unlimited number|use|right|license|copies|access", "enterprise wide|license", "unlimited",
        "source code", "escrow agent|agreement|account", "source code ..12 escrow", "release condition|conditions|event",
        // After the end
        "after|following|upon ..6 termination|expiration|expiry ..20 shall|will|may", "sell off|down",
        "inventory|stock ..10 after|following ..4 termination|expiration", "wind down|up", "transition services|period|assistance|plan",
        "survive ..6 termination|expiration", "period ..8 after|following ..4 termination|expiration",
        "return|destroy|deliver|cease ..20 upon|termination",
        "following|after|upon ..6 termination|expiration ..40 continue|provide|support|sell|assist|cooperate|license|maintain|retain",
        // Looking into the books
        "audit|audited|audits|auditor|auditors", "inspect|inspection|examine|examination ..12 books|records|facility|facilities|premises",
        "books ..2 records", "right to audit|inspect|examine", "keep|maintain ..8 records|books|accounts",
        // Liability
        "in no event", "not ..4 be ..2 liable", "liability ..14 exceed|limited|limit",
        "consequential|incidental|indirect|punitive|special|exemplary damages|or|,", "aggregate liability",
        "limitation|limitations of|on liability", "total|maximum|cumulative|entire ..4 liability",
        "except ..10 indemnification|indemnity|confidentiality|gross|willful|fraud|breach",
        "not ..4 apply ..12 indemnification|gross|willful|confidentiality|fraud|liability", "gross negligence", "willful|wilful misconduct",
        "unlimited liability|liable", "nothing ..10 limit|limits|exclude|excludes|limits ..4 liability", "death or personal",
        "liquidated damages", "termination|cancellation|early fee|penalty|payment|charge", "not ..4 penalty",
        "genuine|reasonable pre-estimate|estimate", "late charge|fee|interest",
        "warrants|warranty ..16 period|days|months|year|years", "warranty period", "free from|of ..6 defects",
        "defects|defect|defective ..6 material|materials|workmanship", "repair|replace ..4 or|defective",
        "insurance", "policy|policies of insurance", "additional insured|insureds|named", "general liability",
        "certificate|certificates of insurance", "coverage ..8 per occurrence|limits|amount", "workers ..1 compensation",
        // Suing
        "not ..8 contest|challenge|dispute|attack|oppose|question", "covenant|covenants|agrees not to sue",
        "release|releases|discharge|discharges|releases|waive|waives ..12 claims|claim|actions|causes",
        "not ..8 bring|commence|institute|assert ..6 claim|action|suit|proceeding|any", "validity|ownership|enforceability of",
        "forever discharge|discharges|release", "not ..6 register|adopt|use ..8 confusingly|similar|trademark|mark",
        "third party beneficiary|beneficiaries", "third - party beneficiary|beneficiaries", "intended ..2 beneficiary|beneficiaries",
        "no third party", "confer ..10 rights|benefit|remedies|benefits", "inure to the benefit",
    ]

    static let set = PatternSet(phrases.map { Pattern($0) })

    /// The feature of the cue at `index`, the same for as long as its phrase stays the same.
    static func feature(_ index: Int) -> UInt32 { features[index] }

    private static let features = phrases.map { ClauseFeatures.mix(0x2545_F491, UInt32(truncatingIfNeeded: TextBytes.hash($0))) }
}
