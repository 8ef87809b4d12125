/// A page of the finished site: what every page has, and what its kind adds.
package struct Page: Sendable {
    private var fields: Shared<Fields>

    /// They stand together, since pages are sorted and counted and looked through by many.
    private struct Fields: Sendable {
        var permalink: Permalink
        var title: String
        var description: String?
        var standfirst: String?
        var language: String
        var isHiddenFromSearch = false
        var changed: Instant?
        var section: Permalink?
        var breadcrumbs: [PageLink] = []
        var contact: ContactRecord?
        var callToAction: CallToAction?
        var template: Placed<String>?
        var extra: FreeData = .none
        var source: String?
        var content: PageContent
    }

    package var permalink: Permalink {
        get { fields.value.permalink }
        set { fields.value.permalink = newValue }
    }
    package var title: String {
        get { fields.value.title }
        set { fields.value.title = newValue }
    }
    package var description: String? {
        get { fields.value.description }
        set { fields.value.description = newValue }
    }
    /// The description where an editor wrote one: shown below the title.
    package var standfirst: String? {
        get { fields.value.standfirst }
        set { fields.value.standfirst = newValue }
    }
    package var language: String {
        get { fields.value.language }
        set { fields.value.language = newValue }
    }
    /// Search engines are asked not to list the page.
    package var isHiddenFromSearch: Bool {
        get { fields.value.isHiddenFromSearch }
        set { fields.value.isHiddenFromSearch = newValue }
    }
    /// When its content last changed, as far as its author says.
    package var changed: Instant? {
        get { fields.value.changed }
        set { fields.value.changed = newValue }
    }
    /// The listing of the section that the page belongs to, or that it is.
    package var section: Permalink? {
        get { fields.value.section }
        set { fields.value.section = newValue }
    }
    /// The way to the page, home first, the page itself left out.
    package var breadcrumbs: [PageLink] {
        get { fields.value.breadcrumbs }
        set { fields.value.breadcrumbs = newValue }
    }
    package var contact: ContactRecord? {
        get { fields.value.contact }
        set { fields.value.contact = newValue }
    }
    /// What a `:::cta` block of its text shows where it names nothing.
    package var callToAction: CallToAction? {
        get { fields.value.callToAction }
        set { fields.value.callToAction = newValue }
    }
    /// The template that a page asks for instead of its kind's own.
    package var template: Placed<String>? {
        get { fields.value.template }
        set { fields.value.template = newValue }
    }
    /// What an editor wrote under `extra:`.
    package var extra: FreeData {
        get { fields.value.extra }
        set { fields.value.extra = newValue }
    }
    /// The file it was made from; nil for a page that Martlet makes by itself.
    package var source: String? {
        get { fields.value.source }
        set { fields.value.source = newValue }
    }
    package var content: PageContent {
        get { fields.value.content }
        set { fields.value.content = newValue }
    }

    package init(permalink: Permalink, title: String, language: String, content: PageContent) {
        fields = Shared(Fields(permalink: permalink, title: title, language: language, content: content))
    }

    package var link: PageLink { PageLink(title: title, permalink: permalink) }
}
