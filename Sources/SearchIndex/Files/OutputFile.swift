import Glibc
import SearchCore

/// A file that is written from front to back through a buffer of 1 MiB, with a checksum of each section.
final class OutputFile {
    let path: String
    private let descriptor: Int32
    private var buffer: [UInt8] = []
    private var sum = SectionChecksum()
    /// Bytes taken so far.
    private(set) var offset = 0
    private var sectionStart = 0

    init(path: String) throws(IndexError) {
        self.path = path
        descriptor = unsafe open(path, O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
        if descriptor < 0 { throw .system(path: path, code: errno) }
        buffer.reserveCapacity(SectionChecksum.piece)
    }

    deinit { close(descriptor) }

    func append(_ bytes: [UInt8]) throws(IndexError) { try append(bytes[...]) }

    func append(_ bytes: ArraySlice<UInt8>) throws(IndexError) {
        var rest = bytes
        while !rest.isEmpty {
            let free = SectionChecksum.piece - buffer.count
            buffer += rest.prefix(free)
            offset += min(free, rest.count)
            rest = rest.dropFirst(free)
            if buffer.count == SectionChecksum.piece { try flush() }
        }
    }

    /// Appends what another file holds.
    func append(contentsOf path: String) throws(IndexError) {
        let other = unsafe open(path, O_RDONLY | O_CLOEXEC)
        if other < 0 { throw .system(path: path, code: errno) }
        defer { close(other) }
        while true {
            // SAFETY: `count` bytes of the array are asked for, and as many as came are kept. Read, not mapped: pages of a mapping count as
            // the program's memory.
            var came = 0
            let bytes = unsafe [UInt8](unsafeUninitializedCapacity: SectionChecksum.piece / 4) { buffer, count in
                came = unsafe read(other, buffer.baseAddress, buffer.count)
                count = max(0, came)
            }
            if came == 0 { return }
            if came < 0, errno != EINTR { throw .system(path: path, code: errno) }
            try append(bytes)
        }
    }

    /// Ends the section and begins the next at a multiple of 16. Returns where the section was and its checksum.
    func endSection() throws(IndexError) -> (start: Int, count: Int, checksum: UInt64) {
        try flush()
        let ended = (sectionStart, offset - sectionStart, sum.value)
        let padding = (16 - offset % 16) % 16
        try write([UInt8](repeating: 0, count: padding), at: offset)
        offset += padding
        sectionStart = offset
        sum = SectionChecksum()
        return ended
    }

    /// Passes over bytes that are written later with `write(_:at:)`.
    func skip(_ count: Int) {
        offset += count
        sectionStart = offset
    }

    /// Writes what is buffered.
    func flush() throws(IndexError) {
        if buffer.isEmpty { return }
        // SAFETY: the view does not leave the closure.
        unsafe buffer.withUnsafeBufferPointer { if let base = $0.baseAddress { unsafe sum.add(Bytes(base: base, count: $0.count)) } }
        try write(buffer, at: offset - buffer.count)
        buffer.removeAll(keepingCapacity: true)
    }

    func write(_ bytes: [UInt8], at place: Int) throws(IndexError) {
        var done = 0
        while done < bytes.count {
            // SAFETY: done + (count - done) bytes are the array's.
            let wrote = unsafe bytes.withUnsafeBytes {
                unsafe pwrite(descriptor, $0.baseAddress! + done, bytes.count - done, off_t(place + done))
            }
            if wrote < 0 {
                if errno == EINTR { continue }
                throw .system(path: path, code: errno)
            }
            done += wrote
        }
    }

    /// Makes the bytes safe on the disk.
    func sync() throws(IndexError) {
        try flush()
        if fsync(descriptor) != 0 { throw .system(path: path, code: errno) }
    }
}
