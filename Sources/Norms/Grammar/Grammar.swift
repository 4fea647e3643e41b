import Calendar
import Language

/// A sentence, or a part of one, as the grammar looks at it: tokens, a lower and an upper bound.
///
/// The extensions each know one thing: adverbials, cues, noun phrases, verb phrases, coordination. All indices are token indices.
struct Grammar {
    let text: TokenizedText
    let scanner: TimeScanner

    let tokens: TokenList

    init(_ text: TokenizedText) {
        self.text = text
        tokens = TokenList(text.tokens)
        scanner = TimeScanner(text)
    }

    @inline(__always) func word(_ index: Int) -> Word { tokens[index].word }

    @inline(__always) func has(_ index: Int, _ classes: WordClass) -> Bool { tokens[index].is(classes) }

    func isWord(_ index: Int) -> Bool { tokens[index].kind == .word }

    /// The words from `index` on are these. (Not variadic: that would make an array of them each time.)
    @inline(__always) func reads(_ index: Int, _ first: Word) -> Bool { word(index) == first }
    @inline(__always) func reads(_ index: Int, _ first: Word, _ second: Word) -> Bool {
        word(index) == first && word(index &+ 1) == second
    }
    @inline(__always) func reads(_ index: Int, _ first: Word, _ second: Word, _ third: Word) -> Bool {
        word(index) == first && word(index &+ 1) == second && word(index &+ 2) == third
    }
    @inline(__always) func reads(_ index: Int, _ first: Word, _ second: Word, _ third: Word, _ fourth: Word) -> Bool {
        reads(index, first, second, third) && word(index &+ 3) == fourth
    }

    /// The token has that spelling; `spelling` is in lower case.
    @inline(__always) func spells(_ index: Int, _ spelling: StaticString) -> Bool {
        let token = tokens[index]
        return token.upper - token.lower == spelling.utf8CodeUnitCount && hasLetters(token, spelling)
    }

    @inline(never) private func hasLetters(_ token: Token, _ spelling: StaticString) -> Bool {
        spelling.withUTF8Buffer { expected in
            for (offset, byte) in expected.enumerated() where TextBytes.lowercased(text.bytes[token.lower + offset]) != byte {
                return false
            }
            return true
        }
    }

    /// The token's letters end so; `ending` is in lower case.
    func ends(_ index: Int, in ending: StaticString) -> Bool {
        let token = tokens[index]
        let start = token.upper - ending.utf8CodeUnitCount
        guard start > token.lower else { return false }
        return ending.withUTF8Buffer { expected in
            expected.indices.allSatisfy { TextBytes.lowercased(text.bytes[start + $0]) == expected[$0] }
        }
    }

    /// Past the bracket that closes the one at `index`, at most `limit`.
    func afterBracket(_ index: Int, _ limit: Int) -> Int {
        var depth = 0
        var at = index
        while at < limit {
            if word(at) == .open { depth += 1 }
            if word(at) == .close {
                depth -= 1
                if depth <= 0 { return at + 1 }
            }
            at += 1
        }
        return limit
    }

    /// Skips adverbs and brackets.
    func skipAdverbs(_ index: Int, _ limit: Int) -> Int {
        var at = index
        while at < limit {
            if word(at) == .open {
                at = afterBracket(at, limit)
            } else if reads(at, .at, .least) || reads(at, .at, .most) {
                at += 2
            } else if has(at, .adverb), !has(at, .negation), !isModalMay(at) {
                at += 1
            } else {
                break
            }
        }
        return at
    }

    /// "may" the modal, not May the month.
    func isModalMay(_ index: Int) -> Bool {
        guard word(index) == .may else { return false }
        guard tokens[index].isCapital else { return true }
        // "Theresa May gave": a name, unless what follows can be its verb.
        guard has(index + 1, .verb.or(.negation).or(.adverb).or(.auxiliary)) || tokens[index + 1].isAcronym || word(index + 1) == .comma
        else { return false }
        return !(index + 1 < tokens.count && tokens[index + 1].kind == .number)
            && !(index > 0 && (tokens[index - 1].kind == .number || has(index - 1, .ordinal)))
            && !has(index - 1, .preposition)
    }

    /// The cue word at `index` can decide a norm: "is" and "has" only before "to" or beside another cue word, "it" only before a verb.
    func mayDecide(_ index: Int) -> Bool {
        switch word(index) {
        case .is, .are, .has, .have: (index + 1...index + 3).contains { word($0) == .to }
        case .it: has(index + 1, .auxiliary.or(.modal))
        case .do, .please, .never: standsAlone(index)
        case .allow, .allows, .permit, .permits: word(index - 1) == .not
        default: true
        }
    }

    /// "Protocol No. 3": no negation.
    func isNumberSign(_ index: Int) -> Bool {
        word(index) == .no && (tokens[index + 1].kind == .number || word(index + 1) == .fullStop && tokens[index + 2].kind == .number)
    }

    /// The word at `index` is one of the set's (`TextBytes.hashes`), in whatever case.
    func spells(_ index: Int, anyOf words: WordSet) -> Bool {
        let token = tokens[index]
        return words.contains(TextBytes.hash(token.lower, token.upper, in: text.bytes))
    }
}

extension [Word] {
    /// As the library's, but inlined: `[.of, .for].contains(word)` is asked for nearly every token.
    @inline(__always) func contains(_ word: Word) -> Bool {
        for one in self where one == word { return true }
        return false
    }
}
