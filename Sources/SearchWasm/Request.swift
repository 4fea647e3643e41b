import SearchCore

/// A request: lines, the first with the number of hits wanted, how many before them are not, and of how many the order counts ("5 0 20"); then fields whose values are to be counted, each after a `#`, and filters as
/// `field=value`, then an empty one; the rest is the query.
struct Request {
    var query = ""
    var options = SearchOptions()

    init(_ bytes: [UInt8]) {
        var at = 0
        var line = 0
        while at < bytes.count {
            var end = at
            while end < bytes.count, bytes[end] != 0x0A { end += 1 }
            if line > 0, end == at {
                query = String(decoding: bytes[min(end + 1, bytes.count)...], as: UTF8.self)
                return
            }
            if line == 0 {
                var place = at
                options.limit = Self.number(bytes, &place, end)
                options.offset = Self.number(bytes, &place, end)
                options.settled = Self.number(bytes, &place, end)
            } else if bytes[at] == 0x23 {
                options.countedFields.append(String(decoding: bytes[(at + 1)..<end], as: UTF8.self))
            } else if let sign = bytes[at..<end].firstIndex(of: UInt8(ascii: "=")) {
                let field = String(decoding: bytes[at..<sign], as: UTF8.self)
                options.filters.append(Facet(field, String(decoding: bytes[(sign + 1)..<end], as: UTF8.self)))
            }
            line += 1
            at = end + 1
        }
    }

    /// The next number before `end`, 0 where there is none.
    private static func number(_ bytes: [UInt8], _ at: inout Int, _ end: Int) -> Int {
        var value = 0
        while at < end, bytes[at] == 0x20 { at += 1 }
        while at < end, bytes[at] != 0x20 {
            value = min(value * 10 + Int(bytes[at] & 15), 1000)
            at += 1
        }
        return value
    }
}
