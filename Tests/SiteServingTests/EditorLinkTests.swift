import SiteServing
import Testing

@Suite struct EditorLinkTests {
    @Test(arguments: [
        ("vscode://file/{path}:{line}:{column}", "vscode://file//s/my%20site/content/%C3%A9.md:3:5"),
        ("idea://open?file={path}&line={line}", "idea://open?file=/s/my%20site/content/%C3%A9.md&line=3"),
        ("x://{path}{other}", "x:///s/my%20site/content/%C3%A9.md{other}"),
    ])
    func opensTheFileAtThePlace(template: String, address: String) throws {
        let link = try #require(EditorLink(template: template, root: "/s/my site"))
        #expect(link.address(path: "content/é.md", line: 3, column: 5) == address)
    }

    /// What would run in the page, and what names no file.
    @Test(arguments: [
        "javascript:alert('{path}')", "JavaScript:{path}", "data:text/html,{path}", "vscode://file", "{path}", "", "://{path}",
    ])
    func refusesWhatIsNoEditor(template: String) { #expect(EditorLink(template: template, root: "/") == nil) }
}
