import CExpat
import Foundation

/// Gets the elements of an XML document one by one. Names come without their namespace prefix.
protocol MarkupVisitor: AnyObject {
    func start(_ name: String, _ attributes: MarkupAttributes) throws(MarkupError)
    func end(_ name: String) throws(MarkupError)
    /// A piece of the text inside the current element, as UTF-8.
    func text(_ bytes: UnsafeBufferPointer<UInt8>) throws(MarkupError)
}

/// Why an XML document could not be read.
enum MarkupError: Error, Hashable {
    /// Not well-formed; the line is counted from 1.
    case malformed(line: Int)
    /// A document type, which alone can define entities that fetch or multiply; office files have none.
    case documentType
    case tooDeep
    /// The visitor has seen enough.
    case enough
    /// The visitor will not read on.
    case refused(TableError)
}

/// The attributes of an element.
struct MarkupAttributes {
    fileprivate let pointer: UnsafeMutablePointer<UnsafePointer<XML_Char>?>?

    /// The value of the attribute with this name, whatever prefix it has in front.
    subscript(name: String) -> String? {
        guard var next = pointer else { return nil }
        while let key = next[0], let value = next[1] {
            if MarkupReader.localName(key) == name { return String(cString: value) }
            next += 2
        }
        return nil
    }

    /// The value of the attribute with this name and some prefix: `r:id`, not `id`.
    func prefixed(_ name: String) -> String? {
        guard var next = pointer else { return nil }
        while let key = next[0], let value = next[1] {
            if String(cString: key).hasSuffix(":\(name)") { return String(cString: value) }
            next += 2
        }
        return nil
    }
}

/// Reads XML piece by piece with expat: no document types, no entities but XML's own five, bounded depth.
final class MarkupReader {
    private let parser: XML_Parser
    private let visitor: any MarkupVisitor
    private var failure: MarkupError?
    private var depth = 0

    /// Nil where memory runs out.
    init?(_ visitor: any MarkupVisitor) {
        guard let parser = XML_ParserCreate(nil) else { return nil }
        self.parser = parser
        self.visitor = visitor
        XML_SetUserData(parser, Unmanaged.passUnretained(self).toOpaque())
        XML_SetElementHandler(
            parser,
            { context, name, attributes in MarkupReader.of(context)?.start(name, attributes) },
            { context, name in MarkupReader.of(context)?.end(name) })
        XML_SetCharacterDataHandler(parser) { context, text, length in MarkupReader.of(context)?.text(text, length) }
        XML_SetStartDoctypeDeclHandler(parser) { context, _, _, _, _ in MarkupReader.of(context)?.stop(.documentType) }
    }

    deinit { XML_ParserFree(parser) }

    /// Takes the next piece of the document.
    func take(_ piece: UnsafeRawBufferPointer) throws(MarkupError) {
        try parse(piece.bindMemory(to: CChar.self).baseAddress, Int32(piece.count), isLast: false)
    }

    /// The document is over.
    func finish() throws(MarkupError) { try parse(nil, 0, isLast: true) }

    private func parse(_ start: UnsafePointer<CChar>?, _ count: Int32, isLast: Bool) throws(MarkupError) {
        let status = XML_Parse(parser, start, count, isLast ? 1 : 0)
        if let failure { throw failure }
        guard status == XML_STATUS_OK else { throw .malformed(line: Int(XML_GetCurrentLineNumber(parser))) }
    }

    private func start(_ name: UnsafePointer<XML_Char>?, _ attributes: UnsafeMutablePointer<UnsafePointer<XML_Char>?>?)
    {
        guard failure == nil, let name else { return }
        depth += 1
        guard depth <= MarkupReader.deepest else { return stop(.tooDeep) }
        visit { () throws(MarkupError) in
            try visitor.start(MarkupReader.localName(name), MarkupAttributes(pointer: attributes))
        }
    }

    private func end(_ name: UnsafePointer<XML_Char>?) {
        guard failure == nil, let name else { return }
        depth -= 1
        visit { () throws(MarkupError) in try visitor.end(MarkupReader.localName(name)) }
    }

    private func text(_ text: UnsafePointer<XML_Char>?, _ length: Int32) {
        guard failure == nil, let text else { return }
        text.withMemoryRebound(to: UInt8.self, capacity: Int(length)) { bytes in
            visit { () throws(MarkupError) in
                try visitor.text(UnsafeBufferPointer(start: bytes, count: Int(length)))
            }
        }
    }

    private func visit(_ body: () throws(MarkupError) -> Void) {
        do { try body() } catch { stop(error) }
    }

    private func stop(_ error: MarkupError) {
        failure = failure ?? error
        XML_StopParser(parser, 0)
    }

    private static func of(_ context: UnsafeMutableRawPointer?) -> MarkupReader? {
        context.map { Unmanaged<MarkupReader>.fromOpaque($0).takeUnretainedValue() }
    }

    fileprivate static func localName(_ name: UnsafePointer<XML_Char>) -> String {
        guard let colon = strchr(name, Int32(UInt8(ascii: ":"))) else { return String(cString: name) }
        return String(cString: colon + 1)
    }

    private static let deepest = 64
}
