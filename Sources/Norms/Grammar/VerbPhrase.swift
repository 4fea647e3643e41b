import Language

/// What is to be done: the verb with its object and the object's own complements, and where one act ends and the next begins.
extension Grammar {
    /// One act of a coordination: "pay the rent" and "keep the premises clean".
    struct Act {
        var tokens: Range<Int>
        /// Everything up to the next act: adverbials behind the action are found here.
        var reach: Range<Int>
        var isNegated = false
        /// The conjunction in front of it.
        var joined: Word = .unlisted
    }

    /// The acts that begin at `start`; `skip(i)` gives the end of the adverbial that begins at i.
    func acts(from start: Int, limit: Int, voice: Cue.Voice, skip: (Int) -> Int?) -> [Act] {
        var acts: [Act] = []
        var lower = start
        // Where the act before ended: "and, if the breach lasts, terminate" has its condition in front.
        var opened = start
        var joined = Word.unlisted
        var negated = false
        while lower < limit, acts.count < 30 {
            let (end, next) = actEnd(from: lower, limit: limit, voice: voice, skip: skip)
            let reach = opened..<(next ?? limit)
            let tokens = trimmedAction(lower..<max(end, lower))
            let own = voice == .passive && word(tokens.lowerBound) == .be ? (tokens.lowerBound + 1)..<tokens.upperBound : tokens
            if !own.isEmpty { acts.append(Act(tokens: own, reach: reach, isNegated: negated, joined: joined)) }
            guard var following = next else { break }
            opened = following
            joined = .and
            negated = false
            while following < limit,
                skipped(&following, skip) || has(following, .conjunction.or(.negation)) || word(following) == .comma || isLabel(following)
                    || has(following, .adverb) && !has(following, .verb)
                    || word(following) == .to || word(following) == .semicolon
                    || (word(following) == .for || word(following) == .of) && has(following + 1, .gerund)
            {
                if has(following, .conjunction) { joined = word(following) }
                if word(following) == .not { negated = true }
                following += 1
            }
            if following <= lower { break }
            lower = following
        }
        return acts
    }

    /// Steps over an adverbial that begins at `index`.
    private func skipped(_ index: inout Int, _ skip: (Int) -> Int?) -> Bool {
        guard let after = skip(index), after > index else { return false }
        index = after - 1
        return true
    }

    private func isLabel(_ index: Int) -> Bool { tokens[index].kind == .label }

    /// The end of the act that begins at `start`, and where the next of a coordination begins (at its conjunction), if one does.
    private func actEnd(from start: Int, limit: Int, voice: Cue.Voice, skip: (Int) -> Int?) -> (end: Int, next: Int?) {
        var index = start + 1
        var end: Int?
        /// An object or complement has been seen: what follows a conjunction can be an act of its own.
        var hasObject = voice == .nominal || voice == .subject
        /// Behind "to" of purpose: verbs coordinated there are the purpose's.
        var inPurpose = false
        let gerund = has(start, .gerund)
        /// Inside "ensure that ...": its verb is still to come, or has come.
        var complement = (isOpen: false, isThere: false)
        var isAsking = false
        while index < limit {
            if let after = skip(index), after > index {
                // An adverbial between verb and object is stepped over.
                // "report annually to the Council": a short adverbial before what completes a bare verb.
                let completes =
                    index == start + 1 && after - index <= 2 && has(after, .preposition) && opener(at: after, limit: limit) == nil
                // "appoint and, at its pleasure, remove officers": between verbs that share an object.
                let shares = !hasObject && word(index - 1) == .comma && has(index - 2, .conjunction)
                // "provide to the Buyer upon request the report": only the receiver has been named.
                let isReceived = word(start + 1) == .to && has(after, .determiner)
                if hasObject && !isReceived || !objectFollows(after, limit) && !completes && !shares { end = end ?? index }
                index = after
                continue
            }
            let token = tokens[index]
            if token.kind == .label, !(has(index - 1, .modal) && has(index - 2, .relative)) {
                end = end ?? index
                return (
                    end!, voice != .nominal && word(index + 1) != .be && has(index + 1, gerund ? .gerund : .verb) ? index : nil
                )
            }
            if complement.isOpen, isFinite(index) || token.is(.presentVerb) && !token.is(.thing.or(.agent)) { complement.isOpen = false }
            if word(index) == .that, index > start, has(index - 1, .verb.or(.control)) { complement = (true, true) }
            // "explain how stop and search powers are used": no new act before the verb of the question.
            if word(index) == .how || word(index) == .whether, !has(index - 1, .conjunction) { isAsking = true }
            if isFinite(index) || word(index) == .to { isAsking = false }
            switch token.word {
            case .open:
                index = afterBracket(index, limit)
                continue
            case .comma
            where complement.isOpen || tokens[index + 1].kind == .number && text.value(tokens[index + 1]).map { $0 > 1000 } ?? false:
                break
            case .colon where tokens[index - 1].kind == .number && scanner.clockTime(at: index - 1) != nil: break
            case .semicolon, .colon,
                .fullStop where token.word != .fullStop || index + 1 >= limit:
                if token.word == .semicolon, startsAct(skipConjunctions(index + 1, limit), gerund: gerund, voice: voice, limit: limit) {
                    return (end ?? index, index)
                }
                return (end ?? index, nil)
            case .dash where token.isSpaced && index + 1 < limit && tokens[index + 1].isSpaced: return (end ?? index, nil)
            case .comma:
                let next = index + 1
                // "work with B, along with others, to produce": a parenthesis before the infinitive that belongs to the verb.
                // "permit the Landlord, on notice, to enter".
                if end == nil,
                    isLight(start) || has(start, .control) && has(start, .personal) && animacy(of: (start + 1)..<index) == .agent,
                    let close = (next..<min(limit, index + 14)).first(where: {
                        word($0) == .comma && word($0 + 1) == .to && has($0 + 2, .verb)
                    })
                {
                    index = close + 1
                    continue
                }
                // "expenses wholly, exclusively and necessarily incurred".
                if end == nil, has(index - 1, .adverb), has(next, .adverb), !has(next, .verb) {
                    index = next
                    continue
                }
                // "pay the applicable, non-refundable fees": the noun is yet to come.
                if end == nil, has(index - 1, .adjective), !has(index - 1, .thing.or(.agent)), !has(next, .determiner.or(.preposition)),
                    has(next, .adjective) || tokens[next].classes.isEmpty && isWord(next),
                    isNominal(next + 1) || word(next + 1) == .comma && has(next, .adjective) && has(next + 2, .adjective)
                {
                    break
                }
                // "permit the inspection, at all reasonable times, of the garden".
                if end == nil, hasObject, has(next, .preposition),
                    let close = (next..<min(limit, index + 12)).first(where: { word($0) == .comma }), word(close + 1) == .of
                {
                    index = close + 1
                    continue
                }
                // "enter into, on behalf of the District, the compact": a parenthesis before what the preposition is about.
                if end == nil, index == start + 2, has(index - 1, .preposition), has(next, .preposition),
                    let close = (next..<min(limit, index + 14)).first(where: { word($0) == .comma }), startsNounPhrase(close + 1)
                {
                    index = close + 1
                    continue
                }
                // "the network, JANET, with the other": a name in apposition.
                if end == nil, tokens[next].isAcronym, word(next + 1) == .comma, has(next + 2, .preposition) {
                    index = next + 2
                    continue
                }
                // ", not to exceed ninety days": how much, and no act.
                if reads(next, .not, .to), word(next + 2) == .exceed {
                    end = end ?? index
                    inPurpose = true
                    index += 3
                    continue
                }
                // ", to include ...": examples.
                if word(next) == .to, spells(next + 1, "include") {
                    end = end ?? index
                    inPurpose = true
                    index += 1
                    continue
                }
                // ", to enable ...": a purpose, no act of its own.
                if word(next) == .to, has(next + 1, .verb), !has(next + 1, .determiner), !isLight(start), hasObject || end != nil,
                    joinsActs(acts: start, next, limit) == false
                {
                    end = end ?? index
                    inPurpose = true
                    index += 1
                    continue
                }
                if has(next, .relative), word(next) != .that {
                    end = end ?? index
                    inPurpose = true
                    index += 1
                    continue
                }
                // "pay the Landlord, as rent, its share": a parenthesis between two objects.
                if end == nil, has(start, .personal), index - start <= 4, has(index - 1, .agent), has(next, .preposition),
                    let close = (next..<min(limit, index + 14)).first(where: { word($0) == .comma }),
                    has(close + 1, .determiner.or(.possessive))
                {
                    index = close + 1
                    continue
                }
                // "pay, out of the capital of the Company, all expenses": a parenthesis between the verb and its object.
                if index == start + 1, has(next, .preposition) || word(next) == .out, end == nil,
                    let close = (next..<min(limit, index + 20)).first(where: { word($0) == .comma }),
                    has(close + 1, .determiner.or(.adjective).or(.possessive))
                {
                    index = close + 1
                    continue
                }
                // "submit to the Licensor, within thirty days, a report": a time between the verb, its receiver and its object.
                if end == nil, let object = behindInterruption(index, verb: start, limit, skip) {
                    index = object
                    continue
                }
                let after = skipConjunctions(next, limit)
                // "sell, pledge or otherwise dispose of the shares": verbs in a row, which share what follows the last.
                if !hasObject, end == nil, has(after, .verb), isInSeries(after) || has(next, .conjunction) {
                    index = after
                    continue
                }
                if repeatsItself(after) { end = end ?? index }
                if startsAct(after, gerund: gerund, voice: voice, limit: limit), !inPurpose, hasObject || end != nil {
                    return (end ?? index, index)
                }
                if end == nil, !isEnumeration(index, limit), !(startsAct(after, gerund: gerund, voice: voice, limit: limit)) { end = index }
            case _ where isAsking && token.is(.conjunction): break
            case .par where voice == .passive: end = end ?? index
            case .et where voice == .active && isFrenchInfinitive(start) && isFrenchInfinitive(index + 1):
                return (end ?? index, index)
            // "his or her commitments".
            case .or where has(index - 1, .possessive) && has(index + 1, .possessive): break
            case .and, .or, .nor, .but:
                // "shall be notified and the file closed": the modal is left out the second time.
                if voice == .passive, index - start <= 2, has(index + 1, .determiner),
                    let second = (index + 3..<min(limit, index + 7)).first(where: { isParticiple($0) && !has($0, .thing.or(.agent)) }),
                    second + 1 >= limit || tokens[second + 1].kind == .mark || has(second + 1, .preposition),
                    has(second - 1, .thing.or(.agent)), !(index + 1..<second).contains(where: { has($0, .preposition) })
                {
                    return (end ?? index, second)
                }
                // "and, if the breach lasts, terminate the Agreement".
                if hasObject, word(index + 1) == .comma, let behind = skip(index + 2), word(behind) == .comma,
                    startsAct(behind + 1, gerund: gerund, voice: voice, limit: limit)
                {
                    return (end ?? index, index)
                }
                let after = skipConjunctions(index, limit)
                // "your right to access or use the platform": the verbs of an infinitive share their object.
                if has(index - 1, .verb), word(index - 2) == .to, index - 2 > start, has(after, .verb) {
                    index = after
                    continue
                }
                // "..., and to do so in a way that": more of the manner.
                if repeatsItself(after) {
                    end = end ?? index
                    index = after + 3
                    continue
                }
                // "accounts that break these terms or endanger others": said of the accounts.
                if token.word == .or, has(after, .verb), isDescribing(index, from: start) { break }
                // "such steps as are necessary to attain it and to ensure": more of the infinitive before, where the act itself is none.
                if word(index + 1) == .to, has(index + 2, .verb), !isInfinitive(start),
                    (start + 1..<max(start + 1, index)).contains(where: {
                        word($0) == .to && has($0 + 1, .verb) && !has($0 + 1, .determiner)
                    })
                {
                    break
                }
                // "agrees that X will be kept and that it will": another clause.
                if word(index + 1) == .that, complement.isThere { break }
                // "in a manner that is disparaging or that harms the party": said of the same noun.
                if word(index + 1) == .that,
                    (start + 1..<max(start + 1, index)).contains(where: { word($0) == .that && !has($0 - 1, .verb) })
                {
                    break
                }
                if word(index + 1) == .that { return (end ?? index, nil) }
                // "will never recognise it and reaffirms", "shall be adjusted and no interest will accrue": another predicate.
                if !complement.isThere, hasObject || voice == .passive,
                    has(after, .presentVerb)
                        && (!has(after, .thing.or(.agent)) && startsNounPhrase(after + 1) || word(after - 1) == .hereby)
                        || beginsClauseAfterConjunction(index, limit)
                {
                    return (end ?? index, nil)
                }
                if startsAct(after, gerund: gerund, voice: voice, limit: limit), !inPurpose, hasObject || end != nil {
                    return (end ?? index, index)
                }
            case .to:
                if end == nil, isPurpose(index, verb: start, limit: limit) {
                    end = index
                    inPurpose = true
                }
            case .by
            where voice == .passive
                && !(index - 1 > start && has(index - 1, .participle) && !has(index - 1, .agent.or(.thing))
                    && !has(index - 2, .conjunction)):
                end = end ?? index
            default:
                if word(index) == .not, word(index + 1) == .to, word(index - 2) != .whether, !(index == start + 1 && has(start, .control)) {
                    end = end ?? index
                }
                if !hasObject, isNominal(index), !isInSeries(index) { hasObject = true }
            }
            index += 1
        }
        return (end ?? limit, nil)
    }

    /// From a comma behind the verb, or behind the receiver that a preposition names, past adverbials between commas to the object.
    private func behindInterruption(_ comma: Int, verb: Int, _ limit: Int, _ skip: (Int) -> Int?) -> Int? {
        guard comma == verb + 1 || has(verb + 1, .preposition) && comma - verb < 10 else { return nil }
        var at = comma + 1
        // "on a periodic basis" is no adverbial of its own.
        let plain = has(at, .preposition) ? (at + 1..<min(limit, at + 8)).first { word($0) == .comma } : nil
        guard let first = skip(at) ?? plain, first > at else { return nil }
        at = first
        // "no later than 31 March of each year".
        while at < limit, let next = skip(at) ?? (word(at) == .of ? skip(at + 1) : nil), next > at { at = next }
        guard word(at) == .comma else { return nil }
        let object = at + 1
        // "deliver, by 31 March, to the Trustee a certificate": the receiver may stand there too.
        guard object < limit,
            has(object, .determiner.or(.possessive)) || has(object, .thing) && !has(object, .verb)
                || comma == verb + 1
                    && (word(object) == .to && startsNounPhrase(object + 1) || startsNounPhrase(object) && !has(object, .verb)),
            !beginsMainClause(object, limit)
        else { return nil }
        return object
    }

    /// A relative clause with a plain verb right behind its pronoun began just before `index`.
    private func isDescribing(_ index: Int, from start: Int) -> Bool {
        guard let pronoun = (max(start + 1, index - 8)..<index).last(where: { has($0, .relative) }) else { return false }
        let isVerb = has(pronoun + 1, .verb) || tokens[pronoun + 1].classes.isEmpty && pronoun + 2 == index
        return isVerb && !has(pronoun + 1, .modal.or(.auxiliary)) && (!has(pronoun - 1, .verb) || has(pronoun - 1, .thing))
    }

    /// "work together to", "continue to": the infinitive is what is to be done.
    private func isLight(_ verb: Int) -> Bool {
        word(verb) == .work || spells(verb, "working") || spells(verb, "cooperate") || spells(verb, "collaborate")
    }

    private func repeatsItself(_ index: Int) -> Bool { reads(index, .do, .so) || reads(index, .to, .do, .so) }

    /// "to pay the rent, to keep the garden and to": infinitives in a row, each an act; a single one behind a comma is a purpose.
    private func joinsActs(acts start: Int, _ to: Int, _ limit: Int) -> Bool {
        isInfinitive(start)
            // "use our means to ensure peace, to build": more purposes.
            && !(start + 1..<max(start + 1, to)).contains { word($0) == .to && has($0 + 1, .verb) && !has($0 + 1, .determiner.or(.thing)) }
            && (to + 2..<max(to + 2, limit)).contains {
                word($0) == .to && has($0 + 1, .verb) && (word($0 - 1) == .comma || has($0 - 1, .conjunction))
            }
    }

    /// The act stands behind "to": "agrees to pay", "to promptly notify".
    private func isInfinitive(_ start: Int) -> Bool {
        var at = start - 1
        while has(at, .adverb), start - at < 4 { at -= 1 }
        return word(at) == .to
    }

    /// "sell, transfer or lease the goods": one of several verbs that share an object.
    private func isInSeries(_ index: Int) -> Bool {
        has(index, .verb.or(.participle).or(.gerund))
            && (has(index - 1, .conjunction) || word(index - 1) == .comma || has(index - 1, .adverb))
            && (word(index + 1) == .comma || has(index + 1, .conjunction) || has(index + 1, .adverb))
    }

    private func isNominal(_ index: Int) -> Bool {
        let token = tokens[index]
        if spells(index, "engineer"), spells(index - 1, "reverse") { return false }
        if token.kind == .number { return true }
        return token.kind == .word && !token.is(.conjunction.or(.adverb).or(.negation))
            && !(token.is(.verb) && !token.is(.thing.or(.agent).or(.determiner)))
    }

    private func objectFollows(_ index: Int, _ limit: Int) -> Bool {
        let at = word(index) == .comma ? index + 1 : index
        // "keep for three years proper records".
        let isBare = at == index && startsNounPhrase(at) && !has(at, .pronoun) && (has(at, .thing) || has(at + 1, .thing))
        return at < limit && (has(at, .determiner.or(.possessive)) || isBare || word(at) == .that) && opener(at: at, limit: limit) == nil
    }

}
