import Language
import LegalText

/// The title of a French law: "Loi sur la preuve au Canada", "Règlement relatif aux écluses", "Code criminel".
///
/// Only its first word has a capital, so it goes on until the sentence does: to a mark, a verb, a word that leads out of it or the next
/// title; at most `wordLimit` words.
enum FrenchTitle {
    private static let wordLimit = 20

    /// Where the title ends whose first word stands from `start` to `end`; nil where no title begins there.
    static func end(from start: Int, _ end: Int, hash: UInt64, in bytes: [UInt8]) -> Int? {
        guard heads.contains(hash), TextBytes.isUpper(bytes[start]) else { return nil }
        var close = end
        var words = 0
        var holdsNoun = false
        while words < wordLimit, let word = word(after: close, in: bytes) {
            let hash = TextBytes.hash(word.start, word.end, in: bytes)
            if words == 0 {
                guard openings.contains(hash) else { return nil }
                if adjectives.contains(hash) { return word.end }
            } else if stops.contains(hash) || heads.contains(hash) && TextBytes.isUpper(bytes[word.start]) {
                break
            }
            if !links.contains(hash), !openings.contains(hash) {
                holdsNoun = true
                close = word.end
            } else if let next = self.word(after: word.end, in: bytes) {
                // A word that only links belongs to the title where the title goes on behind it.
                let following = TextBytes.hash(next.start, next.end, in: bytes)
                if stops.contains(following) || heads.contains(following) && TextBytes.isUpper(bytes[next.start]) { break }
                close = word.end
            } else {
                break
            }
            words += 1
        }
        guard holdsNoun else { return nil }
        // "... et la Loi", cut before the law, must not end in "et la".
        while let last = lastWord(before: close, after: end, in: bytes), links.contains(TextBytes.hash(last.start, last.end, in: bytes)) {
            close = TextBytes.trimmed(end, last.start, in: bytes).end
        }
        return close > end ? close : nil
    }

    /// The next word of the same run: behind one space, or glued to an elided article ("l’", "d'").
    private static func word(after offset: Int, in bytes: [UInt8]) -> TextRange? {
        var start = offset
        if offset < bytes.count, apostrophe(at: offset, in: bytes) > 0 {
            start += apostrophe(at: offset, in: bytes)
        } else {
            let space = TextBytes.spaceLength(at: offset, in: bytes)
            guard space > 0, bytes[offset] != 0x0A, bytes[offset] != 0x0D else { return nil }
            start += space
        }
        var end = start
        while end < bytes.count, end - start < 40, TextBytes.isWord(bytes[end]) || bytes[end] == 0x2D, bytes[end] != 0xE2,
            bytes[end] != 0xC2
        {
            end += 1
        }
        return end > start ? TextRange(start, end) : nil
    }

    private static func lastWord(before end: Int, after floor: Int, in bytes: [UInt8]) -> TextRange? {
        var start = end
        while start > floor, TextBytes.isWord(bytes[start - 1]), bytes[start - 1] != 0x99 { start -= 1 }
        return start < end ? TextRange(start, end) : nil
    }

    /// The bytes of an apostrophe; 0 when there is none.
    private static func apostrophe(at index: Int, in bytes: [UInt8]) -> Int {
        if bytes[index] == 0x27 { return 1 }
        return bytes[index] == 0xE2 && index + 2 < bytes.count && bytes[index + 1] == 0x80 && bytes[index + 2] == 0x99 ? 3 : 0
    }

    static let heads = TextBytes.hashes("loi code règlement décret ordonnance arrêté")

    /// The second word of a title.
    private static let openings = TextBytes.hashes(
        """
        sur de du des d relatif relative relatifs relatives concernant régissant portant instituant constituant modifiant fixant visant
        établissant créant autorisant canadien canadienne constitutionnelle électorale civil criminel pénal général
        """)

    /// With which a title is complete.
    private static let adjectives = TextBytes.hashes("civil criminel pénal")

    /// Words a title holds but does not end in.
    private static let links = TextBytes.hashes(
        "sur de du des d l la le les et ou à au aux en pour contre par entre avec son sa ses leur leurs un une n s")

    /// Words with which the sentence goes on.
    private static let stops = TextBytes.hashes(
        """
        qui que qu dont où est sont a ont était étaient sera seront peut peuvent doit doivent ne si lorsque quand ainsi afin dans avant après
        selon sauf sous sans applique appliquent prévoit prévoient exige exigent confère impose permet autorise interdit dispose énonce
        définit relativement conformément notamment telle tel telles tels cette cet ce ces sens titre égard vertu
        """)
}
