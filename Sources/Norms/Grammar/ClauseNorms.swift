import Calendar
import Language
import LegalText

/// From one cue with its subject to norms: who is bound, whether anybody acts, what is left open to items.
extension SentenceReader {
    mutating func read(
        _ clause: Subject, reach: Int, limit: Int, adverbials: [Adverbial], ability: Bool, outer: Strength?, outerCue: Range<Int>?,
        under frame: Frame?, previous: inout [String]
    ) {
        var cue = clause.cue
        // "You agree that we can use your information": leave, given by whoever agrees.
        if outer == .commitment, cue.isWeak, grammar.word(cue.words.lowerBound) == .can { cue.isWeak = false }
        if clause.isEmbedded || clause.isQuestion { return }
        var (bearers, animacy, implied) = names(of: clause, previous: previous)
        // "Heritage shall invoice Premier": a name, by what only somebody does.
        if animacy != .agent, cue.voice == .active, grammar.isActor(clause.range, of: cue.action) { animacy = .agent }
        if !clause.range.isEmpty, !clause.isRelative {
            lastSubject = animacy == .agent ? bearers : []
            lastSubjectIsThing = animacy == .thing
        }
        // "The review will be carried out by the two bodies and will be completed": by them, and not done to them.
        if clause.range.isEmpty, cue.voice == .passive, lastSubjectIsThing { animacy = .thing }
        if let named = cue.bearer {
            bearers = named.isEmpty ? [] : grammar.holder(named).map { [$0] } ?? grammar.parties(in: named).map(grammar.name)
            animacy = .agent
        }
        // "No party may", "Nothing in this Agreement shall prevent X from".
        let first = grammar.trimmed(clause.range).first ?? clause.start
        if [.no, .neither, .none, .nobody, .aucun, .aucune, .nul].contains(grammar.word(first)), !grammar.isNumberSign(first),
            cue.modality == .permission || cue.modality == .obligation || cue.modality == .right
        {
            cue.modality = cue.denied ?? (cue.modality == .right ? .noRight : .prohibition)
        }
        // "“Institution” shall include": what the word means.
        var quoted = grammar.word(first) == .that ? first + 1 : first
        // "The term “guardian” as used in this article shall include".
        let isTerm = grammar.spells(quoted + 1, anyOf: Self.expressions) && grammar.word(quoted + 2) == .quote
        if isTerm { quoted += 2 }
        if grammar.word(quoted) == .quote, let last = clause.range.last, isTerm || grammar.word(last) == .quote, cue.voice != .passive {
            sawState = true
            lastSubject = []
            return
        }
        if grammar.word(first) == .nothing {
            guard let freed = freedom(cue, limit) ?? denial(cue, limit) else {
                sawState = true
                return
            }
            cue = freed
            bearers = grammar.parties(in: freed.bearer ?? 0..<0).map(grammar.name)
            animacy = .agent
        }
        let negatedRights =
            grammar.word(first) == .no && cue.voice == .passive
            && clause.range.contains { [.right, .rights, .license, .licence].contains(grammar.word($0)) } && grammar.isGiving(cue.action)
        // "shall not be liable for: (a) ...": items of content; the words themselves are the act.
        if cue.voice == .nominal, cue.strength != .principle, cue.action >= limit, cue.words.upperBound <= limit,
            cue.words.count > 1, !cue.words.contains(where: { grammar.word($0) == .responsible })
        {
            cue.action =
                (cue.words.lowerBound..<limit).last { grammar.word($0) == .liable } ?? cue.words.last { !grammar.has($0, .preposition) }
                ?? cue.words.lowerBound
        }
        // "The following activities are not allowed: (a) ...": each item is what is forbidden.
        if cue.voice == .subject || cue.action >= limit, animacy != .agent, grammar.word(limit) == .colon,
            clause.range.contains(where: { grammar.word($0) == .following })
        {
            var made = Frame(opening: .object)
            made.modality = cue.modality
            made.cue = grammar.text.string(cue.words)
            made.confidence = Confidence.value
            opened = made
            return
        }
        if let announced = grammar.announcesItems(cue.action, limit) { cue.modality = announced ? .right : cue.modality }
        // "Smoking is prohibited." says all there is to say.
        let isComplete = cue.voice == .subject && ![.colon, .dash].contains(grammar.word(limit)) && grammar.tokens[limit].kind != .label
        if !isComplete,
            cue.action >= min(reach, limit) || grammar.trimmed(cue.action..<min(reach, limit)).isEmpty
                || grammar.announcesItems(cue.action, limit) != nil
                || cue.action == limit - 1 && grammar.spells(cue.action, "seek") && grammar.isStemEnd(limit, limit + 1)
                || limit - cue.action == 2 && grammar.word(limit - 1) == .to
        {
            // The sentence stops at its modal: items follow.
            if animacy == .thing, cue.voice == .active, !clause.isRelative { sawState = true }
            var made = Frame(opening: .act)
            made.modality = cue.modality
            made.strength = outer ?? cue.strength
            made.cue = grammar.text.string(cue.words)
            made.isFrench = grammar.has(cue.words.lowerBound, .french)
            made.confidence = cue.confidence * 0.95
            // "is responsible for: (a) keeping": the items are acts.
            made.voice = cue.voice == .nominal ? .active : cue.voice
            let times = adverbials.first { $0.kind == .deadline }
            made.deadline = times.flatMap { grammar.scanner.deadline(at: $0.tokens.lowerBound)?.deadline }
            made.bearers = animacy == .agent || animacy == .unknown ? bearers : previous.isEmpty ? [] : previous
            if animacy == .thing, !clause.isRelative { made.bearers = [] }
            if clause.isRelative, animacy == .thing { made.bearerIsImplied = true }
            made.conditions = slots(adverbials, .condition) + (frame?.conditions ?? [])
            made.exceptions = slots(adverbials, .exception) + (frame?.exceptions ?? [])
            if cue.voice == .nominal, cue.strength == .principle { made.opening = .object }
            if animacy != .thing || clause.isRelative { opened = made }
            return
        }
        guard negatedRights || grammar.makesNorm(cue, subject: animacy, ability: ability, subjectRange: clause.range) else {
            sawState = true
            if animacy == .agent { previous = bearers }
            return
        }
        var made = Frame(opening: .act)
        made.modality = negatedRights ? .noRight : cue.modality
        made.strength = cue.strength
        if let outer { made.strength = outer }
        made.cue = outerCue.map { grammar.text.string($0) } ?? grammar.text.string(cue.words)
        made.confidence = cue.confidence * Confidence.given(animacy, cue.voice)
        made.voice = cue.voice
        made.isFrench = grammar.has(cue.words.lowerBound, .french)
        made.counterparties = cue.counterparty.map { grammar.parties(in: $0).map(grammar.name) } ?? []
        switch cue.voice {
        case .passive:
            let byPhrase = agentPhrase(cue.action, min(reach, limit), adverbials)
            if animacy == .agent { made.counterparties = bearers }
            if let byPhrase {
                bearers = grammar.parties(in: byPhrase).map(grammar.name)
                if grammar.animacy(of: byPhrase) == .thing, !grammar.isOffice(byPhrase) { bearers = [] }
            } else if clause.range.isEmpty || isPronounSubject(clause), !previous.isEmpty, animacy != .agent || isPronounSubject(clause) {
                bearers = previous
                implied = true
                made.counterparties = []
            } else if animacy == .agent,
                cue.words.contains(where: {
                    [.required, .entitled, .permitted, .obliged, .allowed, .right, .rights].contains(grammar.word($0))
                })
            {
                made.counterparties = []
            } else if animacy == .thing, let holder = consentHolder(clause.range) {
                bearers = holder
                implied = true
            } else {
                bearers = []
            }
        case .subject:
            bearers = animacy == .agent && cue.bearer != nil ? bearers : []
        case _ where animacy == .thing && cue.bearer == nil:
            bearers = []
        default: break
        }
        made.bearers = bearers
        made.bearerIsImplied = implied
        if cue.voice == .active, !clause.isRelative { lastFrame = made }
        made.conditions = frame?.conditions ?? []
        made.exceptions = frame?.exceptions ?? []
        let action =
            cue.voice == .subject
            ? grammar.withoutNegation(grammar.trimmed(clause.range)) : cue.action..<min(reach, limit)
        let earlier = norms.count
        emit(made, acts: action, adverbials: adverbials, attributive: clause.range)
        if let companion = cue.companion {
            for index in earlier..<norms.count {
                var norm = norms[index]
                guard let verb = grammar.text.bounds(companion.verb..<(companion.verb + 1)), verb.lowerBound < norm.action.range.end else {
                    continue
                }
                let range = TextRange(verb.lowerBound, norm.action.range.end)
                norm.action = Slot(text: String(decoding: grammar.text.bytes[range.start..<range.end], as: UTF8.self), range: range)
                norm.modality = companion.modality
                norms.append(norm)
            }
        }
        if cue.isOptional, made.modality == .permission || made.modality == .right {
            made.modality = .exemption
            emit(made, acts: action, adverbials: adverbials, attributive: clause.range)
        }
        if animacy == .thing, grammar.isEvent(clause.range) { attend(clause.range, from: earlier) }
        if !bearers.isEmpty { previous = bearers }
        if !bearers.isEmpty, !implied { antecedents = bearers }
    }

    private static let expressions = TextBytes.hashes("term terms word words expression expressions phrase")

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
}
