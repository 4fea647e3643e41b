/// Tells from an element's attributes whether it is page furniture: hidden, navigation, a cookie banner, share buttons.
enum HTMLFurniture {
    static func isFurniture(_ element: borrowing MarkupElement) -> Bool {
        if element.view("hidden") != nil || element.has("aria-hidden", "true") || element.has("aria-modal", "true") { return true }
        if let role = element["role"], roles.contains(role) { return true }
        return false
    }

    private static let roles: Set<String> = [
        "navigation", "banner", "contentinfo", "search", "dialog", "alertdialog", "complementary", "menu", "menubar", "toolbar", "button",
        "tooltip",
    ]

    /// A class or id one of whose words is a word for furniture.
    static func names(_ value: String) -> Bool {
        for token in value.utf8.split(whereSeparator: { $0 == 0x20 || $0 == 0x09 || $0 == 0x0A }) {
            guard token.count >= 3, token.count <= 60 else { continue }
            let lower = token.map { $0.isUpper ? $0 | 0x20 : $0 }
            for word in whole where lower == word { return true }
            for word in starts where lower.count >= word.count && lower[..<word.count] == word[...] { return true }
        }
        return false
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
        "gem-c-contents-list", "gem-c-cookie", "gem-c-breadcrumb", "gem-c-share", "gem-c-feedback", "pagination-", "hs-cookie", "cc-banner",
        "cky-", "osano", "trustarc",
        "cybot",
    ].map { Array($0.utf8) }
}
