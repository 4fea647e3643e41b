import Language
import LegalText

/// By when: "within thirty days of receipt", "no later than 31 March 2027", "before the audit".
extension TimeScanner {
    package func deadline(at index: Int) -> (deadline: Deadline, next: Int)? {
        switch word(index) {
        case .within: within(index)
        case .no, .not, .at: bounded(index)
        case .by, .before, .until, .on: dated(index) ?? (word(index) == .before ? event(index) : nil)
        case .prior where word(index + 1) == .to: dated(index) ?? event(index)
        case .following where isDetermined(index): nil
        case .after, .following: event(index)
        case .dans, .avant, .après: french(index)
        case .au: latest(index)
        case .as where word(index + 1) == .soon && word(index + 2) == .as: asSoonAs(index)
        default: counted(index)
        }
    }

    /// "within [a period of] thirty days [of receipt]".
    private func within(_ index: Int) -> (deadline: Deadline, next: Int)? {
        var at = index + 1
        if word(at) == .not, word(at + 1) == .more || word(at + 1) == .less { at += 3 }
        if word(at) == .a || word(at) == .the, word(at + 1) == .period || word(at + 1) == .maximum { at += word(at + 2) == .of ? 3 : 2 }
        if word(at) == .the, token(at + 1)?.is(.ordinal.or(.adjective)) == true || word(at + 1) == .first || word(at + 1) == .following {
            at += 2
        }
        if let period = period(at: at, article: word(at) != .the) { return made(index, period.period, .within, anchorAt: period.next) }
        // "within 12 hours": a count whose unit is no day.
        if let number = NumberWords.read(text, at: at, limit: limit), word(number.next) == .hours || word(number.next) == .hour {
            return made(index, nil, .within, anchorAt: number.next + 1)
        }
        return nil
    }

    /// "at least 30 days before X", "no later than 6 months after X", "not later than 31 March", "at the latest by ...".
    private func bounded(_ index: Int) -> (deadline: Deadline, next: Int)? {
        var at = index
        var atLeast = false
        switch (word(index), word(index + 1), word(index + 2)) {
        case (.at, .least, _): (at, atLeast) = (index + 2, true)
        case (.no, .less, .than), (.not, .less, .than), (.no, .fewer, .than), (.not, .fewer, .than): (at, atLeast) = (index + 3, true)
        case (.no, .later, .than), (.not, .later, .than), (.no, .more, .than), (.not, .more, .than): at = index + 3
        default: return nil
        }
        if let period = period(at: at, article: true) {
            switch word(period.next) {
            case .before: return made(index, period.period, .atLeastBefore, anchorAt: period.next)
            case .prior: return made(index, period.period, .atLeastBefore, anchorAt: period.next)
            case .after, .following, .from, .of, .upon: return atLeast ? nil : made(index, period.period, .within, anchorAt: period.next)
            default: break
            }
            if let notice = noticeEnd(period.next) { return made(index, period.period, .atLeastBefore, anchorAt: nil, end: notice) }
            if word(period.next) == .in, word(period.next + 1) == .advance {
                return made(index, period.period, .atLeastBefore, anchorAt: period.next + 2)
            }
            return nil
        }
        guard word(index + 1) == .later else { return nil }
        return dated(index, from: at, allowEvent: true)
    }

    /// "by 31 March 2027", "on or before 1 May 2020", "before 2010", "by the end of each month".
    private func dated(_ index: Int, from start: Int? = nil, allowEvent: Bool = false) -> (deadline: Deadline, next: Int)? {
        var at = start ?? index + 1
        if start == nil {
            if word(index) == .on {
                let isPrior = word(index + 2) == .prior && word(index + 3) == .to
                guard word(index + 1) == .or, word(index + 2) == .before || isPrior else { return nil }
                at = index + (isPrior ? 4 : 3)
            } else if word(index) == .prior {
                at = index + 2
            } else if word(index) == .by, word(at) == .no || word(at) == .not, word(at + 1) == .later, word(at + 2) == .than {
                at += 3
            }
        }
        let direction: Deadline.Direction = .byDate
        if let date = date(at: at) ?? calendarDay(at) ?? yearOnly(at) {
            return made(index, nil, direction, anchor: at..<date.next, end: date.next)
        }
        if let next = clockTime(at: at), word(index) != .until { return made(index, nil, .before, anchor: at..<next, end: next) }
        // "by the end of the year", "by close of business", "no later than the hearing".
        let first = word(at) == .the ? at + 1 : at
        // "by third parties": somebody, no day.
        if token(first)?.is(.ordinal) == true, token(first + 1)?.is(.agent) == true { return nil }
        if allowEvent || start == nil && word(index) == .on
            || [.end, .beginning, .start, .expiry, .expiration, .close, .time, .date, .first, .last].contains(word(first))
            || token(first)?.is(.ordinal) == true
            || isClose(first)
        {
            guard word(index) != .until else { return nil }
            let end = anchorEnd(at)
            return end > at ? made(index, nil, .before, anchor: at..<end, end: end) : nil
        }
        return nil
    }

    private func isClose(_ index: Int) -> Bool { token(index).map { text.bytes[$0.lower..<$0.upper].elementsEqual("close".utf8) } ?? false }

    /// "31 March", "June 30": a fixed day of a year that is not named.
    private func calendarDay(_ index: Int) -> (date: PartialDate, next: Int)? {
        let at = word(index) == .the ? index + 1 : index
        guard let first = token(at), let second = token(at + 1) else { return nil }
        func isDay(_ token: Token) -> Bool {
            (text.value(token) ?? NumberWords.ordinal(text, token)).map { (1...31).contains($0) } ?? false
        }
        if isDay(first) {
            let month = word(at + 1) == .day || word(at + 1) == .of ? (word(at + 2) == .of ? at + 3 : at + 2) : at + 1
            return token(month)?.is(.month) == true ? (PartialDate(year: 0), month + 1) : nil
        }
        return first.is(.month) && first.isCapital && isDay(second) ? (PartialDate(year: 0), at + 2) : nil
    }

    private func yearOnly(_ index: Int) -> (date: PartialDate, next: Int)? {
        guard let token = token(index), token.kind == .number, token.upper - token.lower == 4, let value = text.value(token),
            (1900...2199).contains(value)
        else { return nil }
        return (PartialDate(year: value), index + 1)
    }

    /// "before the audit", "after notification", "prior to entering the premises".
    private func event(_ index: Int) -> (deadline: Deadline, next: Int)? {
        let at = word(index) == .prior ? index + 2 : index + 1
        guard let first = token(at), first.kind == .word, !first.is(.conjunction.or(.subordinator).or(.modal)) else { return nil }
        // "after which parents may collect it": a clause follows.
        if first.is(.relative), !first.is(.determiner) { return nil }
        // "clean up after them".
        if first.is(.pronoun), !first.is(.determiner.or(.agent)), token(at + 1).map({ $0.kind == .mark || $0.is(.conjunction) }) ?? true {
            return nil
        }
        // "after section 121, insert": a place in a text.
        if first.is(.citationUnit), token(at + 1).map({ $0.kind == .number || $0.kind == .label }) ?? false { return nil }
        let end = anchorEnd(at)
        guard end > at, !standsBeforeSomebody(at, end) else { return nil }
        return made(index, nil, word(index) == .after || word(index) == .following ? .after : .before, anchor: at..<end, end: end)
    }

    /// "as soon as it becomes aware of a breach": an event told by a clause; "as soon as possible" has none.
    private func asSoonAs(_ index: Int) -> (deadline: Deadline, next: Int)? {
        let start = index + 3
        guard let first = token(start), first.kind == .word,
            first.is(.determiner.or(.pronoun).or(.agent).or(.possessive)) || first.isCapital
        else { return nil }
        var end = start
        var sawVerb = false
        while end < limit, end - start < 40 {
            let token = text.tokens[end]
            if token.kind == .mark, token.word != .slash, token.word != .quote { break }
            if token.is(.conjunction), sawVerb, endsAtConjunction(end, start) { break }
            if token.is(.auxiliary.or(.presentVerb)) { sawVerb = true }
            end += 1
        }
        return end > start + 1 ? made(index, nil, .after, anchor: start..<end, end: end) : nil
    }

    /// "the following information".
    private func isDetermined(_ index: Int) -> Bool { index > 0 && text.tokens[index - 1].is(.determiner) }

    /// "before the court": a place to plead, not a time.
    private func standsBeforeSomebody(_ start: Int, _ end: Int) -> Bool {
        guard word(start - 1) == .before, !text.tokens[start].is(.gerund) else { return false }
        let head = (start..<end).last { text.tokens[$0].is(.agent.or(.thing)) || text.tokens[$0].is(.gerund) }
        return head.map { text.tokens[$0].is(.agent) && !text.tokens[$0].is(.thing.or(.gerund)) } ?? false
    }

    /// "thirty days before the hearing", "60 days' notice", "10 days after receipt".
    private func counted(_ index: Int) -> (deadline: Deadline, next: Int)? {
        guard let first = token(index), first.kind == .number || first.is(.number), let period = period(at: index) else { return nil }
        switch word(period.next) {
        case .before, .prior:
            if let notice = noticeEnd(period.next) { return made(index, period.period, .atLeastBefore, anchorAt: nil, end: notice) }
            return made(index, period.period, .atLeastBefore, anchorAt: period.next)
        case .after where token(period.next + 1)?.is(.relative) == true: return nil
        case .after, .following: return made(index, period.period, .after, anchorAt: period.next)
        default: return noticeEnd(period.next).flatMap { made(index, period.period, .atLeastBefore, anchorAt: nil, end: $0) }
        }
    }

    /// Behind a period: "' prior written notice"; the token after "notice".
    private func noticeEnd(_ index: Int) -> Int? {
        var at = index
        if token(at)?.kind == .genitive { at += 1 }
        while at - index < 5, let token = token(at), token.kind == .word {
            if token.word == .notice { return at + 1 }
            guard
                token.is(.adjective.or(.participle).or(.adverb)) || token.word == .prior || token.word == .advance || token.word == .and
                    || token.isUnlisted
            else { return nil }
            at += 1
        }
        return nil
    }

    private func french(_ index: Int) -> (deadline: Deadline, next: Int)? {
        if word(index) == .dans {
            var at = index + 1
            if word(at) == .un || word(at) == .le || word(at) == .les { at += 1 }
            if let token = token(at), text.bytes[token.lower..<token.upper].elementsEqual("délai".utf8), word(at + 1) == .de { at += 2 }
            return period(at: at).flatMap { found in
                guard let anchor = frenchAnchor(found.next) else {
                    return made(index, found.period, .within, anchorAt: nil, end: found.next)
                }
                return made(index, found.period, .within, anchor: anchor, end: anchor.upperBound)
            }
        }
        let day = word(index + 1) == .le ? index + 2 : index + 1
        if let date = date(at: day) { return made(index, nil, .byDate, anchor: day..<date.next, end: date.next) }
        // "avant le paiement".
        guard [.le, .la, .les, .l].contains(word(index + 1)) else { return nil }
        let anchor = (index + 1)..<frenchPhraseEnd(index + 2)
        return made(index, nil, word(index) == .avant ? .before : .after, anchor: anchor, end: anchor.upperBound)
    }

    /// "au plus tard le 1er mars 2027", "au plus tard trente jours avant l'échéance".
    private func latest(_ index: Int) -> (deadline: Deadline, next: Int)? {
        guard isSpelled(index + 1, "plus"), isSpelled(index + 2, "tard") else { return nil }
        let day = word(index + 3) == .le ? index + 4 : index + 3
        if let date = date(at: day) { return made(index, nil, .byDate, anchor: day..<date.next, end: date.next) }
        guard let found = period(at: index + 3) else { return nil }
        guard word(found.next) == .avant || word(found.next) == .après else { return nil }
        let anchor = (found.next + 1)..<frenchPhraseEnd(found.next + 2)
        return made(index, found.period, word(found.next) == .avant ? .atLeastBefore : .within, anchor: anchor, end: anchor.upperBound)
    }

    /// Behind a French period: "suivant le changement", "après la réception", "à compter de la date".
    private func frenchAnchor(_ index: Int) -> Range<Int>? {
        if isSpelled(index, "suivant") || word(index) == .après { return (index + 1)..<frenchPhraseEnd(index + 2) }
        guard word(index) == .à, isSpelled(index + 1, "compter"), [.de, .du, .d].contains(word(index + 2)) else { return nil }
        return (index + 3)..<frenchPhraseEnd(index + 4)
    }

    /// A noun phrase with its "de": to the next mark, conjunction, relative or other preposition.
    private func frenchPhraseEnd(_ start: Int) -> Int {
        var at = start
        while at < limit, at - start < 12, let token = token(at), token.kind == .word || token.kind == .genitive || token.word == .quote,
            ![.et, .ou, .que, .qui, .si, .sauf, .dans, .par, .pour, .avant, .avec, .après].contains(token.word), !token.is(.modal)
        { at += 1 }
        return max(at, min(start, limit))
    }

    private func isSpelled(_ index: Int, _ spelling: StaticString) -> Bool {
        guard let token = token(index), token.upper - token.lower == spelling.utf8CodeUnitCount else { return false }
        return spelling.withUTF8Buffer { $0.elementsEqual(text.bytes[token.lower..<token.upper]) }
    }

    // MARK: Making

    /// With the anchor behind "of", "after", "before" and the like, if one of them stands at `anchorAt`.
    private func made(_ start: Int, _ period: Period?, _ direction: Deadline.Direction, anchorAt: Int?, end: Int? = nil) -> (
        deadline: Deadline, next: Int
    )? {
        guard let anchorAt else { return made(start, period, direction, anchor: nil, end: end ?? start) }
        var at = anchorAt
        switch word(at) {
        case .of, .after, .following, .from, .before, .since, .upon: at += 1
        case .prior where word(at + 1) == .to: at += 2
        default: return made(start, period, direction, anchor: nil, end: anchorAt)
        }
        let next = anchorEnd(at)
        return next > at
            ? made(start, period, direction, anchor: at..<next, end: next) : made(start, period, direction, anchor: nil, end: anchorAt)
    }

    private func made(_ start: Int, _ period: Period?, _ direction: Deadline.Direction, anchor: Range<Int>?, end: Int) -> (
        deadline: Deadline, next: Int
    )? {
        guard end > start else { return nil }
        let value = Deadline(
            text: text.string(start..<end), range: range(start..<end), count: period?.count, unit: period?.unit, direction: direction,
            anchor: anchor.map { text.string($0) })
        return (value, end)
    }

    /// The end of the noun phrase or gerund that a time is counted from.
    private func anchorEnd(_ start: Int) -> Int {
        if let date = date(at: start) { return date.next }
        var at = start
        var isRelative = false
        while at < limit, at - start < 24 {
            let token = text.tokens[at]
            if token.word == .open {
                guard let close = (at..<min(limit, at + 24)).first(where: { word($0) == .close }) else { break }
                at = close + 1
                continue
            }
            // "by the end of March each year": how often stands behind.
            if at > start, !text.tokens[at - 1].is(.preposition) {
                let often = token.word == .and ? at + 1 : at
                if word(often) == .each || word(often) == .every, recurrence(at: often) != nil { break }
            }
            if token.word == .dash, self.token(at + 1).map({ $0.isSpaced || $0.kind != .word }) ?? true { break }
            // "his/her duties".
            if token.word == .slash, !token.isSpaced, at > start {
                at += 1
                continue
            }
            if token.kind == .mark, token.word != .open, token.word != .close, token.word != .quote, token.word != .dash {
                // "after such time the Buyer (or its successor), shall".
                if self.token(at + 1)?.is(.modal) == true, let subject = lastSubject(start, at) { return subject }
                break
            }
            if at > start, token.is(.relative) || token.word == .when, !isRelative {
                // "the date on which the request is lodged": the relative clause has a verb of its own.
                isRelative = true
                at += 1
                continue
            }
            if isRelative, token.is(.auxiliary.or(.modal)) {
                isRelative = false
                at += 1
                while at < limit, text.tokens[at].is(.auxiliary.or(.adverb).or(.negation)) { at += 1 }
                continue
            }
            if token.is(.modal), !token.is(.month), let subject = lastSubject(start, at) { return subject }
            if token.kind == .label || token.is(.modal.or(.subordinator)) && !token.is(.month) { break }
            // "of the agreement to appoint": what the noun asks for.
            let isAsked = at > start && text.tokens[at - 1].is(.control) && text.tokens[at - 1].is(.thing)
            if token.word == .to, at > start, self.token(at + 1)?.is(.verb) == true, self.token(at + 1)?.is(.determiner) == false,
                !(at == start + 1 && text.tokens[start].is(.gerund)), !isAsked
            {
                break
            }
            // "before the Assembly a report": another noun phrase; but "the date the notice is given".
            if at > start, token.is(.determiner), !isRelative, endsPhrase(at - 1) { break }
            if token.is(.conjunction), endsAtConjunction(at, start) { break }
            // The next item of a numbered list, which no stop parts from this one.
            if at > start, token.kind == .number, token.lower > 0, text.bytes[text.tokens[at - 1].upper..<token.lower].contains(0x0A) {
                break
            }
            // "shall within 21 days of demand pay such sum": the verb that the phrase was put before.
            if at > start, !isRelative, word(at - 1) != .to, [.of, .from, .following].contains(word(start - 1)), token.is(.verb),
                !token.is(.thing.or(.agent).or(.adjective).or(.preposition).or(.determiner)),
                let next = self.token(at + 1), next.is(.determiner.or(.possessive)) || next.word == .such
            {
                break
            }
            if at > start,
                token.word == .in && word(at + 1) == .accordance || token.word == .subject || token.word == .as
                    || token.word == .pursuant
                    || token.word == .within || token.word == .except || token.word == .without
            {
                break
            }
            if at > start, token.is(.auxiliary), !token.is(.gerund), token.word != .having, token.word != .being {
                // "before the conditions are met": a clause of its own.
                guard [.before, .after, .until].contains(word(start - 1)) else { break }
                if let subject = lastSubject(start, at) { return subject }
                at += 1
                while at < limit, text.tokens[at].is(.auxiliary.or(.adverb).or(.negation)) { at += 1 }
                if at < limit, text.tokens[at].is(.participle) { at += 1 }
                break
            }
            at += 1
        }
        return at
    }

    /// A noun that a second noun phrase can follow only as another object.
    private func endsPhrase(_ index: Int) -> Bool {
        let token = text.tokens[index]
        return token.is(.agent) && !token.is(.verb.or(.gerund).or(.preposition))
            && ![.date, .day, .time, .year, .month].contains(token.word)
    }

    /// "after receipt the Buyer shall": where the subject of the main clause begins, which no comma parts from the anchor.
    private func lastSubject(_ start: Int, _ end: Int) -> Int? {
        var at = end - 1
        while at > start {
            if text.tokens[at].is(.determiner), !text.tokens[at - 1].is(.preposition.or(.determiner).or(.conjunction).or(.relative)) {
                return at
            }
            at -= 1
        }
        return nil
    }

    /// "... of receipt and keep": what follows is another verb, not more of the anchor.
    private func endsAtConjunction(_ index: Int, _ start: Int) -> Bool {
        guard let next = token(index + 1), next.kind != .label else { return true }
        // "on new or substantially modified requirements": two adjectives of one noun.
        if next.is(.adverb), text.tokens[index - 1].is(.adjective), token(index + 2)?.is(.participle.or(.adjective)) == true {
            return false
        }
        if next.is(.modal.or(.auxiliary).or(.subordinator).or(.adverb).or(.preposition)) { return true }
        // "before the changes take effect and any new price will apply": a clause of its own.
        if next.is(.determiner), (index + 2..<index + 7).contains(where: { token($0)?.is(.modal) == true }) { return true }
        return next.is(.verb) && !next.is(.thing.or(.agent)) || next.word == .shall
    }
}

extension Token {
    /// Known to no list and to no suffix rule.
    var isUnlisted: Bool { classes.isEmpty }
}
