/// What can go wrong with an index on disk. Paths are as they were given.
public enum IndexError: Error, Equatable, Sendable {
    /// There is no index in the folder.
    case absent(path: String)
    /// Written by an older program; building again mends it.
    case tooOld(path: String, version: Int)
    /// Written by a newer program.
    case tooNew(path: String, version: Int)
    /// A checksum or a length is wrong.
    case corrupt(path: String)
    /// The system refused; `code` is errno.
    case system(path: String, code: Int32)
    /// One index holds at most 16,777,215 records.
    case tooManyRecords
}
