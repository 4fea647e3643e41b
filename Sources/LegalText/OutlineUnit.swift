/// A paragraph or list item found in running text, before there is a document.
package struct OutlineUnit: Hashable, Sendable, Codable {
    /// Its own words, label included, children excluded; offsets into the running text.
    package var range: TextRange
    /// "(b)", "2.", "Article 5"; empty for an unnumbered paragraph.
    package var label: String
    /// Labels from the top, the last one its own.
    package var path: [String]
    /// The rank of the numbering it belongs to, from 1 for a section; 0 for an unnumbered paragraph.
    package var level: Int
    /// Index of the unit it hangs on; nil at the top.
    package var parent: Int?
    /// All that belongs to it: its own words, its children and the white space behind them, up to where the next unit begins.
    package var extent: TextRange
    /// Words that follow its children and end its own sentence ("... and shall be liable accordingly").
    package var continuation: TextRange?

    package init(
        range: TextRange, label: String, path: [String], level: Int, parent: Int?, extent: TextRange? = nil, continuation: TextRange? = nil
    ) {
        self.range = range
        self.extent = extent ?? range
        self.continuation = continuation
        self.label = label
        self.path = path
        self.level = level
        self.parent = parent
    }
}
