import SiteModel
import Testing

@Suite struct ShareTemplateTests {
    private let words: [ShareTemplate.Blank: String] = [.title: "T", .url: "U"]

    @Test(arguments: [
        ("https://a.example/{title}", "https://a.example/T"),
        ("https://a.example/?t={title}&u={url}", "https://a.example/?t=T&u=U"),
        // Parameters that have nothing to say are left out, the first ones too.
        ("https://a.example/?h={hashtags}&u={url}", "https://a.example/?u=U"),
        ("https://a.example/?h={hashtags}&v={via}&u={url}&x={text}", "https://a.example/?u=U"),
        ("https://a.example/?h={hashtags}#u={url}", "https://a.example/#u=U"),
        ("https://a.example/?u={url}&a=b&h={hashtags}", "https://a.example/?u=U&a=b"),
        ("https://a.example/{via}?u={url}", "https://a.example/?u=U"),
        // What joins an empty blank to the others goes with it.
        ("https://a.example/?t={title}%0A{text}%0A{url}", "https://a.example/?t=T%0AU"),
        ("https://a.example/?t={text}%0A{url}", "https://a.example/?t=U"),
        ("https://a.example/?t={url}%0A{text}", "https://a.example/?t=U"),
        ("https://a.example/?t=({text}){url}.", "https://a.example/?t=(U."),
        ("https://a.example/?t={title}{text}{url}", "https://a.example/?t=TU"),
        ("sms:?&body={title}%20{url}", "sms:?&body=T%20U"),
    ])
    func blanksAreFilledIn(template: String, address: String) {
        #expect(ShareTemplate(template).filled { words[$0] ?? "" } == address)
    }

    @Test func wordsThatAreNoBlanksAreNamed() {
        let template = ShareTemplate("https://a.example/?a={tilte}&b={url}&c={")
        #expect(template.unknownBlanks == ["tilte"])
        #expect(template.blanks == [.url])
        #expect(template.literal == "https://a.example/?a=&b=&c={")
    }
}
