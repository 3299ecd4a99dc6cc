internal import Text

/// Takes comments and HTML-like tags out of wikitext before its own markup is read.
enum WikiTagFilter {
    /// Elements whose content is no running text.
    private static let dropped: [StaticString] = [
        "ref", "references", "gallery", "math", "chem", "timeline", "score", "syntaxhighlight", "source", "imagemap",
        "graph",
        "mapframe", "maplink", "inputbox", "dynamicpagelist", "templatedata", "noinclude", "style", "script", "hiero",
        "ce",
    ]

    static func filtered(_ source: [UInt8]) -> [UInt8] {
        let tree = MarkupTree(source, .xml)
        let unwanted = Set(dropped.map { tree.number($0) }.filter { $0 >= 0 })
        let lineBreaks = Set(
            ["br", "p", "div", "blockquote", "li", "tr"].map { (name: StaticString) in tree.number(name) })
        guard tree.nodes.count > 1 else { return source }
        var output: [UInt8] = []
        output.reserveCapacity(source.count)
        var index = 1
        while index < tree.nodes.count {
            let node = tree.nodes[index]
            switch node.kind {
            case .text, .cdata:
                output += source[Int(node.start)..<Int(node.end)]
            case .element:
                if unwanted.contains(node.name) {
                    index = Int(node.last)
                } else if lineBreaks.contains(node.name) {
                    output += [0x0A, 0x0A]
                }
            }
            index += 1
        }
        return output
    }
}
