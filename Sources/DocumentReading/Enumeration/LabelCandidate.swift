/// A place in running text where a label may stand, before the sequence has decided whether it does.
struct LabelCandidate {
    /// The label with its brackets; offsets into the text.
    var start: Int
    var end: Int
    /// The label as it stands behind white space at the beginning of a line.
    var startsLine: Bool
    /// Only white space between the candidate before and this one: "(b) (1)".
    var chained = false
    /// The first word after a sentence's end, or the first of the text.
    var startsSentence = false
    /// The readings, most usual first; never empty.
    var readings: [LabelReading]
    /// How far the words around it speak for an item that opens a list / continues one; below zero, against.
    var opening = 0
    var following = 0

    var shape: LabelShape { readings[0].shape }
}
