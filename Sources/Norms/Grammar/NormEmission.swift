import Calendar
import Language
import LegalText

/// From a frame and its acts to norms, with the adverbials shared out among them.
extension SentenceReader {
    /// An item that is a verb phrase under its stem's frame.
    mutating func emit(_ frame: Frame, acts range: Range<Int>, conditions: [Slot], exceptions: [Slot]) {
        var start = range.lowerBound
        var adverbials: [Adverbial] = []
        var negated = false
        while start < range.upperBound {
            if let opener = grammar.opener(at: start, limit: range.upperBound),
                opener.kind == .condition || opener.kind == .exception || opener.kind == .deadline || opener.kind == .recurrence
            {
                let end = grammar.extent(of: opener, at: start, limit: range.upperBound, leading: true)
                adverbials.append(Adverbial(kind: opener.kind, tokens: start..<end, isClause: opener.isClause))
                start = max(end, start + 1)
            } else if grammar.has(start, .preposition), !grammar.has(start, .verb.or(.gerund)),
                let comma = (start..<range.upperBound).first(where: { grammar.opensVerb(behind: $0) })
            {
                // "(a) in consultation with the Registrar, adopt rules".
                start = comma + 1
            } else if grammar.has(start, .preposition), grammar.word(start) != .to, !grammar.has(start, .verb.or(.gerund)),
                let verb = grammar.verbBehindPhrase(start, min(range.upperBound, start + 6))
            {
                // "(c) in any way interfere with the work".
                start = verb
            } else if grammar.word(start) == .not || grammar.reads(start, .do, .not) {
                negated = true
                start += grammar.word(start) == .not ? 1 : 2
            } else if grammar.word(start) == .please {
                start += 1
            } else if grammar.has(start, .adverb) && !grammar.has(start, .verb) || grammar.word(start) == .comma
                || grammar.word(start) == .to
            {
                start += 1
            } else {
                break
            }
        }
        guard start < range.upperBound else { return }
        var frame = frame
        if negated { frame.modality = Self.negation(of: frame.modality) }
        if grammar.word(start) == .be, grammar.isParticiple(start + 1) {
            frame.voice = .passive
            start += 1
        }
        var index = start
        while index < range.upperBound {
            if let opener = grammar.opener(at: index, limit: range.upperBound), index > start {
                let end = max(index + 1, grammar.extent(of: opener, at: index, limit: range.upperBound, leading: false))
                adverbials.append(Adverbial(kind: opener.kind, tokens: index..<end, isClause: opener.isClause))
                index = end
            } else if grammar.word(index) == .open {
                index = grammar.afterBracket(index, range.upperBound)
            } else {
                index += 1
            }
        }
        emit(frame, acts: start..<range.upperBound, adverbials: adverbials, attributive: 0..<0)
    }

    /// An item that is an object of the stem's verb.
    mutating func emitObject(_ frame: Frame, _ range: Range<Int>) {
        var end = range.lowerBound
        while end < range.upperBound {
            if end > range.lowerBound, let opener = grammar.opener(at: end, limit: range.upperBound),
                opener.kind != .aside || opener.isClause
            {
                break
            }
            end += 1
        }
        guard let slot = slot(grammar.trimmed(range.lowerBound..<end)) else { return }
        var norm = norm(frame, action: slot)
        norm.confidence = (norm.confidence * 90).rounded() / 100
        norms.append(norm)
    }

    /// "shall give the other party three months' notice": a deadline, and what is given.
    private func givesNotice(_ span: Adverbial, _ verb: Int) -> Bool {
        span.kind == .deadline && span.tokens.contains { grammar.word($0) == .notice }
            && (grammar.spells(verb, "give") || grammar.spells(verb, "serve"))
            && !(verb + 1..<max(verb + 1, span.tokens.lowerBound)).contains {
                grammar.word($0) == .comma || grammar.has($0, .preposition) && grammar.word($0) != .of
            }
    }

    mutating func emit(_ frame: Frame, acts range: Range<Int>, adverbials: [Adverbial], attributive subject: Range<Int>) {
        let spans = adverbials.filter { $0.tokens.lowerBound >= range.lowerBound }
        let before = adverbials.filter { $0.tokens.lowerBound < range.lowerBound }
        let acts: [Grammar.Act]
        if frame.voice == .subject {
            acts = [Grammar.Act(tokens: range, reach: range.lowerBound..<sentence.upperBound)]
        } else {
            let beside = spans.filter { !givesNotice($0, range.lowerBound) }
            acts = grammar.acts(from: range.lowerBound, limit: range.upperBound, voice: frame.voice) { index in
                beside.first { $0.tokens.lowerBound == index }?.tokens.upperBound
            }
        }
        var merged = merge(acts, frame.modality)
        let gap = frame.voice == .active ? merged.last.flatMap { grammar.gap(in: $0.tokens) } : nil
        if let gap, var last = merged.popLast() {
            last.tokens = last.tokens.lowerBound..<gap.conjunction
            merged.append(last)
        }
        for (index, act) in merged.enumerated() {
            var frame = frame
            if act.isNegated { frame.modality = Self.negation(of: frame.modality) }
            // "shall receive a fee": whoever receives owes nothing.
            if frame.voice == .active, frame.modality == .obligation, grammar.spells(act.tokens.lowerBound, "receive") {
                frame.modality = .right
            }
            // "shall act, and refrain from speaking": the second is forbidden.
            var act = act
            if frame.modality == .obligation, grammar.reads(act.tokens.lowerBound, .refrain, .from), act.tokens.count > 2 {
                frame.modality = .prohibition
                act.tokens = (act.tokens.lowerBound + 2)..<act.tokens.upperBound
            }
            guard let slot = slot(act.tokens) else { continue }
            var norm = norm(frame, action: slot)
            let own =
                before
                + spans.filter {
                    act.reach.contains($0.tokens.lowerBound)
                        || index < merged.count - 1 && closesAll($0, frame.modality, merged[merged.count - 1])
                }
            norm.conditions = conditions(own, .condition) + norm.conditions
            norm.exceptions = conditions(own, .exception) + norm.exceptions
            if frame.modality == .prohibition || frame.modality == .obligation || index >= 0 { timed(&norm, own, act.tokens, subject) }
            let notice = spans.first { act.tokens.contains($0.tokens.lowerBound) && givesNotice($0, range.lowerBound) }
            norm.counterparties = grammar.counterparties(
                of: act.tokens.lowerBound..<(notice?.tokens.lowerBound ?? grammar.afterReceiver(act)), notIn: norm.bearers,
                voice: frame.voice)
            if grammar.isFrenchInfinitive(act.tokens.lowerBound) || frame.isFrench {
                norm.counterparties += grammar.frenchCounterparties(of: act, limit: act.reach.upperBound)
                    .filter { !norm.counterparties.contains($0) && !norm.bearers.contains($0) }
            }
            norm.counterparties = norm.counterparties.flatMap { resolved($0, before: act.tokens.lowerBound, notIn: norm.bearers) }
            if frame.voice == .passive {
                // "shall be paid by the Seller to the Buyer": the receiver behind the by-phrase.
                let behind = grammar.receivers(of: act, notIn: norm.bearers) { index in own.contains { $0.tokens.contains(index) } }
                for party in behind where !norm.counterparties.contains(party) { norm.counterparties.append(party) }
            }
            for party in frame.counterparties where !norm.counterparties.contains(party) { norm.counterparties.append(party) }
            norms.append(norm)
        }
        if let gap, let slot = slot(grammar.trimmed(gap.object)) {
            var norm = norm(frame, action: slot)
            norm.bearers = grammar.parties(in: gap.bearer).map(grammar.name)
            norm.conditions = conditions(before, .condition) + norm.conditions
            norm.exceptions = conditions(before, .exception) + norm.exceptions
            norms.append(norm)
        }
    }

    /// "may not assign, or sublet, or share it, without consent": behind the last of several that are forbidden.
    private func closesAll(_ span: Adverbial, _ modality: Modality, _ last: Grammar.Act) -> Bool {
        modality == .prohibition && (span.kind == .exception || span.kind == .condition) && last.joined != .and
            && (grammar.word(span.tokens.lowerBound - 1) == .comma
                || span.kind == .exception && grammar.word(span.tokens.lowerBound) == .without)
            && span.tokens.lowerBound >= last.tokens.upperBound
    }

    private func conditions(_ adverbials: [Adverbial], _ kind: Adverbial.Kind) -> [Slot] {
        adverbials.filter { $0.kind == kind }.sorted { $0.tokens.lowerBound < $1.tokens.lowerBound }.compactMap { span in
            var upper = behindAdverbs(span)
            while upper > span.tokens.lowerBound,
                [.comma, .semicolon, .colon, .fullStop, .dash, .then].contains(grammar.word(upper - 1))
                    || grammar.has(upper - 1, .conjunction)
                    || grammar.tokens[upper - 1].kind == .label
            { upper -= 1 }
            return slot(span.tokens.lowerBound..<upper)
        }
    }

    /// "unless we agree otherwise": the adverbs that close the sentence belong to the clause before them.
    private func behindAdverbs(_ span: Adverbial) -> Int {
        var upper = span.tokens.upperBound
        guard span.isClause else { return upper }
        while upper < sentence.upperBound, grammar.has(upper, .adverb), !grammar.has(upper, .verb.or(.conjunction)) { upper += 1 }
        return upper == sentence.upperBound || grammar.tokens[upper].kind == .mark ? upper : span.tokens.upperBound
    }

    /// The first deadline and the first recurrence; a notice period inside a condition is a deadline as well.
    private func timed(_ norm: inout Norm, _ adverbials: [Adverbial], _ action: Range<Int>, _ subject: Range<Int>) {
        for span in adverbials.sorted(by: { $0.tokens.lowerBound < $1.tokens.lowerBound }) {
            switch span.kind {
            case .deadline: norm.deadline = norm.deadline ?? grammar.scanner.deadline(at: span.tokens.lowerBound)?.deadline
            case .recurrence: norm.recurrence = norm.recurrence ?? grammar.scanner.recurrence(at: span.tokens.lowerBound)?.recurrence
            case .condition where !span.isClause:
                for index in span.tokens {
                    if norm.deadline == nil, let found = grammar.scanner.deadline(at: index), found.deadline.direction == .atLeastBefore,
                        found.deadline.count != nil,
                        found.next <= span.tokens.upperBound
                    {
                        norm.deadline = found.deadline
                    }
                }
            default: break
            }
        }
        if norm.recurrence == nil {
            norm.recurrence = attributiveRecurrence(in: subject) ?? attributiveRecurrence(in: action)
        }
        for span in adverbials where norm.recurrence == nil && span.kind == .deadline {
            norm.recurrence = recurrence(ofDeadline: span.tokens)
        }
        if norm.deadline == nil, norm.modality != .prohibition {
            for index in action where isCounted(index) {
                if let found = grammar.scanner.deadline(at: index), found.deadline.direction == .atLeastBefore,
                    found.next <= action.upperBound
                {
                    norm.deadline = found.deadline
                }
            }
        }
    }

    private func attributiveRecurrence(in range: Range<Int>) -> Recurrence? {
        for index in range { if let found = grammar.scanner.attributiveRecurrence(at: index) { return found.recurrence } }
        return nil
    }

    /// "by the end of each month", "within 30 days after the end of every quarter": what is due at a time that comes again is due again.
    private func recurrence(ofDeadline span: Range<Int>) -> Recurrence? {
        for index in span where grammar.word(index) == .each || grammar.word(index) == .every {
            if let found = grammar.scanner.recurrence(at: index), found.next <= span.upperBound { return found.recurrence }
        }
        return nil
    }

    /// "30 days", "at least two weeks", "not less than".
    private func isCounted(_ index: Int) -> Bool {
        grammar.tokens[index].kind == .number || grammar.has(index, .number) || [.at, .no, .not].contains(grammar.word(index))
    }

    /// "or" between duties is one norm, under a prohibition each is forbidden.
    private func merge(_ acts: [Grammar.Act], _ modality: Modality) -> [Grammar.Act] {
        guard modality == .obligation || modality == .exemption else { return acts }
        var merged: [Grammar.Act] = []
        for act in acts {
            if act.joined == .or, var last = merged.popLast() {
                last.tokens = last.tokens.lowerBound..<act.tokens.upperBound
                last.reach = last.reach.lowerBound..<act.reach.upperBound
                merged.append(last)
            } else {
                merged.append(act)
            }
        }
        return merged
    }

    private func norm(_ frame: Frame, action: Slot) -> Norm {
        var norm = Norm(
            clause: clause, modality: frame.modality, strength: frame.strength, action: action, quote: quote, cue: frame.cue,
            confidence: (frame.confidence * 100).rounded() / 100)
        norm.bearers = frame.bearers
        norm.bearerIsImplied = frame.bearerIsImplied
        norm.counterparties = frame.counterparties
        norm.conditions = frame.conditions
        norm.exceptions = frame.exceptions
        norm.deadline = frame.deadline
        norm.recurrence = frame.recurrence
        return norm
    }

    static func negation(of modality: Modality) -> Modality {
        switch modality {
        case .obligation, .permission: .prohibition
        case .prohibition: .obligation
        case .right: .noRight
        case .exemption: .obligation
        case .noRight: .right
        }
    }
}

extension Grammar {
    /// A comma, and behind it a verb, an adverb in front of it or not.
    func opensVerb(behind comma: Int) -> Bool {
        word(comma) == .comma
            && (has(comma + 1, .verb) && !has(comma + 1, .adverb) || word(comma + 1) == .not && has(comma + 2, .verb)
                || has(comma + 1, .adverb) && has(comma + 2, .verb))
    }
}
