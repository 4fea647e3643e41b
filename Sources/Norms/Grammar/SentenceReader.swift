import Calendar
import Language
import LegalText

/// Reads the norms of one sentence, or of one list item under its stem.
struct SentenceReader {
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
    private(set) var opened: Frame?

    private var quote: TextRange

    init(_ grammar: Grammar, clause: Int, sentence: Range<Int>, frame: Frame?, antecedents: [String]) {
        self.grammar = grammar
        self.clause = clause
        self.sentence = sentence
        self.frame = frame
        self.antecedents = antecedents
        quote = grammar.text.bounds(sentence).map { TextRange($0.lowerBound, $0.upperBound) } ?? TextRange(0, 0)
    }

    mutating func read() {
        var current = frame
        for part in grammar.parts(of: sentence) {
            opened = nil
            read(part, under: current)
            if part.opensList || opened != nil && opened?.opening != .context { current = opened ?? current }
        }
    }

    private mutating func read(_ part: SentencePart, under frame: Frame?) {
        let range = grammar.withoutHeading(grammar.trimmed(part.tokens))
        guard !range.isEmpty else { return }
        if let frame, frame.opening == .act, startsWithAct(range, frame) {
            emit(frame, acts: range, conditions: [], exceptions: [])
            return
        }
        if let frame, frame.opening == .object, !range.contains(where: { grammar.isFinite($0) && grammar.has($0, .modal) }) {
            emitObject(frame, range)
            return
        }
        readClauses(range, under: frame)
    }

    private func startsWithAct(_ range: Range<Int>, _ frame: Frame) -> Bool {
        var at = range.lowerBound
        while at < range.upperBound, grammar.has(at, [.adverb, .negation]) || grammar.word(at) == .to { at += 1 }
        if let opener = grammar.opener(at: at, limit: range.upperBound), opener.kind == .condition {
            at = grammar.extent(of: opener, at: at, limit: range.upperBound, leading: true)
            while at < range.upperBound, grammar.word(at) == .comma || grammar.has(at, .adverb) { at += 1 }
        }
        guard at < range.upperBound else { return false }
        if frame.voice == .passive { return grammar.has(at, .participle) }
        if grammar.has(at, .gerund) { return frame.voice == .active }
        return grammar.has(at, .verb) && !grammar.has(at, .determiner) || grammar.word(at) == .be || grammar.word(at) == .have
            || grammar.word(at) == .do
            || !grammar.startsNounPhrase(at) && grammar.isWord(at)
    }

    // MARK: Clauses

    private enum Event {
        case adverbial(Adverbial)
        case cue(Cue)
    }

    private mutating func readClauses(_ range: Range<Int>, under frame: Frame?) {
        let limit = range.upperBound
        var leading: [Adverbial] = []
        var ability = false
        var start = range.lowerBound
        // What stands in front of the main clause.
        while start < limit {
            guard let adverbial = leadingAdverbial(at: start, limit: limit) else { break }
            if [.by, .using, .through].contains(grammar.word(start)) || grammar.reads(start, .in, .this, .way) { ability = true }
            leading.append(adverbial)
            start = adverbial.tokens.upperBound
            while start < limit,
                grammar.word(start) == .comma || grammar.word(start) == .then
                    || grammar.has(start, .adverb) && !grammar.has(start, [.negation, .agent, .thing])
                        && grammar.word(start) != .only
                    || grammar.word(start) == .and && grammar.opener(at: start + 1, limit: limit) != nil
            { start += 1 }
        }
        var events: [Event] = []
        var index = start
        while index < limit {
            if let cue = grammar.cue(at: index, limit: limit) {
                events.append(.cue(cue))
                var at = cue.words.upperBound
                while at < cue.action, at < limit {
                    if let opener = grammar.opener(at: at, limit: cue.action) {
                        let end = grammar.extent(of: opener, at: at, limit: cue.action, leading: false)
                        events.append(.adverbial(Adverbial(kind: opener.kind, tokens: at..<end, isClause: opener.isClause)))
                        at = max(end, at + 1)
                    } else {
                        at += 1
                    }
                }
                index = max(index + 1, cue.action)
            } else if index > start || !grammar.startsNounPhrase(index), let opener = grammar.opener(at: index, limit: limit) {
                let end = max(index + 1, grammar.extent(of: opener, at: index, limit: limit, leading: false))
                events.append(.adverbial(Adverbial(kind: opener.kind, tokens: index..<end, isClause: opener.isClause)))
                index = end
            } else if grammar.word(index) == .open {
                index = grammar.afterBracket(index, limit)
            } else {
                index += 1
            }
        }
        readEvents(events, from: start, limit: limit, leading: leading, ability: ability, under: frame)
    }

    /// The adverbial in front of a main clause that begins at `start`; also plain prepositional phrases and participles before a comma.
    private func leadingAdverbial(at start: Int, limit: Int) -> Adverbial? {
        if let opener = grammar.opener(at: start, limit: limit) {
            let end = grammar.extent(of: opener, at: start, limit: limit, leading: true)
            guard end > start else { return nil }
            return Adverbial(kind: opener.kind, tokens: start..<end, isClause: opener.isClause)
        }
        guard
            grammar.has(start, [.preposition, .gerund, .participle]) && !grammar.has(start, .agent)
                || grammar.word(start) == .to && grammar.has(start + 1, .verb) || grammar.word(start) == .as
        else { return nil }
        if grammar.has(start, .determiner), !grammar.has(start, .gerund) { return nil }
        var index = start + 1
        while index < limit {
            if grammar.word(index) == .open {
                index = grammar.afterBracket(index, limit)
                continue
            }
            if grammar.word(index) == .comma {
                if grammar.beginsMainClause(index + 1, limit) || grammar.opener(at: index + 1, limit: limit) != nil
                    || grammar.word(index + 1) == .it
                {
                    return Adverbial(kind: .aside, tokens: start..<index, isClause: false)
                }
            } else if grammar.isFinite(index), !grammar.has(index - 1, .relative) {
                return nil
            }
            index += 1
        }
        return nil
    }

    private mutating func readEvents(
        _ events: [Event], from start: Int, limit: Int, leading: [Adverbial], ability: Bool, under frame: Frame?
    ) {
        var spans: [Adverbial] = []
        for case .adverbial(let adverbial) in events { spans.append(adverbial) }
        let cues: [Cue] = events.compactMap { if case .cue(let cue) = $0 { cue } else { nil } }
        var outer: (strength: Strength, cue: Cue)?
        var clauses: [Subject] = []
        var previousEnd = start
        for cue in cues {
            let subject = grammar.subject(
                of: cue, from: previousEnd, isFirst: clauses.isEmpty || clauses.last?.cue.isOuter == true, spans: spans)
            clauses.append(subject)
            previousEnd = min(cue.action, limit)
        }
        var previous: [String] = frame?.bearers ?? []
        if clauses.isEmpty, frame?.opening == .context || frame == nil || frame?.opening == .clause {
            let conditions = leading.filter { $0.kind == .condition || $0.kind == .exception }
            if !conditions.isEmpty { opened = context(conditions, frame) }
        }
        for (index, clause) in clauses.enumerated() {
            let cue = clause.cue
            var reach = limit
            if let next = clauses[(index + 1)...].first(where: { !$0.isEmbedded }) { reach = max(cue.action, min(reach, next.start)) }
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

    private func slots(_ adverbials: [Adverbial], _ kind: Adverbial.Kind) -> [Slot] {
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

    // MARK: One clause

    /// The bearers that a clause's subject names; pronouns and an elided subject are resolved inside the clause.
    private func names(of clause: Subject, previous: [String]) -> (names: [String], animacy: Grammar.Animacy, implied: Bool) {
        guard !clause.range.isEmpty else {
            if !previous.isEmpty { return (previous, .agent, false) }
            return (antecedentsIfItem, antecedentsIfItem.isEmpty ? .unknown : .agent, false)
        }
        let range = grammar.trimmed(clause.range)
        if range.count == 1 {
            switch grammar.word(range.lowerBound) {
            case .it, .they, .he, .she:
                let known = previous.isEmpty ? (agentsBefore(range.lowerBound) ?? antecedents) : previous
                let agentive = !known.isEmpty
                if agentive, grammar.word(range.lowerBound) != .it || known.count == 1 { return (known, .agent, false) }
                return ([grammar.name(range)], grammar.word(range.lowerBound) == .it ? .unknown : .agent, false)
            default: break
            }
        }
        let animacy = grammar.animacy(of: range)
        return (grammar.parties(in: range).map(grammar.name), animacy, false)
    }

    /// The last subject before `index` in this sentence that can act: "Where the body fails, it shall".
    private func agentsBefore(_ index: Int) -> [String]? {
        var found: Range<Int>?
        var at = sentence.lowerBound
        while at < index {
            if grammar.has(at, .subordinator) || grammar.reads(at, .the, .event) || grammar.word(at) == .that {
                var end = at + 1
                while end < index, end - at < 16,
                    !grammar.has(end, [.auxiliary, .modal, .presentVerb]) || grammar.has(end, [.agent, .thing]),
                    !grammar.has(end, .verb) || grammar.has(end, [.agent, .thing, .determiner]),
                    grammar.word(end) != .comma
                { end += 1 }
                let range = grammar.trimmed((at + 1)..<end)
                if grammar.startsNounPhrase(range.lowerBound), grammar.animacy(of: range) == .agent,
                    !grammar.has(range.lowerBound, .pronoun) || range.count > 1
                {
                    found = range
                }
            }
            at += 1
        }
        return found.map { grammar.parties(in: $0).map(grammar.name) }
    }

    /// "them" in a counterparty's place: who was named before and is not bound.
    func resolved(_ party: String, before index: Int, notIn bearers: [String]) -> [String] {
        guard ["them", "him", "her", "it"].contains(party.lowercased()) else { return [party] }
        let named = (agentsBefore(index) ?? []).filter { !bearers.contains($0) }
        return named.isEmpty ? [party] : named
    }

    private var antecedentsIfItem: [String] { frame?.bearers ?? [] }

    private mutating func read(
        _ clause: Subject, reach: Int, limit: Int, adverbials: [Adverbial], ability: Bool, outer: Strength?, outerCue: Range<Int>?,
        under frame: Frame?, previous: inout [String]
    ) {
        var cue = clause.cue
        if clause.isEmbedded || clause.isQuestion { return }
        var (bearers, animacy, implied) = names(of: clause, previous: previous)
        if let named = cue.bearer {
            bearers = named.isEmpty ? [] : grammar.parties(in: named).map(grammar.name)
            animacy = .agent
        }
        // "No party may", "Nothing in this Agreement shall prevent X from".
        let first = grammar.trimmed(clause.range).first ?? clause.start
        if [.no, .neither, .none, .nobody, .aucun, .aucune, .nul].contains(grammar.word(first)),
            cue.modality == .permission || cue.modality == .obligation
        {
            cue.modality = .prohibition
        }
        if grammar.word(first) == .nothing {
            guard let freed = freedom(cue, limit) else {
                sawState = true
                return
            }
            cue = freed
            bearers = grammar.parties(in: freed.bearer ?? 0..<0).map(grammar.name)
            animacy = .agent
        }
        let negatedRights =
            grammar.word(first) == .no && cue.voice == .passive
            && clause.range.contains { [.right, .rights, .license, .licence].contains(grammar.word($0)) }
        if cue.action >= min(reach, limit) || grammar.trimmed(cue.action..<min(reach, limit)).isEmpty {
            // The sentence stops at its modal: items follow.
            if animacy == .thing, cue.voice == .active, !clause.isRelative { sawState = true }
            var made = Frame(opening: .act)
            made.modality = cue.modality
            made.strength = outer ?? cue.strength
            made.cue = grammar.text.string(cue.words)
            made.confidence = cue.confidence * 0.95
            made.voice = cue.voice
            made.bearers = animacy == .agent || animacy == .unknown ? bearers : previous.isEmpty ? [] : previous
            if animacy == .thing, !clause.isRelative { made.bearers = [] }
            if clause.isRelative, animacy == .thing { made.bearerIsImplied = true }
            made.conditions = slots(adverbials, .condition) + (frame?.conditions ?? [])
            made.exceptions = slots(adverbials, .exception) + (frame?.exceptions ?? [])
            if animacy != .thing || clause.isRelative { opened = made }
            return
        }
        let isForecast = outer == nil || cue.voice != .active
        if isForecast || animacy != .thing || true {
            guard negatedRights || grammar.makesNorm(cue, subject: animacy, ability: ability, subjectRange: clause.range) else {
                sawState = true
                if animacy == .agent { previous = bearers }
                return
            }
        }
        var made = Frame(opening: .act)
        made.modality = negatedRights ? .noRight : cue.modality
        made.strength = cue.strength
        if let outer { made.strength = outer }
        made.cue = outerCue.map { grammar.text.string($0) } ?? grammar.text.string(cue.words)
        made.confidence = cue.confidence * (animacy == .agent ? 1 : cue.voice == .passive ? 0.85 : 0.8)
        made.voice = cue.voice
        made.counterparties = []
        switch cue.voice {
        case .passive:
            let byPhrase = agentPhrase(cue.action, min(reach, limit), adverbials)
            if animacy == .agent { made.counterparties = bearers }
            if let byPhrase {
                bearers = grammar.parties(in: byPhrase).map(grammar.name)
                if grammar.animacy(of: byPhrase) == .thing { bearers = [] }
            } else if clause.range.isEmpty || isPronounSubject(clause), !previous.isEmpty, animacy != .agent || isPronounSubject(clause) {
                bearers = previous
                implied = true
                made.counterparties = []
            } else if animacy == .agent,
                cue.words.contains(where: { [.required, .entitled, .permitted, .obliged, .allowed].contains(grammar.word($0)) })
            {
                made.counterparties = []
            } else {
                bearers = []
            }
        case .subject:
            bearers = animacy == .agent && cue.bearer != nil ? bearers : []
        case .active where animacy == .thing:
            bearers = []
        default: break
        }
        made.bearers = bearers
        made.bearerIsImplied = implied
        made.conditions = frame?.conditions ?? []
        made.exceptions = frame?.exceptions ?? []
        let action =
            cue.voice == .subject
            ? grammar.trimmed(clause.range).lowerBound..<grammar.trimmed(clause.range).upperBound : cue.action..<min(reach, limit)
        let earlier = norms.count
        emit(made, acts: action, adverbials: adverbials, attributive: clause.range)
        if animacy == .thing, grammar.isEvent(clause.range) { attend(clause.range, from: earlier) }
        if !bearers.isEmpty { previous = bearers }
        if !bearers.isEmpty, !implied { antecedents = bearers }
    }

    private func isPronounSubject(_ clause: Subject) -> Bool {
        let range = grammar.trimmed(clause.range)
        return range.count == 1 && [.it, .they, .this, .these].contains(grammar.word(range.lowerBound))
    }

    /// "meetings of senior staff will take place": who meets, attends.
    private mutating func attend(_ subject: Range<Int>, from first: Int) {
        guard let head = grammar.head(of: subject), [.of, .between].contains(grammar.word(head + 1)) else { return }
        let end = (head + 2..<subject.upperBound).first { grammar.word($0) == .comma } ?? subject.upperBound
        let people = grammar.parties(in: (head + 2)..<end).filter { grammar.animacy(of: $0) == .agent }
        for index in norms.indices.dropFirst(first) {
            norms[index].participants += people.map { Participant(name: grammar.name($0), role: .attends) }
        }
    }

    /// "... shall prevent the Buyer from seeking": the buyer's permission.
    private func freedom(_ cue: Cue, _ limit: Int) -> Cue? {
        guard
            grammar.word(cue.action) == .prevent || grammar.spells(cue.action, "preclude") || grammar.spells(cue.action, "prohibit")
                || grammar.spells(cue.action, "restrict"),
            let from = (cue.action + 1..<limit).first(where: { grammar.word($0) == .from && grammar.has($0 + 1, .gerund) })
        else { return nil }
        var made = cue
        made.modality = .permission
        made.bearer = (cue.action + 1)..<from
        made.action = from + 1
        made.isWeak = false
        return made
    }

    private func agentPhrase(_ action: Int, _ limit: Int, _ adverbials: [Adverbial]) -> Range<Int>? {
        var index = action + 1
        while index < limit {
            if let span = adverbials.first(where: { $0.tokens.contains(index) }) {
                index = span.tokens.upperBound
                continue
            }
            if grammar.word(index) == .by, grammar.startsNounPhrase(index + 1), !grammar.has(index + 1, .gerund),
                grammar.tokens[index + 1].kind != .number
            {
                var end = index + 1
                while end < limit, !adverbials.contains(where: { $0.tokens.contains(end) }) {
                    let token = grammar.tokens[end]
                    if token.kind == .mark, token.word != .comma || !grammar.isEnumeration(end, limit) { break }
                    if token.is([.preposition, .relative]), ![.of, .for].contains(token.word) { break }
                    if token.is(.participle), !token.is([.agent, .thing]), end > index + 1, !token.isCapital { break }
                    if grammar.has(end, .conjunction),
                        grammar.has(end + 1, [.participle, .verb, .modal]) && !grammar.has(end + 1, [.agent, .thing])
                    {
                        break
                    }
                    end += 1
                }
                let range = (index + 1)..<end
                return grammar.animacy(of: range) == .agent ? range : nil
            }
            index += 1
        }
        return nil
    }
}
