import SearchCore

/// Search results as JSON: what `templates/assets/search.js` reads. A snippet is a list of texts, every second one marked.
/// Where pieces are missing, only these: `{"wanting":["lists-3"]}`.
enum Answer {
    static func json(_ answer: PieceSearch.Answer) -> [UInt8] {
        var out = JSONBytes()
        switch answer {
        case .results(let results): write(results, to: &out)
        case .wanting(let names):
            out.raw("{\"wanting\":[")
            for (place, name) in names.enumerated() {
                out.raw(place > 0 ? ",\"" : "\"")
                out.raw(name.kind.text)
                out.raw("-")
                out.number(name.number)
                out.raw("\"")
            }
            out.raw("]}")
        }
        return out.bytes
    }

    private static func write(_ results: SearchResults, to out: inout JSONBytes) {
        out.raw("{\"total\":")
        out.number(results.total)
        out.raw(",\"relaxed\":")
        out.raw(isRelaxed(results) ? "true" : "false")
        for case .leftOut(let words) in results.notes {
            out.raw(",\"leftOut\":")
            out.string(words)
        }
        out.raw(",\"hits\":[")
        for (place, hit) in results.hits.enumerated() {
            if place > 0 { out.raw(",") }
            write(hit, to: &out)
        }
        out.raw("],\"facets\":{")
        var field: String?
        for count in results.facets {
            if let open = field, open.utf8.elementsEqual(count.field.utf8) {
                out.raw(",")
            } else {
                if field != nil { out.raw("],") }
                out.string(count.field)
                out.raw(":[")
                field = count.field
            }
            out.raw("[")
            out.string(count.value)
            out.raw(",")
            out.number(count.count)
            out.raw("]")
        }
        if field != nil { out.raw("]") }
        out.raw("}}")
    }

    private static func isRelaxed(_ results: SearchResults) -> Bool {
        for case .relaxedToAnyWord in results.notes { return true }
        return false
    }

    private static func write(_ hit: Hit, to out: inout JSONBytes) {
        out.raw("{\"citation\":")
        out.string(hit.key)
        out.raw(",\"document\":")
        out.string(hit.document)
        out.raw(",\"title\":")
        out.string(hit.title)
        out.raw(",\"heading\":")
        out.string(hit.heading)
        out.raw(",\"number\":")
        out.string(hit.number)
        out.raw(",\"score\":")
        out.number(Int(Int32(min(max(hit.score, -1_000), 1_000) * 1_000_000)))
        out.raw("e-6")
        out.raw(",\"modalities\":[")
        var isFirst = true
        for facet in hit.facets where facet.field.utf8.elementsEqual("modality".utf8) {
            if !isFirst { out.raw(",") }
            isFirst = false
            out.string(facet.value)
        }
        out.raw("],\"snippet\":[")
        let text = Array(hit.snippet.text.utf8)
        var done = 0
        for mark in hit.snippet.highlights where mark.lowerBound >= done && mark.upperBound <= text.count {
            out.string(text[done..<mark.lowerBound])
            out.raw(",")
            out.string(text[mark.lowerBound..<mark.upperBound])
            out.raw(",")
            done = mark.upperBound
        }
        out.string(text[done...])
        // 1: the text goes on before the snippet, 2: behind it.
        out.raw("],\"cut\":")
        out.number((hit.snippet.start > 0 ? 1 : 0) | (hit.snippet.start + text.count < hit.text.utf8.count ? 2 : 0))
        out.raw("}")
    }
}

/// JSON being written.
struct JSONBytes {
    var bytes: [UInt8] = []

    mutating func raw(_ text: StaticString) {
        text.withUTF8Buffer { bytes.append(contentsOf: $0) }
    }

    mutating func string(_ text: String) { string(Array(text.utf8)[...]) }

    mutating func string(_ text: ArraySlice<UInt8>) {
        bytes.append(0x22)
        for byte in text {
            if byte == 0x22 || byte == 0x5C {
                bytes.append(0x5C)
                bytes.append(byte)
            } else if byte < 0x20 {
                raw("\\u00")
                bytes.append(0x30 + byte >> 4)
                bytes.append(byte & 15 < 10 ? 0x30 + byte & 15 : 0x57 + byte & 15)
            } else {
                bytes.append(byte)
            }
        }
        bytes.append(0x22)
    }

    mutating func number(_ value: Int) {
        if value < 0 { bytes.append(0x2D) }
        var digits: [UInt8] = []
        var rest = value.magnitude
        repeat {
            digits.append(0x30 + UInt8(rest % 10))
            rest /= 10
        } while rest > 0
        bytes.append(contentsOf: digits.reversed())
    }
}
