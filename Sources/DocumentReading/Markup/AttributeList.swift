/// The attributes of the tag that is being read. Names and values are views of the input, or of bytes kept here where they were changed:
/// references replaced, capitals made small.
struct AttributeList {
    private var attributes: [MarkupElement.Attribute] = []
    private var changed: [UInt8] = []
    private var patches: [Patch] = []

    private struct Patch {
        var attribute: Int
        var isName: Bool
        var start: Int
        var end: Int
    }

    mutating func removeAll() {
        attributes.removeAll(keepingCapacity: true)
        guard !patches.isEmpty else { return }
        patches.removeAll(keepingCapacity: true)
        changed.removeAll(keepingCapacity: true)
    }

    mutating func append(_ name: ByteView, _ value: ByteView) { attributes.append(MarkupElement.Attribute(name: name, value: value)) }

    /// Replaces the last attribute's name by one in small letters.
    mutating func lowerName() {
        guard let last = attributes.last else { return }
        let start = changed.count
        for index in 0..<last.name.count { changed.append(last.name[index].isUpper ? last.name[index] | 0x20 : last.name[index]) }
        patches.append(Patch(attribute: attributes.count - 1, isName: true, start: start, end: changed.count))
    }

    /// Replaces the last attribute's value by what `write` appends.
    mutating func changeValue(_ write: (_ value: ByteView, inout [UInt8]) -> Void) {
        guard let last = attributes.last else { return }
        let start = changed.count
        write(last.value, &changed)
        patches.append(Patch(attribute: attributes.count - 1, isName: false, start: start, end: changed.count))
    }

    /// Lends the element with these attributes to the sink.
    mutating func announce(_ number: UInt16, _ name: ByteView, prefix: ByteView, offset: Int, to sink: MarkupSink) {
        if patches.isEmpty { return lend(number, name, prefix, offset, sink) }
        var list = self
        ByteView.lend(changed) { view in
            for patch in list.patches {
                let part = view.part(patch.start, patch.end)
                if patch.isName { list.attributes[patch.attribute].name = part } else { list.attributes[patch.attribute].value = part }
            }
            list.lend(number, name, prefix, offset, sink)
        }
    }

    private func lend(_ number: UInt16, _ name: ByteView, _ prefix: ByteView, _ offset: Int, _ sink: MarkupSink) {
        unsafe attributes.withUnsafeBufferPointer { list in
            // SAFETY: the array, the input and what was changed live until this call returns.
            unsafe sink.start(MarkupElement(number: number, name: name, prefix: prefix, offset: offset, attributes: list))
        }
    }
}
