/// How sure a norm is, by the kind of words that decided it and by what is known of its subject.
///
/// Measured: 367 norms read by eye out of 18 documents on which no rule had been made; the counts are in `README.md`.
/// A norm held where somebody is indeed bound or freed, by the modality given, and the bearer is right.
enum Confidence {
    /// "shall", "must", "may not", "is required to", "reserves the right".
    static let plain = 0.9
    /// "agrees to", "undertakes to", "is committed to".
    static let promise = 0.9
    /// "will", which also foretells.
    static let will = 0.85
    /// "intends to", "should", "it is anticipated that".
    static let intention = 0.75
    /// A duty that is named, not told by a verb: "is responsible for the upkeep".
    static let named = 0.75
    /// "recognises the importance of", "is committed to the principle of".
    static let value = 0.7
    /// "can", "need", "is eligible for": words that mostly say something else.
    static let loose = 0.6

    /// What remains of it where the subject is somebody, a passive leaves out who acts, or the subject is not known for one who can.
    static func given(_ animacy: Grammar.Animacy, _ voice: Cue.Voice) -> Double {
        // "Cycling is not allowed": the subject is the act, and nobody.
        if animacy == .agent || voice == .subject { return 1 }
        return voice == .passive ? 0.95 : 0.5
    }
}
