import Language
import LegalText

/// Reads whose law governs: the jurisdiction named after "governed by ... the laws of".
struct GoverningLaw {
    let text: AgreementText

    private static let governing = PatternSet([
        Pattern("governed ..24 laws|law of"), Pattern("construed ..24 laws|law of"), Pattern("interpreted ..24 laws|law of"),
        Pattern("subject to ..8 laws|law of"), Pattern("pursuant to ..6 laws|law of"), Pattern("under ..4 laws|law of"),
        Pattern("laws|law of ..60 govern|governs|apply|applies|control"), Pattern("laws|law of ..12 shall|will govern"),
        Pattern("governed ..14 law|laws"), Pattern("controlled by ..3 laws|law of"), Pattern("accordance with ..4 laws|law of"),
        Pattern("governing law :"), Pattern("applicable law|laws :"),
    ])
    private static let governs = WordSet(
        "governed govern governs construed interpreted governing controlled applies interpretation controls")
    private static let ofWord = TextBytes.hash("of")
    private static let opener = WordSet("the state commonwealth province territory country laws law internal substantive federal national")
    private static let connectors = WordSet("of and the")
    private static let unit = WordSet("state commonwealth province territory republic")
    private static let noise = WordSet("the this agreement section article law laws state")

    func read() -> AgreementFacts.StatedText? {
        var best: (score: Int, found: AgreementFacts.StatedText)?
        for hit in Self.governing.hits(in: text, text.tokens.indices) {
            let sentence = text.sentences[text.sentence(of: hit.range.lowerBound)]
            guard sentence.contains(where: { Self.governs.contains(text.tokens[$0]) }) else { continue }
            guard let named = jurisdiction(in: hit, sentence) else { continue }
            var score = hit.pattern < 3 || hit.pattern == 6 || hit.pattern == 7 ? 2 : 0
            if sentence.contains(where: { Self.agreement.contains(text.tokens[$0]) }) { score += 2 }
            if sentence.contains(where: { Self.limiting.contains(text.tokens[$0]) }) { score -= 1 }
            if best == nil || score > best!.score {
                best = (
                    score, .init(value: named.value, text: text.string(named.range), provision: text.provision(at: hit.range.lowerBound))
                )
            }
        }
        return best?.found
    }

    private static let agreement = WordSet("agreement contract")
    private static let limiting = WordSet("arbitration partnership organized patents corporation")

    /// The name after the last "laws of" of the hit, or "New York law".
    private func jurisdiction(in hit: PatternSet.Hit, _ sentence: Range<Int>) -> (value: String, range: Range<Int>)? {
        var at = hit.range.lowerBound
        while at < sentence.upperBound {
            if text.has(at, Self.lawWords) {
                if text.isWord(at + 1, Self.ofWord) || text.has(at + 1, Self.unit), let found = place(at + 1, sentence.upperBound) {
                    return found
                }
                if let found = placeBefore(at, sentence.lowerBound) { return found }
            }
            at += 1
            if at > hit.range.upperBound + 6 { break }
        }
        return nil
    }

    private static let lawWords = WordSet("law laws")

    /// "the State of New York", "England and Wales", "the Province of Ontario, Canada", "New York State".
    private func place(_ start: Int, _ limit: Int) -> (value: String, range: Range<Int>)? {
        var at = start
        while at < limit, Self.opener.contains(text.tokens[at]) || text.isWord(at, Self.ofWord) || text.isMark(at, ",") { at += 1 }
        // "the Republic of Kazakhstan" and "the People's Republic of China" keep their first word.
        var end = at
        var next = at
        while next < limit, next - at < 8 {
            let token = text.tokens[next]
            if token.isWord, token.isCapitalised, !Self.shouted.contains(token) {
                next += 1
                end = next
            } else if Self.connectors.contains(token), next > at, next + 1 < limit, follows(next) {
                next += 1
            } else if text.isMark(next, ","), next + 1 < limit, isCountry(next + 1) {
                next += 1
            } else {
                break
            }
        }
        while end > at, Self.unit.contains(text.tokens[end - 1]), end - at > 1 { end -= 1 }
        guard end > at else { return nil }
        // "the United States of America and of the Commonwealth of Pennsylvania": the narrower one decides.
        if text.isWord(at, Self.united), text.isWord(end, Self.andWord), let narrower = place(end + 1, limit) { return narrower }
        return (Self.named(text.string(at..<end)), at..<end)
    }

    /// Words that end a place in a sentence in capitals.
    private static let shouted = WordSet(
        "without regardless as applicable excluding except including and with in to which but that shall will not exclusive for conflicts conflict principles is are by other than irrespective notwithstanding giving where u.s.a"
    )

    private func follows(_ index: Int) -> Bool {
        let next = text.tokens[index + 1]
        if Self.connectors.contains(next), index + 2 < text.tokens.count {
            return text.tokens[index + 2].isCapitalised && !Self.noise.contains(text.tokens[index + 2]) && text.isWord(index, Self.ofWord)
        }
        guard next.isCapitalised, !Self.noise.contains(next), !Self.shouted.contains(next) else { return false }
        return text.isWord(index, Self.ofWord) || Self.joined.contains(next)
    }

    private static let joined = WordSet("wales northern")
    private static let countries = WordSet(
        "canada usa england u.s.a uk australia india germany japan china israel united us switzerland ireland")
    private func isCountry(_ index: Int) -> Bool { Self.countries.contains(text.tokens[index]) }

    /// "New York law".
    private func placeBefore(_ law: Int, _ lower: Int) -> (value: String, range: Range<Int>)? {
        var start = law
        while start > lower, law - start < 4, text.tokens[start - 1].isCapitalised, text.tokens[start - 1].isWord,
            !Self.noise.contains(text.tokens[start - 1]),
            !Self.governs.contains(text.tokens[start - 1]), !Self.shouted.contains(text.tokens[start - 1]),
            !Self.notPlaces.contains(text.tokens[start - 1])
        { start -= 1 }
        guard start < law, text.tokens[start].isCapitalised else { return nil }
        return (Self.named(text.string(start..<law)), start..<law)
    }

    private static let notPlaces = WordSet(
        "applicable common international federal choice controlling governing securities patent copyright trademark")

    private static let united = TextBytes.hash("united")
    private static let andWord = TextBytes.hash("and")

    /// Countries as adjectives and initials say them.
    private static let countryNames = [
        "english": "England", "german": "Germany", "french": "France", "japanese": "Japan", "israeli": "Israel", "swiss": "Switzerland",
        "chinese": "People's Republic of China", "prc": "People's Republic of China", "p.r.c": "People's Republic of China",
        "canadian": "Canada",
        "italian": "Italy", "dutch": "Netherlands", "indian": "India", "scottish": "Scotland", "scots": "Scotland", "irish": "Ireland",
        "u.k": "United Kingdom", "uk": "United Kingdom", "danish": "Denmark", "swedish": "Sweden", "spanish": "Spain",
        "australian": "Australia",
    ]

    private static func named(_ name: String) -> String { countryNames[name.lowercased()] ?? capitalised(name) }

    /// "NEW YORK" as "New York".
    private static func capitalised(_ name: String) -> String {
        guard name == name.uppercased() else { return name }
        return name.split(separator: " ").map { word in
            let lower = word.lowercased()
            return ["of", "and", "the"].contains(lower) ? lower : lower.prefix(1).uppercased() + lower.dropFirst()
        }.joined(separator: " ")
    }
}
