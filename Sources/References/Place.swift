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
    init(number: String) {
        var parts = number.split(separator: "(", omittingEmptySubsequences: false)
        guard !parts.isEmpty else { return }
        var base = String(parts.removeFirst())
        while let last = base.last, last.isWhitespace || last == "." { base.removeLast() }
        while let first = base.first, first.isWhitespace || first == "§" { base.removeFirst() }
        self.base = base
        steps = parts.compactMap { part in
            let inside = part.prefix { $0 != ")" }
            return inside.isEmpty ? nil : "(" + inside + ")"
        }
    }

    /// The place of a paragraph below this one, by the labels on the way down.
    func below(_ path: [String]) -> Place {
        var place = self
        for label in path {
            let bare = label.filter { $0.isLetter || $0.isNumber || $0 == "-" }
            // A text that begins with its own number ("§ 42-3141.05.", "Section 5") does not count it twice.
            if bare.isEmpty
                || (place.steps.isEmpty && (label.contains(" ") || (!base.isEmpty && base.hasSuffix(bare) && label.contains("."))))
            {
                continue
            }
            place.steps.append("(" + bare + ")")
        }
        return place
    }

    /// The title of a code that numbers its sections by title: "42" in "42-3141.05", "28" in "28:9-101"; nil elsewhere.
    var title: String? {
        guard let end = base.utf8.firstIndex(where: { $0 == 0x2D || $0 == 0x3A }), base.utf8.first.map({ $0 &- 0x30 < 10 }) == true else {
            return nil
        }
        return String(base[..<end])
    }

    /// "Chapter 8 of this title" as "Chapter 8 of Title 47", where the place says which title this is.
    func complete(division: String) -> String {
        guard let title, division.hasSuffix(Self.thisTitle) else { return division }
        return division.dropLast(Self.thisTitle.count) + " of Title " + title
    }

    private static let thisTitle = " of this title"

    /// The full number that `pinpoint` means here.
    func complete(_ pinpoint: Pinpoint) -> String {
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
enum NumberShape: Hashable {
    case digits, lower, upper, lowerRoman, upperRoman

    static func shapes(of label: String) -> Set<NumberShape> {
        let bare = label.utf8.filter { $0 != 0x28 && $0 != 0x29 }
        guard let first = bare.first else { return [] }
        if first &- 0x30 < 10 { return [.digits] }
        let letters = bare.prefix { ($0 | 0x20) &- 0x61 < 26 }
        let isUpper = first &- 0x41 < 26
        let isRoman =
            letters.allSatisfy { [0x69, 0x76, 0x78].contains($0 | 0x20) }
            || (letters.count > 1 && letters.allSatisfy { [0x69, 0x76, 0x78, 0x6C, 0x63].contains($0 | 0x20) })
        var shapes: Set<NumberShape> = []
        if isRoman { shapes.insert(isUpper ? .upperRoman : .lowerRoman) }
        if letters.count == 1 || !isRoman { shapes.insert(isUpper ? .upper : .lower) }
        return shapes
    }
}
