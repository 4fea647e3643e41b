import LegalText
import Norms
import YAMLReading

extension Review.Decision: Storable {}
extension Review.Slot: Storable {}
extension ReviewBook.State: Storable {}

extension Review: Storable {
    func write(to writer: inout ByteWriter) {
        switch subject {
        case .norm(let id, let occurrence):
            writer.put(true)
            writer.put(id)
            writer.put(occurrence)
        case .conflict(let first, let second):
            writer.put(false)
            writer.put(first)
            writer.put(second)
        }
        writer.put(decision)
        for values in [set, machine] {
            let slots = Slot.allCases.filter { values[$0] != nil }
            writer.put(slots)
            for slot in slots { writer.put(values[slot] ?? []) }
        }
        writer.put(fingerprint)
        writer.put(text)
        writer.put(on)
        writer.put(by)
        writer.put(evidence)
        writer.put(place.file)
        writer.put(place.line)
        writer.put(place.column)
    }

    init(from reader: inout ByteReader) throws(StorageFault) {
        let subject: Subject
        if try reader.get(Bool.self) {
            subject = .norm(try reader.get(), occurrence: try reader.get())
        } else {
            subject = .conflict(try reader.get(), try reader.get())
        }
        self.init(subject: subject, decision: try reader.get(), place: FilePlace(file: ""))
        for slot in try reader.get([Slot].self) { set[slot] = try reader.get([String].self) }
        for slot in try reader.get([Slot].self) { machine[slot] = try reader.get([String].self) }
        fingerprint = try reader.get()
        text = try reader.get()
        on = try reader.get()
        by = try reader.get()
        evidence = try reader.get()
        place = FilePlace(file: try reader.get(), line: try reader.get(), column: try reader.get())
    }
}

extension ReviewBook.Outcome: Storable {
    func write(to writer: inout ByteWriter) {
        writer.put(review)
        writer.put(state)
        writer.put(machine)
    }

    init(from reader: inout ByteReader) throws(StorageFault) {
        self.init(review: try reader.get(), state: try reader.get(), machine: try reader.get())
    }
}
