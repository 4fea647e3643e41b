/// What an element does to the flow of a page.
enum HTMLElement: UInt8 {
    /// Part of the sentence around it.
    case inline
    /// Words before and after do not touch, and form blocks of their own.
    case block
    case heading1, heading2, heading3, heading4, heading5, heading6
    case list, listItem, definitionTerm, definitionText
    case table, row, cell, caption
    case lineBreak
    case link, term, emphasis, strong, font, superscript, time
    case preformatted
    case main, article, header
    /// Never the document.
    case furniture
    case title, meta, linkElement, root, body
    case script

    var headingRank: Int? {
        rawValue >= HTMLElement.heading1.rawValue && rawValue <= HTMLElement.heading6.rawValue
            ? Int(rawValue - HTMLElement.heading1.rawValue) + 1 : nil
    }

    /// Elements that say in their attributes whether they are furniture.
    var mayBeFurniture: Bool {
        switch self {
        case .block, .list, .listItem, .table, .header, .link, .heading1, .heading2, .heading3, .heading4, .heading5, .heading6, .inline:
            true
        default: false
        }
    }

    private static let groups: [(HTMLElement, [String])] = [
        (
            .block,
            [
                "p", "div", "section", "address", "center", "fieldset", "figure", "figcaption", "form", "details", "summary", "hr",
                "blockquote", "dl", "hgroup", "legend",
            ]
        ),
        (.heading1, ["h1"]), (.heading2, ["h2"]), (.heading3, ["h3"]), (.heading4, ["h4"]), (.heading5, ["h5"]), (.heading6, ["h6"]),
        (.list, ["ul", "ol", "menu", "dir"]), (.listItem, ["li"]), (.definitionTerm, ["dt"]), (.definitionText, ["dd"]),
        (.table, ["table"]), (.row, ["tr"]), (.cell, ["td", "th"]), (.caption, ["caption"]), (.lineBreak, ["br"]),
        (.link, ["a"]), (.term, ["dfn"]), (.emphasis, ["em", "i", "cite"]), (.strong, ["b", "strong", "u"]), (.font, ["font", "span"]),
        (.superscript, ["sup"]), (.time, ["time"]), (.preformatted, ["pre"]), (.main, ["main"]), (.article, ["article"]),
        (.header, ["header"]),
        (
            .furniture,
            [
                "nav", "footer", "aside", "style", "template", "noscript", "svg", "iframe", "object", "canvas", "audio", "video", "dialog",
                "button",
                "select", "input", "textarea", "option", "datalist", "map", "frameset", "applet", "embed", "picture",
            ]
        ),
        (.script, ["script"]), (.title, ["title"]), (.meta, ["meta"]), (.linkElement, ["link"]), (.root, ["html"]), (.body, ["body"]),
    ]

    static let names = NameTable(groups.flatMap(\.1))
    /// By element number; the first is for any other name.
    static let all: [HTMLElement] = [.inline] + groups.flatMap { element, names in names.map { _ in element } }
}
