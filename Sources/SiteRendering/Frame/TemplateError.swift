/// Something wrong in `templates/`, as a fact with a place. `CommandLineTool` puts it into words.
package struct TemplateError: Error, Equatable {
    package enum Problem: Equatable, Sendable {
        case unreadable
        /// A template, a partial or a file of words that the pages need is not there.
        case missing
        /// What the parser says: a tag that is not closed, a section that closes under another name.
        case syntax(String)
    }

    /// Relative to the templates' folder.
    package var file: String
    /// From 1; 0 when the place is the whole file.
    package var line: Int
    package var column: Int
    package var problem: Problem

    package init(file: String, line: Int = 0, column: Int = 0, problem: Problem) {
        self.file = file
        self.line = line
        self.column = column
        self.problem = problem
    }
}
