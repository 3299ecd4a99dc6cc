internal import CLibXML2
import Glibc

/// Lets libxml2 read a skeleton and tell the tree builder about it. The one place where libxml2 is called.
struct SkeletonParser {
    /// libxml2's tables are set up once per process, before the first worker starts to parse.
    private static let isReady: Bool = {
        xmlInitParser()
        return true
    }()

    init() { precondition(Self.isReady) }

    /// False when libxml2 could not be had (out of memory); the tree then ends early.
    func parse(into builder: inout TreeBuilder) -> Bool {
        builder.begin()
        defer { builder.finish() }
        // A buffer of its own: the builder must not be borrowed while callbacks change it.
        let skeleton = builder.parts.skeleton
        guard let length = Int32(exactly: skeleton.count) else { return false }
        guard length > 0 else { return true }
        return skeleton.withUnsafeBytes { bytes in
            withUnsafeMutablePointer(to: &builder) { pointer in
                Self.run(bytes.baseAddress?.assumingMemoryBound(to: CChar.self), length, pointer)
            }
        }
    }

    private static func run(
        _ bytes: UnsafePointer<CChar>?, _ length: Int32, _ builder: UnsafeMutablePointer<TreeBuilder>
    ) -> Bool {
        guard let context = htmlCreateMemoryParserCtxt(bytes, length) else { return false }
        defer { htmlFreeParserCtxt(context) }
        guard let handlers = context.pointee.sax else { return false }
        // NOIMPLIED: the skeleton has no html and no head, and they shall not be invented.
        let options = HTML_PARSE_NOIMPLIED.rawValue | HTML_PARSE_NOERROR.rawValue | HTML_PARSE_NOWARNING.rawValue
        htmlCtxtUseOptions(context, Int32(bitPattern: options))
        memset(handlers, 0, MemoryLayout<htmlSAXHandler>.size)
        handlers.pointee.startElement = { builder, name, _ in
            guard let builder, let name else { return }
            builder.assumingMemoryBound(to: TreeBuilder.self).pointee.startElement(SkeletonParser.tag(name))
        }
        handlers.pointee.endElement = { builder, _ in
            builder?.assumingMemoryBound(to: TreeBuilder.self).pointee.endElement()
        }
        handlers.pointee.characters = { builder, _, count in
            builder?.assumingMemoryBound(to: TreeBuilder.self).pointee.characters(Int(count))
        }
        context.pointee.userData = UnsafeMutableRawPointer(builder)
        htmlParseDocument(context)
        return true
    }

    private static func tag(_ name: UnsafePointer<xmlChar>) -> TagName {
        var key = TagNameTable.seed
        var position = 0
        while name[position] != 0 {
            key = TagNameTable.extend(key, by: name[position])
            position += 1
        }
        return TagNameTable.shared.name(forKey: key)
    }
}
