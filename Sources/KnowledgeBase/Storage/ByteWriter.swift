/// Appends values in the compact form of stored bases: integers as LEB128, texts with their length before them.
struct ByteWriter {
    private(set) var bytes: [UInt8] = []

    mutating func put(_ number: UInt64) {
        var rest = number
        while rest > 0x7F {
            bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        bytes.append(UInt8(rest))
    }

    mutating func put(raw: some Collection<UInt8>) { bytes.append(contentsOf: raw) }

    mutating func put(_ value: some Storable) { value.write(to: &self) }
}
