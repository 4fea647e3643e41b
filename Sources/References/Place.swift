import Language
import LegalText

/// Where a reference stands, as numbers: what "this subsection" and a bare "paragraph (2)" count from.
struct Place {
    /// "42-3141.05", "5", "Article 12"; empty where the text has no number.
    var base = ""
    /// The steps down to the words at hand: "(b)", "(1)".
    var steps: [String] = []

    init(base: String = "", steps: [String] = []) {
        self.base = base
        self.steps = steps
    }

    /// Takes a human number apart: "42-3141.05(b)(1)" is its base and two steps.
    init(number: some StringProtocol) {
        let bytes = Array(number.utf8)
        var open = bytes.firstIndex(of: 0x28) ?? bytes.count
        base = Self.base(bytes, to: open)
        while open < bytes.count {
            let next = bytes[(open + 1)...].firstIndex(of: 0x28) ?? bytes.count
            let inside = bytes[(open + 1)..<next].prefix { $0 != 0x29 }
            if !inside.isEmpty { steps.append("(" + String(decoding: inside, as: UTF8.self) + ")") }
            open = next
        }
    }

    /// Without white space, a sign of the section before it and a full stop behind it.
    private static func base(_ bytes: [UInt8], to open: Int) -> String {
        var end = open
        while end > 0 {
            let trimmed = bytes[end - 1] == 0x2E ? end - 1 : TextBytes.trimmed(0, end, in: bytes).end
            if trimmed == end { break }
            end = trimmed
        }
        var start = 0
        while start < end {
            let isSign = bytes[start] == 0xC2 && start + 1 < end && bytes[start + 1] == 0xA7
            let width = isSign ? 2 : TextBytes.spaceLength(at: start, in: bytes)
            if width == 0 { break }
            start += width
        }
        return String(decoding: bytes[min(start, end)..<end], as: UTF8.self)
    }

    /// The place of a paragraph below this one, by the labels on the way down.
    func below(_ path: [String]) -> Place {
        var place = self
        for label in path {
            let bare = Self.bare(label)
            // A text that begins with its own number ("§ 42-3141.05.", "Section 5") does not count it twice.
            if bare.isEmpty
                || (place.steps.isEmpty
                    && (label.utf8.contains(0x20) || (!base.isEmpty && base.hasSuffix(bare) && label.utf8.contains(0x2E))))
            {
                continue
            }
            place.steps.append("(" + bare + ")")
        }
        return place
    }

    /// The letters, digits and hyphens of a label.
    private static func bare(_ label: String) -> String {
        guard label.utf8.allSatisfy({ $0 < 0x80 }) else { return label.filter { $0.isLetter || $0.isNumber || $0 == "-" } }
        return String(decoding: label.utf8.filter { TextBytes.isLetter($0) || TextBytes.isDigit($0) || $0 == 0x2D }, as: UTF8.self)
    }

    /// The title of a code that numbers its sections by title: "42" in "42-3141.05", "28" in "28:9-101"; nil elsewhere.
    var title: String? {
        guard let end = base.utf8.firstIndex(where: { $0 == 0x2D || $0 == 0x3A }), base.utf8.first.map({ $0 &- 0x30 < 10 }) == true else {
            return nil
        }
        return String(base[..<end])
    }

    /// What a mention points to, seen from here.
    /// - Parameter path: the labels on the way down from here to the mention; a relative one is completed from it.
    func target(of mention: Mention, below path: [String] = []) -> String {
        if mention.work != nil { return mention.target }
        guard let pinpoint = mention.pinpoint else { return complete(division: mention.target) }
        return mention.isRelative ? below(path).complete(pinpoint) : complete(pinpoint)
    }

    /// "Chapter 8 of this title" as "Chapter 8 of Title 47", where the place says which title this is.
    private func complete(division: String) -> String {
        guard let title, division.hasSuffix(Self.thisTitle) else { return division }
        return division.dropLast(Self.thisTitle.count) + " of Title " + title
    }

    private static let thisTitle = " of this title"

    /// The full number that `pinpoint` means here.
    private func complete(_ pinpoint: Pinpoint) -> String {
        if !pinpoint.base.isEmpty {
            // "paragraph 2 of this Article": a bare number counted below an article.
            if let depth = pinpoint.rank.depth, depth > 0, !base.isEmpty, base.hasPrefix("Article") || pinpoint.container == .article {
                return base + "(" + pinpoint.base + ")" + pinpoint.steps.joined()
            }
            return Self.named(pinpoint.rank, pinpoint.base) + pinpoint.steps.joined()
        }
        return base + (steps.prefix(kept(above: pinpoint)) + pinpoint.steps).joined()
    }

    /// How many of the steps down to here stand above the steps of `pinpoint`.
    private func kept(above pinpoint: Pinpoint) -> Int {
        if pinpoint.container == .section || pinpoint.container == .article { return 0 }
        let regular = max(0, (pinpoint.rank.depth ?? 1) - pinpoint.steps.count)
        if regular == 0 { return 0 }
        // The step in the same place has the same shape: "(2)" stands beside "(1)", whatever the ranks are called here.
        if let first = pinpoint.steps.first, pinpoint.container != nil || pinpoint.steps.count == 1 {
            let shapes = NumberShape.shapes(of: first)
            if let beside = steps.lastIndex(where: { !shapes.isDisjoint(with: NumberShape.shapes(of: $0)) && $0.count > 0 }) {
                return pinpoint.container == nil ? min(beside, regular) : beside
            }
        }
        return min(regular, steps.count)
    }

    /// "Annex A", "Part IV", "Article 5"; sections and clauses go by their number alone.
    static func named(_ rank: Rank, _ base: String) -> String {
        switch rank {
        case .section, .subsection, .clause, .subclause, .paragraph, .subparagraph, .subsubparagraph: base
        default: rank.rawValue.prefix(1).uppercased() + rank.rawValue.dropFirst() + " " + base
        }
    }
}

/// The ways to count: "(1)", "(a)", "(A)", "(i)", "(I)". A label may fit two.
struct NumberShape: OptionSet {
    let rawValue: UInt8

    static let digits = Self(rawValue: 1)
    static let lower = Self(rawValue: 2)
    static let upper = Self(rawValue: 4)
    static let lowerRoman = Self(rawValue: 8)
    static let upperRoman = Self(rawValue: 16)

    static func shapes(of label: String) -> NumberShape {
        let bare = label.utf8.filter { $0 != 0x28 && $0 != 0x29 }
        guard let first = bare.first else { return [] }
        if TextBytes.isDigit(first) { return .digits }
        let letters = bare.prefix(while: TextBytes.isLetter)
        let isUpper = TextBytes.isUpper(first)
        // "(c)" and "(l)" alone are letters.
        let isRoman =
            letters.allSatisfy(isSmallNumeral) || letters.count > 1 && letters.allSatisfy { isSmallNumeral($0) || isGreatNumeral($0) }
        var shapes: NumberShape = []
        if isRoman { shapes.formUnion(isUpper ? .upperRoman : .lowerRoman) }
        if letters.count == 1 || !isRoman { shapes.formUnion(isUpper ? .upper : .lower) }
        return shapes
    }

    /// i, v, x.
    private static func isSmallNumeral(_ byte: UInt8) -> Bool { byte | 0x20 == 0x69 || byte | 0x20 == 0x76 || byte | 0x20 == 0x78 }

    /// l, c.
    private static func isGreatNumeral(_ byte: UInt8) -> Bool { byte | 0x20 == 0x6C || byte | 0x20 == 0x63 }
}
