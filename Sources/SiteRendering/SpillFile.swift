import Foundation

/// Bytes that are made now and wanted later, put on the disk meanwhile: a file that nobody else sees and that goes with the value.
final class SpillFile {
    private let file: UnsafeMutablePointer<FILE>
    /// What is not in the file yet.
    private var buffer: [UInt8] = []
    /// Bytes taken so far.
    private(set) var count = 0
    private static let mostBuffered = 1 << 18

    /// - Throws: the system's error where no file can be made.
    init() throws {
        guard let file = tmpfile() else { throw Self.failure() }
        self.file = file
    }

    deinit { fclose(file) }

    /// - Throws: the system's error; a full disk.
    func append(_ bytes: [UInt8]) throws {
        buffer += bytes
        count += bytes.count
        if buffer.count >= Self.mostBuffered { try flush() }
    }

    private func flush() throws {
        guard fseek(file, 0, SEEK_END) == 0, fwrite(buffer, 1, buffer.count, file) == buffer.count else { throw Self.failure() }
        buffer.removeAll(keepingCapacity: true)
    }

    /// - Throws: the system's error.
    func read(_ range: Range<Int>) throws -> [UInt8] {
        if !buffer.isEmpty { try flush() }
        guard fseek(file, range.lowerBound, SEEK_SET) == 0 else { throw Self.failure() }
        let bytes = [UInt8](unsafeUninitializedCapacity: range.count) { $1 = fread($0.baseAddress, 1, range.count, file) }
        guard bytes.count == range.count else { throw Self.failure() }
        return bytes
    }

    private static func failure() -> POSIXError { POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO) }
}
