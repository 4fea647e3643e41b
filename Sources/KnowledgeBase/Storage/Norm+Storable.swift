import Calendar
import LegalText
import Norms

extension Modality: Storable {}
extension Strength: Storable {}
extension NormStatus: Storable {}
extension Participant.Role: Storable {}
extension Statement.Kind: Storable {}
extension Deadline.Direction: Storable {}

extension Slot: Storable {
    func write(to writer: inout ByteWriter) {
        writer.put(text)
        writer.put(range)
        writer.put(clause)
    }

    init(from reader: inout ByteReader) throws(StorageFault) {
        self.init(text: try reader.get(), range: try reader.get(), clause: try reader.get())
    }
}

extension Participant: Storable {
    func write(to writer: inout ByteWriter) {
        writer.put(name)
        writer.put(role)
    }

    init(from reader: inout ByteReader) throws(StorageFault) {
        self.init(name: try reader.get(), role: try reader.get())
    }
}

extension Deadline: Storable {
    func write(to writer: inout ByteWriter) {
        writer.put(text)
        writer.put(range)
        writer.put(count)
        writer.put(unit)
        writer.put(direction)
        writer.put(anchor)
    }

    init(from reader: inout ByteReader) throws(StorageFault) {
        self.init(
            text: try reader.get(), range: try reader.get(), count: try reader.get(), unit: try reader.get(), direction: try reader.get(),
            anchor: try reader.get())
    }
}

extension Recurrence: Storable {
    func write(to writer: inout ByteWriter) {
        writer.put(text)
        writer.put(range)
        writer.put(times)
        writer.put(period)
        writer.put(every)
        writer.put(rrule)
    }

    init(from reader: inout ByteReader) throws(StorageFault) {
        self.init(
            text: try reader.get(), range: try reader.get(), times: try reader.get(), period: try reader.get(), every: try reader.get(),
            rrule: try reader.get())
    }
}

extension Norm: Storable {
    func write(to writer: inout ByteWriter) {
        writer.put(clause)
        writer.put(modality)
        writer.put(strength)
        writer.put(action)
        writer.put(quote)
        writer.put(cue)
        writer.put(confidence)
        writer.put(id)
        writer.put(bearers)
        writer.put(bearerIsImplied)
        writer.put(counterparties)
        writer.put(participants)
        writer.put(conditions)
        writer.put(exceptions)
        writer.put(deadline)
        writer.put(recurrence)
        writer.put(status)
    }

    init(from reader: inout ByteReader) throws(StorageFault) {
        self.init(
            clause: try reader.get(), modality: try reader.get(), strength: try reader.get(), action: try reader.get(),
            quote: try reader.get(), cue: try reader.get(), confidence: try reader.get())
        id = try reader.get()
        bearers = try reader.get()
        bearerIsImplied = try reader.get()
        counterparties = try reader.get()
        participants = try reader.get()
        conditions = try reader.get()
        exceptions = try reader.get()
        deadline = try reader.get()
        recurrence = try reader.get()
        status = try reader.get()
    }
}

extension Statement: Storable {
    func write(to writer: inout ByteWriter) {
        writer.put(clause)
        writer.put(range)
        writer.put(kind)
    }

    init(from reader: inout ByteReader) throws(StorageFault) {
        self.init(clause: try reader.get(), range: try reader.get(), kind: try reader.get())
    }
}
