/// Counts the slips between a word and the words of a dictionary: letters missing, added or changed, or two neighbours swapped (each
/// letter in one slip only). Words come in order: the rows of the letters that a word shares with the one before are kept.
struct SlipRows {
    private let wanted: [UInt32]
    private let most: Int
    private let width: Int
    /// A row for each letter of the current word, and one before the first.
    private var rows: [UInt8]
    private var letters: [UInt32] = []
    /// Where each letter ends in `bytes`.
    private var ends: [Int] = []
    private var bytes: [UInt8] = []

    enum Answer: Equatable {
        case slips(Int)
        /// More slips than are wanted.
        case tooMany
        /// More slips, and so in every word with as many first bytes of this one.
        case none(beginning: Int)
    }

    /// `wanted` has at most `longest` letters.
    init(_ wanted: [UInt32], most: Int) {
        self.wanted = wanted
        self.most = most
        width = wanted.count + 1
        rows = [UInt8](repeating: 0, count: width * (wanted.count + most + 2))
        for column in 0..<width { rows[column] = UInt8(column) }
    }

    static let longest = 120

    /// The slips to a word (UTF-8, well formed; anything else gives some number), its first `start` bytes passed over.
    mutating func measure(_ word: [UInt8], from start: Int) -> Answer {
        var shared = 0
        let count = max(0, word.count - start)
        while shared < count, shared < bytes.count, bytes[shared] == word[start + shared] { shared += 1 }
        bytes.removeLast(bytes.count - shared)
        for place in shared..<count { bytes.append(word[start + place]) }
        while let end = ends.last, end > shared {
            ends.removeLast()
            letters.removeLast()
        }
        var at = ends.last ?? 0
        while at < bytes.count {
            let (letter, count) = scalar(bytes, at)
            at += count
            letters.append(letter)
            ends.append(at)
            if addRow() > most { return .none(beginning: at) }
        }
        let slips = Int(rows[letters.count * width + width - 1])
        return slips <= most ? .slips(slips) : .tooMany
    }

    /// The row of the last letter; returns its least number. (A word so long that there is no room for its row is dead before.)
    private mutating func addRow() -> Int {
        let row = letters.count
        let here = row * width
        guard here + width <= rows.count else { return most + 1 }
        let letter = letters[row - 1]
        var least = UInt8(row)
        rows[here] = least
        for column in 1..<width {
            let above = here - width + column
            var slips = min(rows[above], rows[here + column - 1]) + 1
            slips = min(slips, rows[above - 1] + (letter == wanted[column - 1] ? 0 : 1))
            if row > 1, column > 1, letter == wanted[column - 2], letters[row - 2] == wanted[column - 1] {
                slips = min(slips, rows[above - width - 2] + 1)
            }
            rows[here + column] = slips
            least = min(least, slips)
        }
        return Int(least)
    }
}

/// The scalar that begins at a byte, and how many bytes it takes.
func scalar(_ bytes: [UInt8], _ at: Int) -> (UInt32, Int) {
    let lead = UInt32(bytes[at])
    if lead < 0x80 { return (lead, 1) }
    let width = min(lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC0 ? 2 : 1, bytes.count - at)
    var scalar = width == 1 ? lead : lead & (0xFF >> UInt32(width + 1))
    for step in 1..<max(width, 1) { scalar = scalar << 6 | UInt32(bytes[at + step] & 0x3F) }
    return (scalar, width)
}

/// UTF-8 as scalars; terms are well formed, what is not gives some scalar.
func scalars(_ bytes: [UInt8]) -> [UInt32] {
    var scalars: [UInt32] = []
    var at = 0
    while at < bytes.count {
        let (scalar, width) = scalar(bytes, at)
        scalars.append(scalar)
        at += width
    }
    return scalars
}
