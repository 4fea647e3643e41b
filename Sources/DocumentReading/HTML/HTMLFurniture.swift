/// Tells from an element's attributes whether it is page furniture: hidden, navigation, a cookie banner, share buttons.
enum HTMLFurniture {
    /// - Parameter byName: go by class and id too, which only say what the page's author calls the thing.
    static func isFurniture(_ element: borrowing MarkupElement, byName: Bool) -> Bool {
        if element["hidden"] != nil || element["aria-hidden"] == "true" { return true }
        if let role = element["role"], roles.contains(role) { return true }
        if element["aria-modal"] == "true" { return true }
        guard byName else { return false }
        if let name = element["class"], names(name) { return true }
        if let name = element["id"], names(name) { return true }
        return false
    }

    /// `style` hides the element.
    static func hides(_ style: String) -> Bool {
        let bytes = style.utf8.filter { $0 != 0x20 }
        return contains(bytes, "display:none") || contains(bytes, "visibility:hidden")
    }

    private static let roles: Set<String> = [
        "navigation", "banner", "contentinfo", "search", "dialog", "alertdialog", "complementary", "menu", "menubar", "toolbar", "button",
        "tooltip",
    ]

    /// A class or id one of whose words is a word for furniture.
    private static func names(_ value: String) -> Bool {
        for token in value.utf8.split(whereSeparator: { $0 == 0x20 || $0 == 0x09 || $0 == 0x0A }) {
            guard token.count >= 3, token.count <= 60 else { continue }
            let lower = token.map { $0.isUpper ? $0 | 0x20 : $0 }
            for word in whole where lower.elementsEqual(word) { return true }
            for word in starts where lower.starts(with: word) { return true }
        }
        return false
    }

    private static func contains(_ bytes: [UInt8], _ word: StaticString) -> Bool {
        let wanted = Array(word.description.utf8)
        guard bytes.count >= wanted.count else { return false }
        return (0...(bytes.count - wanted.count)).contains { bytes[$0] == wanted[0] && bytes[$0..<$0 + wanted.count].elementsEqual(wanted) }
    }

    private static let whole = [
        "share", "sharing", "social", "related", "sidebar", "navbar", "nav", "menu", "footer", "toc", "pager", "pagination", "breadcrumb",
        "breadcrumbs",
        "modal", "popup", "toolbar", "search", "advert", "ads", "newsletter", "subscribe", "comments", "hidden", "visually-hidden",
        "visuallyhidden",
        "sr-only", "screen-reader-text", "skip", "topnav", "site-header", "site-footer", "global-header", "global-footer", "page-footer",
        "head-logo", "language-selector", "feedback", "print-link", "backtotop", "back-to-top",
    ].map { Array($0.utf8) }

    private static let starts = [
        "cookie", "breadcrumb", "skip-", "skiplink", "skip_", "social-", "share-", "sharing-", "addthis", "related-", "newsletter-",
        "consent-", "gdpr",
        "onetrust", "nav-", "navbar-", "navigation", "sidebar-", "menu-item", "site-nav", "footer-", "toc-", "table-of-contents",
        "tableofcontents",
        "gem-c-contents-list", "gem-c-cookie", "gem-c-breadcrumb", "pagination-", "hs-cookie", "cc-banner", "cky-", "osano", "trustarc",
        "cybot",
    ].map { Array($0.utf8) }
}
