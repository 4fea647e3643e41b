import Language

/// A phrase or clause beside the core of a sentence, from its opening word to its end.
struct Adverbial {
    enum Kind {
        case condition, exception
        case deadline, recurrence
        /// Time without a number, manner, purpose, concession, examples: no part of a norm, and no part of its action.
        case aside
        /// "by the Landlord" beside a passive.
        case agent
    }

    var kind: Kind
    var tokens: Range<Int>
    /// It holds a clause with a verb of its own ("if the Tenant fails"), not just a noun phrase.
    var isClause: Bool
}

/// What opens an adverbial.
struct Opener {
    var kind: Adverbial.Kind
    var isClause: Bool
    /// Tokens of the opening words themselves.
    var length: Int
    /// The adverbial is exactly the opening words.
    var isWhole = false
}

extension Grammar {
    /// The adverbial opener at `index`, nil where there is none.
    func opener(at index: Int, limit: Int) -> Opener? {
        guard index < limit, has(index, .opener) || tokens[index].kind == .number else { return nil }
        if tokens[index].is(.french), let opener = frenchOpener(index) { return opener }
        if let condition = conditionOpener(index) { return condition }
        if let exception = exceptionOpener(index) { return exception }
        if let found = scanner.recurrence(at: index), found.next <= limit {
            return Opener(kind: .recurrence, isClause: false, length: found.next - index, isWhole: true)
        }
        if let found = scanner.deadline(at: index), found.next <= limit, !isAttributive(index, found.next) {
            // "during and following termination": how long.
            if word(index - 1) == .and, word(index - 2) == .during {
                return Opener(kind: .aside, isClause: false, length: found.next - index, isWhole: true)
            }
            return Opener(kind: .deadline, isClause: false, length: found.next - index, isWhole: true)
        }
        if let span = span(index), span <= limit { return Opener(kind: .aside, isClause: false, length: span - index, isWhole: true) }
        return asideOpener(index)
    }

    /// "for two years following termination": how long, not by when; where the words end.
    private func span(_ index: Int) -> Int? {
        guard word(index) == .for else { return nil }
        let isPeriod = has(index + 1, .determiner) && word(index + 2) == .period && word(index + 3) == .of
        let count = isPeriod ? index + 4 : index + 1
        guard tokens[count].kind == .number || has(count, .number) else { return nil }
        return scanner.deadline(at: count)?.next
    }

    /// "30 days' notice" as the object of a verb is left to the verb; "the 10 days after" is a noun phrase.
    private func isAttributive(_ index: Int, _ next: Int) -> Bool {
        tokens[index].kind == .number && has(index - 1, .determiner.or(.adjective))
    }

    private func conditionOpener(_ at: Int) -> Opener? {
        func clause(_ length: Int) -> Opener { Opener(kind: .condition, isClause: true, length: length) }
        func phrase(_ length: Int, whole: Bool = false) -> Opener {
            Opener(kind: .condition, isClause: false, length: length, isWhole: whole)
        }
        if let short = shortCondition(at) { return short }
        switch word(at) {
        case .even where word(at + 1) == .if: return Opener(kind: .aside, isClause: true, length: 2)
        case .if where word(at + 1) == .any && tokens[at + 2].kind == .mark: return nil
        case .if where word(at - 1) != .as && word(at - 1) != .even: return clause(1)
        case .where, .whenever, .wherever: return word(at - 1) == .except ? nil : clause(1)
        // "any sum that the Borrower fails to pay when due": said of the sum.
        case .when where spells(at + 1, "due") && word(at - 2) == .to && (max(0, at - 10)..<at).contains { has($0, .relative) }: return nil
        case .when: return clause(1)
        case .once where scanner.recurrence(at: at) == nil: return clause(1)
        // "..., while others take longer": set against it; but "shall, while the lease lasts, keep".
        case .while, .whilst:
            return word(at - 1) == .comma && !has(at - 2, .modal) ? Opener(kind: .aside, isClause: true, length: 1) : clause(1)
        case .should where isInvertedBehind(at): return clause(1)
        case .only where [.if, .when, .where, .upon, .after].contains(word(at + 1)): return clause(2)
        case .so where reads(at + 1, .long, .as): return clause(3)
        case .for where reads(at + 1, .so, .long, .as): return clause(4)
        // "in default of which", "in default of payment".
        case .in where spells(at + 1, "default") && word(at + 2) == .of:
            return word(at + 3) == .which ? phrase(4, whole: true) : phrase(3)
        // "On the termination of this Agreement,": an event, not a subject that is spoken on.
        case .on
        where (isSentenceStart(at) || word(at - 1) == .comma || has(at - 1, .conjunction) && word(at - 2) == .comma) && isEventNoun(at + 1):
            return phrase(1)
        case .as where reads(at + 1, .long, .as): return clause(3)
        case .as where spells(at + 1, "needed") || [.appropriate, .required, .necessary, .applicable, .requested].contains(word(at + 1)):
            let isFreeOfPurpose = word(at + 1) == .applicable || word(at + 1) == .appropriate
            return phrase(2, whole: !has(at + 2, .preposition) || word(at + 2) == .to && (isFreeOfPurpose || !has(at + 3, .verb)))
        // "upon such terms and conditions as it sees fit".
        case .upon where (at + 1...at + 3).contains { spells($0, "terms") || word($0) == .conditions }: return nil
        case .upon where has(at + 1, .relative) || isWeight(at - 1) || isWeight(at - 2): return nil
        // "confer any right upon a third party".
        case .upon
        where (isRight(at - 1) || spells(at - 1, "benefit") || word(at - 1) == .obligation)
            && (at + 1...at + 3).contains { has($0, .agent) }:
            return nil
        case .upon where !has(at - 1, .participle.or(.verb)) || word(at + 1) == .request: return phrase(1)
        case .in where reads(at + 1, .the, .event) || reads(at + 1, .case, .of): return clause(3)
        case .in where word(at + 1) == .case && startsNounPhrase(at + 2): return clause(2)
        case .in where word(at + 1) == .cases && word(at + 2) == .where: return clause(3)
        case .in where (word(at + 2) == .case || word(at + 2) == .cases) && (word(at + 3) == .where || word(at + 3) == .when):
            return clause(4)
        case .in where reads(at + 1, .the, .absence, .of): return phrase(4)
        // "provided, however, that the Buyer may": a rule of its own.
        case .provided
        where (reads(at + 1, .comma, .however) || reads(at + 1, .further) || reads(at + 1, .however) || reads(at + 1, .comma, .further))
            && (at + 3..<at + 60).contains { tokens.holds($0) && has($0, .modal) && isFinite($0) }:
            return nil
        case .provided where word(at + 1) == .that && isRule(at + 2): return nil
        case .provided, .providing:
            if word(at + 1) == .that || reads(at + 1, .comma, .however) || reads(at + 1, .comma, .that) || reads(at + 1, .however) {
                return clause(2)
            }
            if isSentenceStart(at), tokens[at].isCapital, startsNounPhrase(at + 1), !has(at + 1, .preposition) { return clause(1) }
            if word(at - 1) == .comma { return has(at + 1, .determiner.or(.pronoun)) ? clause(1) : nil }
            return word(at) == .provided && has(at - 1, .thing.or(.agent)) && hasItsVerb(at + 1) ? clause(1) : nil
        case .on where reads(at + 1, .condition, .that) || reads(at + 1, .the, .condition): return clause(3)
        case .on where word(at + 1) == .request || reads(at + 1, .reasonable, .request) || spells(at + 1, "demand"): return phrase(2)
        case .on where reads(at + 1, .the, .request): return phrase(3)
        case .failing where word(at + 1) == .which: return phrase(2, whole: true)
        case .failing: return phrase(1)
        case .at where reads(at + 1, .the, .request) || word(at + 2) == .request: return phrase(3)
        case .on, .with, .by, .upon, .giving: return noticeOrConsent(at)
        case .subject where word(at + 1) == .to && !isPredicate(at):
            if isProvision(at + 2) { return Opener(kind: .exception, isClause: false, length: 2) }
            return describesNoun(at) ? nil : phrase(2)
        case .lorsque, .si: return tokens[at].is(.french) && word(at + 1) != .unlisted || word(at) == .lorsque ? clause(1) : nil
        default: return nil
        }
    }

    /// "provided the employees have obtained it": a noun phrase with a verb of its own, no modal.
    private func hasItsVerb(_ start: Int) -> Bool {
        guard has(start, .determiner.or(.pronoun)) else { return false }
        var at = start + 1
        while at - start < 8, isWord(at), !has(at, .preposition.or(.conjunction).or(.relative)) {
            if isFinite(at) { return !has(at, .modal) }
            at += 1
        }
        return false
    }

    /// "a decision under section 4", "rights under this Lease": the noun asks what it rests on.
    private func restsOnProvision(_ noun: Int) -> Bool { spells(noun, anyOf: Self.resting) }

    private static let spans = TextBytes.hashes(
        "term period duration life currency continuance course hearing meeting employment tenancy lease stay")
    private static let behaving = TextBytes.hashes("behave act behaving acting themselves itself himself herself")

    /// "under the terms set out below", "under the supervision of a doctor": how.
    private static let governing = TextBytes.hashes("terms conditions provisions supervision direction guidance auspices")

    private static let resting = TextBytes.hashes(
        """
        application applications appeal appeals claim claims decision decisions dispute disputes duty duties direction directions liability
        liabilities licence license notice notices obligation obligations order orders payment payments permit permits power powers
        proceedings request requests responsibilities right rights sums
        """)

    /// "in a professional and workmanlike manner"; but "behave in a proper manner".
    private func isManner(_ at: Int) -> Bool {
        guard word(at + 1) == .a || word(at + 1) == .an, !spells(at - 1, anyOf: Self.behaving) else { return false }
        var noun = at + 2
        while noun < at + 8, word(noun) != .manner, !spells(noun, "fashion"), isWord(noun) || word(noun) == .comma,
            !has(noun, .preposition.or(.determiner).or(.modal).or(.auxiliary))
        {
            noun += 1
        }
        return noun > at + 2 && (word(noun) == .manner || spells(noun, "fashion"))
    }

    /// "by telephone", "by written notice": the means, no agent.
    private func isMeans(_ index: Int) -> Bool {
        var noun = index
        while noun < index + 4, has(noun, .adjective.or(.participle)) || word(noun) == .prior || word(noun) == .written { noun += 1 }
        return word(noun) == .notice && !has(index, .determiner) || spells(noun, anyOf: Self.means)
    }

    private static let means = TextBytes.hashes("telephone phone e-mail email fax courier telegram letter")

    /// "the documents the Supplier must": the modal closes a relative clause without its pronoun, so its verb has its object in front.
    private func hasObjectBefore(_ modal: Int) -> Bool {
        var at = modal - 1
        while modal - at < 4, has(at, .agent) || tokens[at].isCapital { at -= 1 }
        return has(at, .determiner) && has(at - 1, .thing) && !has(at - 1, .verb)
    }

    /// "a record requested under this Part", "costs provided for under section 3": it belongs to the participle behind its noun.
    private func isAttached(_ at: Int) -> Bool {
        let participle = has(at - 1, .preposition) && !has(at - 1, .participle) ? at - 2 : at - 1
        return has(participle, .participle) && !has(participle, .thing) && has(participle - 1, .thing.or(.agent))
            && !has(participle - 1, .auxiliary.or(.conjunction))
    }

    /// "at its own cost and expense", "at the option of the Buyer": nothing behind the noun belongs to it but whose it is.
    private func atCharge(_ at: Int) -> Opener {
        var end = at + 1
        while end < at + 7, ![.expense, .cost, .discretion, .option].contains(word(end)) { end += 1 }
        while has(end + 1, .conjunction), [.expense, .cost, .discretion, .option].contains(word(end + 2)) { end += 2 }
        return Opener(kind: .aside, isClause: false, length: end + 1 - at, isWhole: word(end + 1) != .of)
    }

    /// "where appropriate", "if necessary", "wherever possible and practicable": nothing but the opening word and an adjective.
    private func shortCondition(_ at: Int) -> Opener? {
        guard [.where, .wherever, .when, .whenever, .if].contains(word(at)), isFitness(at + 1) else { return nil }
        var end = at + 2
        if has(end, .conjunction), isFitness(end + 1) { end += 2 }
        // "when applicable laws prohibit it": an adjective of a noun.
        guard ![.by, .for, .to, .under, .of].contains(word(end)), !has(end, .thing.or(.agent).or(.adjective)) || has(end, .determiner)
        else { return nil }
        return Opener(kind: .condition, isClause: false, length: end - at, isWhole: true)
    }

    private func isFitness(_ index: Int) -> Bool {
        switch word(index) {
        case .appropriate, .possible, .necessary, .applicable, .practicable, .required, .requested: true
        default: spells(index, "relevant") || spells(index, "needed") || spells(index, "feasible")
        }
    }

    /// "with the prior written consent of X", "upon thirty days' notice", "by giving 30 days' notice".
    private func noticeOrConsent(_ at: Int) -> Opener? {
        var index = at + 1
        var sawNumber = false
        while index - at < 12, index < tokens.count, tokens[index].kind != .mark || word(index) == .open || word(index) == .close {
            let token = tokens[index]
            if token.kind == .number || token.is(.number) { sawNumber = true }
            if word(index) == .consent || word(index) == .approval || spells(index, "permission") || spells(index, "authorisation")
                || spells(index, "agreement") && word(at) == .with && word(index + 1) == .of
            {
                return word(at) == .by ? nil : Opener(kind: .condition, isClause: false, length: 1)
            }
            if word(index) == .notice {
                return sawNumber || word(at) == .upon || word(at) == .on ? Opener(kind: .condition, isClause: false, length: 1) : nil
            }
            guard
                token.is(.determiner.or(.adjective).or(.number).or(.timeUnit).or(.possessive).or(.adverb).or(.participle))
                    || token.kind == .number
                    || token.kind == .genitive
                    || token.kind == .mark
                    || [.prior, .written, .advance, .least, .not, .less, .than, .giving, .express, .at, .and, .business, .calendar]
                        .contains(token.word)
                    || token.isCapital || token.is(.agent)
            else { return nil }
            index += 1
        }
        return nil
    }

    /// "is subject to", "made subject to": a predicate, not an adverbial.
    private func isPredicate(_ at: Int) -> Bool {
        let before = has(at - 1, .adverb) ? at - 2 : at - 1
        return has(before, .auxiliary) || word(before) == .remain || word(before) == .be || spells(before, "remains")
            || word(before) == .made
    }

    /// "... Section 5", "the provisions of this Agreement", "applicable law".
    private func isProvision(_ at: Int) -> Bool {
        var index = at
        while index - at < 12, index < tokens.count, tokens[index].kind != .mark || word(index) == .comma && isEnumeration(index, at + 12) {
            if has(index, .citationUnit) && !has(index, .pronoun)
                || [.law, .laws, .agreement, .act, .regulation, .article, .section].contains(word(index))
            {
                return true
            }
            if spells(index, "terms") || spells(index, "provisions") || spells(index, "limitations") || spells(index, "exceptions") {
                return true
            }
            if word(index) == .conditions && (word(index - 1) == .and || word(index - 1) == .following) { return true }
            if [.approval, .consent, .availability].contains(word(index)) || spells(index, "receipt") || spells(index, "payment") {
                return false
            }
            index += 1
        }
        return false
    }

    /// "any stock subject to these Units": what the noun is, not when the rule applies.
    private func describesNoun(_ at: Int) -> Bool {
        guard has(at - 1, .thing.or(.agent)) || tokens[at - 1].isCapital,
            !has(at - 1, .participle.or(.verb)) || has(at - 2, .determiner)
        else { return false }
        return !(at + 2..<at + 6).contains {
            [.approval, .consent, .availability, .agreement, .notice].contains(word($0)) || spells($0, anyOf: Self.events)
        }
    }

    private static let events = TextBytes.hashes(
        """
        receipt payment satisfaction completion confirmation ratification acceptance review occurrence authorization authorisation
        permission compliance verification clearance
        """)

    /// "the effect thereof upon its business": what weighs upon something.
    private func isWeight(_ index: Int) -> Bool { spells(index, anyOf: Self.weights) }

    private static let weights = TextBytes.hashes("effect effects impact burden reliance influence restriction restrictions lien liens")

    /// "the termination", "completion", "any such default".
    private func isEventNoun(_ index: Int) -> Bool {
        var at = index
        while at - index < 4, has(at, .determiner.or(.adjective)) { at += 1 }
        return spells(at, anyOf: Self.events) || spells(at, anyOf: Self.ends)
    }

    private static let ends = TextBytes.hashes(
        "termination expiry expiration cancellation default breach delivery death dissolution conviction demand request application surrender"
    )

    /// "Should the Buyer fail to pay, ...": a condition without "if".
    func invertedCondition(at index: Int, limit: Int) -> Opener? {
        guard word(index) == .should, startsNounPhrase(index + 1),
            (index + 2..<min(limit, index + 40)).contains(where: { word($0) == .comma })
        else { return nil }
        return Opener(kind: .condition, isClause: true, length: 1)
    }

    private func exceptionOpener(_ at: Int) -> Opener? {
        switch word(at) {
        case .unless: return Opener(kind: .exception, isClause: true, length: 1)
        case .except, .excepting, .sauf:
            return Opener(kind: .exception, isClause: [.that, .where, .when, .if, .as, .to].contains(word(at + 1)), length: 1)
        case .save where [.for, .that, .as, .where, .with, .in].contains(word(at + 1)):
            return Opener(kind: .exception, isClause: word(at + 1) != .for, length: 2)
        case .unlisted where spells(at, "apart") && word(at + 1) == .from: return Opener(kind: .exception, isClause: false, length: 2)
        case .other where word(at + 1) == .than: return Opener(kind: .exception, isClause: false, length: 2)
        case .without where word(at + 1) == .prejudice: return Opener(kind: .exception, isClause: false, length: 2)
        case .without:
            var index = at + 1
            while index - at < 9,
                isWord(index) || has(index, .determiner) || tokens.holds(index) && tokens[index].kind == .genitive
            {
                if [.consent, .approval, .permission].contains(word(index)) || spells(index, "authorization")
                    || spells(index, "authorisation")
                {
                    return Opener(kind: .exception, isClause: false, length: 1)
                }
                if has(index, .preposition), index > at + 1 { break }
                index += 1
            }
            return Opener(kind: .aside, isClause: false, length: 1)
        default: return nil
        }
    }

    private func asideOpener(_ at: Int) -> Opener? {
        func aside(_ length: Int, clause: Bool = false, whole: Bool = false) -> Opener {
            Opener(kind: .aside, isClause: clause, length: length, isWhole: whole)
        }
        switch word(at) {
        case .despite, .notwithstanding: return aside(1)
        case .although, .though:
            // A promise in a concession is a promise all the same.
            return (at..<at + 10).contains { word($0) == .will || word($0) == .shall || word($0) == .must } ? nil : aside(1, clause: true)
        case .because, .since, .whereas: return aside(1, clause: true)
        case .so where word(at + 1) == .that: return aside(2, clause: true)
        case .so where reads(at + 1, .as, .to): return aside(3)
        case .in where word(at + 1) == .order: return aside(3, clause: word(at + 2) == .that)
        case .in
        where [.accordance, .compliance, .conformity].contains(word(at + 1)) || reads(at + 1, .a, .manner) || reads(at + 1, .the, .manner):
            return aside(2)
        case .in where spells(at + 1, "writing"): return aside(2, whole: true)
        case .in where reads(at + 1, .the, .first) && spells(at + 3, "instance"): return aside(4, whole: true)
        case .in
        where [.this, .that, .such].contains(word(at + 1))
            && ([.case, .cases, .event, .circumstances].contains(word(at + 2)) || spells(at + 2, "instance")):
            return aside(3, whole: true)
        // "behave in a manner that": what the verb asks for.
        case .in where (reads(at + 1, .a, .manner) || reads(at + 1, .a, .way)) && spells(at - 1, anyOf: Self.behaving): return nil
        case .in where word(at + 2) == .with && (spells(at + 1, "line") || spells(at + 1, "keeping")): return aside(3)
        case .in where reads(at + 1, .a, .way) || reads(at + 1, .the, .interest) || reads(at + 1, .respect, .of) && word(at - 1) == .comma:
            return aside(3)
        // "sums payable under this clause", "what the Supplier must provide under it".
        case .under
        where isAttached(at) || restsOnProvision(at - 1) || has(at - 2, .modal) && has(at - 1, .verb) && hasObjectBefore(at - 2): return nil
        case .pursuant where word(at + 1) == .to: return isAttached(at) ? nil : aside(2)
        case .under where word(at + 1) == .no: return nil
        case .under where has(at + 1, .determiner) && spells(at + 2, anyOf: Self.governing): return aside(2)
        case .under where has(at + 1, .citationUnit) || reads(at + 1, .this, .agreement) || has(at + 2, .citationUnit): return aside(1)
        case .by where has(at + 1, .gerund) && !spells(at + 1, "building"): return aside(1)
        case .through where has(at + 1, .gerund.or(.determiner)): return aside(1)
        case .using where !has(at - 1, .verb.or(.auxiliary).or(.preposition)): return aside(1)
        // "throughout the world": where, and more of the object.
        case .throughout where !(at + 1...at + 4).contains { has($0, .timeUnit) || spells($0, anyOf: Self.spans) }: return nil
        case .during, .throughout: return aside(1)
        case .until, .till: return aside(1, clause: true)
        case .in where isManner(at): return aside(2)
        case .on where word(at + 1) == .the && (word(at + 2) == .date || word(at + 2) == .day) && word(at + 3) == .of: return aside(3)
        case .at where spells(at + 2, "intervals"): return aside(3, whole: true)
        case .within where word(at + 1) == .a && word(at + 2) == .reasonable && [.time, .period].contains(word(at + 3)):
            return aside(word(at + 4) == .of && word(at + 5) == .time ? 6 : 4, whole: true)
        case .after where scanner.clockTime(at: at + 1) != nil: return aside((scanner.clockTime(at: at + 1) ?? at + 1) - at, whole: true)
        case .by where isMeans(at + 1): return aside(1)
        case .at where reads(at + 1, .all, .times) || reads(at + 1, .any, .time): return aside(3, whole: true)
        case .at
        where word(at + 3) == .expense || word(at + 2) == .expense || word(at + 3) == .cost || word(at + 2) == .cost
            || word(at + 3) == .discretion
            || word(at + 2) == .discretion || word(at + 2) == .option
            || (at + 3...at + 5).contains { word($0) == .discretion || word($0) == .expense }
                && (at + 2...at + 3).contains { tokens[$0].kind == .genitive }:
            return atCharge(at)
        case .at where word(at + 1) == .no && (at + 2...at + 3).contains { [.charge, .cost, .expense].contains(word($0)) }: return aside(1)
        case .from where reads(at + 1, .time, .to, .time): return aside(4, whole: true)
        // "from 10:00 PM to 8:00 AM".
        case .from where scanner.clockTime(at: at + 1) != nil:
            let first = scanner.clockTime(at: at + 1) ?? at + 2
            let end = word(first) == .to ? scanner.clockTime(at: first + 1) ?? first : first
            return aside(end - at, whole: true)
        case .as where reads(at + 1, .soon, .as): return aside(3)
        case .as where has(at + 1, .participle) && (has(at + 2, .preposition) || word(at + 2) == .comma): return aside(1)
        case .for where [.this, .that].contains(word(at + 1)) && word(at + 2) == .purpose: return aside(3, whole: true)
        case .for
        where reads(at + 1, .the, .purpose) || reads(at + 1, .the, .purposes) || word(at + 1) == .purposes || spells(at + 1, "example"):
            return aside(3)
        case .for where word(at + 1) == .at && word(at + 2) == .least: return aside(1)
        // "keep for three years proper records".
        case .for where scanner.period(at: at + 1).map({ !has($0.next, .preposition) && tokens[$0.next].kind == .word }) ?? false:
            return aside((scanner.period(at: at + 1)?.next ?? at + 1) - at, whole: true)
        case .for
        where reads(at + 1, .a, .period) || scanner.period(at: at + 1) != nil || reads(at + 1, .the, .term)
            || reads(at + 1, .the, .duration):
            return aside(1)
        case .with where reads(at + 1, .a, .view) || word(at + 1) == .effect || reads(at + 1, .respect, .to) && word(at - 1) == .comma:
            return aside(3)
        case .unlisted where spells(at, "according") && word(at + 1) == .to && !isAttached(at): return aside(2)
        case .including, .thereby, .thus: return aside(1)
        case .such where word(at + 1) == .as: return aside(2)
        case .consistent where word(at + 1) == .with && (word(at - 1) == .comma || isSentenceStart(at)): return aside(2)
        case .regardless, .irrespective: return aside(1)
        // "pending resolution of the dispute"; but "deliver pending orders".
        case .pending where has(at - 1, .thing) || has(at - 1, .agent): return aside(1)
        case .whether where word(at - 1) == .comma: return aside(1, clause: true)
        case .promptly, .immediately, .forthwith:
            // "declare the loan immediately due": of what the object becomes.
            if has(at + 1, .adjective), !has(at + 1, .thing.or(.agent).or(.preposition).or(.subordinator)) { return nil }
            // Only behind the action; before it they are adverbs of the verb.
            // "immediately on demand", "promptly after receipt": what follows is a phrase of its own.
            let isFollowed = has(at + 1, .opener) && (conditionOpener(at + 1) != nil || scanner.deadline(at: at + 1) != nil)
            return aside(1, whole: isFollowed || !has(at + 1, .preposition) && word(at + 1) != .upon)
        case .equally, .likewise: return aside(1, whole: true)
        default: return nil
        }
    }
}
