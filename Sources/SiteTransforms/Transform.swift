/// Stage 2: documents become a site.
///
/// In: the documents of every source file, the configuration, the paths of the files that are copied. Out: a `Site`, in
/// which every page has its address, its values and its links resolved, and everything that is wrong between files. The
/// passes below run in this order, each on the values of those before it; nothing is read or written, and the moment that
/// decides about drafts and dates comes in as a value.

package import SiteModel

package func transform(
    _ sources: SiteSources, now: Instant, _ visibility: Visibility, _ workers: Workers
) async -> Outcome<Site> {
    var diagnostics = Diagnostics()
    let config = sources.config

    // Which documents there are, and where.
    let selection = selectVisible(sources.documents, now: now, visibility)
    let placed = await diagnostics.collect(assignPermalinks(selection.visible, config, workers))
    let files = placeFiles(sources.files, beside: placed, hidden: selection.hidden)

    // What each of them is by itself.
    let questions = await diagnostics.collect(collectFAQs(placed, hidden: selection.hidden, workers))
    let pages = await diagnostics.collect(
        preparePages(placed, questions, reserved: sources.theme.ids, config.markdown, workers))
    let records = RecordFinder(config, placed)
    await diagnostics.add(contentsOf: checkContent(placed, sources, workers))
    diagnostics.add(contentsOf: checkRecordBlocks(placed, records, sources.theme))

    // What they show of each other.
    let directory = Directory(placed)
    let images = ImageResolver(files, ImageIndex(files, sources.images), config.baseURL)
    let terms = Terms(placed, config, &diagnostics)
    let articles = await diagnostics.collect(
        summarizeArticles(pages, directory, images, terms, config, count: placed.count, workers))
    let byTerm = TermGroups(articles, terms)
    let groups = groupQuestions(pages, questions, articles)
    let lists = layOutLists(pages, articles, byTerm, questionGroups: groups.count, sources)
    let feeds = layOutFeeds(pages, articles, lists, config)

    // Where their links lead.
    let book = await buildAddressBook(
        placed, pages, lists, feeds, files, images, hidden: selection, sources, workers)
    let links = LinkResolver(book, config)
    var messages = PageMessages()
    let faqs = await linkFAQs(questions, links, &messages.links, workers)

    // The finished pages.
    let around = ArticleSurroundings(
        config: config, directory: directory, images: images, articles: articles,
        relations: ArticleRelations(articles, terms, byTerm), faqs: faqs, shares: shareTexts(placed), topics: topicLinks(pages),
        networks: siteNetworks(config, &diagnostics), records: records,
        translations: diagnostics.collect(pairTranslations(pages, config)))
    let crumbs = Breadcrumbs(lists, home: sources.titles.home)
    let composed = await composeArticles(pages, around, crumbs: crumbs, links, &messages, workers)
    let others = diagnostics.collect(composePages(pages, around, crumbs: crumbs, links, &messages.links))
    let listings = diagnostics.collect(
        composeLists(lists, pages, around, groups: groups, crumbs: crumbs, titles: sources.titles, links, &messages.links))
    let aliases = diagnostics.collect(collectAliases(pages))
    let all = (composed + others + listings).sorted { $0.permalink < $1.permalink }

    checkNamedAddresses(config, pages, links, &messages.links)
    diagnostics.add(contentsOf: checkCareCards(pages, links))
    diagnostics.add(contentsOf: messages.links)
    diagnostics.add(contentsOf: messages.others)
    diagnostics.add(contentsOf: checkConfig(config, sources.documents, images, records))
    diagnostics.add(contentsOf: checkImages(pages, images))
    let icons = diagnostics.collect(findIcons(config, images))
    await diagnostics.add(contentsOf: checkEditorial(pages, directory, config, now: now, workers))
    diagnostics.add(contentsOf: checkFeedIDs(pages, config.baseURL))
    diagnostics.add(contentsOf: checkAddresses(all, feeds, files, aliases, placed, config))
    var site = Site(
        config: withLogo(config, images), pages: all, feeds: feeds, files: files, aliases: aliases,
        states: selection.states, questionCount: faqs.count)
    // What is wrong with it is said by `checkConfig`.
    site.shareImage = config.share.image.flatMap { images.published($0, alternative: config.title, credit: nil).value }
    site.unpublished = selection.unpublished
    site.moments = moments(around: now, in: sources.documents)
    site.icons = icons
    return Outcome(site, silencing(diagnostics, lowering: config.loweredCodes, allowedBy: placed.lazy.map(\.document)))
}

/// The configuration with the logo at its address on the site.
private func withLogo(_ config: SiteConfig, _ images: ImageResolver) -> SiteConfig {
    var config = config
    guard let logo = config.publisher?.logo, let address = images.address(of: logo) else { return config }
    let name = config.publisher?.name ?? ""
    config.publisher?.logoImage = images.published(logo, alternative: name, credit: nil).value
    config.publisher?.logo?.value = address.path
    return config
}

private func shareTexts(_ placed: [PlacedDocument]) -> [Int: ShareFields] {
    var texts: [Int: ShareFields] = [:]
    for entry in placed where entry.document.role == .share { texts[entry.page] = entry.document.fields.share }
    return texts
}
