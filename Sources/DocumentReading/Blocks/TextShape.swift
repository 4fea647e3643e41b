/// How a short text looks: a heading, a sentence, a name. Cheap tests on bytes.
struct TextShape {
    private let bytes: [UInt8]

    init(_ text: some StringProtocol) { bytes = Array(text.utf8) }

    var count: Int { bytes.count }
    var startsLower: Bool { bytes.first?.isLower ?? false }
    var startsUpper: Bool { bytes.first.map { $0.isUpper || $0 >= 0xC3 && $0 != 0xE2 } ?? false }

    /// Ends as a sentence or a lead-in does.
    var isTerminated: Bool {
        guard let last = bytes.last else { return false }
        if last >= 0x80 { return bytes.suffix(3).elementsEqual("”".utf8) || bytes.suffix(3).elementsEqual("。".utf8) }
        return ".;:!?,".utf8.contains(last) || ((last == 0x22 || last == 0x29) && bytes.count > 1 && bytes[bytes.count - 2] == 0x2E)
    }

    /// Ends with a colon, a dash or in mid-sentence: a list may follow.
    var isOpenEnded: Bool {
        guard let last = bytes.last else { return false }
        return last == 0x3A || last == 0x2C || last.isLetter || bytes.suffix(3).elementsEqual("—".utf8)
            || bytes.suffix(3).elementsEqual("–".utf8)
    }

    /// All its letters are capitals, three of them at least.
    var isShouted: Bool {
        var letters = 0
        for byte in bytes where byte.isLetter {
            if byte.isLower { return false }
            letters += 1
        }
        return letters >= 3
    }

    /// The words of more than three letters begin with capitals.
    var isTitleCase: Bool {
        var long = 0
        var capital = 0
        for word in bytes.split(whereSeparator: { $0 == 0x20 || $0 == 0x2D || $0 == 0x2F }) {
            guard let first = word.first(where: { $0.isWord }) else { continue }
            if word.count > 3 {
                long += 1
                if first.isUpper || first.isDigit || first >= 0xC3 { capital += 1 }
            }
        }
        return startsUpper && long > 0 && capital * 4 >= long * 3
    }

    var lastByte: UInt8 { bytes.last ?? 0 }
    /// A full stop with a capital behind it: two sentences, or a heading and its text.
    var hasInnerStop: Bool {
        bytes.indices.dropLast(2).contains {
            bytes[$0] == 0x2E && bytes[$0 + 1] == 0x20 && bytes[$0 + 2].isUpper && $0 > 2 && bytes[$0 - 1].isLetter
                && bytes[$0 - 2].isLetter
        }
    }

    /// Ends with a closing quotation mark.
    var isQuoted: Bool { bytes.last == 0x22 || bytes.suffix(3).elementsEqual("”".utf8) || bytes.suffix(3).elementsEqual("’".utf8) }
    var wordCount: Int { bytes.split(separator: 0x20).count }

    /// A short line that begins with a capital and does not end: a heading, if what follows allows it.
    var looksLikeHeading: Bool {
        guard (2...140).contains(bytes.count), startsUpper || bytes[0].isDigit, !isTerminated, wordCount <= 16,
            bytes.contains(where: \.isLetter)
        else { return false }
        return !endsInFunctionWord && !bytes.contains(0x5F) && !isFormLine
    }

    /// "Attention: the Secretary", an address, a salutation.
    private var isFormLine: Bool {
        var commas = 0
        var digits = 0
        for index in bytes.indices {
            if bytes[index] == 0x2C { commas += 1 }
            if bytes[index] == 0x3A, index + 1 < bytes.count, bytes[index + 1] == 0x20 { return true }
            digits = bytes[index].isDigit ? digits + 1 : 0
            if digits >= 5 { return true }
        }
        return commas >= 2 || bytes.starts(with: "Dear ".utf8)
    }

    private var endsInFunctionWord: Bool {
        guard let last = bytes.split(separator: 0x20).last, last.count <= 5 else { return false }
        return Self.functionWords.contains { $0.elementsEqual(last) }
    }

    private static let functionWords = [
        "that", "to", "of", "and", "or", "the", "a", "an", "by", "for", "with", "in", "on", "from", "as", "is", "are", "will", "shall",
        "must", "may",
    ].map { Array($0.utf8) }

    /// Contains `phrase`, which is in lower case, in any case.
    func contains(phrase: String) -> Bool {
        let wanted = Array(phrase.utf8)
        guard bytes.count >= wanted.count else { return false }
        return (0...(bytes.count - wanted.count)).contains { start in
            wanted.indices.allSatisfy { wanted[$0] == (bytes[start + $0].isUpper ? bytes[start + $0] | 0x20 : bytes[start + $0]) }
        }
    }

    /// Contains one of `words`, whole, in any case. `words` are in lower case.
    func contains(anyOf words: Set<String>) -> Bool {
        bytes.split(whereSeparator: { !$0.isWord }).contains {
            words.contains(String(decoding: $0.map { $0.isUpper ? $0 | 0x20 : $0 }, as: UTF8.self))
        }
    }
}
