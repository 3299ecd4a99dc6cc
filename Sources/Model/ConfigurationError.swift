/// Everything that is wrong with a configuration, so that one run of `config check` shows it all.
package struct ConfigurationError: Error, Equatable, CustomStringConvertible {
    /// Never empty; in the order of the source.
    package var problems: [Problem]

    package init(problems: [Problem]) {
        self.problems = problems
    }

    package struct Problem: Equatable, Sendable, CustomStringConvertible {
        /// `pipeline.json:12:5` (line and column from 1), `--set` or an environment variable's name; may be empty.
        package var place: String
        /// What is wrong and what would be right; no full stop.
        package var message: String

        package init(place: String, message: String) {
            self.place = place
            self.message = message
        }

        package var description: String { place.isEmpty ? message : "\(place): \(message)" }
    }

    /// One problem a line.
    package var description: String { problems.map(\.description).joined(separator: "\n") }
}
