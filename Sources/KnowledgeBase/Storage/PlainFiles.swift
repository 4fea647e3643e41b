import Foundation

/// A file open for reading at any place.
final class ReadableFile: Sendable {
    private let file: Int32

    /// Nil where there is no such file, or it may not be read.
    init?(_ path: String) {
        file = open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { return nil }
    }

    deinit { close(file) }

    /// All of a file; nil where there is none, or it may not be read.
    static func contents(of path: String) -> [UInt8]? {
        guard let file = ReadableFile(path) else { return nil }
        return file.read(at: 0, count: file.size)
    }

    var size: Int {
        var facts = stat()
        return fstat(file, &facts) == 0 ? Int(facts.st_size) : 0
    }

    /// Nil where the file ends before, or the system refuses.
    func read(at offset: Int, count: Int) -> [UInt8]? {
        guard offset >= 0, count >= 0, offset <= Int.max - count else { return nil }
        if count > 1 << 20, offset + count > size { return nil }
        let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
            while filled < count {
                let found = pread(file, buffer.baseAddress! + filled, count - filled, off_t(offset + filled))
                if found < 0, errno == EINTR { continue }
                guard found > 0 else { return }
                filled += found
            }
        }
        return bytes.count == count ? bytes : nil
    }
}

/// A file that is written from its beginning on, through a buffer; it is removed again unless it was put in its place.
final class DraftFile {
    let path: String
    private let file: Int32
    private var buffer: [UInt8] = []
    private(set) var count = 0
    private var isPlaced = false

    init?(_ path: String) {
        self.path = path
        file = open(path, O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
        guard file >= 0 else { return nil }
    }

    deinit {
        close(file)
        if !isPlaced { unlink(path) }
    }

    /// False where the system refuses: the disk is full.
    func append(_ bytes: [UInt8]) -> Bool {
        buffer += bytes
        count += bytes.count
        return buffer.count < 1 << 18 || flush()
    }

    func flush() -> Bool {
        defer { buffer.removeAll(keepingCapacity: true) }
        return write(buffer, at: count - buffer.count)
    }

    func write(_ bytes: [UInt8], at offset: Int) -> Bool {
        var done = 0
        while done < bytes.count {
            let written = bytes.withUnsafeBytes { pwrite(file, $0.baseAddress! + done, $0.count - done, off_t(offset + done)) }
            if written < 0, errno == EINTR { continue }
            guard written > 0 else { return false }
            done += written
        }
        return true
    }

    /// Puts the file, whole and safe on the disk, in the place of what is at `target`.
    func place(at target: String) -> Bool {
        guard flush(), fsync(file) == 0, rename(path, target) == 0 else { return false }
        isPlaced = true
        return true
    }

    /// True where the file at `other` has the same bytes.
    func equals(_ other: String) -> Bool {
        guard flush(), let old = ReadableFile(other), old.size == count, let new = ReadableFile(path) else { return false }
        for offset in stride(from: 0, to: count, by: 1 << 18) {
            let length = min(1 << 18, count - offset)
            guard let a = old.read(at: offset, count: length), let b = new.read(at: offset, count: length), a == b else { return false }
        }
        return true
    }
}
