import Language

/// The names that provisions have, and how deep they stand below the section or article that counts them.
enum Rank: String {
    case title, subtitle, chapter, subchapter, part, division, book
    case section, article, rule, regulation, clause, schedule, annex, appendix, exhibit, attachment, recital, item
    case subsection, paragraph, subparagraph, subsubparagraph, point, subclause

    /// Steps below the provision that has a number of its own; 0 for that provision, nil for what stands above or beside it.
    var depth: Int? {
        switch self {
        case .section, .article, .rule, .regulation, .clause: 0
        case .subsection, .subclause: 1
        case .paragraph, .point: 2
        case .subparagraph: 3
        case .subsubparagraph: 4
        default: nil
        }
    }

    /// Divisions that group provisions: their numbers never take steps.
    var isDivision: Bool {
        switch self {
        case .title, .subtitle, .chapter, .subchapter, .part, .division, .book: true
        default: false
        }
    }

    /// What hangs on a document and has a name rather than a place in the count: "Annex A".
    var isAttachment: Bool {
        switch self {
        case .schedule, .annex, .appendix, .exhibit, .attachment: true
        default: false
        }
    }

    struct Name {
        var rank: Rank
        var isPlural: Bool
        /// An abbreviation that a full stop may follow: "s. 5", "Art. 12".
        var isShort = false
    }

    /// By `TextBytes.hash` of the word; English and French.
    static let names: WordMap<Name> = {
        var names: [(UInt64, Name)] = []
        func add(_ rank: Rank, _ singular: String, _ plural: String, isShort: Bool = false) {
            for word in singular.split(separator: " ") {
                names.append((TextBytes.hash(String(word)), Name(rank: rank, isPlural: false, isShort: isShort)))
            }
            for word in plural.split(separator: " ") {
                names.append((TextBytes.hash(String(word)), Name(rank: rank, isPlural: true, isShort: isShort)))
            }
        }
        add(.title, "title titre", "titles titres")
        add(.subtitle, "subtitle", "subtitles")
        add(.chapter, "chapter chapitre", "chapters chapitres")
        add(.subchapter, "subchapter", "subchapters")
        add(.part, "part subpart partie", "parts subparts parties")
        add(.division, "division subdivision", "divisions subdivisions")
        add(.book, "book livre", "books")
        add(.section, "section", "sections")
        add(.article, "article artikel", "articles")
        add(.rule, "rule règle", "rules règles")
        add(.regulation, "regulation", "regulations")
        add(.clause, "clause", "clauses")
        add(.schedule, "schedule", "schedules")
        add(.annex, "annex annexe", "annexes")
        add(.appendix, "appendix", "appendices")
        add(.exhibit, "exhibit", "exhibits")
        add(.attachment, "attachment", "attachments")
        add(.recital, "recital considérant", "recitals considérants")
        add(.item, "item", "items")
        add(.subsection, "subsection", "subsections")
        add(.paragraph, "paragraph paragraphe alinéa", "paragraphs paragraphes alinéas")
        add(.subparagraph, "subparagraph", "subparagraphs")
        add(.point, "point", "points")
        add(.subclause, "subclause", "subclauses")
        add(.section, "s sec", "ss secs", isShort: true)
        add(.article, "art", "arts", isShort: true)
        add(.paragraph, "para", "paras", isShort: true)
        add(.clause, "cl", "cls", isShort: true)
        add(.schedule, "sch", "", isShort: true)
        return WordMap(names)
    }()

    /// "sub-paragraph", "sub-subparagraph", "sub-clause": the rank under a hyphen.
    func under(_ prefixes: Int) -> Rank {
        var rank = self
        for _ in 0..<prefixes {
            switch rank {
            case .section: rank = .subsection
            case .clause: rank = .subclause
            case .paragraph: rank = .subparagraph
            case .subparagraph: rank = .subsubparagraph
            default: break
            }
        }
        return rank
    }
}
