"""Each judge is given something that is wrong, and has to say so; and the same put right, and has to be silent."""

import copy
import json
import random

import pytest

import accessibility
import browser as browsing
import keyboard
import looks
import reading
import sharing_buttons
import crawl
import feeds
import html_checker
import parity
import server as serving
import sharing
import sites
import structured_data
import vocabulary
import weight

ADDRESS = "https://www.example.org/"
NODES = [
    {"@type": "WebSite", "@id": ADDRESS + "#website", "url": ADDRESS, "name": "Site", "publisher": {"@id": ADDRESS + "#organization"}},
    {"@type": "Organization", "@id": ADDRESS + "#organization", "name": "Site"},
    {
        "@type": ["MedicalWebPage", "FAQPage"], "@id": ADDRESS + "#webpage", "url": ADDRESS, "name": "Title", "lastReviewed": "2026-01-02",
        "reviewedBy": {"@id": ADDRESS + "#person"}, "breadcrumb": {"@id": ADDRESS + "#breadcrumb"}, "mainEntity": [{"@id": ADDRESS + "#why"}],
    },
    {
        "@type": "Article", "@id": ADDRESS + "#article", "headline": "Title", "datePublished": "2026-01-01T00:00:00Z",
        "dateModified": "2026-01-02T00:00:00Z", "author": {"@id": ADDRESS + "#person"}, "timeRequired": "PT3M",
    },
    {"@type": "Question", "@id": ADDRESS + "#why", "name": "Why?", "acceptedAnswer": {"@type": "Answer", "text": "<p>Because.</p>"}},
    {"@type": "Person", "@id": ADDRESS + "#person", "name": "Ann", "url": ADDRESS + "ann/"},
    {
        "@type": "BreadcrumbList", "@id": ADDRESS + "#breadcrumb",
        "itemListElement": [
            {"@type": "ListItem", "position": 1, "name": "Home", "item": ADDRESS},
            {"@type": "ListItem", "position": 2, "name": "Title", "item": ADDRESS},
        ],
    },
]
BODY = """<a class="skip-link" href="#main">Skip</a><nav aria-label="Breadcrumb"><ol><li><a href="/">Home</a></li></ol></nav>
<main id="main" tabindex="-1"><h1>Title</h1><p>By Ann, 3 minute read, <time datetime="2026-01-01T00:00:00Z">1 January</time>,
<time datetime="2026-01-02T00:00:00Z">2 January</time></p>
<details><summary><h2>Why?</h2></summary><div id="why"><p>Because.</p></div></details></main><footer>Site</footer>"""


def html(body=BODY, head="", nodes=None):
    data = json.dumps({"@context": "https://schema.org", "@graph": nodes}) if nodes is not None else ""
    script = f'<script type="application/ld+json">{data.replace("<", chr(92) + "u003C")}</script>' if data else ""
    return (f'<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">'
            f'<title>Title</title><link rel="canonical" href="{ADDRESS}">{head}{script}</head><body>{body}</body></html>')


def site_of(name, body=BODY, head="", nodes=None, **files):
    named = {path.replace("__", "/").replace("_", "."): text for path, text in files.items()}
    return sites.folder_site(name, {"index.html": html(body, head, nodes), **named})


def changed(index, **values):
    """The good graph with one node changed; None takes a property away."""
    nodes = copy.deepcopy(NODES)
    nodes[index].update(values)
    nodes[index] = {key: value for key, value in nodes[index].items() if value is not None}
    return nodes


def complains(problems, words):
    problems = list(problems)
    assert any(words in problem for problem in problems), f"nobody says {words!r}, only: {problems}"


# Structured data.


def test_a_good_graph_has_no_problems():
    page = site_of("good-graph", nodes=NODES).pages[0]
    assert structured_data.problems(page) == [] and parity.structured_problems(page) == []


ANSWER = {"@type": "Answer", "text": "<p>Because.</p>"}


@pytest.mark.parametrize("words,nodes", [
    ("SD03 no type", changed(3, **{"@type": "Artikel"})),
    ("SD03 no property 'headLine'", changed(3, headLine="Title")),
    ("SD04 'reviewedBy' belongs to WebPage", changed(3, reviewedBy={"@id": ADDRESS + "#person"})),
    ("SD04 'author' takes", changed(3, author={"@id": ADDRESS + "#website"})),
    ("SD04 'aspect' is superseded", changed(2, aspect="x")),
    ("SD04 'isAccessibleForFree' takes", changed(3, isAccessibleForFree="yes")),
    ("SD04 'timeRequired' takes", changed(3, timeRequired="3 minutes")),
    ("SD04 'specialty' takes", changed(2, specialty="https://schema.org/Clinician")),
    ("SD05 'author' leads to", changed(3, author={"@id": ADDRESS + "#nobody"})),
    ("SD05 two nodes", [*NODES, NODES[5]]),
    ("SD05 no node of type Organization", changed(1, **{"@type": "Person"})),
    ("SD05 0 nodes of a page", changed(2, url=ADDRESS + "other/")),
    ("SD06 'url' is not an absolute", changed(5, url="/ann/")),
    ("SD06 '@id' is not an absolute", changed(1, **{"@id": "#organization"})),
    ("SD07 'datePublished' takes", changed(3, datePublished="1 January 2026")),
    ("SD07 'datePublished' takes", changed(3, datePublished="2026-01-01T00:00:00")),
    ("SD07 'lastReviewed' is a day", changed(2, lastReviewed="2026-01-02T00:00:00Z")),
    ("SD08 modified", changed(3, dateModified="2025-01-01T00:00:00Z")),
    ("SD08 'datePublished' is to come", changed(3, datePublished="2036-01-01T00:00:00Z", dateModified=None)),
    ("SD09 no 'author'", changed(3, author=None)),
    ("SD10 headline of", changed(3, headline="x" * 111)),
    ("SD11 author without 'url'", changed(5, url=None)),
    ("SD11 more than a name", changed(5, name="Dr Ann")),
    ("SD12 no questions", changed(2, mainEntity=[])),
    ("SD12 question without an answer", changed(4, acceptedAnswer={"@type": "Answer", "text": " "})),
    ("SD14 asked twice", changed(2, mainEntity=[{"@id": ADDRESS + "#why"}, {"@type": "Question", "name": "Why?", "acceptedAnswer": ANSWER}])),
    ("SD15 in an answer", changed(4, acceptedAnswer={"@type": "Answer", "text": "<table><tr><td>x</table>"})),
    ("SD15 relative address", changed(4, acceptedAnswer={"@type": "Answer", "text": "<a href='/x'>x</a>"})),
    ("SD16 1 steps", changed(6, itemListElement=NODES[6]["itemListElement"][:1])),
    ("SD16 positions", changed(6, itemListElement=[NODES[6]["itemListElement"][0]] * 2)),
    ("SD16 ends at", changed(6, itemListElement=[NODES[6]["itemListElement"][0], {"@type": "ListItem", "position": 2, "name": "x", "item": ADDRESS + "x"}])),
])
def test_graphs_that_are_wrong(words, nodes):
    complains(structured_data.problems(site_of("bad-graph", nodes=nodes).pages[0]), words)


@pytest.mark.parametrize("words,head", [
    ("SD01 0 scripts", ""),
    ("SD01 not JSON", '<script type="application/ld+json">{</script>'),
    ("SD01 @context", '<script type="application/ld+json">{"@context":"http://schema.org","@graph":[]}</script>'),
    ("SD01 not one @graph", '<script type="application/ld+json">{"@context":"https://schema.org","@type":"Thing"}</script>'),
    ("SD02", '<script type="application/ld+json">{"@context":"https://schema.org","@graph":[{"name":"<b>"}]}</script>'),
    ("SD21", '<meta name="robots" content="noindex"><script type="application/ld+json">{"@context":"https://schema.org","@graph":[]}</script>'),
])
def test_scripts_that_are_wrong(words, head):
    complains(structured_data.problems(site_of("bad-script", head=head).pages[0]), words)


# Parity.


@pytest.mark.parametrize("words,nodes", [
    ("'headline' is not the heading", changed(3, headline="Another")),
    ("'description' is nowhere", changed(2, description="Not shown")),
    ("'name' is nowhere", changed(5, name="Bob")),
    ("'datePublished'", changed(3, datePublished="2026-01-03T00:00:00Z")),
    ("'lastReviewed'", changed(2, lastReviewed="2026-02-02")),
    ("'timeRequired'", changed(3, timeRequired="PT4M")),
    ("no heading asks", changed(4, name="Why not?")),
    ("not in the answer", changed(4, acceptedAnswer={"@type": "Answer", "text": "<p>Because of it.</p>"})),
    ("nothing on the page has the id", changed(4, **{"@id": ADDRESS + "#how"})),
    ("the breadcrumb shows", changed(6, itemListElement=[{"@type": "ListItem", "position": 1, "name": "Start", "item": ADDRESS}])),
    ("'telephone' is nowhere", changed(1, telephone="+441632960123")),
    ("image is not shown", [*NODES, {"@type": "ImageObject", "contentUrl": ADDRESS + "x.png"}]),
    ("'caption' is neither", [*NODES, {"@type": "ImageObject", "caption": "A cat"}]),
])
def test_structured_data_that_pages_do_not_show(words, nodes):
    complains(parity.structured_problems(site_of("bad-parity", nodes=nodes).pages[0]), words)


ATOM = f"""<?xml version="1.0" encoding="UTF-8"?><feed xmlns="http://www.w3.org/2005/Atom"><id>{ADDRESS}</id><title>Site</title>
<updated>2026-01-02T00:00:00Z</updated><link rel="self" href="{ADDRESS}feed.xml"/><author><name>Ann</name></author>
<entry><id>{ADDRESS}</id><title>Title</title><link rel="alternate" href="{ADDRESS}"/><published>2026-01-01T00:00:00Z</published>
<updated>2026-01-02T00:00:00Z</updated><category term="Home"/><summary>Because.</summary>
<content type="html">&lt;p&gt;Because.&lt;/p&gt;</content></entry></feed>"""
JSON = {
    "version": "https://jsonfeed.org/version/1.1", "title": "Site", "feed_url": ADDRESS + "feed.json",
    "items": [{
        "id": ADDRESS, "url": ADDRESS, "title": "Title", "content_html": "<p>Because.</p>", "summary": "Because.",
        "date_published": "2026-01-01T00:00:00Z", "date_modified": "2026-01-02T00:00:00Z", "authors": [{"name": "Ann"}], "tags": ["Home"],
    }],
}


def item(**values):
    return json.dumps({**JSON, "items": [{key: value for key, value in {**JSON["items"][0], **values}.items() if value is not None}]})


def test_good_feeds_have_no_problems():
    site = site_of("good-feeds", feed_xml=ATOM, feed_json=item())
    assert feeds.atom_problems("a", ATOM.encode(), ADDRESS + "feed.xml") == []
    assert feeds.json_problems("j", item(), ADDRESS + "feed.json") == []
    assert parity.feed_problems(site) == []


@pytest.mark.parametrize("words,old,new", [
    ("not well-formed", "</entry>", ""),
    ("not a feed of Atom", "http://www.w3.org/2005/Atom", "http://www.w3.org/1999/xhtml"),
    ("not exactly one <title>", "<title>Title</title>", ""),
    ("not exactly one <updated>", "<updated>2026-01-02T00:00:00Z</updated><category", "<category"),
    ("more than one <summary>", "<summary>", "<summary>x</summary><summary>"),
    ("<para> may not stand here", "<summary>", "<para/><summary>"),
    ("id is not an absolute IRI", f"<entry><id>{ADDRESS}</id>", "<entry><id>/a/</id>"),
    ("<published> is not a moment", "<published>2026-01-01T00:00:00Z", "<published>2026-01-01"),
    ("link is not absolute", f'rel="alternate" href="{ADDRESS}"', 'rel="alternate" href="/"'),
    ("person without a name", "<name>Ann</name>", ""),
    ("category without a term", 'term="Home"', 'label="Home"'),
    ("FD1 two entries", "</feed>", ATOM[ATOM.index("<entry>"):]),
    ("FD8 link to itself", "feed.xml", "other.xml"),
    ("is not that of the newest entry", "<title>Site</title>\n<updated>2026-01-02", "<title>Site</title>\n<updated>2026-01-05"),
    ("no author", "<author><name>Ann</name></author>", ""),
    ("FD3 relative address", "&lt;p&gt;Because", "&lt;p&gt;&lt;a href='/x'&gt;Because&lt;/a&gt;"),
    ("has no place in a feed", "&lt;p&gt;Because", "&lt;script&gt;&lt;/script&gt;&lt;p&gt;Because"),
    ("HTML does not parse", "&lt;p&gt;Because", "&lt;p&gt;&lt;b&gt;Because&lt;/i&gt;"),
])
def test_atom_that_is_wrong(words, old, new):
    assert old in ATOM
    complains(feeds.atom_problems("a", ATOM.replace(old, new).encode(), ADDRESS + "feed.xml"), words)


@pytest.mark.parametrize("words,text", [
    ("not JSON", "{"),
    ("version", json.dumps({**JSON, "version": "https://jsonfeed.org/version/1"})),
    ("FD2 no title", json.dumps({**JSON, "title": ""})),
    ("FD2 no items", json.dumps({**JSON, "items": None})),
    ("FD8 feed_url", json.dumps({**JSON, "feed_url": ADDRESS})),
    ("no key 'subtitle'", json.dumps({**JSON, "subtitle": "x"})),
    ("FD1 two items", json.dumps({**JSON, "items": JSON["items"] * 2})),
    ("FD2 id is not a string", item(id=1)),
    ("FD2 neither content", item(content_html=None)),
    ("date_published is not a moment", item(date_published="1 January 2026")),
    ("url is not an absolute", item(url="/")),
    ("author without name", item(authors=[{}])),
    ("tags are not words", item(tags=[1])),
    ("FD3 relative address", item(content_html="<img alt='' src='x.png'>")),
    ("image without alt", item(content_html=f"<img src='{ADDRESS}x.png'>")),
])
def test_json_feeds_that_are_wrong(words, text):
    complains(feeds.json_problems("j", text, ADDRESS + "feed.json"), words)


@pytest.mark.parametrize("words,values", [
    ("no page at", {"url": ADDRESS + "x/"}),
    ("title is not the page's heading", {"title": "Another"}),
    ("summary is nowhere", {"summary": "Not shown"}),
    ("nowhere on the page: 'Bob'", {"authors": [{"name": "Bob"}]}),
    ("is in no <time>", {"date_modified": "2026-01-03T00:00:00Z"}),
    ("content is nowhere", {"content_html": "<p>Not shown</p>"}),
])
def test_feeds_that_pages_do_not_show(words, values):
    complains(parity.feed_problems(site_of("bad-feed", feed_json=item(**values))), words)


# Links, files, weight and sharing.


@pytest.mark.parametrize("words,body", [
    ("nothing at gone/index.html", '<a href="/gone/">x</a>'),
    ("nothing at x.png", '<img alt="" src="x.png">'),
    ("nothing at y.png", '<img alt="" src="/index.html" srcset="y.png 2x">'),
    ("no id 'gone'", '<a href="#gone">x</a>'),
    ("no id 'gone'", f'<a href="{ADDRESS}#gone">x</a>'),
    ("the id 'a' stands 2 times", '<p id="a">x</p><p id="a">x</p>'),
    ("aria-labelledby names 'b'", '<section aria-labelledby="b">x</section>'),
])
def test_links_that_lead_nowhere(words, body):
    complains(crawl.page_problems(site_of("bad-links", body).pages[0]), words)


def test_links_above_the_site():
    site = sites.folder_site("bad-path", {"index.html": html('<a href="/">x</a>')}, "https://www.example.org/en/")
    complains(crawl.page_problems(site.pages[0]), "leads above the site")


def test_files_that_lead_nowhere_and_that_nothing_leads_to():
    site = site_of("bad-files", style_css="a{background:url(x.png)}", feed_xml=ATOM.replace(f'href="{ADDRESS}"', f'href="{ADDRESS}x/"'), lost__index_html=html())
    complains(crawl.stylesheet_problems(site), "nothing at x.png")
    complains(crawl.text_problems(site), "nothing at x/index.html")
    complains(crawl.reach_problems(site), "nothing leads to lost/index.html")
    assert not any("lost/" in text for text in crawl.reach_problems(site, {"lost/index.html"}))
    complains(crawl.sitemap_problems(site), "not in the sitemap")
    (site.output / "more.txt").write_text("x")
    (site.output / "style.css").unlink()
    complains(crawl.reach_problems(site), "there and not listed: more.txt")
    complains(crawl.reach_problems(site), "listed and not there: style.css")


def test_pages_that_are_heavy_or_load_from_elsewhere():
    noise = random.Random(1).randbytes(40_000).hex()
    site = site_of("heavy", f"<p>{noise}</p>", '<script src="/a.js"></script>', a_js=noise)
    complains(weight.problems(site.pages[0]), "bytes gzipped, more than 30720")
    complains(weight.problems(site.pages[0]), "scripts of")
    complains(weight.foreign_problems(site_of("foreign", '<img alt="" src="https://cdn.example.net/x.png">').pages[0]), "loads from elsewhere")


@pytest.mark.parametrize("words,href", [
    ("does not decode", "https://x.com/intent/tweet?text=Q&A&url=https%3A%2F%2Fwww.example.org%2F"),
    ("a bare '+'", "https://x.com/intent/tweet?text=Q+A&url=https%3A%2F%2Fwww.example.org%2F"),
    ("does not decode", "https://x.com/intent/tweet?text=%E0%A4&url=https%3A%2F%2Fwww.example.org%2F"),
    ("decodes to", "https://x.com/intent/tweet?text=Q%26A"),
    ("decodes to", "https://x.com/intent/tweet?text=Q%2526A&url=https%3A%2F%2Fwww.example.org%2F"),
])
def test_share_links_that_are_wrong(words, href):
    complains(sharing.link_problems("x", href, {"title": "Q&A", "url": ADDRESS}), words)


def test_share_sections_that_are_wrong():
    head = '<meta property="og:title" content="Title">'
    body = '<section data-url="https://www.example.org/x/" data-title="Other"><a href="https://t.me/share/url?url=https%3A%2F%2Fexample.com%2F&amp;text=Other">x</a></section>'
    page = site_of("bad-share", body, head).pages[0]
    for words in ("shares https://www.example.org/x/", "not og:title", "'url' is 'https://example.com/'"):
        complains(sharing.plain_problems(page), words)
    complains(sharing.problems(page, {"title": "Other", "url": ADDRESS}, ["telegram", "x"]), "links to ['telegram']")


def test_html_that_is_invalid():
    files = [site_of(f"html-{index}", body).pages[0].file for index, body in enumerate([BODY, "<main><h1>x</h1><ul><p>x</p></ul></main>"])]
    assert html_checker.problems(files[:1]) == []
    complains(html_checker.problems(files[1:]), "Element “p” not allowed as child of element “ul”")
    for words, body in [("Section lacks heading", "<section><p>x</p></section>"), ("unnecessary for element “nav”", "<nav role='navigation'>x</nav>")]:
        complains(html_checker.problems([site_of("html-warned", BODY.replace("<footer>Site", body + "<footer>Site")).pages[0].file]), words)


# In the browser.


@pytest.fixture
def bad(browser):
    """Makes a site of one page, and serves it; gives the arguments that judges of the browser take."""
    running = []

    def make(body=BODY, head="", **files):
        site = site_of(f"browser-{len(running)}", body, head, **files)
        running.append(serving.Server(site))
        return browser, running[-1], site.pages[0]

    yield make
    for server in running:
        server.shutdown()
        server.server_close()


STYLE = '<link rel="stylesheet" href="/style.css">'
RING = ":focus-visible{outline:3px solid}"


@pytest.mark.parametrize("words,body", [
    ("console error", "<script src='/a.js'></script>"),
    ("style-src", "<p style='color:red'>x</p>"),
    ("script-src", "<script>x = 1</script>"),
    ("404", "<img alt='' src='/gone.png'>"),
    ("asks another host", "<script src='/b.js'></script>"),
    ("error: ", "<script src='/c.js'></script>"),
])
def test_pages_that_are_not_clean(bad, words, body):
    browser, server, page = bad(body, a_js="console.error('x')", b_js="new Image().src = 'http://127.0.0.1:9/x.png'", c_js="nothing()")
    complains(looks.noise(browser, server, [page]), words)


def test_a_good_page_in_the_browser(bad):
    paper = "@media print{.skip-link{display:none}details::details-content{content-visibility:visible;display:block}}"
    browser, server, page = bad(BODY, STYLE, style_css=RING + paper + "a,summary{min-height:1.5rem;display:block}:root{color-scheme:light dark}")
    assert looks.noise(browser, server, [page]) == [] and looks.shifts(browser, server, [page]) == []
    assert looks.sideways(browser, server, [page]) == [] and reading.deep_links(browser, server, page, False) == []
    assert reading.without_scripts(browser, server, page) == [] and reading.paper_problems(browser, server, page) == []
    assert keyboard.tabbing(browser, server, page) == [] and keyboard.skip_link(browser, server, page) == []
    assert looks.schemes(browser, server, page) == []


def test_pages_that_move(bad):
    browser, server, page = bad("<img alt='' src='/x.svg'><p>Words</p>", x_svg='<svg xmlns="http://www.w3.org/2000/svg" width="200" height="200"/>')
    complains(looks.shifts(browser, server, [page]), "moves by")


def test_pages_that_move_while_they_arrive(bad):
    browser, server, page = bad("<footer>" + "<b>word </b>" * 200 + "</footer>", STYLE, style_css="footer{position:fixed;bottom:0}")
    assert looks.shifts(browser, server, [page]) == []
    complains(looks.shifts(browser, server, [page], drip=50), "moves by")


@pytest.mark.parametrize("style", ["p{width:700px;background:red}", "body{overflow-x:hidden}p{width:700px;background:red}"])
def test_pages_that_stick_out(bad, style):
    browser, server, page = bad("<p>Words</p>", STYLE, style_css=style)
    complains(looks.sideways(browser, server, [page]), "at 320")


def test_pages_that_axe_objects_to(bad):
    browser, server, page = bad("<main><h1>x</h1><img src='/index.html'><p>faint</p><a href='/'></a></main>", STYLE, style_css="p{color:#ddd;background:#fff}")
    tab = browsing.shared(browser)
    tab.goto(server.url(page))
    for words in ("image-alt", "color-contrast", "link-name"):
        complains(accessibility.problems(tab, "page"), words)


@pytest.mark.parametrize("style,always", [("b{display:none}", False), ("b a{position:relative;height:40px;margin-bottom:-40px}", True)])
def test_targets_that_are_covered(bad, style, always):
    look = "*{margin:0}h1{height:40px}p{padding:650px 0 3000px}a{display:block;height:60px;background:#fff}aside{position:sticky;bottom:0}aside a{height:40px}"
    browser, server, page = bad("<main><h1>x</h1><p>" + "<b><a href='/'>over</a></b><a href='/'>under</a>" * 2 + "</p></main><aside><a href='/'>x</a></aside>", STYLE, style_css=look + style)
    tab = browsing.shared(browser, reduced_motion="reduce")
    tab.goto(server.url(page))
    tab.evaluate(accessibility.script())
    assert any(one["id"] == "target-size" for one in tab.evaluate(accessibility.RUN)), "nothing is covered, so nothing is shown"
    assert any("in a window" in text for text in accessibility.problems(tab, "page")) == always


@pytest.mark.parametrize("scripts", [True, False])
def test_addresses_that_lead_to_closed_questions(bad, scripts):
    browser, server, page = bad("<details><summary><h2 id='why'>Why?</h2></summary><p>Because.</p></details>")
    complains(reading.deep_links(browser, server, page, scripts), "stays closed")


def test_buttons_that_do_not_copy(bad):
    body = "<section data-url='https://www.example.org/'><button data-copy>Copy</button><input readonly value='x'><p role='status'></p></section>"
    browser, server, page = bad(body)
    complains(sharing_buttons.copies(browser, server, page), "copies 'what was there before'")
    complains(sharing_buttons.copies(browser, server, page), "does not say that it copied")
    complains(sharing_buttons.copy_fails(browser, server, page), "is not selected")
    complains(sharing_buttons.copy_fails(browser, server, page), "does not say that copying failed")


def test_share_buttons_that_do_nothing(bad):
    browser, server, page = bad("<section><button data-share>Share</button><p role='status'></p></section>", "<script src='/a.js' defer></script>",
                                a_js="document.querySelector('button').onclick = () => navigator.share({}).catch(error => document.querySelector('p').textContent = error)")
    for words in ("is shown where sharing is none", "shares {}", "where sharing closed"):
        complains(sharing_buttons.native_share(browser, server, page), words)


def test_pages_that_need_scripts(bad):
    browser, server, page = bad("<main><h1>x</h1><button>Dead</button><p>Hidden</p><details><summary>x</summary>y</details></main>", STYLE,
                                style_css="p{display:none}details{pointer-events:none}")
    for words in ("a button that does nothing", "not seen: <p>", "does not open: <details>"):
        complains(reading.without_scripts(browser, server, page), words)


def test_answers_that_are_not_printed(bad):
    browser, server, page = bad(BODY + "<aside>x</aside>", STYLE, style_css="aside{position:fixed}@media print{details::details-content{display:none!important}}")
    for words in ("not printed: 'Because.'", "stays in place: <aside>", "has <a class=\"skip-link\""):
        complains(reading.paper_problems(browser, server, page), words)


@pytest.mark.parametrize("words,body,style", [
    ("no mark of focus", "<a href='#main'>x</a>", ":focus{outline:none}"),
    ("focus is hidden behind <aside>", "<a href='#main'>x</a><aside>cover</aside>", RING + "aside{position:fixed;inset:0;background:#fff}"),
    ("the first stop", "<a href='/'>x</a>", RING),
    ("not go in the order", "<a href='#main'>x</a><a href='/' tabindex='2'>y</a><a href='/' tabindex='1'>z</a>", RING),
    ("focus on nothing to be seen", "<a href='#main'></a>", RING),
])
def test_pages_that_the_keyboard_does_not_like(bad, words, body, style):
    browser, server, page = bad(body, STYLE, style_css=style)
    complains(keyboard.tabbing(browser, server, page), words)


def test_a_skip_link_that_leads_nowhere(bad):
    complains(keyboard.skip_link(*bad("<a href='#main'>x</a><main id='main'>x</main>")), "does not take the focus")


def test_pages_that_are_never_dark(bad):
    complains(looks.schemes(*bad("<h1>x</h1>", STYLE, style_css="html{background:#fff;color:#000}")), "in dark, the ground")
    complains(looks.schemes(*bad("<h1>x</h1>", STYLE, style_css="html{background:#fff}h1{color:#aaa}")), "has a contrast")


def test_contents_that_do_not_mark_their_place(bad):
    body = "<nav><a href='#a'>a</a><a href='#b' aria-current='location'>b</a></nav>" + "".join(f"<h2 id='{one}'>x</h2><p>y</p>" for one in "ab")
    complains(reading.contents(*bad(body, STYLE, style_css="p{height:3000px}")), "at #a it marks ['#b']")
    complains(reading.contents(*bad("<p>x</p>")), "no table of contents")


def test_former_addresses_that_lead_nowhere_or_lose_the_fragment(bad):
    browser, server, page = bad("<p>moved</p>")
    page.__dict__["path"] = "/old/"
    (page.site.output / "old").mkdir()
    (page.site.output / "old" / "index.html").write_text(html("<p>moved</p>"))
    complains(reading.redirects(browser, server, page), "leads to /old/")
    (page.site.output / "old" / "index.html").write_text(html("<p>moved</p>", "<script src='/a.js'></script>"))
    (page.site.output / "a.js").write_text("location.replace('/')")
    complains(reading.redirects(browser, server, page), "loses the fragment")


# What judges lean on.


def test_headers_are_read_as_hosts_read_them():
    rules = serving.read_headers("# words\n/*\n  A: one\n/x/*\n  A: two\n  B: c: d\n/:part/feed.xml\n  C: e\n")
    assert serving.headers_for("/y", rules) == {"A": "one"} and serving.headers_for("/x/y", rules) == {"A": "one, two", "B": "c: d"}
    assert serving.headers_for("/y/feed.xml", rules) == {"A": "one", "C": "e"} and serving.headers_for("/y/z/feed.xml", rules) == {"A": "one"}


def test_the_judges_are_as_new_as_they_say():
    assert (accessibility.version(), vocabulary.VERSION) == ("4.12.1", "30.1")
