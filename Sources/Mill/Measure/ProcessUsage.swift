internal import Glibc

/// What the process has taken from the machine so far.
package struct ProcessUsage: Sendable {
    package let cpuSeconds: Double
    /// Bytes.
    package let peakMemory: Int

    package static var now: ProcessUsage {
        var usage = rusage()
        getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
        let (user, system) = (usage.ru_utime, usage.ru_stime)
        // The kernel counts memory in KiB.
        return ProcessUsage(
            cpuSeconds: Double(user.tv_sec + system.tv_sec) + Double(user.tv_usec + system.tv_usec) / 1e6,
            peakMemory: usage.ru_maxrss * 1024)
    }
}
