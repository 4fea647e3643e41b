import Calendar

/// What a stem leaves open for the items that hang on it: "The parties will:", "It is anticipated that", "If the Tenant fails to:".
struct Frame {
    enum Opening {
        /// Items are verb phrases: "(a) pay the rent".
        case act
        /// Items are objects of the stem's verb: "shall provide: (a) a plan".
        case object
        /// Items are clauses under an outer frame: "It is anticipated that: (a) the Director will ...".
        case clause
        /// Items say how things are: "Each party represents and warrants that: (a) it is".
        case representation
        /// Items are what the stem's open condition asks: "may refuse it if (a) the holder is entitled to appeal".
        case condition
        /// The stem only sets conditions, or nothing; items stand on their own.
        case context
    }

    var opening: Opening
    var modality = Modality.obligation
    var strength = Strength.binding
    var cue = ""
    var isFrench = false
    var confidence = 0.8
    var voice = Cue.Voice.active
    var bearers: [String] = []
    var bearerIsImplied = false
    var counterparties: [String] = []
    var conditions: [Slot] = []
    var exceptions: [Slot] = []
    var deadline: Deadline?
    var recurrence: Recurrence?

    /// As seen from another clause: inherited parts name the clause they stand in.
    func inherited(from clause: Int) -> Frame {
        var frame = self
        frame.conditions = conditions.map { slot in with(slot, clause) }
        frame.exceptions = exceptions.map { slot in with(slot, clause) }
        frame.deadline = nil
        frame.recurrence = nil
        return frame
    }

    private func with(_ slot: Slot, _ clause: Int) -> Slot {
        var slot = slot
        slot.clause = slot.clause ?? clause
        return slot
    }
}
