import Glibc
public import SearchCore

/// Maps a file for reading.
enum MappedFile {
    static func open(_ path: String) throws(IndexError) -> SegmentBytes {
        let descriptor = unsafe Glibc.open(path, O_RDONLY | O_CLOEXEC)
        if descriptor < 0 { throw errno == ENOENT ? .absent(path: path) : .system(path: path, code: errno) }
        defer { close(descriptor) }
        var status = stat()
        if unsafe fstat(descriptor, &status) != 0 { throw .system(path: path, code: errno) }
        let count = Int(status.st_size)
        if count == 0 { return SegmentBytes(copying: []) }
        let place = unsafe mmap(nil, count, PROT_READ, MAP_PRIVATE, descriptor, 0)
        guard let place = unsafe place, unsafe place != MAP_FAILED else { throw .system(path: path, code: errno) }
        // SAFETY: the mapping is `count` bytes, is written by nobody (segments are immutable files) and unmapped with its owner.
        return unsafe SegmentBytes(base: UnsafePointer(place.assumingMemoryBound(to: UInt8.self)), count: count) { base, count in
            _ = unsafe munmap(UnsafeMutableRawPointer(mutating: base), count)
        }
    }

    /// Gives back the memory of what was read of a file that is not empty.
    static func release(_ owner: SegmentBytes) {
        // SAFETY: the bytes are a mapping of a file that nobody writes to, so its pages come back if they are read again; only an empty file is
        // not mapped.
        _ = unsafe madvise(UnsafeMutableRawPointer(mutating: owner.bytes.base), owner.count, MADV_DONTNEED)
    }

    /// The bytes of a small file.
    static func read(_ path: String) throws(IndexError) -> [UInt8] {
        let owner = try open(path)
        return owner.bytes.array(0, owner.count)
    }
}

/// A segment of an index for work that goes through all of it: what was read can be given back, so that it does not count as the
/// program's memory.
public struct MappedSegment {
    public let segment: Segment
    private let owner: SegmentBytes

    init(path: String) throws(IndexError) {
        owner = try MappedFile.open(path)
        segment = try Segment.open(owner, path: path, verifying: true)
        release()
    }

    public func release() { MappedFile.release(owner) }
}

extension Segment {
    /// Maps and opens a segment file.
    public static func open(path: String, verifying: Bool) throws(IndexError) -> Segment {
        try open(try MappedFile.open(path), path: path, verifying: verifying)
    }

    static func open(_ owner: SegmentBytes, path: String, verifying: Bool) throws(IndexError) -> Segment {
        do {
            return try Segment(owner, verifying: verifying)
        } catch .tooOld(let version) {
            throw .tooOld(path: path, version: version)
        } catch .tooNew(let version) {
            throw .tooNew(path: path, version: version)
        } catch {
            throw .corrupt(path: path)
        }
    }
}
