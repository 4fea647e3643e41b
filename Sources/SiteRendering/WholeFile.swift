import Foundation

/// Files written whole. Foundation waits for the disk after every file, which made the pages of a large site three times as dear; a site can
/// be rendered again, so the system may write it when it likes. A reader still sees the old file or the new one.
enum WholeFile {
    /// True where the file has just these bytes.
    static func holds(_ bytes: [UInt8], at path: String) -> Bool {
        FileManager.default.contents(atPath: path).map { data in
            data.count == bytes.count && data.withUnsafeBytes { found in bytes.withUnsafeBytes { found.elementsEqual($0) } }
        } ?? false
    }

    /// - Parameter replaces: something is there already: the new file takes its place in one step.
    static func write(_ bytes: [UInt8], to path: String, replaces: Bool) throws {
        let draft = replaces ? path + ".draft" : path
        let file = open(draft, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
        guard file >= 0 else { throw failure(path) }
        var done = 0
        while done < bytes.count {
            let written = bytes.withUnsafeBytes { unsafe Foundation.write(file, $0.baseAddress! + done, $0.count - done) }
            if written < 0, errno == EINTR { continue }
            guard written > 0 else {
                let error = failure(path)
                close(file)
                unlink(draft)
                throw error
            }
            done += written
        }
        guard close(file) == 0 else { throw failure(path) }
        if replaces, rename(draft, path) != 0 { throw failure(path) }
    }

    private static func failure(_ path: String) -> CocoaError {
        CocoaError(
            .fileWriteUnknown,
            userInfo: [NSFilePathErrorKey: path, NSUnderlyingErrorKey: POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO)])
    }
}
