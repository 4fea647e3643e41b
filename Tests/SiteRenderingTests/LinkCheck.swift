import Foundation

/// The links of a rendered site that lead nowhere: a page that is not there, or an anchor that its page does not have.
struct LinkCheck {
    var broken: [String] = []

    init(_ pages: [String: String]) {
        var anchors: [String: Set<String>] = [:]
        for (path, page) in pages where path.hasSuffix(".html") {
            anchors[path] = Set(Self.values(of: "id", in: page))
        }
        for (path, page) in pages.sorted(by: { $0.key < $1.key }) where path.hasSuffix(".html") {
            let folder = path.split(separator: "/").dropLast().map(String.init)
            for link in Self.values(of: "href", in: page) + Self.values(of: "src", in: page) where !link.contains("://") {
                let parts = link.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
                var steps = folder
                for step in parts[0].split(separator: "/") {
                    if step == ".." { if !steps.isEmpty { steps.removeLast() } } else { steps.append(String(step)) }
                }
                let target = parts[0].isEmpty ? path : steps.joined(separator: "/")
                if pages[target] == nil {
                    broken.append("\(path): \(link)")
                } else if parts.count > 1, let found = anchors[target], !found.contains(parts[1].removingPercentEncoding ?? parts[1]) {
                    broken.append("\(path): \(link)")
                }
            }
        }
    }

    private static func values(of name: String, in page: String) -> [String] {
        page.components(separatedBy: " \(name)=\"").dropFirst().compactMap { rest in
            rest.split(separator: "\"", maxSplits: 1, omittingEmptySubsequences: false).first.map(String.init).map {
                $0.replacing("&amp;", with: "&").replacing("&quot;", with: "\"").replacing("&lt;", with: "<").replacing("&gt;", with: ">")
            }
        }
    }
}
