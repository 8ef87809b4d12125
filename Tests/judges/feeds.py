"""Atom (RFC 4287) and JSON Feed 1.1 by their rules, written from the specifications."""

import io
import json
import re
import urllib.parse

import feedparser
from lxml import etree

import markup
import vocabulary

ATOM = "{http://www.w3.org/2005/Atom}"
ONE = {"feed": ["id", "title", "updated"], "entry": ["id", "title", "updated"]}
AT_MOST_ONE = {"feed": ["generator", "icon", "logo", "rights", "subtitle"], "entry": ["published", "rights", "summary", "content", "source"]}
KNOWN = {
    "feed": {"author", "category", "contributor", "generator", "icon", "id", "link", "logo", "rights", "subtitle", "title", "updated", "entry"},
    "entry": {"author", "category", "content", "contributor", "id", "link", "published", "rights", "source", "summary", "title", "updated"},
}
LINK = {"href", "rel", "type", "hreflang", "title", "length"}
UNSAFE = {"script", "style", "form", "input", "button", "iframe", "object", "embed", "details", "summary"}
FEED_KEYS = {
    "version", "title", "home_page_url", "feed_url", "description", "user_comment", "next_url", "icon", "favicon", "author", "authors",
    "language", "expired", "hubs", "items",
}
ITEM_KEYS = {
    "id", "url", "external_url", "title", "content_html", "content_text", "summary", "image", "banner_image", "date_published",
    "date_modified", "author", "authors", "tags", "language", "attachments",
}


def is_address(text):
    return bool(vocabulary.ADDRESS.match(text or ""))


def is_moment(text):
    return bool(vocabulary.MOMENT.match(text or ""))


def atom_problems(name, data, address=None):
    """What is wrong with an Atom feed; `address` is where it is published."""
    try:
        feed = etree.fromstring(data)
    except etree.XMLSyntaxError as error:
        return [f"{name}: not well-formed: {error}"]
    if feed.tag != ATOM + "feed":
        return [f"{name}: not a feed of Atom: {feed.tag}"]
    said = list(atom_parts(feed, "feed")) + list(atom_feed(feed, address))
    for entry in feed.findall(ATOM + "entry"):
        said += [f"{text} (in {entry.findtext(ATOM + 'id')})" for text in (*atom_parts(entry, "entry"), *atom_entry(entry, feed))]
    parsed = feedparser.parse(io.BytesIO(data))
    if parsed.bozo or parsed.version != "atom10" or len(parsed.entries) != len(feed.findall(ATOM + "entry")):
        said.append(f"feedparser reads {parsed.version!r} with {len(parsed.entries)} entries: {parsed.get('bozo_exception')}")
    return [f"{name}: {text}" for text in said]


def atom_parts(node, kind):
    """Elements that feed and entry share: how often, which, and their form."""
    for part in ONE[kind]:
        if len(node.findall(ATOM + part)) != 1 or not node.findtext(ATOM + part).strip():
            yield f"not exactly one <{part}> with words"
    for part in AT_MOST_ONE[kind]:
        if len(node.findall(ATOM + part)) > 1:
            yield f"more than one <{part}>"
    for child in node:
        if isinstance(child.tag, str) and child.tag.startswith(ATOM) and child.tag.removeprefix(ATOM) not in KNOWN[kind]:
            yield f"<{child.tag.removeprefix(ATOM)}> may not stand here"
    if not is_address(node.findtext(ATOM + "id")) and not (node.findtext(ATOM + "id") or "").startswith(("tag:", "urn:")):
        yield f"id is not an absolute IRI: {node.findtext(ATOM + 'id')!r}"
    for part in ("updated", "published"):
        for moment in node.findall(ATOM + part):
            if not is_moment(moment.text):
                yield f"<{part}> is not a moment of RFC 3339: {moment.text!r}"
    yield from atom_links(node)
    for person in node.findall(ATOM + "author") + node.findall(ATOM + "contributor"):
        if len(person.findall(ATOM + "name")) != 1 or not person.findtext(ATOM + "name").strip():
            yield "person without a name"
        if person.find(ATOM + "uri") is not None and not is_address(person.findtext(ATOM + "uri")):
            yield f"uri of a person is not absolute: {person.findtext(ATOM + 'uri')!r}"
    for category in node.findall(ATOM + "category"):
        if not category.get("term"):
            yield "category without a term"


def atom_links(node):
    seen = set()
    for link in node.findall(ATOM + "link"):
        if not is_address(link.get("href")):
            yield f"link is not absolute: {link.get('href')!r}"
        if set(link.keys()) - LINK:
            yield f"link with {sorted(set(link.keys()) - LINK)}"
        key = (link.get("rel", "alternate"), link.get("type"), link.get("hreflang"))
        if key[0] == "alternate" and key in seen:
            yield f"two alternate links of type {key[1]}"
        seen.add(key)


def atom_feed(feed, address):
    ids = [entry.findtext(ATOM + "id") for entry in feed.findall(ATOM + "entry")]
    for double in sorted({one for one in ids if ids.count(one) > 1}):
        yield f"FD1 two entries with the id {double}"
    own = [link.get("href") for link in feed.findall(ATOM + "link") if link.get("rel") == "self"]
    if len(own) != 1 or (address and own[0] != address):
        yield f"FD8 link to itself {own}, not {address}"
    updates = [entry.findtext(ATOM + "updated") for entry in feed.findall(ATOM + "entry")]
    from structured_data import as_moment

    moments = [as_moment(text) for text in updates if is_moment(text)]
    if moments and is_moment(feed.findtext(ATOM + "updated")) and as_moment(feed.findtext(ATOM + "updated")) != max(moments):
        yield f"updated {feed.findtext(ATOM + 'updated')} is not that of the newest entry"


def atom_entry(entry, feed):
    if entry.find(ATOM + "author") is None and feed.find(ATOM + "author") is None:
        yield "no author, here or in the feed"
    content = entry.find(ATOM + "content")
    if content is None and not any(link.get("rel", "alternate") == "alternate" for link in entry.findall(ATOM + "link")):
        yield "neither content nor an alternate link"
    for part in [node for node in (content, entry.find(ATOM + "summary"), entry.find(ATOM + "title")) if node is not None]:
        if part.get("type", "text") not in ("text", "html", "xhtml"):
            yield f"type {part.get('type')!r}"
        if part.get("type") == "html":
            yield from html_problems(part.text or "")


def html_problems(html):
    """HTML that readers of feeds can show: it parses, its addresses are absolute, and nothing in it acts."""
    import html5lib

    parser = html5lib.HTMLParser(namespaceHTMLElements=False)
    parser.parseFragment(html)
    for place, code, _ in parser.errors:
        if code not in ("expected-doctype-but-got-start-tag", "expected-doctype-but-got-chars"):
            yield f"HTML does not parse at {place}: {code}: {html.splitlines()[place[0] - 1][:100]}"
    body = markup.fragment(html).find("body")
    for element in markup.elements(body)[1:]:
        if element.tag in UNSAFE or any(name.startswith("on") or name == "style" for name in element.keys()):
            yield f"has no place in a feed: {markup.snippet(element)}"
        for name in ("href", "src", "poster", "cite"):
            if element.get(name) is not None and not re.match(r"(https?://|mailto:|tel:|sms:)", element.get(name)):
                yield f"FD3 relative address: {markup.snippet(element)}"
        if element.tag == "img" and element.get("alt") is None:
            yield f"image without alt: {markup.snippet(element)}"


def json_problems(name, data, address=None):
    """What is wrong with a JSON Feed; `address` is where it is published."""
    try:
        feed = json.loads(data)
    except ValueError as error:
        return [f"{name}: not JSON: {error}"]
    if not isinstance(feed, dict):
        return [f"{name}: not an object"]
    said = list(json_feed(feed, address))
    for index, item in enumerate(feed.get("items") or []):
        said += [f"{text} (in {item.get('id', index)})" for text in json_item(item)]
    return [f"{name}: {text}" for text in said]


def json_feed(feed, address):
    if feed.get("version") != "https://jsonfeed.org/version/1.1":
        yield f"version {feed.get('version')!r}"
    if not isinstance(feed.get("title"), str) or not feed["title"].strip():
        yield "FD2 no title"
    if not isinstance(feed.get("items"), list):
        yield "FD2 no items"
        return
    if address and feed.get("feed_url") != address:
        yield f"FD8 feed_url {feed.get('feed_url')!r}, not {address}"
    yield from unknown(feed, FEED_KEYS)
    yield from addresses(feed, ("home_page_url", "feed_url", "next_url", "icon", "favicon"))
    yield from json_authors(feed)
    ids = [item.get("id") for item in feed["items"]]
    for double in {str(one) for one in ids if ids.count(one) > 1}:
        yield f"FD1 two items with the id {double}"


def unknown(record, keys):
    """A key of one's own begins with an underscore."""
    for key in sorted(set(record) - keys):
        if not key.startswith("_"):
            yield f"no key {key!r} in JSON Feed 1.1"


def addresses(record, names):
    for name in names:
        if name in record and not (isinstance(record[name], str) and is_address(record[name])):
            yield f"{name} is not an absolute address: {record[name]!r}"


def json_item(item):
    if not isinstance(item.get("id"), str) or not item["id"]:
        yield f"FD2 id is not a string: {item.get('id')!r}"
    if not isinstance(item.get("content_html"), str) and not isinstance(item.get("content_text"), str):
        yield "FD2 neither content_html nor content_text"
    for name in ("title", "summary", "language", "content_html", "content_text"):
        if name in item and not isinstance(item[name], str):
            yield f"{name} is not a string: {item[name]!r}"
    for name in ("date_published", "date_modified"):
        if name in item and not is_moment(item[name]):
            yield f"{name} is not a moment of RFC 3339: {item[name]!r}"
    yield from unknown(item, ITEM_KEYS)
    yield from addresses(item, ("url", "external_url", "image", "banner_image"))
    yield from json_authors(item)
    if not all(isinstance(tag, str) and tag for tag in item.get("tags", [])):
        yield f"tags are not words: {item['tags']!r}"
    for attachment in item.get("attachments", []):
        if not is_address(attachment.get("url")) or not attachment.get("mime_type"):
            yield f"attachment without url or mime_type: {attachment!r}"
    yield from html_problems(item.get("content_html", ""))


def json_authors(record):
    for author in record.get("authors", []):
        if not isinstance(author, dict) or not any(author.get(key) for key in ("name", "url", "avatar")):
            yield f"author without name, url or avatar: {author!r}"
        else:
            yield from addresses(author, ("url", "avatar"))


def published_at(site, file):
    return site.origin + site.path + urllib.parse.quote(file.relative_to(site.output).as_posix())


def is_atom(file):
    return file.suffix in (".xml", ".atom") and b"http://www.w3.org/2005/Atom" in file.read_bytes()[:500]


def atom_files(site):
    return [file for file in sorted(site.output.rglob("*")) if file.is_file() and is_atom(file)]


def json_files(site):
    return [file for file in sorted(site.output.rglob("*.json")) if b"jsonfeed.org" in file.read_bytes()[:200]]
