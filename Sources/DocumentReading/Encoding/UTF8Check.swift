/// What a look at all bytes tells before any parser sees them: whether they are UTF-8, and whether there are control characters.
/// Eight at a time where they are ASCII.
struct UTF8Check {
    /// Offset of the first byte that is not UTF-8; nil when all of it is.
    private(set) var firstFault: Int?
    /// Whether a control character that is no white space stands before the first fault.
    private(set) var hasControls = false

    init(_ bytes: [UInt8]) {
        ByteView.lend(bytes) { view in
            var index = 0
            while true {
                index = view.findUnusual(from: index)
                guard index < view.count else { return }
                let byte = view[index]
                if byte < 0x20 {
                    if byte != 0x0A, byte != 0x09, byte != 0x0D { hasControls = true }
                    index += 1
                    continue
                }
                let length = Self.length(view, index)
                guard length > 0 else {
                    firstFault = index
                    return
                }
                index += length
            }
        }
    }

    /// Bytes of the character that begins at `index`, beyond ASCII; 0 when none does.
    private static func length(_ bytes: ByteView, _ index: Int) -> Int {
        let (lead, second) = (bytes[index], bytes[index + 1])
        func follows(_ offset: Int) -> Bool { bytes[index + offset] & 0xC0 == 0x80 }
        switch lead {
        case 0xC2...0xDF: return follows(1) ? 2 : 0
        case 0xE0: return (0xA0...0xBF).contains(second) && follows(2) ? 3 : 0
        // Surrogates have no place in UTF-8.
        case 0xED: return (0x80...0x9F).contains(second) && follows(2) ? 3 : 0
        case 0xE1...0xEF: return follows(1) && follows(2) ? 3 : 0
        case 0xF0: return (0x90...0xBF).contains(second) && follows(2) && follows(3) ? 4 : 0
        case 0xF1...0xF3: return follows(1) && follows(2) && follows(3) ? 4 : 0
        case 0xF4: return (0x80...0x8F).contains(second) && follows(2) && follows(3) ? 4 : 0
        default: return 0
        }
    }
}
