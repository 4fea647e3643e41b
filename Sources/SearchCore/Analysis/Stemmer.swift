/// The stem of an English word without its inflection: plural, -ed, -ing (steps 1 and 5a of Porter's algorithm). Derivations stay apart:
/// "commit" and "commitment" are two words to a lawyer. Words with other letters than a to z are their own stem.
package func inflectionStem(_ word: [UInt8]) -> [UInt8] {
    guard word.count > 2, word.count < 64, word.allSatisfy({ (0x61...0x7A).contains($0) }) else { return word }
    var stem = word
    takePlural(&stem)
    takeParticiple(&stem)
    if stem.last == 0x79, hasVowel(stem, stem.count - 1) { stem[stem.count - 1] = 0x69 }
    if stem.last == 0x65 {
        let measure = measure(stem, stem.count - 1)
        if measure > 1 || (measure == 1 && !isShort(stem, stem.count - 1)) { stem.removeLast() }
    }
    return stem
}

/// Every word with this stem, whether there is such a word or not, each once: what `inflectionStem` takes away, put back. They are a few dozen at
/// most, so that who looks for a word's forms need not look through all words that begin like it.
package func inflections(of stem: [UInt8]) -> [[UInt8]] {
    guard stem.count > 2, stem.count < 64, stem.allSatisfy({ (0x61...0x7A).contains($0) }) else { return [stem] }
    var words: [[UInt8]] = []
    // The base itself and "agreed" of "agree"; then "using" of "use", "committed" of "commit"; each with a plural's s or es.
    func add(_ base: [UInt8], endings: [UInt32]) {
        for ending in endings {
            for plural: UInt32 in [0, 0x73, 0x73_65] {
                var word = base
                append(ending, to: &word)
                append(plural, to: &word)
                if inflectionStem(word) == stem, !words.contains(word) { words.append(word) }
            }
        }
    }
    for last: UInt32 in [0, 0x65, 0x79] {
        var base = stem
        if last == 0x79 {
            guard base.last == 0x69 else { break }
            base.removeLast()
        }
        append(last, to: &base)
        add(base, endings: [0, 0x64, 0x64_65, 0x67_6E_69])
        if base.last == 0x65 { base.removeLast() }
        add(base, endings: [0x64_65, 0x67_6E_69])
        add(base + base.suffix(1), endings: [0x64_65, 0x67_6E_69])
    }
    return words
}

/// Letters in the bytes of a number, the first in the lowest.
private func append(_ letters: UInt32, to word: inout [UInt8]) {
    var rest = letters
    while rest > 0 {
        word.append(UInt8(truncatingIfNeeded: rest))
        rest >>= 8
    }
}

private func takePlural(_ stem: inout [UInt8]) {
    if ends(stem, "sses") || ends(stem, "ies") {
        stem.removeLast(2)
    } else if ends(stem, "s"), !ends(stem, "ss"), !ends(stem, "us") {
        stem.removeLast()
    }
}

private func takeParticiple(_ stem: inout [UInt8]) {
    if ends(stem, "eed") {
        if measure(stem, stem.count - 3) > 0 { stem.removeLast() }
        return
    }
    let cut = ends(stem, "ed") ? 2 : ends(stem, "ing") ? 3 : 0
    guard cut > 0, hasVowel(stem, stem.count - cut) else { return }
    stem.removeLast(cut)
    if ends(stem, "at") || ends(stem, "bl") || ends(stem, "iz") {
        stem.append(0x65)
    } else if stem.count > 1, let last = stem.last, stem[stem.count - 2] == last, isConsonant(stem, stem.count - 1),
        ![0x6C, 0x73, 0x7A].contains(last)
    {
        stem.removeLast()
    } else if measure(stem, stem.count) == 1, isShort(stem, stem.count) {
        stem.append(0x65)
    }
}

private func ends(_ word: [UInt8], _ ending: StaticString) -> Bool {
    let count = ending.utf8CodeUnitCount
    guard word.count > count else { return false }
    // SAFETY: the string's bytes are static.
    for at in 0..<count where unsafe ending.utf8Start[at] != word[word.count - count + at] { return false }
    return true
}

private func isConsonant(_ word: [UInt8], _ at: Int) -> Bool {
    switch word[at] {
    case 0x61, 0x65, 0x69, 0x6F, 0x75: false
    case 0x79:
        // A y is a consonant at the start and after a vowel; in a row of them every other one.
        yIsConsonant(word, at)
    default: true
    }
}

private func yIsConsonant(_ word: [UInt8], _ at: Int) -> Bool {
    var first = at
    while first > 0, word[first - 1] == 0x79 { first -= 1 }
    let firstIs = first == 0 || [0x61, 0x65, 0x69, 0x6F, 0x75].contains(word[first - 1])
    return firstIs == ((at - first) % 2 == 0)
}

private func hasVowel(_ word: [UInt8], _ count: Int) -> Bool {
    (0..<count).contains { !isConsonant(word, $0) }
}

/// How often a vowel is followed by a consonant in the first `count` letters.
private func measure(_ word: [UInt8], _ count: Int) -> Int {
    var measure = 0
    var afterVowel = false
    for at in 0..<count {
        let consonant = isConsonant(word, at)
        if consonant, afterVowel { measure += 1 }
        afterVowel = !consonant
    }
    return measure
}

/// Whether the letters end in consonant, vowel, consonant other than w, x, y.
private func isShort(_ word: [UInt8], _ count: Int) -> Bool {
    guard count >= 3 else { return false }
    return isConsonant(word, count - 1) && !isConsonant(word, count - 2) && isConsonant(word, count - 3)
        && ![0x77, 0x78, 0x79].contains(word[count - 1])
}
