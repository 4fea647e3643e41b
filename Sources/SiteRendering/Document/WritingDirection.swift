/// Which way the lines of a language run.
enum WritingDirection {
    /// Languages that are written from right to left in the script they are mostly written in.
    private static let rightToLeft: Set<Substring> = [
        "ar", "arc", "ckb", "dv", "fa", "he", "iw", "khw", "ks", "ps", "sd", "syr", "ug", "ur", "yi", "ji",
    ]

    /// - Parameter language: a tag, "ar" or "ar-EG".
    static func isRightToLeft(_ language: String) -> Bool {
        let parts = language.lowercased().split { $0 == "-" || $0 == "_" }
        if parts.dropFirst().contains("latn") { return false }
        return parts.dropFirst().contains { $0 == "arab" || $0 == "hebr" } || parts.first.map(rightToLeft.contains) ?? false
    }
}
