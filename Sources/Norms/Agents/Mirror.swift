import Language
import LegalText

/// What a norm means for one party: its own modality for the bearer, and for the other side what follows from it.
///
/// A duty of A toward B is a right of B, and so is what A must not do to B; what A need not do for B, B cannot claim. Where the text
/// leaves out who is bound ("the Tenant may not be charged"), it is the side that is not protected.
struct Mirror {
    let mentions: PartyMentions
    let text: TokenizedText

    /// - Parameter isOptional: the norm frees from what another allows the same bearer.
    func modalities(of norm: Norm, isOptional: Bool) -> (modalities: [Modality], isOwn: Bool) {
        let bearers = norm.bearers.map(mentions.side(of:))
        let receivers = norm.counterparties.map(mentions.side(of:))
        let isOwn = bearers.contains(.same) || bearers.contains(.shared)
        if gets(norm) {
            // "shall receive a salary": who receives has the right, who gives the duty.
            if isOwn { return ([.right], true) }
            if bearers.contains(.opposite), norm.counterparties.isEmpty || receivers.contains(.same) { return ([.obligation], false) }
        }
        if isOwn { return ([norm.modality == .obligation && isChoice(norm) ? .right : norm.modality], true) }
        if bearers.isEmpty {
            if receivers.contains(.same) { return (mirrored(norm), false) }
            if receivers.contains(.opposite) { return ([norm.modality], false) }
            switch owner(in: norm.quote) {
            case .same: return (mirrored(norm), false)
            case .opposite: return (norm.modality == .permission ? [] : [norm.modality], false)
            case .shared, .unknown: return ([], false)
            }
        }
        // "may, but need not, pay the Employee a bonus": what is left free takes nothing from whom it would go to.
        if norm.modality == .exemption, isOptional { return ([], false) }
        if receivers.contains(.same) || receivers.contains(.shared) && bearers.contains(.opposite) { return (mirrored(norm), false) }
        if bearers.contains(.opposite), norm.modality == .obligation, serves(norm) { return ([.right], false) }
        // "shall not solicit any customer of the Company": what is kept from its own.
        if bearers.contains(.opposite), norm.modality == .prohibition, receivers.allSatisfy({ $0 == .unknown }), isOwned(in: norm) {
            return ([.right], false)
        }
        // "Landlord shall not be liable for damage to Tenant's property": whose it is cannot claim it.
        if bearers.contains(.opposite), norm.modality == .exemption, norm.counterparties.isEmpty, concerns(norm) {
            return ([.noRight], false)
        }
        return ([], false)
    }

    /// "any customer of the Company"; "interfere with Tenant's use", where the owner stands right behind the verb.
    private func isOwned(in norm: Norm) -> Bool {
        let act = tokens(in: norm.action.range, of: norm)
        return act.contains { index in
            mentions.side(index) == .same
                && ((max(0, index - 2)..<index).contains { text.tokens[$0].word == .of }
                    || index - act.lowerBound < 4 && index + 1 < text.tokens.count && text.tokens[index + 1].kind == .genitive)
        }
    }

    /// What the one need not do speaks of the other's things, or the other acknowledges it.
    private func concerns(_ norm: Norm) -> Bool {
        let isNamed = tokens(in: norm.action.range, of: norm).contains { index in
            mentions.side(index) == .same && index > 0 && text.tokens[index - 1].word != .by
        }
        return isNamed || tokens(in: norm.quote, of: norm).contains { mentions.side($0) == .same && isAccepting($0 + 1) }
    }

    private func isAccepting(_ index: Int) -> Bool {
        guard index < text.tokens.count else { return false }
        let verb = text.tokens[index]
        return [.acknowledges, .acknowledge, .agrees, .agree].contains(verb.word)
            || Self.accepting.contains(TextBytes.hash(verb.lower, verb.upper, in: text.bytes))
    }

    private static let accepting = TextBytes.hashes("accepts accept understands understand")

    private func mirrored(_ norm: Norm) -> [Modality] {
        switch norm.modality {
        case .obligation: takes(norm) ? [] : [.right]
        case .prohibition: [.right]
        case .exemption: [.noRight]
        case .noRight: [.exemption]
        case .right: demands(norm) ? [.obligation] : []
        case .permission: []
        }
    }

    private func verb(of norm: Norm) -> Substring.UTF8View { norm.action.text.utf8.prefix { $0 != 0x20 } }

    private func starts(_ norm: Norm, with verbs: [StaticString]) -> Bool {
        let verb = verb(of: norm)
        return verbs.contains { spelling in spelling.withUTF8Buffer { verb.elementsEqual($0) } }
    }

    private func gets(_ norm: Norm) -> Bool {
        if norm.modality == .right { return starts(norm, with: ["receive"]) }
        guard norm.modality == .obligation else { return false }
        if starts(norm, with: ["retain", "have"]) {
            return names(norm, ["ownership", "title", "right", "control", "interest", "possession"])
        }
        if norm.action.text.hasPrefix("have, hold") || norm.action.text.hasPrefix("have and hold") { return true }
        return starts(norm, with: ["receive", "enjoy", "hold", "own"]) && !isHeldFor(norm)
    }

    private func names(_ norm: Norm, _ nouns: [String]) -> Bool {
        let words = norm.action.text.lowercased().split { !$0.isLetter }.prefix(8)
        return words.contains { word in nouns.contains { word.hasPrefix($0) || word.hasSuffix($0) } }
    }

    /// "shall be determined by X in its sole discretion": X may decide as it likes.
    private func isChoice(_ norm: Norm) -> Bool {
        for index in tokens(in: norm.quote, of: norm) where text.tokens[index].word == .discretion {
            return (max(0, index - 4)..<index).contains { [.its, .his, .her, .their].contains(text.tokens[$0].word) }
                && starts(norm, with: ["determined", "decided", "determine", "decide", "selected", "set", "approved"])
        }
        return false
    }

    /// "hold harmless", "hold in trust": a duty all the same.
    private func isHeldFor(_ norm: Norm) -> Bool {
        guard starts(norm, with: ["hold"]) else { return false }
        var before: [UInt8] = []
        let start = norm.action.range.start
        if norm.action.clause == nil, start > 12, start <= text.bytes.count { before = Array(text.bytes[(start - 12)..<start]) }
        let words = String(decoding: before, as: UTF8.self).lowercased()
        return !(words.contains("peace") || words.contains("quiet"))
    }

    /// What is taken from somebody does not serve him.
    private func takes(_ norm: Norm) -> Bool { starts(norm, with: ["withhold", "deduct", "retain", "collect", "recover", "charge"]) }

    private func demands(_ norm: Norm) -> Bool {
        starts(
            norm,
            with: [
                "require", "receive", "recover", "demand", "cause", "claim", "compel", "obtain", "payment", "compensation", "reimbursement",
            ])
    }

    /// "deliver the Goods to Buyer's warehouse", "minimise interference with Tenant's business".
    private func serves(_ norm: Norm) -> Bool {
        // "shall look solely to Landlord's interest": nothing is brought there.
        if starts(norm, with: ["look"]) { return false }
        for index in tokens(in: norm.action.range, of: norm) where text.tokens[index].kind == .genitive && mentions.side(index - 1) == .same
        {
            var at = index - 2
            while at >= 0, text.tokens[at].is(.determiner.or(.adjective)) { at -= 1 }
            if at >= 0, [.to, .with, .for].contains(text.tokens[at].word) || isProtecting(at), !isRule(index + 1) { return true }
        }
        return false
    }

    private func isProtecting(_ index: Int) -> Bool {
        Self.protecting.contains(TextBytes.hash(text.tokens[index].lower, text.tokens[index].upper, in: text.bytes))
    }

    private static let protecting = TextBytes.hashes("protect safeguard respect preserve")

    /// "comply with Landlord's rules": obeying is not serving.
    private func isRule(_ index: Int) -> Bool {
        guard index < text.tokens.count else { return false }
        let noun = String(decoding: text.bytes[text.tokens[index].lower..<text.tokens[index].upper], as: UTF8.self).lowercased()
        return ["rule", "instruction", "polic", "requirement", "standard", "guideline", "direction", "manual"].contains {
            noun.hasPrefix($0)
        }
    }

    private func tokens(in range: TextRange, of norm: Norm) -> Range<Int> {
        guard norm.action.clause == nil else { return 0..<0 }
        let lower = firstToken(range.start)
        var upper = lower
        while upper < text.tokens.count, text.tokens[upper].upper <= range.end { upper += 1 }
        return lower..<upper
    }

    private func firstToken(_ offset: Int) -> Int {
        var lower = 0
        var upper = text.tokens.count
        while lower < upper {
            let middle = (lower + upper) / 2
            if text.tokens[middle].lower < offset { lower = middle + 1 } else { upper = middle }
        }
        return lower
    }

    /// Whose thing the sentence is about: "the Tenant's deposit shall be returned".
    private func owner(in quote: TextRange) -> PartyRole.Match {
        for index in max(1, firstToken(quote.start))..<text.tokens.count {
            let token = text.tokens[index]
            if token.upper > quote.end { break }
            guard token.kind == .genitive else { continue }
            let match = mentions.side(index - 1)
            if match == .same || match == .opposite { return isBurden(index + 1) ? .unknown : match }
        }
        return .unknown
    }

    /// "the Tenant's liability shall be determined": nothing that is had.
    private func isBurden(_ index: Int) -> Bool {
        guard index < text.tokens.count else { return false }
        let noun = String(decoding: text.bytes[text.tokens[index].lower..<text.tokens[index].upper], as: UTF8.self).lowercased()
        return ["liabilit", "obligation", "dut", "default", "breach", "failure", "employment", "performance", "debt", "indebtedness"]
            .contains { noun.hasPrefix($0) }
    }
}
