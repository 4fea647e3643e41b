import Foundation

/// Writes a trained machine as the Swift source that `RegulativeModel` reads.
enum WeightsFile {
    /// A signed byte a feature; then the bias and the margin in 256ths of a weight, four bytes each, low byte first.
    static func base64(_ machine: LinearMachine) -> String {
        let step = max(1e-9, machine.weights.map(abs).max() ?? 1) / 127
        var bytes = machine.weights.map { UInt8(bitPattern: Int8(max(-127, min(127, ($0 / step).rounded())))) }
        for number in [machine.bias, LinearMachine.margin] {
            let whole = Int32(max(-1e9, min(1e9, (number / step * 256).rounded())))
            withUnsafeBytes(of: whole.littleEndian) { bytes += $0 }
        }
        return Data(bytes).base64EncodedString()
    }

    static func source(_ machine: LinearMachine) -> String {
        let text = Array(base64(machine).utf8)
        let lines = stride(from: 0, to: text.count, by: 4000).map { String(decoding: text[$0..<min($0 + 4000, text.count)], as: UTF8.self) }
        return """
            // swift-format-ignore-file

            /// Weights of the regulatory model, written by `make train`; `RegulativeModel` says what the bytes mean.
            ///
            /// Learnt from "nature-of-eu-rules" (Apache License 2.0, https://www.apache.org/licenses/LICENSE-2.0): sentences of EU legislation,
            /// labelled as obliging somebody or not. The labels were used unchanged; no text of the data is kept, only the weights.
            enum RegulativeWeights {
                static let base64 = \"\"\"
            \(lines.map { "    " + $0 }.joined(separator: "\\\n"))
                \"\"\"
            }

            """
    }
}
