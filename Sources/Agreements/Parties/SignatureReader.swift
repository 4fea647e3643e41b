import Language
import LegalText

/// Reads the signature blocks at the end: for whom each signs, who signs, and in what office.
struct SignatureReader {
    let text: AgreementText

    private static let by = TextBytes.hash("by")
    private static let slashS = TextBytes.hash("s")
    private static let nameLabel = TextBytes.hash("name")
    private static let titleLabels = WordSet("title its position")
    private static let ends = WordSet("name title date dated by its address position witness source exhibit attest signature print printed")
    /// How far before "By:" a company's name may begin, in tokens.
    private static let reach = 14

    /// The places of "By:".
    private var places: [Int] {
        text.tokens.indices.filter { text.tokens[$0].hash == Self.by && text.tokens[$0].isCapitalised && text.isMark($0 + 1, ":") }
    }

    /// The names in front of "By:" that end in a legal form, each once.
    func parties() -> [NameParser.Name] {
        let parser = NameParser(text: text)
        var names: [NameParser.Name] = []
        var seen: Set<String> = []
        for place in places {
            guard let name = name(before: place, parser), seen.insert(text.string(name.range).uppercased()).inserted else { continue }
            names.append(name)
        }
        return names
    }

    /// The name that ends in front of token `place`: the one that opens its line, else the last run in capitals.
    private func name(before place: Int, _ parser: NameParser) -> NameParser.Name? {
        var best: NameParser.Name?
        for start in text.window(place - Self.reach, place) {
            guard let name = parser.name(at: start, limit: place), name.hasForm, place - name.range.upperBound <= 2 else { continue }
            if text.tokens[start].opensLine { return name }
            let opensCapitals = text.isAllCapitals(start) && (start == 0 || !text.isAllCapitals(start - 1))
            if best == nil || opensCapitals && !text.isAllCapitals(best!.range.lowerBound) { best = name }
        }
        return best
    }

    /// Who signs: the name after "/s/" or "Name:", the office after "Title:".
    func signatories() -> [Signatory] {
        let parser = NameParser(text: text)
        var found: [Signatory] = []
        let places = places
        for (index, place) in places.enumerated() {
            let next = index + 1 < places.count ? places[index + 1] : text.tokens.count
            let block = text.window(place + 2, min(next, place + 60))
            guard let person = person(in: block) else { continue }
            let title = block.first { text.has($0, Self.titleLabels) && text.isMark($0 + 1, ":") }.map {
                words(from: $0 + 2, limit: min($0 + 14, block.upperBound))
            }
            let signatory = Signatory(
                name: text.string(person), role: title.flatMap { $0.isEmpty ? nil : text.string($0) },
                party: name(before: place, parser).map { text.string($0.range) })
            if !found.contains(signatory) { found.append(signatory) }
        }
        return found
    }

    private func person(in block: Range<Int>) -> Range<Int>? {
        for index in block {
            let afterSlash = text.isMark(index, "/") && text.isWord(index + 1, Self.slashS) && text.isMark(index + 2, "/")
            let afterLabel = text.isWord(index, Self.nameLabel) && text.isMark(index + 1, ":")
            guard afterSlash || afterLabel else { continue }
            let words = words(from: index + (afterSlash ? 3 : 2), limit: min(index + 9, block.upperBound))
            if words.count >= 2 { return words }
        }
        return nil
    }

    /// The capitalised words from `start` on, to the next label or line.
    private func words(from start: Int, limit: Int) -> Range<Int> {
        var end = start
        while end < limit {
            let token = text.tokens[end]
            if token.opensLine && end > start || Self.ends.contains(token) { break }
            let joins =
                text.isMark(end, ".") || text.isMark(end, ",") || text.isMark(end, "&") || text.isMark(end, "-")
                || NameWords.connectors.contains(token)
            guard token.isCapitalised || joins && end > start else { break }
            end += 1
        }
        while end > start, !text.tokens[end - 1].isWord || NameWords.connectors.contains(text.tokens[end - 1]) { end -= 1 }
        return start..<max(start, end)
    }
}
