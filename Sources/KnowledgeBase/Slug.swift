import Foundation

/// Names made fit for paths, links and citations: lower-case ASCII letters, digits and single hyphens.

package enum Slug {
    /// `Higher Education (England) Policy` -> `higher-education-england-policy`. Letters with marks lose them; what has no ASCII
    /// form is left out. Empty where nothing is left.
    package static func make(_ name: some StringProtocol) -> String {
        name.utf8.allSatisfy { $0 < 0x80 } ? plain(name.utf8) : folded(name)
    }

    /// Of ASCII alone, which most names are.
    private static func plain(_ name: some Sequence<UInt8>) -> String {
        var bytes: [UInt8] = []
        var gap = false
        for byte in name {
            switch byte {
            case 0x30...0x39, 0x61...0x7A, 0x41...0x5A:
                if gap, !bytes.isEmpty { bytes.append(UInt8(ascii: "-")) }
                gap = false
                bytes.append(byte < 0x41 ? byte : byte | 0x20)
            case UInt8(ascii: "'"): break
            default: gap = true
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func folded(_ name: some StringProtocol) -> String {
        var bytes: [UInt8] = []
        var gap = false
        for scalar in String(name).lowercased().unicodeScalars {
            let letter = ascii(scalar)
            if let letter {
                if gap, !bytes.isEmpty { bytes.append(UInt8(ascii: "-")) }
                gap = false
                bytes.append(contentsOf: letter.utf8)
            } else if !isSilent(scalar) {
                gap = true
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// `name`, or `name-2`, `name-3` ... : the first that is not yet in `taken`, which it joins.
    package static func unique(_ name: String, taken: inout Set<String>) -> String {
        var slug = name.isEmpty ? "item" : name
        let stem = slug
        var number = 2
        while !taken.insert(slug).inserted {
            slug = "\(stem)-\(number)"
            number += 1
        }
        return slug
    }

    private static func ascii(_ scalar: Unicode.Scalar) -> String? {
        switch scalar {
        case "a"..."z", "0"..."9": return String(scalar)
        case "ß": return "ss"
        case "æ": return "ae"
        case "œ": return "oe"
        case "ø": return "o"
        case "ł": return "l"
        case "đ", "ð": return "d"
        case "þ": return "th"
        default: break
        }
        guard scalar.value > 0x7F, scalar.properties.isAlphabetic else { return nil }
        // The first scalar of a canonical decomposition is the bare letter.
        let bare = String(scalar).decomposedStringWithCanonicalMapping.unicodeScalars.first
        guard let bare, ("a"..."z").contains(bare) else { return nil }
        return String(bare)
    }

    /// Apostrophes and marks that belong inside a word.
    private static func isSilent(_ scalar: Unicode.Scalar) -> Bool {
        scalar == "'" || scalar == "’" || scalar.properties.generalCategory == .nonspacingMark
            || scalar.properties.isDefaultIgnorableCodePoint
    }
}
