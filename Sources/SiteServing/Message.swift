import Foundation

/// What a browser asks for.
struct Request {
    var method: String
    /// As it was sent: path and query, percent signs and all.
    var target: String
    var host: String?
    /// What the browser has kept: `If-None-Match`.
    var kept: String?

    /// Whether the browser has what bears this entity tag; a weak mark before it does not count.
    func holds(_ tag: String) -> Bool {
        guard let kept else { return false }
        return kept.split(separator: ",").contains { one in
            let one = one.trimmingCharacters(in: .whitespaces)
            return one == "*" || one == tag || one == "W/" + tag
        }
    }

    /// Without the query.
    var path: String { String(target.prefix { $0 != "?" }) }

    /// The value of a name in the query; nil where it is not there.
    func value(of name: String) -> String? {
        let query = target.drop { $0 != "?" }.dropFirst()
        return query.split(separator: "&").first { $0.hasPrefix(name + "=") }.map { String($0.dropFirst(name.count + 1)) }
    }
}

/// What it is given.
struct Response {
    var status = 200
    var fields: [(name: String, value: String)] = []
    var body = Data()

    func field(_ name: String) -> String? { fields.first { $0.name == name }?.value }
}
