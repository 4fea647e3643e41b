import LegalText

/// Dates as metadata writes them.
enum Dates {
    /// `2014-07-17`, `2014-07-17T00:00:00`, `2014-07-17Z`, `20140717`, `2014/07/17`; nil for what is no date.
    static func iso(_ text: String) -> StatedDate? {
        var digits = text.utf8.prefix(10).map { $0 == UInt8(ascii: "/") ? UInt8(ascii: "-") : $0 }
        if text.utf8.count == 8, digits.allSatisfy({ (0x30...0x39).contains($0) }) {
            digits.insert(UInt8(ascii: "-"), at: 6)
            digits.insert(UInt8(ascii: "-"), at: 4)
        }
        guard let value = PartialDate(String(decoding: digits, as: UTF8.self)), (1000..<2200).contains(value.year) else { return nil }
        return StatedDate(value: value, text: text)
    }

    /// From the numbers of separate elements.
    static func parts(year: String?, month: String?, day: String?) -> StatedDate? {
        guard let year, let number = Int(year), (1000..<2200).contains(number) else { return nil }
        func two(_ text: String?) -> String? {
            text.flatMap { Int($0) }.flatMap { (1...31).contains($0) ? ($0 < 10 ? "0\($0)" : "\($0)") : nil }
        }
        let text = ([year] + [two(month), two(month) == nil ? nil : two(day)].compactMap { $0 }).joined(separator: "-")
        return PartialDate(text).map { StatedDate(value: $0, text: text) }
    }
}

/// Language codes of two letters (BCP 47) for those of three (ISO 639-2) and for names; any other is kept.
enum LanguageCode {
    static func short(_ code: String) -> String {
        let lower = (code.split(separator: "/").last ?? "").lowercased()
        if lower.utf8.count == 2 { return lower }
        return codes[lower] ?? (lower.utf8.dropFirst(2).first == UInt8(ascii: "-") ? String(lower.prefix(2)) : lower)
    }

    private static let codes: [String: String] = [
        "eng": "en", "fra": "fr", "fre": "fr", "deu": "de", "ger": "de", "ita": "it", "spa": "es", "esp": "es", "por": "pt", "nld": "nl",
        "dut": "nl", "fin": "fi",
        "swe": "sv", "dan": "da", "nor": "no", "ell": "el", "gre": "el", "pol": "pl", "ces": "cs", "cze": "cs", "slk": "sk", "slo": "sk",
        "hun": "hu",
        "ron": "ro", "rum": "ro", "bul": "bg", "hrv": "hr", "slv": "sl", "est": "et", "lav": "lv", "lit": "lt", "mlt": "mt", "gle": "ga",
        "cym": "cy",
        "wel": "cy", "gla": "gd", "swa": "sw", "afr": "af", "zul": "zu", "xho": "xh", "rus": "ru", "ukr": "uk", "ara": "ar", "zho": "zh",
        "jpn": "ja",
        "english": "en", "french": "fr", "spanish": "es", "german": "de", "portuguese": "pt", "italian": "it",
    ]
}
