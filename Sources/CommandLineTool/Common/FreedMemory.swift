import CMalloc

/// The allocator keeps what was freed, and what one stage of a build leaves free does not fit the next: memory would be that of all stages.
enum FreedMemory {
    /// Blocks of 4 MB and more are the system's own, so that they go back when they are freed; from 256 KB on, mapping them costs a twentieth of a build.
    static func bound() { _ = mallopt(M_MMAP_THRESHOLD, 1 << 22) }

    static func giveBack() { _ = malloc_trim(0) }
}
