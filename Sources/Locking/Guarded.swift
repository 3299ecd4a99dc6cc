internal import Glibc

/// A value behind a lock: whoever wants to see or change it waits for its turn.
///
/// A POSIX mutex and not `Synchronization.Mutex`, because the thread sanitizer does not know the futex that the latter is
/// made of on Linux: it reports every guarded access as a race, and true ones drown among them.
package final class Guarded<Value>: @unchecked Sendable {
    // Unchecked: `value` is touched between lock and unlock only, and what comes in was given away by its maker.
    private let mutex: UnsafeMutablePointer<pthread_mutex_t>
    private var value: Value

    package init(_ value: sending Value) {
        mutex = .allocate(capacity: 1)
        mutex.initialize(to: pthread_mutex_t())
        // Fails for want of memory alone, and only where a mutex owns any: not here.
        precondition(pthread_mutex_init(mutex, nil) == 0)
        self.value = value
    }

    deinit {
        pthread_mutex_destroy(mutex)
        mutex.deallocate()
    }

    /// Runs `body` alone on the value. `body` must not ask for the same lock.
    package func withLock<Result, Failure: Error>(
        _ body: (inout sending Value) throws(Failure) -> sending Result
    ) throws(Failure) -> sending Result {
        pthread_mutex_lock(mutex)
        defer { pthread_mutex_unlock(mutex) }
        return try body(&value)
    }
}
