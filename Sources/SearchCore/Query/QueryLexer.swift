/// A part of a query before its words are looked at.
struct QueryPart: Equatable {
    enum Ending: Equatable { case none, star, tilde(Int) }
    var isExcluded = false
    var isQuoted = false
    var field: [UInt8]?
    var text: [UInt8] = []
    var ending = Ending.none
}

enum QueryItem: Equatable {
    case part(QueryPart)
    case or
    case near(Reach, written: [UInt8])
}

extension QueryParser {
    /// Splits a query at white space and quotation marks (straight or curly).
    func lexItems(_ text: [UInt8]) -> [QueryItem] {
        let text = straightened(text)
        var items: [QueryItem] = []
        var at = 0
        while at < text.count {
            if isSpace(text[at]) { at += 1; continue }
            var part = QueryPart()
            if text[at] == 0x2D, at + 1 < text.count, !isSpace(text[at + 1]), text[at + 1] != 0x2D {
                part.isExcluded = true
                at += 1
            }
            if let (field, next) = fieldName(text, at) {
                part.field = field
                at = next
            }
            if at < text.count, text[at] == 0x22 {
                part.isQuoted = true
                at += 1
                let start = at
                while at < text.count, text[at] != 0x22 { at += 1 }
                part.text = Array(text[start..<at])
                at += 1
                if part.text.isEmpty { part.text = [0x22] }
            } else {
                let start = at
                while at < text.count, !isSpace(text[at]), text[at] != 0x22 { at += 1 }
                part.text = Array(text[start..<at])
                if part.field == nil, !part.isExcluded, let sign = sign(part.text) {
                    items.append(sign)
                    continue
                }
                takeEnding(&part)
            }
            items.append(.part(part))
        }
        return items
    }

    private func isSpace(_ byte: UInt8) -> Bool { byte <= 0x20 || byte == 0x7F }

    /// Curly quotation marks become straight ones, no-break spaces plain ones.
    private func straightened(_ text: [UInt8]) -> [UInt8] {
        var plain: [UInt8] = []
        plain.reserveCapacity(text.count)
        var at = 0
        while at < text.count {
            if at + 2 < text.count, text[at] == 0xE2, text[at + 1] == 0x80, (0x9C...0x9F).contains(text[at + 2]) {
                plain.append(0x22)
                at += 3
            } else if at + 1 < text.count, text[at] == 0xC2, text[at + 1] == 0xA0 {
                plain.append(0x20)
                at += 2
            } else {
                plain.append(text[at])
                at += 1
            }
        }
        return plain
    }

    private func sign(_ text: [UInt8]) -> QueryItem? {
        if text == Array("OR".utf8) { return .or }
        guard text.first == 0x2F, text.count >= 2, text.count <= 4 else { return nil }
        if text.count == 2, text[1] | 0x20 == 0x73 { return .near(.sentence, written: text) }
        if text.count == 2, text[1] | 0x20 == 0x70 { return .near(.clause, written: text) }
        var number = 0
        for digit in text.dropFirst() {
            guard (0x30...0x39).contains(digit) else { return nil }
            number = number * 10 + Int(digit - 0x30)
        }
        return .near(.words(number), written: text)
    }

    /// `name:` where the name is one the index knows and something follows.
    private func fieldName(_ text: [UInt8], _ start: Int) -> ([UInt8], Int)? {
        var at = start
        while at < text.count, at - start < 32, isNameByte(text[at]) { at += 1 }
        guard at > start, at + 1 < text.count, text[at] == 0x3A, !isSpace(text[at + 1]) else { return nil }
        let name = text[start..<at].map { (0x41...0x5A).contains($0) ? $0 + 32 : $0 }
        guard textField(name) != nil || facetFields.contains(name) else { return nil }
        return (name, at + 1)
    }

    private func isNameByte(_ byte: UInt8) -> Bool {
        (0x61...0x7A).contains(byte | 0x20) || byte == 0x2D || byte == 0x5F
    }

    private func takeEnding(_ part: inout QueryPart) {
        let text = part.text
        if text.count > 1, text.last == 0x2A {
            part.ending = .star
            part.text.removeLast()
        } else if text.count > 1, text.last == 0x7E {
            part.ending = .tilde(1)
            part.text.removeLast()
        } else if text.count > 2, text[text.count - 2] == 0x7E, let digit = text.last, digit == 0x31 || digit == 0x32 {
            part.ending = .tilde(Int(digit - 0x30))
            part.text.removeLast(2)
        }
    }
}
