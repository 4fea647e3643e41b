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

    func conditionOpener(_ at: Int) -> Opener? {
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
        // "provide to the Buyer upon request the latest report": the object stands behind.
        case .upon where word(at + 1) == .request && has(at + 2, .determiner): return phrase(2, whole: true)
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
            if word(at - 1) == .comma || has(at - 1, .conjunction) && word(at - 2) == .comma {
                return has(at + 1, .determiner.or(.pronoun)) ? clause(1) : nil
            }
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
}
