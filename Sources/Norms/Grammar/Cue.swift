import Language

/// The words of a sentence that decide a norm, and what they decide.
struct Cue {
    enum Voice {
        case active, passive
        /// The duty is named, not told by a verb: "is responsible for the upkeep".
        case nominal
        /// The subject is itself what is forbidden or required: "smoking is prohibited".
        case subject
    }

    var modality: Modality
    var strength: Strength
    var words: Range<Int>
    /// Where the action begins.
    var action: Int
    var voice = Voice.active
    /// "will", "can", "may": the words allow a reading that is no norm, which subject and verb decide.
    var isWeak = false
    /// Named by the cue itself: "it is the duty of X to", "grants X the right to".
    var bearer: Range<Int>?
    /// Named between the cue and what it is about: "shall not be liable to X for".
    var counterparty: Range<Int>?
    /// What "no X" and "neither" before the cue make of it; nil for prohibition.
    var denied: Modality?
    /// "may, but need not,": the same act is left free as well.
    var isOptional = false
    /// "shall not, and shall not permit its staff to, copy": the verb that shares the act, and what its own modal says.
    var companion: (verb: Int, modality: Modality)?
    /// "it is anticipated that": frames the clause behind `action`, which has its own cue or none.
    var isOuter = false
    var confidence = Confidence.plain
}

extension Grammar {
    /// The cue that begins at `index`; nil where none does, or where the words state a mere fact.
    func cue(at index: Int, limit: Int) -> Cue? {
        let token = tokens[index]
        guard token.is(.cue) || token.word == .it || token.word == .il else { return nil }
        switch token.word {
        case .shall, .must, .may, .will, .should, .can, .cannot, .would, .ought, .need, .needs: return modalCue(index, limit)
        case .is, .are: return copularCue(index, index, limit, modal: nil)
        case .has, .have: return possessionCue(index, index, limit, modal: nil)
        case .agree, .agrees, .undertake, .undertakes, .covenant, .covenants, .promise, .promises, .pledge, .pledges, .commit, .commits:
            return promiseCue(index, limit)
        case .reserve, .reserves, .retains: return reservationCue(index, limit)
        case .intend, .intends, .hope, .hopes, .propose, .proposes, .expect, .expects, .anticipates, .aim, .aims, .plan, .plans, .seek,
            .seeks:
            return intentionCue(index, limit) ?? demandCue(index, limit)
        case .requires, .require, .allow, .allows, .permit, .permits: return demandCue(index, limit)
        case .grant, .grants: return grantCue(index, limit)
        case .committed where word(index - 1) == .remain || spells(index - 1, "remains"):
            guard word(index + 1) == .to else { return nil }
            return commitmentCue(index - 1, index + 2, limit, false)
        case .recognise, .recognises, .recognize, .recognizes, .acknowledge, .acknowledges: return principleCue(index, limit)
        case .commitment, .commitments: return includedCommitmentCue(index, limit)
        case .it: return impersonalCue(index, limit)
        case .nothing: return nothingCue(index, limit)
        case .do, .please, .never, .refrain: return imperativeCue(index, limit)
        case .permitted, .allowed, .prohibited, .forbidden: return fragmentCue(index, limit)
        case .right, .rights, .option: return listedGrantCue(index, limit)
        default:
            return token.is(.french) ? frenchCue(index, limit) : authorisingCue(index, limit) ?? refusedLiabilityCue(index, limit)
        }
    }
}
