import Language

/// Whether a cue with this subject and this verb makes a norm at all: somebody acts, and it is not merely foretold or possible.
extension Grammar {
    /// - Parameters:
    ///   - subject: who or what stands before the cue.
    ///   - ability: an opening such as "By retaining ..." or "Using ...": what follows says what becomes possible.
    func makesNorm(_ cue: Cue, subject: Animacy, ability: Bool, subjectRange: Range<Int>) -> Bool {
        let verb = cue.action
        guard verb < tokens.count else { return false }
        // "many of them plan to keep": told of some, asked of none.
        if cue.strength == .expectation, let first = subjectRange.first, word(first + 1) == .of,
            spells(first, anyOf: Self.parts)
        {
            return false
        }
        switch cue.voice {
        case .nominal: return subject != .thing || cue.bearer != nil
        case .subject: return true
        case .passive:
            guard cue.isWeak else { return true }
            if isHappening(verb) { return false }
            switch word(cue.words.lowerBound) {
            case .can: return !ability && subjectRange.contains { word($0) == .only || word($0) == .no }
            case .may: return true
            case .will: return true
            default: return true
            }
        case .active:
            if subject == .thing { return isEvent(subjectRange) && takesPlace(verb) }
            if has(verb, .stative), subject == .unknown { return false }
            if spells(verb, "cease"), reads(verb + 1, .to, .be) || reads(verb + 1, .to, .have) { return false }
            // "shall not incur", "shall not suffer any lien": kept from is what one lets happen.
            if isState(verb), !(subject == .agent && cue.modality == .prohibition && isLetHappen(verb)) { return false }
            // "shall have, hold and enjoy": to be left in peace with it.
            if word(verb) == .have, word(verb + 1) == .comma || word(verb + 1) == .and { return subject == .agent }
            guard cue.isWeak else { return subject == .agent || !has(verb, .stative) }
            switch word(cue.words.lowerBound) {
            case .need, .needs: return !subjectRange.contains { word($0) == .we || word($0) == .i }
            case .cannot where isAssurance(verb): return false
            // "will cause the records to be kept": has it done.
            case .will where subject == .agent && spells(verb, "cause") && (verb + 1..<verb + 12).contains { word($0) == .to }: return true
            case .will: return !isHappening(verb) && !spells(verb, "include") && (subject == .agent || !isForeseen(subjectRange))
            // "You can scan addresses": able to; "students can borrow books", "only you can", "you can appeal": free to.
            case .can where subject == .agent && !ability && spells(verb, anyOf: Self.powers): return true
            case .can:
                let isFree = subjectRange.contains {
                    has($0, .agent) && !has($0, .pronoun) || tokens[$0].isAcronym || word($0) == .only || word($0) == .no
                }
                return isFree && subject == .agent && !ability && !isHappening(verb) && !isPerception(verb)
            case .may: return subject == .agent ? !isHappening(verb) || isDoing(verb) : !isHappening(verb) && has(verb, .verb)
            default: return !isHappening(verb)
            }
        }
    }

    /// What nobody is merely able to do: acts that count for what they bring about.
    private static let powers = TextBytes.hashes(
        """
        appeal apply appoint ask assign cancel challenge choose claim complain decline delete dispute elect limit nominate object opt reject renew \
        request rescind resign restrict revoke terminate unsubscribe vote withdraw
        """)

    private static let parts = TextBytes.hashes("many most some few several")

    /// "Our reforms will make": a common noun that no list knows for somebody; what it will do is foretold.
    private func isForeseen(_ range: Range<Int>) -> Bool {
        guard let head = head(of: range) else { return false }
        return tokens[head].kind == .word && !tokens[head].isCapital && !has(head, .pronoun)
    }

    /// What befalls somebody: no promise, no leave.
    private func isHappening(_ verb: Int) -> Bool {
        spells(verb, anyOf: Self.happenings)
            && !(word(verb) == .have && (hasItDone(verb, tokens.count) || keepsInForce(verb, tokens.count)))
            && !(spells(verb, "vary") && has(verb + 1, .determiner.or(.possessive)))
    }

    /// "We cannot guarantee": nothing is forbidden.
    private func isAssurance(_ verb: Int) -> Bool {
        spells(verb, "guarantee") || spells(verb, "ensure") || spells(verb, "warrant") || spells(verb, "promise") || spells(verb, "control")
    }

    /// Among the happenings, what somebody who is free to may do: "may cause the records to be copied".
    private func isDoing(_ verb: Int) -> Bool {
        spells(verb, "cause") || spells(verb, "help") || spells(verb, "earn")
            || spells(verb, "lead") && word(verb + 1) != .to || spells(verb, "hear")
            || spells(verb, "enjoy")
    }

    private static let happenings = TextBytes.hashes(
        """
        lose suffer incur experience encounter die result occur happen find see know want wish need feel believe think become
        remain seem appear lead cause benefit gain enjoy notice affected found seen needed caused lost pose depend vary
        desire exceed expire fail asked prompted redirected welcomed understand hear learn differ help affect earn have
        """)

    /// A way of being, whoever the subject is.
    func isState(_ verb: Int) -> Bool {
        spells(verb, anyOf: Self.states) || spells(verb, "renew") && spells(verb + 1, "automatically")
            || word(verb) == .take && (word(verb + 1) == .effect || word(verb + 1) == .force)
    }

    private func isLetHappen(_ verb: Int) -> Bool { spells(verb, "incur") || spells(verb, "suffer") }

    private static let states = TextBytes.hashes(
        """
        be mean constitute prevail survive inure enure become remain consist contain comprise expire lapse vest supersede belong
        exist pertain suffer incur die
        """)

    private func isPerception(_ verb: Int) -> Bool {
        spells(verb, anyOf: Self.perceptions)
    }

    /// What one is able to see, or says that one can: "I can tell the House that".
    private static let perceptions = TextBytes.hashes("see find expect ask make tell say report confirm announce assure")

    /// A meeting, a review: nobody is named, but somebody has to hold it.
    func isEvent(_ range: Range<Int>) -> Bool {
        guard let head = head(of: range) else { return false }
        return [.meeting, .meetings].contains(word(head)) || spells(head, "review") || spells(head, "reviews") || spells(head, "audit")
            || spells(head, "audits") || spells(head, "inspection")
            || spells(head, "inspections") || spells(head, "hearing") || spells(head, "training") || spells(head, "consultation")
    }

    func takesPlace(_ verb: Int) -> Bool { reads(verb, .take, .place) || spells(verb, "occur") || spells(verb, "happen") }
}
