"""What a page weighs on its way: gzipped as common servers do it."""

import gzip
import urllib.parse

import markup

LEVEL = 6
PAGE_LIMIT, SCRIPT_LIMIT = 30 * 1024, 1536


def gzipped(data):
    return len(gzip.compress(data, LEVEL, mtime=0))


def resources(page):
    """Addresses that the page loads by itself, with what they are."""
    for node in markup.elements(page.tree):
        rel = (node.get("rel") or "").split()
        if node.tag == "link" and ({"stylesheet", "preload", "modulepreload", "icon"} & set(rel)) and node.get("href"):
            yield "style" if "stylesheet" in rel else "other", node.get("href")
        elif node.tag == "script" and node.get("src"):
            yield "script", node.get("src")
        elif node.tag in ("img", "iframe", "video", "audio", "source", "embed") and node.get("src"):
            yield "other", node.get("src")


def parts(page):
    """Gzipped bytes of HTML, styles and scripts; equal files count once."""
    sizes = {"html": gzipped(page.text.encode()), "style": 0, "script": 0}
    for kind, address in set(resources(page)):
        if kind in sizes:
            path = urllib.parse.unquote(urllib.parse.urlsplit(address).path).removeprefix(page.site.path)
            sizes[kind] += gzipped((page.site.output / path).read_bytes())
    for node in markup.elements(page.tree, "script"):
        if not node.get("src") and node.get("type") in (None, "module", "text/javascript"):
            sizes["script"] += len((node.text or "").encode())
    return sizes


def problems(page):
    said, sizes = [], parts(page)
    if sum(sizes.values()) > PAGE_LIMIT:
        said.append(f"{page}: {sum(sizes.values())} bytes gzipped, more than {PAGE_LIMIT}: {sizes}")
    if sizes["script"] > SCRIPT_LIMIT:
        said.append(f"{page}: scripts of {sizes['script']} bytes gzipped, more than {SCRIPT_LIMIT}")
    return said


def foreign_problems(page):
    said = []
    for _, address in resources(page):
        parts = urllib.parse.urlsplit(address)
        if parts.netloc and f"{parts.scheme}://{parts.netloc}" != page.site.origin:
            said.append(f"{page}: loads from elsewhere: {address}")
    return said
