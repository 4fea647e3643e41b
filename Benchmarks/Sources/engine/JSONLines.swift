import Glibc

/// Reads the benchmark's corpus: one flat JSON object of strings a line.
struct JSONLines {
    private let bytes: UnsafeBufferPointer<UInt8>
    private var at = 0

    init(path: String) {
        let file = open(path, O_RDONLY)
        var status = stat()
        guard file >= 0, fstat(file, &status) == 0, status.st_size > 0,
            let place = mmap(nil, Int(status.st_size), PROT_READ, MAP_PRIVATE, file, 0), place != MAP_FAILED
        else {
            bytes = UnsafeBufferPointer(start: nil, count: 0)
            return
        }
        madvise(place, Int(status.st_size), MADV_SEQUENTIAL)
        bytes = UnsafeBufferPointer(start: place.assumingMemoryBound(to: UInt8.self), count: Int(status.st_size))
    }

    struct Clause {
        var id: [UInt8] = []
        var document: [UInt8] = []
        var title: [UInt8] = []
        var text: [UInt8] = []
    }

    private var released = 0

    /// Puts the next line's fields into `clause`; false at the end.
    mutating func next(_ clause: inout Clause) -> Bool {
        guard let base = bytes.baseAddress, at < bytes.count else { return false }
        // Pages that were read are given back, so that the peak is the index's.
        if at - released > 16 << 20 {
            let whole = (at - released) / 4096 * 4096
            madvise(UnsafeMutableRawPointer(mutating: base + released), whole, MADV_DONTNEED)
            released += whole
        }
        var name: UInt8 = 0
        var second: UInt8 = 0
        var isName = true
        while at < bytes.count, base[at] != 0x0A {
            if base[at] != 0x22 {
                if base[at] == 0x3A { isName = false } else if base[at] == 0x2C { isName = true }
                at += 1
                continue
            }
            at += 1
            if isName {
                name = base[at]
                second = base[at + 1]
                while at < bytes.count, base[at] != 0x22 { at += 1 }
                at += 1
            } else {
                switch (name, second) {
                case (0x69, _): string(base, &clause.id)
                case (0x64, _): string(base, &clause.document)
                case (0x74, 0x69): string(base, &clause.title)
                default: string(base, &clause.text)
                }
            }
        }
        at += 1
        return true
    }

    /// The string from `at` to its closing quotation mark; moves behind that.
    private mutating func string(_ base: UnsafePointer<UInt8>, _ out: inout [UInt8]) {
        out.removeAll(keepingCapacity: true)
        while at < bytes.count {
            let start = at
            // Eight bytes at a time, while none of them is a quotation mark or a backslash.
            while at + 8 <= bytes.count {
                let word = UnsafeRawPointer(base + at).loadUnaligned(as: UInt64.self)
                let quote = word ^ 0x2222_2222_2222_2222
                let slash = word ^ 0x5C5C_5C5C_5C5C_5C5C
                let ones: UInt64 = 0x0101_0101_0101_0101
                if ((quote &- ones) & ~quote | (slash &- ones) & ~slash) & 0x8080_8080_8080_8080 != 0 { break }
                at += 8
            }
            while at < bytes.count, base[at] != 0x22, base[at] != 0x5C { at += 1 }
            out.append(contentsOf: UnsafeBufferPointer(start: base + start, count: at - start))
            guard at < bytes.count, base[at] == 0x5C else {
                at += 1
                return
            }
            let escaped = base[at + 1]
            at += 2
            switch escaped {
            case 0x6E: out.append(0x0A)
            case 0x74: out.append(0x09)
            case 0x72: out.append(0x0D)
            case 0x62: out.append(0x08)
            case 0x66: out.append(0x0C)
            case 0x75:
                var scalar = hex(base)
                if scalar >= 0xD800, scalar < 0xDC00, at + 1 < bytes.count, base[at] == 0x5C, base[at + 1] == 0x75 {
                    at += 2
                    scalar = 0x10000 + (scalar - 0xD800) << 10 + (hex(base) &- 0xDC00)
                }
                out.append(contentsOf: String(Unicode.Scalar(scalar) ?? "\u{FFFD}").utf8)
            default: out.append(escaped)
            }
        }
    }

    private mutating func hex(_ base: UnsafePointer<UInt8>) -> UInt32 {
        var value: UInt32 = 0
        for _ in 0..<4 where at < bytes.count {
            let byte = base[at]
            value = value << 4 | UInt32(byte <= 0x39 ? byte &- 0x30 : (byte | 0x20) &- 0x57)
            at += 1
        }
        return value
    }
}
