import Foundation

/// Files written whole. Foundation waits for the disk after every file, which made the pages of a large site three times as dear; a site can
/// be rendered again, so the system may write it when it likes. A reader still sees the old file or the new one.
enum WholeFile {
    /// True where what is at the path, which is as long, has just these bytes.
    static func holds(_ file: SiteFile, at path: String) throws -> Bool {
        let found = open(path, O_RDONLY | O_CLOEXEC)
        guard found >= 0 else { return false }
        defer { close(found) }
        var isEqual = true
        try file.forEachPart { part in
            if isEqual { isEqual = begins(found, with: part) }
        }
        return isEqual
    }

    /// Whether these are the next bytes of an open file.
    private static func begins(_ file: Int32, with part: [UInt8]) -> Bool {
        withUnsafeTemporaryAllocation(byteCount: mostCompared, alignment: 16) { room in
            var done = 0
            while done < part.count {
                let count = read(file, room.baseAddress, min(mostCompared, part.count - done))
                if count < 0, errno == EINTR { continue }
                guard count > 0, part.withUnsafeBytes({ memcmp($0.baseAddress! + done, room.baseAddress!, count) == 0 }) else {
                    return false
                }
                done += count
            }
            return true
        }
    }

    private static let mostCompared = 1 << 16

    /// - Parameter replaces: something is there already: the new file takes its place in one step.
    /// - Returns: the size and time it has now.
    static func write(_ file: SiteFile, to path: String, replaces: Bool) throws -> FileFacts {
        let draft = replaces ? path + ".draft" : path
        let target = open(draft, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
        guard target >= 0 else { throw failure(path) }
        do {
            try file.forEachPart { try append($0, to: target, path) }
        } catch {
            close(target)
            unlink(draft)
            throw error
        }
        var facts = stat()
        let isKnown = fstat(target, &facts) == 0
        guard close(target) == 0, isKnown else { throw failure(path) }
        if replaces, rename(draft, path) != 0 { throw failure(path) }
        return FileFacts(facts)
    }

    private static func append(_ bytes: [UInt8], to file: Int32, _ path: String) throws {
        var done = 0
        while done < bytes.count {
            let written = bytes.withUnsafeBytes { unsafe Foundation.write(file, $0.baseAddress! + done, $0.count - done) }
            if written < 0, errno == EINTR { continue }
            guard written > 0 else { throw failure(path) }
            done += written
        }
    }

    private static func failure(_ path: String) -> CocoaError {
        CocoaError(
            .fileWriteUnknown,
            userInfo: [NSFilePathErrorKey: path, NSUnderlyingErrorKey: POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO)])
    }
}
