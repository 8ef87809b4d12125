/// A page of the finished site: what every page has, and what its kind adds.
@usableFromInline
package struct Page: Sendable {
    @usableFromInline var fields: Shared<Fields>

    /// They stand together, since pages are sorted and counted and looked through by many.
    @usableFromInline
    struct Fields: Sendable {
        @usableFromInline var permalink: Permalink
        @usableFromInline var title: String
        @usableFromInline var description: String?
        var standfirst: String?
        @usableFromInline var language: String
        var isHiddenFromSearch = false
        var changed: Instant?
        @usableFromInline var section: Permalink?
        @usableFromInline var breadcrumbs: [PageLink] = []
        var contact: Shared<ContactRecord>?
        var callToAction: Shared<CallToAction>?
        var template: Shared<Placed<String>>?
        var extra: FreeData = .none
        @usableFromInline var source: String?
        var content: PageContent
    }

    @inlinable package var permalink: Permalink {
        _read { yield fields.value.permalink }
        _modify { yield &fields.value.permalink }
    }
    @inlinable package var title: String {
        _read { yield fields.value.title }
        _modify { yield &fields.value.title }
    }
    @inlinable package var description: String? {
        _read { yield fields.value.description }
        _modify { yield &fields.value.description }
    }
    /// The description where an editor wrote one: shown below the title.
    package var standfirst: String? {
        _read { yield fields.value.standfirst }
        _modify { yield &fields.value.standfirst }
    }
    @inlinable package var language: String {
        _read { yield fields.value.language }
        _modify { yield &fields.value.language }
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
    @inlinable package var section: Permalink? {
        _read { yield fields.value.section }
        _modify { yield &fields.value.section }
    }
    /// The way to the page, home first, the page itself left out.
    @inlinable package var breadcrumbs: [PageLink] {
        _read { yield fields.value.breadcrumbs }
        _modify { yield &fields.value.breadcrumbs }
    }
    package var contact: Shared<ContactRecord>? {
        get { fields.value.contact }
        set { fields.value.contact = newValue }
    }
    /// What a `:::cta` block of its text shows where it names nothing.
    package var callToAction: Shared<CallToAction>? {
        get { fields.value.callToAction }
        set { fields.value.callToAction = newValue }
    }
    /// The template that a page asks for instead of its kind's own.
    package var template: Placed<String>? {
        get { fields.value.template?.value }
        set { fields.value.template = newValue.map { Shared($0) } }
    }
    /// What an editor wrote under `extra:`.
    package var extra: FreeData {
        _read { yield fields.value.extra }
        _modify { yield &fields.value.extra }
    }
    /// The file it was made from; nil for a page that Martlet makes by itself.
    @inlinable package var source: String? {
        _read { yield fields.value.source }
        _modify { yield &fields.value.source }
    }
    package var content: PageContent {
        _read { yield fields.value.content }
        _modify { yield &fields.value.content }
    }

    package init(permalink: Permalink, title: String, language: String, content: PageContent) {
        fields = Shared(Fields(permalink: permalink, title: title, language: language, content: content))
    }

    package var link: PageLink { PageLink(title: title, permalink: permalink) }
}
