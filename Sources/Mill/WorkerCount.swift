internal import Glibc
import Model

extension Configuration {
    /// Workers to start: as configured, or one per core.
    package var workerCount: Int { workers > 0 ? workers : max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }
}
