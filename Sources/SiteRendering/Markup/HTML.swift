/// A piece of a page: UTF-8 bytes in which every word that came from data is escaped.
///
/// Mark-up is written as a literal, data is interpolated: `"<a href=\"\(url)\">\(title)</a>"`. The compiler keeps the two apart
/// (only a literal is taken as it is), so this file is the one place where text becomes mark-up.
package struct HTML: Sendable, Equatable {
    package private(set) var bytes: [UInt8]

    package init() { bytes = [] }

    package var isEmpty: Bool { bytes.isEmpty }
    package var string: String { String(decoding: bytes, as: UTF8.self) }

    package mutating func reserve(_ count: Int) { bytes.reserveCapacity(bytes.count + count) }

    /// Appends text from a document or the register, escaped.
    package mutating func append(text: some StringProtocol) { Escape.append(text.utf8, to: &bytes) }

    /// Appends the part of `text` between two UTF-8 offsets, escaped. `text` is valid UTF-8 and the offsets lie between scalars.
    package mutating func append(text: ArraySlice<UInt8>) { Escape.append(text, to: &bytes) }

    /// Appends mark-up that was written before.
    mutating func append(written: ArraySlice<UInt8>) { bytes.append(contentsOf: written) }

    package static func += (html: inout HTML, other: HTML) { html.bytes.append(contentsOf: other.bytes) }
}

extension HTML: ExpressibleByStringInterpolation {
    package init(stringLiteral value: StaticString) {
        bytes = value.withUTF8Buffer { Array($0) }
    }

    package init(stringInterpolation: Interpolation) { bytes = stringInterpolation.bytes }

    package struct Interpolation: StringInterpolationProtocol {
        fileprivate var bytes: [UInt8] = []

        package init(literalCapacity: Int, interpolationCount: Int) {
            bytes.reserveCapacity(literalCapacity + interpolationCount * 16)
        }

        package mutating func appendLiteral(_ literal: StaticString) {
            literal.withUTF8Buffer { bytes.append(contentsOf: $0) }
        }

        package mutating func appendInterpolation(_ text: some StringProtocol) { Escape.append(text.utf8, to: &bytes) }
        package mutating func appendInterpolation(_ html: HTML) { bytes.append(contentsOf: html.bytes) }
        package mutating func appendInterpolation(_ number: Int) { Escape.append(String(number).utf8, to: &bytes) }
    }
}

extension Sequence<HTML> {
    package func joined(_ separator: HTML = "") -> HTML {
        var result = HTML()
        for (index, part) in enumerated() {
            if index > 0 { result += separator }
            result += part
        }
        return result
    }
}

extension HTML {
    /// JSON as the content of a `<script>` data block, where entities do not count: `<`, `>` and `&` are written as `\u003c` and so on.
    package init(scriptData json: some Sequence<UInt8>) {
        bytes = []
        for byte in json {
            switch byte {
            case UInt8(ascii: "<"): bytes.append(contentsOf: "\\u003c".utf8)
            case UInt8(ascii: ">"): bytes.append(contentsOf: "\\u003e".utf8)
            case UInt8(ascii: "&"): bytes.append(contentsOf: "\\u0026".utf8)
            default: bytes.append(byte)
            }
        }
    }
}
