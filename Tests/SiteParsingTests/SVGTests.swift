import SiteModel
import SiteParsing
import Testing

/// The sizes are those that Chromium 156 shows the same files with, but for pictures that have only a ratio: it gives them
/// the width of their column.
@Suite struct SVGTests {
    @Test(arguments: [
        ("width='200' height='100'", 200, 100), ("width='10.5' height='20.4'", 11, 20), ("width=' 10PX ' height='2e1'", 10, 20),
        ("width='210mm' height='297mm'", 794, 1123), ("width='30pt' height='4pc'", 40, 64),
        ("width='2in' height='2.54cm'", 192, 96),
        ("width='400Q' height='10em'", 378, 160), ("width='.2' height='20'", 1, 20), ("width='2e1' height='2em'", 20, 32),
        ("width='200' viewBox='0 0 24 12'", 200, 100), ("height='200' viewBox='0 0 24 12'", 400, 200), ("width='200'", 200, 150),
        ("width='50%' height='20' viewBox='0 0 30 10'", 60, 20), ("width='50%' height='20'", 300, 20), ("", 300, 150),
        ("width='10 px' height='20'", 300, 20), ("width='' height='20'", 300, 20), ("viewBox='0 0 0 10'", 300, 150),
        ("viewBox='0 0 -30 10'", 300, 150), ("viewBox='0 0 24 12' preserveAspectRatio='none'", 300, 150),
        ("width='10' height='20' viewBox='0 0 10'", 10, 20), ("width='10' height='20' style='width:77px'", 10, 20),
        ("width='1&#50;' height='&#x32;0'", 12, 20), ("width='0x10' height='20'", 300, 20),
    ])
    func theFirstElementSaysTheSize(attributes: String, width: Int, height: Int) {
        expect("<svg xmlns='http://www.w3.org/2000/svg' \(attributes)/>", ImageSize(width: width, height: height))
    }

    /// As wide as a text is at least, so that giving it a size does not make it smaller.
    @Test(arguments: [("0 0 24 12", 600), ("0,0, 640 1280", 2400), ("-1 -1 1e1 5", 600), ("0 0 100000 1", 1)])
    func aRatioFillsTheWidth(viewBox: String, height: Int) {
        expect("<svg xmlns='http://www.w3.org/2000/svg' viewBox='\(viewBox)'/>", ImageSize(width: 1200, height: height))
    }

    @Test(arguments: ["width='10ex'", "width='10vw'", "width='calc(1px + 1em)'", "width='1e300'", "viewBox='0 0 1 1e300'"])
    func whatDependsOnTheReaderOrIsTooLargeHasNoSize(attribute: String) {
        let reading = read("<svg xmlns='http://www.w3.org/2000/svg' height='10' \(attribute)/>")
        #expect(reading == .image(.svg, nil) || attribute.hasPrefix("viewBox"))
        guard case .image(.svg, let size) = reading else { return }
        #expect((size?.height ?? 10) == 10)
    }

    @Test(arguments: [
        "<?xml version=\"1.0\" encoding=\"utf-8\" standalone='no'?>\n<!-- <svg width='3'> -->\n",
        "<!DOCTYPE svg PUBLIC \"-//W3C//DTD SVG 1.1//EN\" \"http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd\">\n",
        "<!DOCTYPE svg [<!ENTITY a \"]>\"> <!-- ]> --> <!ENTITY % p 'x'> <!ATTLIST svg b CDATA '>'>]>",
        "\u{FEFF}<?xml version='1.0'?>",
        "<?xml-stylesheet href='a.css'?>\n\n",
    ])
    func whatStandsBeforeTheFirstElementIsPassed(start: String) {
        expect(start + "<svg xmlns='http://www.w3.org/2000/svg' width='12' height='20'/>", ImageSize(width: 12, height: 20))
    }

    @Test func theFilesOwnNamesForTextsArePutIn() {
        let start = "<!DOCTYPE svg [<!ENTITY ns 'http://www.w3.org/2000/svg'> <!ENTITY w \"1&#50;\"> <!ENTITY w '7'>]>"
        expect(start + "<svg xmlns='&ns;' width='&w;' height='20'/>", ImageSize(width: 12, height: 20))
    }

    @Test func aPrefixMayStandBeforeTheElement() {
        expect("<s:svg xmlns:s='http://www.w3.org/2000/svg' width='12' height='20'/>", ImageSize(width: 12, height: 20))
    }

    @Test(arguments: [[0xFF, 0xFE], [0xFE, 0xFF]]) func itMayBeInUTF16(mark: [UInt8]) {
        let text = "<svg xmlns='http://www.w3.org/2000/svg' width='12' height='20'/>"
        let bytes = text.utf16.flatMap {
            mark[0] == 0xFF ? [UInt8($0 & 0xFF), UInt8($0 >> 8)] : [UInt8($0 >> 8), UInt8($0 & 0xFF)]
        }
        #expect(readImage(mark + bytes, isWhole: true) == .image(.svg, ImageSize(width: 12, height: 20)))
    }

    /// Chromium shows a broken picture for each, or nothing.
    @Test(arguments: [
        "<svg width='10' height='20'/>", "<svg xmlns=' http://www.w3.org/2000/svg'/>",
        "<s:svg xmlns='http://www.w3.org/2000/svg'/>",
        "\n<?xml version='1.0'?><svg xmlns='http://www.w3.org/2000/svg'/>",
        "<svg xmlns='http://www.w3.org/2000/svg' a='1' a='2'/>",
        "<svg xmlns='http://www.w3.org/2000/svg' a/>", "<svg xmlns='http://www.w3.org/2000/svg' width='0' height='20'/>",
        "<svg xmlns='http://www.w3.org/2000/svg' width='-10' height='20'/>", "<svg xmlns='http://www.w3.org/2000/svg' a='&b;'/>",
        "<svg xmlns='http://www.w3.org/2000/svg' a='&'/>", "<svg xmlns='http://www.w3.org/2000/svg' a=1/>", "<!-- <svg",
        "<!DOCTYPE svg [", "svg",
    ])
    func whatBrowsersDoNotShowIsNone(text: String) { #expect(read(text) == .none) }

    @Test func textsThatGrowWithoutEndAreRefused() {
        let names = (0..<40).map { "<!ENTITY e\($0 + 1) '&e\($0);&e\($0);'>" }.joined()
        let start = "<!DOCTYPE svg [<!ENTITY e0 'ha'>\(names)]>"
        #expect(read(start + "<svg xmlns='http://www.w3.org/2000/svg' width='&e40;'/>") == .none)
    }

    /// Each text is short enough; all of them together are not.
    @Test func manyLongTextsAreRefused() {
        let names = (0..<20_000).map { "<!ENTITY f\($0) '&e9;'>" }.joined()
        let doubled = (0..<9).map { "<!ENTITY e\($0 + 1) '&e\($0);&e\($0);'>" }.joined()
        let start = "<!DOCTYPE svg [<!ENTITY e0 'ha ha ha ha ha ha'>\(doubled)\(names)]>"
        #expect(read(start + "<svg xmlns='http://www.w3.org/2000/svg'/>") == .none)
    }

    private func read(_ text: String) -> ImageReading { readImage(Array(text.utf8), isWhole: true) }

    private func expect(_ text: String, _ size: ImageSize) {
        #expect(read(text) == .image(.svg, size))
        for count in 3..<text.utf8.count {
            let reading = readImage(Array(text.utf8.prefix(count)), isWhole: false)
            #expect(reading == .unfinished || reading == .image(.svg, size), "\(count)")
        }
    }
}
