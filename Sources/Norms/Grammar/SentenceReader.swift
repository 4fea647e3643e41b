import Calendar
import Language
import LegalText

/// Reads the norms of one sentence, or of one list item under its stem. Never copied: it holds two dozen arrays.
struct SentenceReader: ~Copyable {
    let grammar: Grammar
    let clause: Int
    let sentence: Range<Int>
    /// What the stem leaves to this item.
    var frame: Frame?
    var norms: [Norm] = []
    /// The last agents named as bearers, in this sentence or the clause's sentence before: what "they" and "it" stand for.
    var antecedents: [String]
    /// A cue without an act: the sentence says how things are, or what counts.
    var sawState = false
    /// What the end of this sentence leaves open to items below it.
    var opened: Frame?

    /// The sentence, or the item, as a range of the text.
    let quote: TextRange

    init(_ grammar: Grammar, clause: Int, sentence: Range<Int>, frame: Frame?, antecedents: [String]) {
        self.grammar = grammar
        self.clause = clause
        self.sentence = sentence
        self.frame = frame
        self.antecedents = antecedents
        quote = grammar.text.bounds(sentence).map { TextRange($0.lowerBound, $0.upperBound) } ?? TextRange(0, 0)
    }

    /// Whom the subject of the clause before names, bound or not.
    var lastSubject: [String] = []
    var lastSubjectIsThing = false

    /// The last duty or leave told by a verb: what "; and to keep" goes on with.
    var lastFrame: Frame?

    mutating func read() {
        var current = frame
        for part in grammar.parts(of: sentence) {
            opened = nil
            read(part, under: current)
            if part.opensList || opened != nil && opened?.opening != .context { current = opened ?? current }
            if let kept = current, kept.opening == .representation { opened = kept }
        }
        if opened == nil, grammar.endsInCondition(sentence) { opened = Frame(opening: .condition) }
    }

    private mutating func read(_ part: SentencePart, under frame: Frame?) {
        let range = grammar.withoutHeading(grammar.trimmedKeepingTime(part.tokens))
        guard !range.isEmpty else { return }
        if let frame, frame.opening == .representation {
            sawState = true
            opened = frame
            return
        }
        if grammar.endsInWarranty(range) {
            opened = Frame(opening: .representation)
            return
        }
        if let frame, frame.opening == .act, startsWithAct(range, frame) {
            emit(frame, acts: range, conditions: [], exceptions: [])
            return
        }
        if let frame, frame.opening == .object, !range.contains(where: { grammar.isFinite($0) && grammar.has($0, .modal) }) {
            emitObject(frame, range)
            return
        }
        if let lastFrame, continues(range) {
            emit(lastFrame, acts: range, conditions: [], exceptions: [])
            return
        }
        readClauses(range, under: frame)
    }

    /// "; and to keep the premises clean", "; insure the building": a verb phrase that goes on with the duty before the semicolon.
    private func continues(_ range: Range<Int>) -> Bool {
        guard !range.contains(where: { grammar.has($0, .modal) && grammar.isFinite($0) }) else { return false }
        var at = range.lowerBound
        while at < range.upperBound, grammar.has(at, .conjunction.or(.adverb)) { at += 1 }
        if grammar.word(at) == .to, grammar.infinitive(at + 1, range.upperBound) != nil { return true }
        return grammar.has(at, .verb) && !grammar.has(at, .agent.or(.thing).or(.adjective).or(.determiner).or(.preposition))
            && grammar.startsNounPhrase(at + 1) && !grammar.tokens[at].isCapital
    }

    private func startsWithAct(_ range: Range<Int>, _ frame: Frame) -> Bool {
        var at = range.lowerBound
        while at < range.upperBound, grammar.has(at, .adverb.or(.negation)) || grammar.word(at) == .to { at += 1 }
        if let opener = grammar.opener(at: at, limit: range.upperBound), opener.kind == .condition {
            at = grammar.extent(of: opener, at: at, limit: range.upperBound, leading: true)
            while at < range.upperBound, grammar.word(at) == .comma || grammar.has(at, .adverb) { at += 1 }
        }
        guard at < range.upperBound else { return false }
        // "(b) in consultation with the Registrar, adopt rules"; but "(ii) in compliance with the instructions" is no act.
        if grammar.has(at, .preposition), grammar.word(at) != .to, !grammar.has(at, .verb.or(.gerund)) {
            return range.contains { grammar.opensVerb(behind: $0) }
                || grammar.verbBehindPhrase(at, min(range.upperBound, at + 6)) != nil
        }
        if frame.voice == .passive { return grammar.has(at, .participle) }
        if frame.isFrench, grammar.isFrenchInfinitive(at) { return true }
        if grammar.has(at, .gerund) { return frame.voice == .active }
        // "(a) access the premises": a noun that has an object is a verb.
        if grammar.has(at, .thing), grammar.has(at + 1, .determiner.or(.possessive)), !grammar.tokens[at].isCapital { return true }
        if grammar.isPlainVerb(at) { return true }
        // Behind "shall:" stands a verb, whether a list knows it or not.
        if frame.voice == .active, grammar.tokens[at].classes.isEmpty, grammar.isWord(at),
            at == range.lowerBound || !grammar.tokens[at].isCapital,
            !range.contains(where: { grammar.isFinite($0) })
        {
            return true
        }
        return grammar.has(at, .verb) && !grammar.has(at, .determiner) || grammar.word(at) == .be || grammar.word(at) == .have
            || grammar.word(at) == .do
            || !grammar.startsNounPhrase(at) && grammar.isWord(at)
    }

    // MARK: Clauses

    private mutating func readClauses(_ range: Range<Int>, under frame: Frame?) {
        let limit = range.upperBound
        var leading: [Adverbial] = []
        var ability = false
        var start = grammar.behindProviso(range) ?? range.lowerBound
        // "Please note that we will".
        if grammar.spells(start, "note") || grammar.reads(start, .please) && grammar.spells(start + 1, "note") {
            let behind = grammar.word(start) == .please ? start + 2 : start + 1
            if [.that, .comma, .colon].contains(grammar.word(behind)) {
                start = behind + 1
            } else if grammar.word(start) == .please {
                start = behind
            }
        }
        // "Second, we will".
        if grammar.has(start, .ordinal), grammar.word(start + 1) == .comma, start + 2 < limit { start += 2 }
        // What stands in front of the main clause.
        while start < limit {
            guard let adverbial = leadingAdverbial(at: start, limit: limit) else { break }
            if [.by, .using, .through].contains(grammar.word(start)) || grammar.reads(start, .in, .this, .way) { ability = true }
            leading.append(adverbial)
            start = adverbial.tokens.upperBound
            // "On 1 January 2013 (the “Start Date”), the Seller shall".
            if grammar.word(start) == .open, grammar.word(grammar.afterBracket(start, limit)) == .comma {
                start = grammar.afterBracket(start, limit)
            }
            while start < limit,
                grammar.word(start) == .comma || grammar.word(start) == .then
                    || grammar.has(start, .adverb) && !grammar.has(start, .negation.or(.agent).or(.thing))
                        && grammar.word(start) != .only && grammar.opener(at: start, limit: limit) == nil
                    || grammar.word(start) == .and
                        && (grammar.opener(at: start + 1, limit: limit) != nil || grammar.has(start + 1, .preposition))
                    // "provided, however, that the Buyer"; but "if either party fails, that party shall".
                    || grammar.word(start) == .that && grammar.startsNounPhrase(start + 1)
                        && (grammar.word(start - 1) != .comma
                            || [.however, .provided, .further].contains(grammar.word(start - 2)))
            { start += 1 }
        }
        var spans: [Adverbial] = []
        var cues: [Cue] = []
        var index = start
        while index < limit {
            if let cue = grammar.cue(at: index, limit: limit) {
                cues.append(cue)
                var at = cue.words.upperBound
                while at < cue.action, at < limit {
                    if let opener = grammar.opener(at: at, limit: cue.action) {
                        var end = grammar.extent(of: opener, at: at, limit: cue.action, leading: false)
                        while end > at + 1, grammar.word(end - 1) == .be || grammar.word(end - 1) == .comma { end -= 1 }
                        spans.append(Adverbial(kind: opener.kind, tokens: at..<end, isClause: opener.isClause))
                        at = max(end, at + 1)
                    } else {
                        at += 1
                    }
                }
                index = max(index + 1, cue.action)
            } else if index > start || !grammar.startsNounPhrase(index), let opener = grammar.opener(at: index, limit: limit) {
                let end = max(index + 1, grammar.extent(of: opener, at: index, limit: limit, leading: false))
                spans.append(Adverbial(kind: opener.kind, tokens: index..<end, isClause: opener.isClause))
                index = end
            } else if grammar.word(index) == .open {
                index = grammar.afterBracket(index, limit)
            } else {
                index += 1
            }
        }
        read(cues, beside: spans, from: start, limit: limit, leading: leading, ability: ability, under: frame)
    }

    /// The adverbial in front of a main clause that begins at `start`; also plain prepositional phrases and participles before a comma.
    private func leadingAdverbial(at start: Int, limit: Int) -> Adverbial? {
        if let opener = grammar.opener(at: start, limit: limit) ?? grammar.invertedCondition(at: start, limit: limit) {
            let end = grammar.extent(of: opener, at: start, limit: limit, leading: true)
            guard end > start else { return nil }
            return Adverbial(kind: opener.kind, tokens: start..<end, isClause: opener.isClause)
        }
        guard
            grammar.has(start, .preposition.or(.gerund).or(.participle)) && !grammar.has(start, .agent)
                || grammar.word(start) == .to && grammar.isWord(start + 1) && !grammar.has(start + 1, .determiner.or(.possessive))
                || grammar.word(start) == .as
        else { return nil }
        if grammar.has(start, .determiner), !grammar.has(start, .gerund) { return nil }
        var index = start + 1
        // "In deciding whether it is in the public interest to grant relief, the officer may".
        var holdsClause = false
        while index < limit {
            if grammar.word(index) == .open {
                index = grammar.afterBracket(index, limit)
                continue
            }
            if [.whether, .how, .what].contains(grammar.word(index)) { holdsClause = true }
            if grammar.word(index) == .comma {
                if grammar.beginsMainClause(index + 1, limit) && (grammar.word(start) == .to || !grammar.isEnumeration(index, limit))
                    || grammar.opener(at: index + 1, limit: limit) != nil
                    || grammar.word(index + 1) == .it
                {
                    return Adverbial(kind: .aside, tokens: start..<index, isClause: false)
                }
            } else if grammar.isFinite(index), !grammar.has(index - 1, .relative), !holdsClause {
                return nil
            }
            index += 1
        }
        return nil
    }

    private mutating func read(
        _ cues: [Cue], beside spans: [Adverbial], from start: Int, limit: Int, leading: [Adverbial], ability: Bool, under frame: Frame?
    ) {
        var cues = cues
        if frame?.opening == .condition {
            let count = cues.count
            cues.removeAll { !grammar.has($0.words.lowerBound, .modal) }
            if cues.count < count { sawState = true }
        }
        var outer: (strength: Strength, cue: Cue)?
        var clauses: [Subject] = []
        var previousEnd = start
        for cue in cues {
            var subject = grammar.subject(
                of: cue, from: previousEnd, isFirst: clauses.isEmpty || clauses.last?.cue.isOuter == true, spans: spans)
            // "warrants that it will not infringe and will comply": the second is said under the same "that".
            if subject.range.isEmpty, let last = clauses.last, last.isEmbedded, !last.isRelative { subject.isEmbedded = true }
            // "Members who are entitled to vote may": the subject of both is what the relative clause describes.
            if let last = clauses.last, last.isEmbedded, clauses.count == 1, let noun = last.isRelative ? last.range : last.described,
                !noun.isEmpty, subject.range.lowerBound <= last.cue.action, !grammar.has(cue.words.lowerBound - 1, .conjunction)
            {
                subject.range = noun
                subject.isEmbedded = false
            }
            clauses.append(subject)
            previousEnd = min(cue.action, limit)
        }
        var previous: [String] = frame?.bearers ?? []
        if clauses.isEmpty, frame?.opening == .context || frame == nil || frame?.opening == .clause {
            let conditions = leading.filter { $0.kind == .condition || $0.kind == .exception }
            // "If the Tenant fails: (a) ..."; a sentence that is complete leaves nothing open.
            if !conditions.isEmpty, start >= limit || grammar.isStemEnd(limit, limit + 1) || grammar.word(limit - 1) == .dash {
                opened = context(conditions, frame)
            }
        }
        for (index, clause) in clauses.enumerated() {
            let cue = clause.cue
            var reach = limit
            if let next = clauses[(index + 1)...].first(where: { !$0.isEmbedded && !$0.isQuestion }) {
                reach = max(cue.action, min(reach, next.start))
            }
            if cue.isOuter {
                let subject = names(of: clause, previous: previous)
                if subject.animacy == .agent { previous = subject.names }
                outer = cue.strength == .binding ? nil : (cue.strength, cue)
                if cue.action >= limit || grammar.trimmed(min(cue.action, limit)..<limit).isEmpty {
                    var frame = Frame(opening: .clause)
                    frame.strength = cue.strength
                    frame.cue = grammar.text.string(cue.words.clamped(to: 0..<limit))
                    frame.bearers = names(of: clause, previous: previous).names
                    opened = frame
                }
                continue
            }
            let near = spans.filter { $0.tokens.lowerBound >= clause.start && $0.tokens.upperBound <= reach }
            read(
                clause, reach: reach, limit: limit, adverbials: leading + near, ability: ability,
                outer: outer?.strength ?? frame.flatMap { $0.opening == .clause ? $0.strength : nil }, outerCue: outer?.cue.words,
                under: frame, previous: &previous)
        }
    }

    private func context(_ adverbials: [Adverbial], _ frame: Frame?) -> Frame {
        var made = frame ?? Frame(opening: .context)
        made.conditions += slots(adverbials, .condition)
        made.exceptions += slots(adverbials, .exception)
        return made
    }

    func slots(_ adverbials: [Adverbial], _ kind: Adverbial.Kind) -> [Slot] {
        adverbials.filter { $0.kind == kind }.sorted { $0.tokens.lowerBound < $1.tokens.lowerBound }.compactMap { slot(trimEnd($0.tokens)) }
    }

    private func trimEnd(_ range: Range<Int>) -> Range<Int> {
        var upper = range.upperBound
        while upper > range.lowerBound,
            [.comma, .semicolon, .colon, .fullStop, .dash].contains(grammar.word(upper - 1)) || grammar.has(upper - 1, .conjunction)
                || grammar.tokens[upper - 1].kind == .label
        { upper -= 1 }
        return range.lowerBound..<upper
    }

    func slot(_ tokens: Range<Int>) -> Slot? {
        guard let bounds = grammar.text.bounds(tokens) else { return nil }
        return Slot(text: grammar.text.string(tokens), range: TextRange(bounds.lowerBound, bounds.upperBound))
    }
}
