/// Where in a person's file something stands; lines and columns from 1, 0 when it is the whole file.
package struct FilePlace: Hashable, Sendable {
    package var file: String
    package var line: Int
    package var column: Int

    package init(file: String, line: Int = 0, column: Int = 0) {
        self.file = file
        self.line = line
        self.column = column
    }
}

/// What is wrong with a plain-text file that a person wrote, as a fact with a place. Nothing of such a file is applied.
package struct FileError: Error, Hashable, Sendable {
    package enum Problem: Hashable, Sendable {
        case unreadable
        /// The file is no YAML; the parser's own words.
        case notYAML(String)
        /// More bytes than such a file may have.
        case tooLarge(Int)
        /// An alias (`*name`), which these files do without.
        case alias
        case expected(Expectation, found: String)
        case unknownKey(String, allowed: [String])
        case missingKey(String)
        case duplicate(String)
        /// A name that nothing in the base answers to: a fact, a rule, a clause, a norm.
        case unknownName(String, near: String?)
        /// A quote that the cited clause does not hold.
        case quoteNotInClause(quote: String, citation: String)
        /// Rules that override one another in a ring, in order.
        case overrideLoop([String])
    }

    package enum Expectation: Hashable, Sendable {
        case mapping, list, text, wholeNumber, number, yesOrNo, date, citation
        case oneOf([String])
        /// A piece of the condition language: "a fact", ")", "a value".
        case syntax(String)
    }

    package var problem: Problem
    package var place: FilePlace

    package init(_ problem: Problem, at place: FilePlace) {
        self.problem = problem
        self.place = place
    }
}
