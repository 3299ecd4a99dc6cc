import CMalloc

/// The C library's memory allocator, as a program that fills and empties large buffers all the time wants it.
enum Allocator {
    /// Keeps freed memory for the next buffer. Otherwise every segment's buffers are handed back to the system and come
    /// again as fresh pages, which the kernel has to fill with zeros: 6 % of the time of a run over JSON Lines.
    static func keepFreedMemory() {
        // A setting that is refused costs that time and nothing else.
        _ = mallopt(M_MMAP_THRESHOLD, 32 << 20)
        _ = mallopt(M_TRIM_THRESHOLD, 256 << 20)
    }
}
