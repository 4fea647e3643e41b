import SearchCore

/// A request: lines, the first with the number of hits wanted, then fields whose values are to be counted, each after a `#`, and filters as
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
                options.limit = Self.number(bytes[at..<end])
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

    private static func number(_ digits: ArraySlice<UInt8>) -> Int {
        var value = 0
        for digit in digits where digit >= 0x30 && digit <= 0x39 { value = min(value * 10 + Int(digit - 0x30), 1000) }
        return value
    }
}
