"""Pages as trees, parsed as browsers parse them, and the words that they show."""

import re
import unicodedata

import html5lib

# What shows no words of the page.
SILENT = {"script", "style", "template", "head", "title", "noscript", "svg"}
BLOCKS = ("p", "li", "h1", "h2", "h3", "h4", "h5", "h6", "td", "th", "dt", "dd", "figcaption", "summary", "caption", "pre")


def parse(text):
    """The tree of a page, as lxml elements without namespaces but for SVG."""
    return html5lib.parse(text, treebuilder="lxml", namespaceHTMLElements=False).getroot()


def is_element(node):
    return isinstance(node.tag, str)


def elements(tree, *names):
    return [node for node in tree.iter() if is_element(node) and (not names or node.tag in names)]


def attribute_set(tree, name):
    return [node.get(name) for node in elements(tree) if node.get(name) is not None]


def words(node, pictures=False):
    """The text that an element shows, with what a closed `details` holds and without what is hidden from everybody.

    `pictures` puts in what stands for pictures where they are not seen.
    """
    parts = []
    collect(node, parts, pictures)
    return " ".join("".join(parts).split())


def collect(node, parts, pictures):
    if is_element(node) and shows(node):
        if pictures and node.tag == "img":
            parts.append(node.get("alt", ""))
        if node.tag in BLOCKS or node.tag == "div":
            parts.append(" ")
        parts.append(node.text or "")
        for child in node:
            collect(child, parts, pictures)
            parts.append(child.tail or "")
        if node.tag in BLOCKS or node.tag in ("div", "br"):
            parts.append(" ")


def shows(node):
    return node.tag not in SILENT and node.get("hidden") is None


def squeezed(text):
    """For comparing: one form of each character and no space, since markup puts spaces in different places."""
    text = unicodedata.normalize("NFKC", text).replace("\u00ad", "")
    return re.sub(r"\s+", "", text)


def blocks(node):
    """The text of each innermost block of words, for comparing answers and feeds part by part."""
    found = []
    for element in elements(node, *BLOCKS):
        if not any(is_element(child) and child.tag in BLOCKS for child in element.iterdescendants()):
            text = words(element)
            if text:
                found.append(text)
    return found


def fragment(html):
    """The tree of a piece of HTML, such as an answer or the content of a feed."""
    return parse("<!DOCTYPE html><title>x</title><body>" + html)


def snippet(node, length=120):
    from lxml import etree

    text = " ".join(etree.tostring(node, encoding="unicode", method="html", with_tail=False).split())
    return text if len(text) <= length else text[: length - 1] + "…"
