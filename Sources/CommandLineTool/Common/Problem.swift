/// An end that is not success: what to tell the person, and the exit code of the contract.
struct Problem: Error {
    enum Code: Int32 {
        /// Nothing found, it does not hold, or findings under `--strict`.
        case nothing = 1
        /// Wrong use, or input that cannot be read.
        case usage = 2
        /// A fact is missing.
        case unknown = 3
        /// A checksum or a quote does not fit.
        case integrity = 4
    }

    var message: String?
    var code: Code

    init(_ code: Code, _ message: String? = nil) {
        self.code = code
        self.message = message
    }

    /// Nothing was found, and the answer has said so.
    static let nothing = Problem(.nothing)
}
