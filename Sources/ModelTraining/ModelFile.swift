import Foundation

/// Writes the packed model as a Swift source: an array literal of this size would take the compiler minutes, a string takes no time.
enum ModelFile {
    static func write(_ bytes: [UInt8], to url: URL) throws {
        let text = Data(bytes).base64EncodedString()
        let lines = stride(from: 0, to: text.utf8.count, by: 4000).map { start -> Substring in
            let lower = text.utf8.index(text.startIndex, offsetBy: start)
            return text[lower..<(text.utf8.index(lower, offsetBy: 4000, limitedBy: text.endIndex) ?? text.endIndex)]
        }
        let source = """
            // swift-format-ignore-file

            /// Weights of the clause types, written by `make train`; `ClauseModel` says what the bytes mean.
            ///
            /// Trained on part of the Contract Understanding Atticus Dataset (CUAD) v1, The Atticus Project, https://www.atticusprojectai.org/cuad,
            /// licensed under CC BY 4.0 (https://creativecommons.org/licenses/by/4.0/). The labels were used unchanged; no text of the set is kept.
            enum ClauseModelData {
                static let base64: StaticString = \"\"\"
            \(lines.map { "    \($0)" }.joined(separator: "\\\n"))
                \"\"\"
            }

            """
        try source.write(to: url, atomically: true, encoding: .utf8)
    }
}
