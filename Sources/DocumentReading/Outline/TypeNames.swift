import LegalText

// Types are told apart by `switch`: `==` on an enum of strings in another module compares the strings.

/// What each type of provision is called in identifiers and numbers, and how it takes part in them.
enum TypeNames {
    /// The prefix in an eId.
    static func eId(_ type: ProvisionType) -> StaticString {
        switch type {
        case .title: "title"
        case .part: "part"
        case .chapter: "chp"
        case .division: "dvs"
        case .subdivision: "subdvs"
        case .article: "art"
        case .section: "sec"
        case .subsection: "subsec"
        case .paragraph: "para"
        case .subparagraph: "subpara"
        case .point: "point"
        case .clause: "cl"
        case .subclause: "subcl"
        case .schedule: "sch"
        case .annex: "annex"
        case .recital: "rec"
        case .preamble: "preamble"
        case .definition: "def"
        case .table: "table"
        case .row: "row"
        case .quotation: "qstr"
        case .signature: "sig"
        case .heading: "xhdg"
        }
    }

    /// The word in a number where the label has none; in small letters it is the type's own name.
    static func word(_ type: ProvisionType) -> StaticString {
        switch type {
        case .title: "Title"
        case .part: "Part"
        case .chapter: "Chapter"
        case .division: "Division"
        case .subdivision: "Subdivision"
        case .schedule: "Schedule"
        case .annex: "Annex"
        case .preamble: "Preamble"
        default: ""
        }
    }

    /// Holds other provisions rather than words of its own.
    static func isContainer(_ type: ProvisionType) -> Bool {
        switch type {
        case .title, .part, .chapter, .division, .subdivision, .schedule, .annex, .heading, .preamble: true
        default: false
        }
    }

    /// Numbering starts again inside.
    static func isSchedule(_ type: ProvisionType) -> Bool {
        switch type {
        case .schedule, .annex: true
        default: false
        }
    }

    /// Numbered through the document, whatever parts it is divided into.
    static func isNumberedThrough(_ type: ProvisionType) -> Bool {
        switch type {
        case .section, .article, .clause, .paragraph, .recital: true
        default: false
        }
    }

    /// Leaves no trace in the identifiers of what stands below it.
    static func isTransparent(_ type: ProvisionType) -> Bool {
        switch type {
        case .heading, .preamble, .table: true
        default: false
        }
    }
}
