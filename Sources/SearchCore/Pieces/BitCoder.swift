/// Codes bits, each in about as much room as it surprises: a context holds how likely a 1 is there, and learns from every bit.
/// One protocol for both directions, so that what is coded is written down once (`PieceModel`, `ListModel`).
protocol BitCoder {
    /// Codes a bit. A decoder does not look at `bit`, and answers the one that was coded.
    mutating func code(_ bit: UInt32, _ context: inout UInt32) -> UInt32

    /// More was read than was written: what comes is not what went in.
    var isSpent: Bool { get }
}

/// A context: the probability of a 1 in 22 bits, then how many bits it has seen, up to `mostSeen`, in ten. It learns fast at first.
enum BitContext {
    static let fresh: UInt32 = 1 << 31
    private static let mostSeen: UInt32 = 26

    /// Where the range is cut: below are the ones.
    @inline(__always) static func middle(_ context: UInt32, _ low: UInt32, _ high: UInt32) -> UInt32 {
        low &+ UInt32(truncatingIfNeeded: (UInt64(high &- low) &* UInt64(context &>> 10)) &>> 22)
    }

    @inline(__always) static func learn(_ bit: UInt32, _ context: inout UInt32) {
        let seen = min(context & 1023, mostSeen)
        var probability = context &>> 10
        // By 1 / 1.6 at first, by 1 / 27.6 later.
        if bit == 1 {
            probability &+= (4_194_303 &- probability) &* 5 / (seen &* 5 &+ 8)
        } else {
            probability &-= probability &* 5 / (seen &* 5 &+ 8)
        }
        context = max(probability, 1) &<< 10 | min(seen &+ 1, mostSeen)
    }
}

struct BitEncoder: BitCoder {
    private(set) var bytes: [UInt8] = []
    var isSpent: Bool { false }
    private var low: UInt32 = 0
    private var high = UInt32.max

    mutating func code(_ bit: UInt32, _ context: inout UInt32) -> UInt32 {
        let middle = BitContext.middle(context, low, high)
        if bit == 1 { high = middle } else { low = middle &+ 1 }
        BitContext.learn(bit, &context)
        while (low ^ high) &>> 24 == 0 {
            bytes.append(UInt8(truncatingIfNeeded: low &>> 24))
            low &<<= 8
            high = high &<< 8 | 255
        }
        return bit
    }

    /// A byte that lies between, whatever follows; a decoder reads zeros behind the end.
    mutating func finish() -> [UInt8] {
        if low > 0 { bytes.append(UInt8(truncatingIfNeeded: low &>> 24 &+ 1)) }
        return bytes
    }
}

struct BitDecoder: BitCoder {
    private let bytes: Bytes
    private var at: Int
    private var low: UInt32 = 0
    private var high = UInt32.max
    private var value: UInt32 = 0

    var isSpent: Bool { at > bytes.count + 4 }

    init(_ bytes: Bytes) {
        self.bytes = bytes
        for place in 0..<4 { value = value &<< 8 | UInt32(bytes[place]) }
        at = 4
    }

    mutating func code(_: UInt32, _ context: inout UInt32) -> UInt32 {
        let middle = BitContext.middle(context, low, high)
        let bit: UInt32 = value <= middle ? 1 : 0
        if bit == 1 { high = middle } else { low = middle &+ 1 }
        BitContext.learn(bit, &context)
        while (low ^ high) &>> 24 == 0 {
            low &<<= 8
            high = high &<< 8 | 255
            value = value &<< 8 | UInt32(bytes[at])
            at &+= 1
        }
        return bit
    }
}

/// Contexts, and what is made of several bits.
struct BitContexts: Sendable {
    private var contexts: [UInt32]

    /// Contexts that a number takes.
    static let perNumber = 32 + 32 * 4

    init(_ count: Int) { contexts = [UInt32](repeating: BitContext.fresh, count: count) }

    @inline(__always) mutating func flag(_ isSet: Bool, _ place: Int, _ coder: inout some BitCoder) -> Bool {
        coder.code(isSet ? 1 : 0, &contexts[place]) == 1
    }

    /// A symbol of so many bits; takes 2^bits contexts from `base` on.
    mutating func symbol(_ known: UInt32, bits: Int, _ base: Int, _ coder: inout some BitCoder) -> UInt32 {
        var node: UInt32 = 1
        var place = UInt32(bits)
        while place > 0 {
            place &-= 1
            node = node &<< 1 | coder.code(known &>> place & 1, &contexts[base &+ Int(node)])
        }
        return node &- (1 &<< UInt32(bits))
    }

    /// A number from 1 on: how many bits it has, then the bits below its first; the upper two of these are learned.
    mutating func number(_ known: UInt32, _ base: Int, _ coder: inout some BitCoder) -> UInt32 {
        let size = symbol(UInt32(31 &- known.leadingZeroBitCount) & 31, bits: 5, base, &coder)
        var value: UInt32 = 1
        var place = size
        while place > 0 {
            place &-= 1
            let bit = known &>> place & 1
            if place &+ 2 >= size {
                let context = base &+ 32 &+ Int(size) &* 4 &+ (place &+ 1 == size ? 0 : 1 &+ Int(value & 1))
                value = value &<< 1 | coder.code(bit, &contexts[context])
            } else {
                var even = BitContext.fresh
                value = value &<< 1 | coder.code(bit, &even)
            }
        }
        return value
    }
}
