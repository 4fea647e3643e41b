import LegalText

/// What each type of provision is called in identifiers and numbers, and how it takes part in them.
enum TypeNames {
    /// The prefix in an eId.
    static func eId(_ type: ProvisionType) -> String {
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

    /// The word in a number where the label has none.
    static func word(_ type: ProvisionType) -> String {
        let name = type.rawValue
        return name.prefix(1).uppercased() + name.dropFirst()
    }

    /// Holds other provisions rather than words of its own.
    static func isContainer(_ type: ProvisionType) -> Bool {
        switch type {
        case .title, .part, .chapter, .division, .subdivision, .schedule, .annex, .heading, .preamble: true
        default: false
        }
    }

    /// Numbering starts again inside.
    static func isSchedule(_ type: ProvisionType) -> Bool { type == .schedule || type == .annex }

    /// Numbered through the document, whatever parts it is divided into.
    static func isNumberedThrough(_ type: ProvisionType) -> Bool {
        type == .section || type == .article || type == .clause || type == .paragraph || type == .recital
    }

    /// Leaves no trace in the identifiers of what stands below it.
    static func isTransparent(_ type: ProvisionType) -> Bool { type == .heading || type == .preamble || type == .table }
}
