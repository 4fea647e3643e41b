import KnowledgeBase
import LegalText

/// `words/`: the words of headings, titles and names from A to Z, each with what bears it and links to its clauses: a concordance that
/// needs no script.
struct WordPages {
    let site: Site

    private enum Bearer {
        case heading(Int)
        case document(Int)
        case party(Int)
    }

    /// A word with all that bears it.
    private struct Entry {
        var word: String
        var bearers: [Bearer]
    }

    func plans(_ prints: PagePrints) -> [Plan] {
        let (headings, parties) = (site.base.headings, site.base.parties)
        return Letters(
            site, entries(headings, parties), path: "words", title: site.words("nav.words"), section: "nav.words",
            lead: site.words("words.lead"), mostOnOnePage: 400
        ) { $0.word }.plans(prints) { entry, print in
            print.add(entry.word)
            for bearer in entry.bearers.prefix(Self.most + 1) {
                switch bearer {
                case .heading(let number):
                    print.add(headings[number].text)
                    print.add(headings[number].count)
                    for place in headings[number].places { print.add(place, site) }
                case .document(let number): print.add(site.face(of: number))
                case .party(let number): print.add(site.face(ofParty: number))
                }
            }
            print.add(entry.bearers.count)
        } write: { entries, links, html in
            html += "<dl class=\"glossary\">\n"
            for entry in entries {
                html += "<dt>\(entry.word)</dt>\n"
                for bearer in entry.bearers.prefix(Self.most) { html += "<dd>\(self.write(bearer, headings, parties, links))</dd>\n" }
                if entry.bearers.count > Self.most {
                    html += "<dd class=\"places\">\(site.words("words.more", ["n": String(entry.bearers.count - Self.most)]))</dd>\n"
                }
            }
            html += "</dl>\n"
        }
    }

    /// So many headings, titles and names are named under one word.
    private static let most = 60

    private func write(_ bearer: Bearer, _ headings: [HeadingRecord], _ parties: [PartyRecord], _ links: Links) -> HTML {
        switch bearer {
        case .document(let number): return site.link(toDocument: number, links)
        case .party(let number): return "<a href=\"\(links.page(PartyPages.path(parties[number])))\">\(parties[number].name)</a>"
        case .heading(let number):
            let heading = headings[number]
            let places = heading.places.map { place in
                "<a href=\"\(site.address(of: place, links))\">\(site.title(of: place.document))</a>" as HTML
            }.joined(" · ")
            let more =
                heading.count > heading.places.count
                ? " " + site.words("words.more", ["n": String(heading.count - heading.places.count)]) : ""
            return "\(heading.text) <span class=\"places\">\(places)\(more)</span>"
        }
    }

    private func entries(_ headings: [HeadingRecord], _ parties: [PartyRecord]) -> [Entry] {
        let skipped = Set(site.words("words.skip").split(separator: " ").map { Self.key(Array($0.utf8)[...]) })
        var index: [String: Int] = [:]
        var entries: [Entry] = []
        func enter(key: String, _ bearer: Bearer) {
            if let known = index[key] {
                entries[known].bearers.append(bearer)
            } else {
                index[key] = entries.count
                entries.append(Entry(word: key, bearers: [bearer]))
            }
        }
        func enter(_ text: String, _ bearer: Bearer) {
            var seen: Set<String> = []
            // Where all is in capitals, capitals make no acronym.
            let isShouted = !text.utf8.contains { (0x61...0x7A).contains($0) }
            for word in Self.words(of: text) {
                let key = isShouted && text.utf8.count > 6 ? String(decoding: word, as: UTF8.self).lowercased() : Self.key(word)
                if !skipped.contains(key), seen.insert(key).inserted { enter(key: key, bearer) }
            }
            // A name of nothing but small words stands under itself.
            if seen.isEmpty, !text.isEmpty { enter(key: text, bearer) }
        }
        for (number, heading) in headings.enumerated() { enter(heading.text, .heading(number)) }
        for number in site.base.summaries.indices { enter(site.base.summaries[number].title, .document(number)) }
        for (number, party) in parties.enumerated() { enter(party.name, .party(number)) }
        return entries.map { ($0.word.lowercased(), $0) }.sorted { ($0.0, $0.1.word) < ($1.0, $1.1.word) }.map(\.1)
    }

    /// Runs of letters, of three and more, or two capitals; what begins with a digit is none.
    private static func words(of text: String) -> [ArraySlice<UInt8>] {
        let bytes = Array(text.utf8)
        func isInner(_ byte: UInt8) -> Bool {
            (0x61...0x7A).contains(byte | 0x20) || byte >= 0x80 || (0x30...0x39).contains(byte)
        }
        // Dashes and quotation marks lie in U+2000 to U+206F: E2 80 and E2 81.
        var words: [ArraySlice<UInt8>] = []
        var at = 0
        while at < bytes.count {
            var end = at
            while end < bytes.count, isInner(bytes[end]), !isPunctuation(bytes, end) { end += 1 }
            if end == at {
                at += isPunctuation(bytes, at) ? 3 : 1
                continue
            }
            let isShort = end - at < 3 && !(end - at == 2 && bytes[at..<end].allSatisfy { (0x41...0x5A).contains($0) })
            if !isShort, !(0x30...0x39).contains(bytes[at]) { words.append(bytes[at..<end]) }
            at = end
        }
        return words
    }

    private static func isPunctuation(_ bytes: [UInt8], _ at: Int) -> Bool {
        bytes[at] == 0xE2 && at + 2 < bytes.count && (bytes[at + 1] == 0x80 || bytes[at + 1] == 0x81)
    }

    /// Small letters; an acronym keeps its capitals.
    private static func key(_ word: ArraySlice<UInt8>) -> String {
        let text = String(decoding: word, as: UTF8.self)
        let isAcronym = word.count <= 6 && word.allSatisfy { (0x41...0x5A).contains($0) || (0x30...0x39).contains($0) }
        return isAcronym ? text : text.lowercased()
    }
}
