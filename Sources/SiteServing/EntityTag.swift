import Foundation

/// The name of some bytes, by which a browser that kept them asks whether they are still the same.
enum EntityTag {
    static func of(_ data: Data) -> String {
        // FNV-1a, with as many bits as keep two versions of a page apart.
        var sum: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in data { sum = (sum ^ UInt64(byte)) &* 0x100_0000_01B3 }
        return "\"\(String(sum, radix: 36))-\(String(data.count, radix: 36))\""
    }
}
