import LegalText

/// An identifier while it is made: its text, put together in one piece, and a hash of it.
struct EId {
    let text: String
    let hash: UInt64

    init(_ text: String) {
        self.text = text
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        self.hash = hash
    }

    /// `base__type_token`, without the first step where `base` is empty.
    init(_ base: String, _ type: ProvisionType, _ token: String) {
        let name = TypeNames.eId(type)
        var text = base
        text.reserveCapacity(base.utf8.count + name.utf8.count + token.utf8.count + 3)
        if !base.isEmpty { text += "__" }
        text += name
        text += "_"
        text += token
        self.init(text)
    }
}
