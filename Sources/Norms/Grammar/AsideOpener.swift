import Language

/// Openers of what is no part of a norm: manner, purpose, concession, times without a number, whose cost it is.
extension Grammar {
    func asideOpener(_ at: Int) -> Opener? {
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

    /// "a decision under section 4", "rights under this Lease": the noun asks what it rests on.
    private func restsOnProvision(_ noun: Int) -> Bool { spells(noun, anyOf: Self.resting) }

    private static let resting = TextBytes.hashes(
        """
        application applications appeal appeals claim claims decision decisions dispute disputes duty duties direction directions liability
        liabilities licence license notice notices obligation obligations order orders payment payments permit permits power powers
        proceedings request requests responsibilities right rights sums
        """)

    /// "the documents the Supplier must": the modal closes a relative clause without its pronoun, so its verb has its object in front.
    private func hasObjectBefore(_ modal: Int) -> Bool {
        var at = modal - 1
        while modal - at < 4, has(at, .agent) || tokens[at].isCapital { at -= 1 }
        return has(at, .determiner) && has(at - 1, .thing) && !has(at - 1, .verb)
    }

    private static let spans = TextBytes.hashes(
        "term period duration life currency continuance course hearing meeting employment tenancy lease stay")

    private static let behaving = TextBytes.hashes("behave act behaving acting themselves itself himself herself")

    /// "under the terms set out below", "under the supervision of a doctor": how.
    private static let governing = TextBytes.hashes("terms conditions provisions supervision direction guidance auspices")
}
