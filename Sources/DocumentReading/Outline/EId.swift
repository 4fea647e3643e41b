import LegalText

/// An identifier while it is made: its text, put together in one piece, and a hash of it.
struct EId {
    let text: String
    let hash: UInt64

    init(_ text: String) { self.init(Array(text.utf8)) }

    /// `base__type_token`, without the first step where `base` is empty.
    init(_ base: String, _ type: ProvisionType, _ token: String) {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(base.utf8.count + token.utf8.count + 16)
        if !base.isEmpty {
            bytes.append(contentsOf: base.utf8)
            bytes.append(UInt8(ascii: "_"))
            bytes.append(UInt8(ascii: "_"))
        }
        bytes.append(contentsOf: TypeNames.eId(type).utf8)
        bytes.append(UInt8(ascii: "_"))
        bytes.append(contentsOf: token.utf8)
        self.init(bytes)
    }

    private init(_ bytes: [UInt8]) {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        self.hash = hash
        text = String(decoding: bytes, as: UTF8.self)
    }
}
