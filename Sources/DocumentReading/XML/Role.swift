import LegalText

/// What an element does in the outline. A dialect is mostly a table from element names to these.
enum Role {
    /// Part of the sentence around it: no effect, no space.
    case inline
    /// A block: words before and after do not touch. Where only provisions can stand it becomes a paragraph of its own.
    case block
    /// A block that may be no more than a wrapper: a paragraph of its own once words stand in it.
    case wrapper
    /// Only a break between words (`br`).
    case space
    /// Left out with everything in it.
    case skip
    /// Its words are left out, but what is in it may still be captured or be a provision.
    case mute
    /// The same, and nothing in it is a provision, whatever it is called.
    case aside
    /// Depends on attributes or place: the dialect's `refine` says.
    case ask
    case provision(ProvisionType)
    /// The label or heading of the provision it stands in.
    case label, heading
    /// Wraps the label and heading of the provision it stands in.
    case header
    /// What `beginLevel` opened: lasts longer than its element.
    case level
    /// The same where the element's words are the heading itself.
    case levelHeading
    /// A list whose labels are counted (`DialectReader.lists`).
    case list
    /// Another law's text: its words stay in the clause, its structure does not count.
    case quoted
    /// The same inside a sentence.
    case quotedInline
    /// Lifted out of the sentence.
    case note
    /// Where a note's mark stands, and elsewhere its text; both name the note (`NoteLinks`).
    case noteMark, noteText
    /// Marks.
    case reference, date, term, name, emphasis
    /// A provision whose words keep their lines, for in them alone lies the structure (`RunningText`).
    case rawProvision(ProvisionType)
    /// A cell of a table's row.
    case cell
    /// Its words are set aside and handed to the dialect's `captured`.
    case capture
    /// Its words are handed to `captured` and stay where they are.
    case tap
}
