import Gzip
import Intake
package import Model
import Store

/// The pipeline's way from record to article as a Unix filter.
package struct PageFilter {
    private let configuration: Configuration
    private let fileNames: Bool

    /// - Parameter fileNames: keep the path in `source.file`.
    package init(_ configuration: Configuration, fileNames: Bool) {
        self.configuration = configuration
        self.fileNames = fileNames
    }

    /// Reads the files (standard input when there are none), in order, and writes one line per article.
    ///
    /// - Parameters:
    ///   - write: takes whole lines.
    ///   - complain: takes what is wrong with a record that became no article.
    /// - Returns: the number of articles.
    package func run(
        _ files: [String], write: ([UInt8]) -> Void, complain: (String) -> Void
    ) throws -> Int {
        var rest = files.reversed().map { FilterStage.File(path: $0, name: $0) }
        let standardInput = rest.isEmpty ? try StandardInput.spooled() : nil
        if let standardInput { rest = [FilterStage.File(path: standardInput.path, name: "standard input")] }
        defer { withExtendedLifetime(standardInput) {} }
        var articles = 0
        let (configuration, fileNames) = (configuration, fileNames)
        try Line<FilterStage>(workers: configuration.workerCount, ahead: 16, aheadCost: .max).run(
            from: { rest.popLast().map { ($0, 0) } },
            through: { FilterStage(configuration, fileNames: fileNames) },
            into: { result in
                if !result.lines.isEmpty { write(result.lines) }
                for complaint in result.complaints { complain(complaint) }
                articles += result.articles
            })
        return articles
    }
}

private struct FilterStage: Stage {
    struct Result: Sendable {
        var lines: [UInt8] = []
        var articles = 0
        var complaints: [String] = []
    }

    private let configuration: Configuration
    private let fileNames: Bool
    private var maker: ArticleMaker
    private var encoder = RecordEncoder()

    init(_ configuration: Configuration, fileNames: Bool) {
        self.configuration = configuration
        self.fileNames = fileNames
        maker = ArticleMaker(configuration)
    }

    struct File: Sendable {
        var path: String
        var name: String
    }

    mutating func process(_ file: File) throws -> Result {
        var result = Result()
        encoder.clear()
        let reader = InputReader(path: file.path, name: file.name, configuration: configuration)
        while let item = reader.next() {
            switch maker.outcome(of: item) {
            case .article(var article):
                if !fileNames { article.source.file = "" }
                encoder.append(article, decision: nil, entities: [])
                result.articles += 1
            case .reject(let reject):
                result.complaints.append(
                    "\(reject.source.file)#\(reject.source.ordinal): \(reject.reason.rawValue): \(reject.detail)")
            case nil: break
            }
        }
        result.lines = encoder.lines
        return result
    }
}
