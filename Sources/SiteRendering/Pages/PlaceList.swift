import KnowledgeBase

extension Site {
    /// Links to clauses, a document's together: "Pact 2(1), 5; Policy ¶ 3".
    /// - Parameter most: so many are named; more are told by an ellipsis.
    func list(_ places: [ClausePlace], _ links: Links, most: Int = .max) -> HTML {
        var html = HTML()
        for (number, place) in places.prefix(most).enumerated() {
            if number == 0 || places[number - 1].document != place.document {
                html += "\(number == 0 ? "" : "; ")\(title(of: place.document)) "
            } else {
                html += ", "
            }
            html += "<a href=\"\(address(of: place, links))\">\(name(of: place))</a>"
        }
        if places.count > most { html += " …" }
        return html
    }
}
