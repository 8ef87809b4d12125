"""What machines read is what people read: the words of JSON-LD and feeds stand on the page."""

import json
import re
import urllib.parse

from lxml import etree

import feeds
import markup
import structured_data

# Properties whose values are words for people.
WORDS = {
    "name", "headline", "description", "text", "creditText", "jobTitle", "honorificPrefix", "honorificSuffix", "keywords", "articleSection",
    "alternateName", "award", "knowsAbout", "abstract",
}
DAYS = {"datePublished", "dateModified", "lastReviewed"}


def shown_dates(page):
    return [node.get("datetime") for node in markup.elements(page.tree, "time")]


def shows_date(page, value):
    """A moment is shown as itself, or by its day."""
    return any(shown == value or (len(value) == 10 and shown[:10] == value) for shown in shown_dates(page) if shown)


def shows_words(page, text):
    """Words cut off with an ellipsis are shown as far as they go; those that stand for a picture are shown by the picture."""
    wanted = markup.squeezed(text).removesuffix("…").removesuffix("...")
    return wanted in page.squeezed or wanted in page.squeezed_with_pictures


# Between the parts of a reference a feed and a page may put different signs, and a feed has no box to tick.
SIGNS = re.compile(r"[.,;:–—☑☐]")


def shows_part(page, text):
    return shows_words(page, text) or SIGNS.sub("", markup.squeezed(text)) in SIGNS.sub("", page.squeezed)


def image_words(page):
    return [markup.squeezed(node.get("alt", "")) for node in markup.elements(page.tree, "img")]


def structured_problems(page):
    """What a page's JSON-LD says and the page does not."""
    nodes = structured_data.graph(page)
    judge = structured_data.Graph(page, nodes)
    said = []
    for node in judge.all_nodes():
        place = node.get("@id") or node.get("@type")
        said += [f"{page}: {text} (in {place})" for text in node_problems(page, node, judge.kinds(node))]
    return said


def node_problems(page, node, kinds):
    if "Answer" in kinds:
        return
    for name in WORDS & set(node):
        for value in structured_data.listed(node[name]):
            if isinstance(value, str) and not shows_words(page, value):
                yield f"'{name}' is nowhere on the page: {value!r}"
    for name in DAYS & set(node):
        if not shows_date(page, node[name]):
            yield f"'{name}' {node[name]} is in no <time> of the page: {shown_dates(page)}"
    if "ImageObject" in kinds:
        yield from image_problems(page, node)
    if "Question" in kinds:
        yield from question_problems(page, node)
    if "BreadcrumbList" in kinds:
        yield from breadcrumb_problems(page, node)
    if "Article" in kinds:
        yield from article_problems(page, node)
    if "telephone" in node and not shows_number(page, node["telephone"]):
        yield f"'telephone' is nowhere on the page: {node['telephone']}"


def shows_number(page, number):
    digits = re.sub(r"\D", "", number)
    return digits in re.sub(r"\D", "", page.words) or f"tel:+{digits}" in markup.attribute_set(page.tree, "href")


def image_problems(page, node):
    shown = [urllib.parse.urljoin(page.canonical or "", source) for source in markup.attribute_set(page.tree, "src")]
    if node.get("contentUrl") and node["contentUrl"] not in shown:
        yield f"image is not shown: {node['contentUrl']}"
    caption = markup.squeezed(node.get("caption", ""))
    if caption and caption not in page.squeezed and caption not in image_words(page):
        yield f"'caption' is neither on the page nor the alt of an image: {node['caption']!r}"


def question_problems(page, node):
    """The question stands at its anchor as a heading, summary or term; each part of the answer stands below it."""
    anchor = urllib.parse.unquote(urllib.parse.urlsplit(node.get("@id", "")).fragment)
    target = next((element for element in markup.elements(page.tree) if element.get("id") == anchor), None)
    if target is None:
        yield f"nothing on the page has the id {anchor!r}"
        return
    asked = markup.elements(page.tree, "summary", "h2", "h3", "h4", "h5", "dt")
    if markup.squeezed(node["name"]) not in {markup.squeezed(markup.words(one)) for one in asked}:
        yield f"no heading asks {node['name']!r}"
    shown = markup.squeezed(markup.words(target))
    answer = markup.fragment(node["acceptedAnswer"]["text"]).find("body")
    for part in markup.blocks(answer) or [markup.words(answer)]:
        if markup.squeezed(part) not in shown:
            yield f"not in the answer that the page shows: {part!r}"


def breadcrumb_problems(page, node):
    navs = [nav for nav in markup.elements(page.tree, "nav") if "breadcrumb" in (nav.get("aria-label") or "").lower()]
    shown = [markup.words(item) for nav in navs for item in markup.elements(nav, "li")]
    said = [step.get("name") for step in node["itemListElement"]]
    heading = [markup.words(element) for element in markup.elements(page.tree, "h1")]
    if [markup.squeezed(one) for one in said] not in [[markup.squeezed(one) for one in trail] for trail in (shown, shown + heading)]:
        yield f"the breadcrumb shows {shown} and the heading {heading}, not {said}"


def article_problems(page, node):
    headings = [markup.words(element) for element in markup.elements(page.tree, "h1")]
    if markup.squeezed(node["headline"]) not in [markup.squeezed(one) for one in headings]:
        yield f"'headline' is not the heading {headings}: {node['headline']!r}"
    minutes = re.fullmatch(r"PT(\d+)M", node.get("timeRequired", ""))
    if minutes and not re.search(rf"\b{minutes[1]} min", page.words):
        yield f"'timeRequired' {node['timeRequired']} is not shown"


def feed_problems(site):
    """What the entries of a site's feeds say and their pages do not."""
    said = []
    for file in feeds.atom_files(site):
        for entry in etree.parse(str(file)).getroot().findall(feeds.ATOM + "entry"):
            said += [f"{file.relative_to(site.output)}: {text}" for text in entry_problems(site, atom_record(entry))]
    for file in feeds.json_files(site):
        for item in json.loads(file.read_bytes())["items"]:
            said += [f"{file.relative_to(site.output)}: {text}" for text in entry_problems(site, json_record(item))]
    return said


def atom_record(entry):
    text = lambda name: entry.findtext(feeds.ATOM + name)
    links = [link.get("href") for link in entry.findall(feeds.ATOM + "link") if link.get("rel", "alternate") == "alternate"]
    return {
        "url": links[0] if links else None, "title": text("title"), "summary": text("summary"), "html": text("content"),
        "dates": [text("published"), text("updated")], "tags": [one.get("term") for one in entry.findall(feeds.ATOM + "category")],
        "authors": [one.findtext(feeds.ATOM + "name") for one in entry.findall(feeds.ATOM + "author")],
    }


def json_record(item):
    return {
        "url": item.get("url"), "title": item.get("title"), "summary": item.get("summary"), "html": item.get("content_html"),
        "dates": [item.get("date_published"), item.get("date_modified")], "tags": item.get("tags", []),
        "authors": [author["name"] for author in item.get("authors", [])],
    }


def entry_problems(site, entry):
    page = site.page(entry["url"] or "")
    if page is None or not (entry["url"] or "").startswith(site.base):
        return [f"no page at {entry['url']}"]
    said = []
    headings = [markup.squeezed(markup.words(node)) for node in markup.elements(page.tree, "h1")]
    if markup.squeezed(entry["title"] or "") not in headings:
        said.append(f"title is not the page's heading: {entry['title']!r}")
    if entry["summary"] and not shows_words(page, entry["summary"]):
        said.append(f"summary is nowhere on the page: {entry['summary']!r}")
    for word in entry["authors"] + entry["tags"]:
        if not shows_words(page, word):
            said.append(f"nowhere on the page: {word!r}")
    for date in entry["dates"]:
        if date and not shows_date(page, date):
            said.append(f"{date} is in no <time> of the page: {shown_dates(page)}")
    if entry["html"]:
        for part in markup.blocks(markup.fragment(entry["html"]).find("body")):
            if not shows_part(page, part):
                said.append(f"content is nowhere on the page: {part[:160]!r}")
    return [f"{entry['url']}: {text}" for text in said]
