import Testing

@testable import SiteTransforms

@Suite struct SectionTests {
    @Test(arguments: [
        ("content/articles/a/index.md", "articles"), ("content/articles/a.md", "articles"),
        ("content/articles/deep/a/index.md", "articles"), ("content/articles/_index.md", "articles"),
        ("content/index.md", ""), ("content/_index.md", ""), ("content/a/index.md", ""), ("content/pages/about.md", "pages"),
    ])
    func theSectionIsTheFirstFolder(path: String, section: String) {
        #expect(sectionName(of: path) == section)
        #expect(DocumentLocation(path).section == section)
    }
}
