import LegalText

/// A title for documents whose mark-up gives none: the first heading, or the first words if they are no sentence.
enum FallbackTitle {
    static func of(_ document: Document) -> String {
        for provision in document.provisions.prefix(4) {
            if !provision.heading.isEmpty { return provision.heading }
            let text = provision.text
            guard !text.isEmpty else { continue }
            if text.utf8.count > 200 || text.hasSuffix(",") || text.hasSuffix(";") || text.contains(". ") { return "" }
            return text.hasSuffix(".") ? String(text.dropLast()) : text
        }
        return ""
    }
}
