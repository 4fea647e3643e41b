import Language
import LegalText

/// Laws cited by number: the codes and session laws of the United States, of the European Union, of Canada and the United Kingdom, of France.
struct CodeCitation {
    let bytes: [UInt8]

    // MARK: Volume first: "18 U.S.C. § 2703", "112 Stat. 2860"

    private struct Reporter {
        var name: String
        /// The spellings, longest first.
        var spellings: [[UInt8]]
        /// Sections rather than pages follow.
        var hasSections: Bool

        init(_ name: String, _ spellings: [String], hasSections: Bool) {
            self.name = name
            self.spellings = spellings.map { Array($0.utf8) }
            self.hasSections = hasSections
        }
    }

    private static let reporters = [
        Reporter("U.S.C.", ["U.S.C.A.", "U.S.C.", "U. S. C.", "USC"], hasSections: true),
        Reporter("C.F.R.", ["C.F.R.", "C. F. R.", "CFR"], hasSections: true),
        Reporter("Stat.", ["Stat."], hasSections: false),
        Reporter("Fed. Reg.", ["Fed. Reg.", "Fed.Reg.", "FR"], hasSections: false),
        Reporter("DCMR", ["DCMR"], hasSections: true),
        Reporter("DCR", ["DCR"], hasSections: false),
    ]

    /// The citations that begin with the number `volume`; nil where no reporter follows it.
    func reporter(volume: TextRange) -> [Mention]? {
        let start = skipSpace(volume.end)
        guard start > volume.end, volume.count <= 5, start < bytes.count, TextBytes.isUpper(bytes[start]) else { return nil }
        for reporter in Self.reporters {
            guard let spelling = reporter.spellings.first(where: { bytes[start...].starts(with: $0) }) else { continue }
            var offset = start + spelling.count
            if offset < bytes.count, TextBytes.isLetter(bytes[offset]), !bytes[offset...].starts(with: "App.".utf8) { return nil }
            for word in [" App.", "App.", ",", " Ann."] where bytes[offset...].starts(with: word.utf8) { offset += word.utf8.count }
            return sections(volume, reporter, at: skipSpace(offset))
        }
        return nil
    }

    private func sections(_ volume: TextRange, _ reporter: Reporter, at start: Int) -> [Mention]? {
        var offset = start
        var signs = 0
        while offset + 1 < bytes.count, bytes[offset] == 0xC2, bytes[offset + 1] == 0xA7 {
            signs += 1
            offset += 2
        }
        for word in ["sections ", "section ", "Parts ", "Part ", "parts ", "part "]
        where signs == 0 && bytes[offset...].starts(with: word.utf8) {
            offset += word.utf8.count
            signs = word.hasSuffix("s ") ? 2 : 1
            break
        }
        offset = skipSpace(offset)
        guard var number = CitationNumber(bytes, at: offset, letters: false), !number.base.isEmpty else { return nil }
        let lead = string(volume) + " " + reporter.name + " " + (reporter.hasSections ? "§ " : "")
        var mentions = [mention(TextRange(volume.start, number.range.end), lead + string(number.range))]
        // "§§ 370, 382, and 384"
        while signs > 1, mentions.count < 100 {
            var next = number.range.end
            if next < bytes.count, bytes[next] == 0x2C { next += 1 }
            let word = skipSpace(next)
            var digits = word
            for joint in ["and ", "or ", "to ", "through "] where bytes[word...].starts(with: joint.utf8) {
                digits = word + joint.utf8.count
            }
            guard word > next, digits > word || next > number.range.end, let more = CitationNumber(bytes, at: digits, letters: false),
                !more.base.isEmpty
            else { break }
            // "...384, 37 C.F.R. § 9": the volume of the next citation.
            if self.reporter(volume: more.range) != nil { break }
            mentions.append(mention(more.range, lead + string(more.range)))
            number = more
        }
        return mentions
    }

    private func mention(_ range: TextRange, _ target: String) -> Mention {
        Mention(form: .law, range: range, target: target, scope: .external)
    }

    // MARK: Name first

    enum Name {
        case union, law, publicLaw, register, french, chapter
    }

    static let names = WordMap(
        TextBytes.hashList("regulation directive decision règlement décision verordnung richtlinie").map { ($0, Name.union) }
            + TextBytes.hashList("pub public").map { ($0, Name.publicLaw) } + TextBytes.hashList("law").map { ($0, Name.law) }
            + TextBytes.hashList("sor dors tr").map { ($0, Name.register) }
            + TextBytes.hashList("loi décret ordonnance arrêté").map { ($0, Name.french) }
            + TextBytes.hashList("s r l").map { ($0, Name.chapter) })

    /// True where the word with this hash may begin the citation of a law by its number.
    static func begins(_ hash: UInt64) -> Bool { names[hash] != nil }

    /// The law whose citation's name is the word at `start`: "Regulation (EU) No 910/2014", "Pub. L. No. 99-508", "SOR/98-429", "loi n° 78-17".
    func law(_ hash: UInt64, _ start: Int, _ end: Int) -> Mention? {
        guard let name = Self.names[hash] else { return nil }
        let close: Int?
        var begin = start
        switch name {
        case .union:
            close = union(after: end)
            if close != nil { begin = qualified(start) }
        case .publicLaw: close = publicLaw(after: end)
        case .law:
            close = dashed(skipSpace(end))
            guard close != nil, TextBytes.isUpper(bytes[start]), let lead = jurisdiction(before: start) else { return nil }
            begin = lead
        case .register: close = end < bytes.count && bytes[end] == 0x2F ? dashed(end + 1) : nil
        case .french: close = french(after: end)
        case .chapter: close = chapter(at: start)
        }
        guard let close else { return nil }
        let range = TextRange(begin, close)
        return Mention(form: .law, range: range, target: string(range), scope: .external)
    }

    /// " (EU) No 910/2014", " 2002/58/EC", " (EU) 2016/680", " No 1/2003", " (UE) n° 910/2014".
    private func union(after offset: Int) -> Int? {
        var next = skipSpace(offset)
        guard next > offset, next < bytes.count else { return nil }
        var isMarked = false
        if bytes[next] == 0x28 {
            var end = next + 1
            while end < bytes.count, end - next < 16, bytes[end] != 0x29 {
                guard TextBytes.isLetter(bytes[end]) || bytes[end] == 0x2C || bytes[end] == 0x20 else { return nil }
                end += 1
            }
            guard end < bytes.count, bytes[end] == 0x29, bytes[next + 1] == 0x45 || bytes[next + 1] == 0x55 || bytes[next + 1] == 0x43
            else { return nil }
            isMarked = true
            next = skipSpace(end + 1)
        }
        for word in ["No ", "No. ", "n° ", "nº ", "n o ", "Nr. ", "nr. ", "No\u{A0}", "n°\u{A0}"]
        where bytes[min(next, bytes.count)...].starts(with: word.utf8) {
            next += word.utf8.count
            isMarked = true
            break
        }
        var slashes = 0
        var end = next
        while end < bytes.count {
            if TextBytes.isDigit(bytes[end]) {
                end += 1
            } else if bytes[end] == 0x2F, end > next, end + 1 < bytes.count,
                TextBytes.isDigit(bytes[end + 1]) || (TextBytes.isUpper(bytes[end + 1]) && slashes == 1)
            {
                slashes += 1
                end += 1
                if TextBytes.isUpper(bytes[end]) {
                    while end < bytes.count, TextBytes.isLetter(bytes[end]) { end += 1 }
                    break
                }
            } else {
                break
            }
            if end - next > 24 { return nil }
        }
        guard slashes > 0 || (isMarked && end > next) else { return nil }
        return end
    }

    /// "Commission Implementing Regulation": the words of rank before it.
    private func qualified(_ start: Int) -> Int {
        var begin = start
        for _ in 0..<3 {
            var end = begin
            guard end > 0, bytes[end - 1] == 0x20 else { break }
            end -= 1
            var word = end
            while word > 0, TextBytes.isLetter(bytes[word - 1]) { word -= 1 }
            guard word < end, TextBytes.isUpper(bytes[word]), Self.qualifiers.contains(TextBytes.hash(word, end, in: bytes)) else { break }
            begin = word
        }
        return begin
    }

    static let qualifiers = TextBytes.hashes("commission council implementing delegated framework joint")

    /// ". L. No. 99-508", ".L. 99-508", "lic Law 104-191" (its first word is read).
    private func publicLaw(after offset: Int) -> Int? {
        for word in [". L. No. ", ".L. No. ", ".L.No. ", ". L. ", ".L. ", " L. No. ", " L. ", " Law No. ", " Law "]
        where bytes[offset...].starts(with: word.utf8) {
            return dashed(offset + word.utf8.count)
        }
        return nil
    }

    /// "13-241" at `start`.
    private func dashed(_ start: Int) -> Int? {
        var end = start
        while end < bytes.count, TextBytes.isDigit(bytes[end]), end - start < 5 { end += 1 }
        guard end > start, end + 1 < bytes.count, bytes[end] == 0x2D, TextBytes.isDigit(bytes[end + 1]) else { return nil }
        end += 1
        while end < bytes.count, TextBytes.isDigit(bytes[end]), end - start < 12 { end += 1 }
        return end
    }

    /// "D.C. " before "Law 13-241".
    private func jurisdiction(before start: Int) -> Int? {
        var begin = start
        guard begin > 0, bytes[begin - 1] == 0x20 else { return nil }
        begin -= 1
        let end = begin
        while begin > 0, end - begin < 20, TextBytes.isLetter(bytes[begin - 1]) || bytes[begin - 1] == 0x2E { begin -= 1 }
        return begin < end && TextBytes.isUpper(bytes[begin]) ? begin : nil
    }

    /// " n° 78-17 du 6 janvier 1978" without its date.
    private func french(after offset: Int) -> Int? {
        let next = skipSpace(offset)
        for word in ["n° ", "nº ", "n°", "no "] where next > offset && bytes[next...].starts(with: word.utf8) {
            return dashed(skipSpace(next + word.utf8.count))
        }
        return nil
    }

    /// "S.C. 1996, c. 10", "R.S.C., 1985, c. B-3", "L.R.C. (1985), ch. C-46", "S.O. 2006, c. 33, Sch. A": an act by its chapter in the
    /// statutes of a year.
    private func chapter(at start: Int) -> Int? {
        guard start == 0 || !(bytes[start - 1] == 0x2E || TextBytes.isWord(bytes[start - 1])) else { return nil }
        // The collection's initials: two to four capitals, each with its full stop.
        var offset = start
        var initials = 0
        while offset + 1 < bytes.count, TextBytes.isUpper(bytes[offset]), bytes[offset + 1] == 0x2E, initials < 5 {
            initials += 1
            offset += 2
        }
        guard (2...4).contains(initials) else { return nil }
        offset = skipSpace(skip(0x2C, at: offset))
        let year = skip(0x28, at: offset)
        var end = year
        while end < bytes.count, TextBytes.isDigit(bytes[end]) { end += 1 }
        guard end - year == 4 else { return nil }
        offset = skipSpace(skip(0x2C, at: skip(0x29, at: end)))
        for word in ["c. ", "ch. ", "chap. ", "c ", "c.\u{A0}", "ch.\u{A0}"] where bytes[offset...].starts(with: word.utf8) {
            let number = offset + word.utf8.count
            end = number
            while end < bytes.count, end - number < 10, TextBytes.isDigit(bytes[end]) || TextBytes.isUpper(bytes[end]) || isInnerDash(end) {
                end += 1
            }
            return end > number ? end : nil
        }
        return nil
    }

    /// The hyphen or the full stop within "B-3" and "P-4.1".
    private func isInnerDash(_ offset: Int) -> Bool {
        (bytes[offset] == 0x2D || bytes[offset] == 0x2E) && offset + 1 < bytes.count
            && (TextBytes.isDigit(bytes[offset + 1]) || TextBytes.isUpper(bytes[offset + 1]))
    }

    private func skip(_ byte: UInt8, at offset: Int) -> Int {
        offset < bytes.count && bytes[offset] == byte ? offset + 1 : offset
    }

    // MARK: Bytes

    private func skipSpace(_ offset: Int) -> Int {
        var offset = offset
        for _ in 0..<8 {
            let length = TextBytes.spaceLength(at: offset, in: bytes)
            if length == 0 { break }
            offset += length
        }
        return offset
    }

    private func string(_ range: TextRange) -> String { String(decoding: bytes[range.start..<range.end], as: UTF8.self) }
}
