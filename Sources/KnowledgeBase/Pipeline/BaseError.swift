package import SearchIndex
package import YAMLReading

/// Why a base cannot be read, built or written. Paths are relative to the base where they lie inside it.
package enum BaseError: Error, Sendable {
    case file(FileError)
    case ledger(LedgerFile.Fault)
    case stored(StorageFault)
    case index(IndexError)
    case unwritable(path: String, reason: String)
}
