import Foundation
import Testing

#if canImport(FoundationXML)
    import FoundationXML
#endif

/// What stands in an XML document, by the way to each element: `feed/entry/title`. Fails where the text is not XML.
final class AtomReader: NSObject, XMLParserDelegate {
    private(set) var texts: [String: [String]] = [:]
    private(set) var attributes: [String: [[String: String]]] = [:]
    private var path: [String] = []
    private var text = ""

    init(_ document: String?) throws {
        super.init()
        let parser = XMLParser(data: Data(try #require(document).utf8))
        parser.delegate = self
        let isXML = parser.parse()
        try #require(isXML, "\(String(describing: parser.parserError)) in line \(parser.lineNumber)")
    }

    var entryTitles: [String] { texts["feed/entry/title"] ?? [] }

    func parser(
        _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
        attributes found: [String: String] = [:]
    ) {
        path.append(name)
        attributes[path.joined(separator: "/"), default: []].append(found)
        text = ""
    }

    func parser(_ parser: XMLParser, foundCharacters string: String) { text += string }

    func parser(_ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?) {
        texts[path.joined(separator: "/"), default: []].append(text)
        path.removeLast()
        text = ""
    }
}
