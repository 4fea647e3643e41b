/// The attributes of the tag that is being read. Names and values are views of the input, or of bytes kept here where they were changed:
/// references replaced, capitals made small.
struct AttributeList {
    /// Longer than `count` where an earlier tag had more.
    private var attributes: [MarkupElement.Attribute] = []
    private var count = 0
    private var changed: [UInt8] = []
    private var patches: [Patch] = []

    private struct Patch {
        var attribute: Int
        var isName: Bool
        var start: Int
        var end: Int
    }

    mutating func removeAll() {
        count = 0
        guard !patches.isEmpty else { return }
        patches.removeAll(keepingCapacity: true)
        changed.removeAll(keepingCapacity: true)
    }

    mutating func append(_ name: ByteView, _ value: ByteView) {
        let attribute = MarkupElement.Attribute(name: name, value: value)
        if count < attributes.count { attributes[count] = attribute } else { attributes.append(attribute) }
        count += 1
    }

    /// Replaces the last attribute's name by one in small letters.
    mutating func lowerName() {
        guard count > 0 else { return }
        let name = attributes[count - 1].name
        let start = changed.count
        for index in 0..<name.count { changed.append(name[index].isUpper ? name[index] | 0x20 : name[index]) }
        patches.append(Patch(attribute: count - 1, isName: true, start: start, end: changed.count))
    }

    /// Replaces the last attribute's value.
    mutating func changeValue(_ value: [UInt8]) {
        guard count > 0 else { return }
        let start = changed.count
        changed += value
        patches.append(Patch(attribute: count - 1, isName: false, start: start, end: changed.count))
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
            unsafe sink.start(
                MarkupElement(
                    number: number, name: name, prefix: prefix, offset: offset, attributes: UnsafeBufferPointer(rebasing: list[..<count]),
                    unread: name.part(0, 0)))
        }
    }
}
