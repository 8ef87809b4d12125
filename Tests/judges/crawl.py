"""A crawler that knows nothing of the builder: every link of the output leads somewhere, and everything can be reached."""

import json
import posixpath
import re
import urllib.parse

from lxml import etree

import markup

LINKS = {"href", "src", "poster", "cite", "action", "data"}
REFERENCES = {"aria-labelledby", "aria-describedby", "aria-controls", "aria-owns", "for", "headers", "list"}
# Files that visitors' programs ask for by name.
ASKED_FOR = {"index.html", "404.html", "robots.txt", "sitemap.xml", "favicon.ico", ".well-known/security.txt"}


def addresses(page):
    """Every address on a page, with the element that has it."""
    for node in markup.elements(page.tree):
        for name in LINKS & set(node.keys()):
            yield node.get(name), node
        for part in (node.get("srcset") or "").split(","):
            if part.strip():
                yield part.split()[0], node
        if node.tag == "meta" and node.get("property") in ("og:url", "og:image", "article:author"):
            yield node.get("content"), node
        if node.tag == "meta" and (node.get("http-equiv") or "").lower() == "refresh":
            yield node.get("content").split("url=")[-1], node
        if node.tag == "noscript" and node.text and "refresh" in node.text:
            yield re.search(r"url=([^\"']+)", node.text)[1], node


def target(site, page_path, address):
    """The file that an address leads to, relative to the output, with its fragment; none for one outside the site."""
    joined = urllib.parse.urlsplit(urllib.parse.urljoin(site.origin + page_path, address.strip()))
    if f"{joined.scheme}://{joined.netloc}" != site.origin or not (joined.path or "/").startswith(site.path):
        return None
    path = urllib.parse.unquote((joined.path or "/").removeprefix(site.path))
    return (posixpath.join(path, "index.html") if not path or path.endswith("/") else path), urllib.parse.unquote(joined.fragment)


def escapes(site, page_path, address):
    """Whether an address on the site's host leads above the path that the site lives at."""
    joined = urllib.parse.urlsplit(urllib.parse.urljoin(site.origin + page_path, address.strip()))
    return f"{joined.scheme}://{joined.netloc}" == site.origin and not (joined.path or "/").startswith(site.path)


def page_problems(page, outside=()):
    """Broken links, anchors and references of a page, and ids that it has twice."""
    site, said = page.site, []
    for address, node in addresses(page):
        if escapes(site, page.path, address) and address not in outside:
            said.append(f"{page}: leads above the site: {markup.snippet(node)}")
        found = target(site, page.path, address)
        if found and address not in outside:
            said += [f"{page}: {text}: {markup.snippet(node)}" for text in target_problems(site, *found)]
    for double in sorted({one for one in page.ids if page.ids.count(one) > 1}):
        said.append(f"{page}: the id {double!r} stands {page.ids.count(double)} times")
    for node in markup.elements(page.tree):
        for name in REFERENCES & set(node.keys()):
            for one in node.get(name).split():
                if one not in page.ids:
                    said.append(f"{page}: {name} names {one!r}, which is no id: {markup.snippet(node)}")
    return said


def target_problems(site, path, fragment):
    if not (site.output / path).is_file():
        yield f"nothing at {path}"
    elif fragment and path.endswith(".html"):
        page = next(page for page in site.pages if page.file == site.output / path)
        if fragment not in page.ids and not fragment.startswith(":~:"):
            yield f"no id {fragment!r} on {page.path}"


def stylesheet_problems(site):
    said = []
    for file in site.output.rglob("*.css"):
        path = site.path + file.relative_to(site.output).as_posix()
        for address in re.findall(r"url\(\s*[\"']?([^\"')]+)", file.read_text()):
            if not address.startswith(("data:", "#")):
                found = target(site, path, address)
                said += [f"{path}: {address} leads elsewhere"] if not found else [f"{path}: {one}" for one in target_problems(site, *found)]
    return said


def text_addresses(site, file):
    """Addresses of the site in files that are no pages: feeds, sitemaps, JSON, robots.txt and the like."""
    text = file.read_text(errors="replace")
    if file.suffix == ".xml":
        root = etree.fromstring(file.read_bytes())
        whole = [value for node in root.iter() for value in [*node.attrib.values(), (node.text or "").strip()]]
    elif file.suffix in (".json", ".webmanifest"):
        whole = list(strings(json.loads(text)))
    else:
        whole = re.findall(r"https?://\S+", text)
    for value in whole:
        if value.startswith("<") or "<a " in value or "<img " in value:
            tree = markup.fragment(value)
            yield from (address for name in ("href", "src") for address in markup.attribute_set(tree, name))
        elif re.match(r"https?://\S+$", value) or (file.suffix == ".webmanifest" and value.startswith("/")):
            yield value


def strings(value):
    if isinstance(value, str):
        yield value
    for part in value.values() if isinstance(value, dict) else value if isinstance(value, list) else []:
        yield from strings(part)


def text_files(site):
    kinds = {".xml", ".json", ".webmanifest", ".txt"}
    return [file for file in sorted(site.output.rglob("*")) if file.suffix in kinds and is_made(site, file)]


def is_made(site, file):
    """Whether the program made the file, rather than copying it from `static`."""
    return not (site.source / "content" / "static" / file.relative_to(site.output)).is_file()


def text_problems(site, outside=()):
    said = []
    for file in text_files(site):
        # An id of an entry may be the address that it had before.
        ids = set(re.findall(r"<id>([^<]*)</id>|\"id\": ?\"([^\"]*)\"", file.read_text()))
        old = {one for pair in ids for one in pair}
        for address in text_addresses(site, file):
            found = target(site, site.path, address)
            if found and address not in outside and address not in old:
                said += [f"{file.relative_to(site.output)}: {address}: {text}" for text in target_problems(site, *found)]
    return said


def files(site):
    return {file.relative_to(site.output).as_posix() for file in site.output.rglob("*") if file.is_file()} - {".martlet-files"}


def reached(site):
    """Files that can be found from the home page, and from what programs ask for by name."""
    seen, waiting = set(), [name for name in ASKED_FOR if (site.output / name).is_file()]
    pages = {page.file.relative_to(site.output).as_posix(): page for page in site.pages}
    while waiting:
        name = waiting.pop()
        if name in seen or not (site.output / name).is_file():
            continue
        seen.add(name)
        if name in pages:
            found = [target(site, pages[name].path, address) for address, _ in addresses(pages[name])]
        elif name.endswith((".xml", ".json", ".webmanifest", ".txt")):
            found = [target(site, site.path, address) for address in text_addresses(site, site.output / name)]
        elif name.endswith(".css"):
            text = (site.output / name).read_text()
            found = [target(site, site.path + name, address) for address in re.findall(r"url\(\s*[\"']?([^\"')]+)", text)]
        else:
            found = []
        waiting += [one[0] for one in found if one]
    return seen


def reach_problems(site, unlinked=()):
    """Files that nothing leads to but those named, and differences between the list of files and the files."""
    listed, there = set(site.manifest), files(site)
    said = [f"{site}: listed and not there: {one}" for one in sorted(listed - there)]
    said += [f"{site}: there and not listed: {one}" for one in sorted(there - listed)]
    for name in sorted(there - reached(site)):
        if name not in unlinked and not is_intended(site, name):
            said.append(f"{site}: nothing leads to {name}")
    return said


def is_intended(site, name):
    """What is meant for others than visitors: former addresses, what only they load, hosts' settings, the editor's own files."""
    if not is_made(site, site.output / name) or name.split("/")[-1].startswith("_"):
        return True
    page = next((page for page in site.pages if page.file == site.output / name), None)
    if page is not None:
        return page.is_redirect
    stem = name.split("/")[-1]
    # A theme's script for former addresses is published whether or not a site has any.
    if any(stem in page.text for page in site.pages if page.is_redirect) or re.fullmatch(r"redirect\.[0-9a-f]+\.js", stem):
        return True
    # A file beside an article is published beside it, linked or not.
    return any((site.source / "content").rglob(stem)) or name.endswith((".conf", ".caddy", "Caddyfile"))


def sitemap_problems(site):
    """The sitemap names the pages that may be listed, all of them and no others."""
    listed = set()
    for file in site.output.glob("sitemap*.xml"):
        root = etree.fromstring(file.read_bytes())
        if root.tag.endswith("urlset"):
            listed |= {node.text.strip() for node in root.iter("{*}loc")}
    wanted = {page.canonical for page in site.full_pages if "noindex" not in page.robots and page.canonical == site.origin + page.path}
    said = [f"{site}: FD5 in the sitemap, not a page to be listed: {one}" for one in sorted(listed - wanted)]
    return said + [f"{site}: not in the sitemap: {one}" for one in sorted(wanted - listed)]
