"""A page as it is read: by a link into an answer, without scripts, on paper, by its contents, from a former address."""

import contextlib
import subprocess
import tempfile
import urllib.parse

import markup
from browser import shared, show


def answer_ids(page):
    """Ids inside closed questions: what an address may lead to."""
    found = []
    for details in markup.elements(page.tree, "details"):
        found += [node.get("id") for node in markup.elements(details) if node.get("id") and node is not details]
    return found


ARRIVED = """id => {
  const target = document.getElementById(id), details = target.closest("details");
  const place = target.checkVisibility() ? target.getBoundingClientRect() : null;
  const asked = details?.querySelector("summary").getBoundingClientRect().top;
  return {open: !details || details.open, shown: place !== null, top: place?.top, height: innerHeight, asked};
}"""


def deep_links(browser, server, page, scripts):
    """Addresses that lead into an answer and do not show it, with scripts on or off."""
    said = []
    for anchor in answer_ids(page):
        tab = shared(browser, java_script_enabled=scripts, reduced_motion="reduce")
        show(tab, server, server.url(page) + "#" + urllib.parse.quote(anchor))
        found = tab.evaluate(ARRIVED, anchor)
        for _ in range(20):
            if found["shown"] and 0 <= found["top"] < found["height"]:
                break
            tab.wait_for_timeout(20)
            found = tab.evaluate(ARRIVED, anchor)
        name = f"{page}#{anchor} with scripts {'on' if scripts else 'off'}"
        if not found["open"] or not found["shown"]:
            said.append(f"{name}: stays closed")
        elif not -1 <= found["top"] < found["height"]:
            said.append(f"{name}: the answer is at {found['top']:.0f}, out of sight")
        elif found["asked"] is not None and not -1 <= found["asked"] < found["height"]:
            said.append(f"{name}: the question is at {found['asked']:.0f}, out of sight")
    return said


# Without scripts, and on paper.

# What is there for people, and not seen: neither in view nor in a closed question.
UNSEEN = """() => [...document.querySelectorAll("main :is(h1,h2,h3,h4,h5,h6,p,li,td,th,figcaption,dt,dd,img,input,cite)")]
  .filter(node => !node.closest("[role=status], [hidden], [aria-hidden=true]") && !node.querySelector("button"))
  .filter(node => { const closed = node.closest("details:not([open])"); return !(closed && !node.closest("summary")); })
  .filter(node => !node.checkVisibility({visibilityProperty: true, opacityProperty: true}) && node.textContent.trim() + node.tagName !== "P")
  .map(node => node.outerHTML.slice(0, 120))"""
SHUT = """() => [...document.querySelectorAll("main details:not([open])")]
  .filter(one => one.querySelector("summary").checkVisibility()).map(one => one.outerHTML.slice(0, 120))"""
DEAD = """() => [...document.querySelectorAll("button, [role=button], [onclick]")]
  .filter(node => node.checkVisibility()).map(node => node.outerHTML.slice(0, 120))"""


def without_scripts(browser, server, page):
    """What is missing or dead without scripts; questions and contents still open."""
    tab = shared(browser, java_script_enabled=False, reduced_motion="reduce")
    show(tab, server, page)
    said = [f"not seen: {text}" for text in tab.evaluate(UNSEEN)]
    said += [f"a button that does nothing: {text}" for text in tab.evaluate(DEAD)]
    for summary in tab.locator("main details > summary").all():
        if summary.is_visible() and not summary.evaluate("one => one.parentElement.open"):
            with contextlib.suppress(Exception):
                summary.click(timeout=1000)
    said += [f"does not open: {text}" for text in tab.evaluate(SHUT)]
    if page.is_article and "data-url" in page.text:
        field = tab.locator("[data-url] input[readonly]")
        if not (field.is_visible() and field.input_value() == page.canonical):
            said.append("no field with the address to copy")
        if "data-url" in page.text and tab.locator("[data-url] a[href]").count() and not tab.locator("[data-url] a[href]").first.is_visible():
            said.append("no share links")
    return [f"{page} without scripts: {text}" for text in said]


def printed(tab):
    """The text of the page on paper."""
    with tempfile.NamedTemporaryFile(suffix=".pdf") as file:
        tab.pdf(path=file.name, format="A4")
        return subprocess.run(["pdftotext", "-raw", file.name, "-"], capture_output=True, text=True, check=True).stdout


def paper_problems(browser, server, page, scripts=False):
    """Answers that are missing on paper, and what has no use there."""
    said, tab = [], shared(browser, java_script_enabled=scripts)
    show(tab, server, page)
    text = markup.squeezed(printed(tab)).replace("-", "")
    for details in markup.elements(page.tree, "details"):
        if any("nav" == parent.tag for parent in details.iterancestors()):
            continue
        for part in markup.blocks(details):
            # What only serves on a screen may be left out.
            if not is_screen_only(details, part) and markup.squeezed(part).replace("-", "") not in text:
                said.append(f"{page} on paper: not printed: {part[:120]!r}")
    tab.emulate_media(media="print")
    said += [f"{page} on paper: {text}" for text in tab.evaluate(USELESS)]
    tab.emulate_media(media="null")
    return said


# Links to follow and what stays in place on a screen have no use on paper.
USELESS = """() => [
  ...[...document.querySelectorAll("[data-url] a[href], [data-url] button, nav:not([aria-label=Breadcrumb]) a, .skip-link")]
    .filter(node => node.checkVisibility()).map(node => `has ${node.outerHTML.slice(0, 100)}`),
  ...[...document.querySelectorAll("body > *, body > aside *")]
    .filter(node => node.checkVisibility() && /fixed|sticky/.test(getComputedStyle(node).position))
    .map(node => `stays in place: ${node.outerHTML.slice(0, 100)}`),
]"""


def is_screen_only(details, part):
    return any(markup.words(link) == part for link in markup.elements(details, "a"))


# Contents and former addresses.


def contents_of(page):
    """The table of contents: a list of several links, all to parts of the page."""
    for nav in markup.elements(page.tree, "nav"):
        links = [link.get("href") for link in markup.elements(nav, "a")]
        if len(links) > 1 and all(link.startswith("#") for link in links):
            return links
    return []


MARKED = """() => ({
  marked: [...document.querySelectorAll("nav a[aria-current=location]")].map(a => a.getAttribute("href")), height: innerHeight,
  tops: Object.fromEntries([...document.querySelectorAll("nav a[href^='#']")].map(a =>
    [a.getAttribute("href"), document.getElementById(decodeURIComponent(a.hash.slice(1)))?.getBoundingClientRect().top])),
  end: innerHeight + scrollY >= document.documentElement.scrollHeight - 2,
})"""


def contents(browser, server, page):
    """The table of contents marks the section that is being read."""
    said, tab = [], shared(browser, 1400, 800, reduced_motion="reduce")
    show(tab, server, page)
    anchors = contents_of(page)
    for anchor in anchors:
        tab.evaluate("id => document.getElementById(id).scrollIntoView({block: 'start', behavior: 'instant'})", urllib.parse.unquote(anchor[1:]))
        tab.wait_for_timeout(60)
        state = tab.evaluate(MARKED)
        # What begins in the upper half of the screen, or at the end of the page anywhere on it, may be what is read.
        near = [other for other in anchors if -1 <= state["tops"][other] < state["height"] * (1 if state["end"] else 0.5)]
        if len(state["marked"]) != 1 or state["marked"][0] not in near:
            said.append(f"{page}: at {anchor} it marks {state['marked']}")
    return said if anchors else [f"{page}: no table of contents"]


def redirects(browser, server, page, fragment="a-part"):
    """A former address leads to the new one, with the fragment that the reader came with, with and without scripts."""
    said = []
    for scripts in (True, False):
        tab, new = shared(browser, java_script_enabled=scripts), urllib.parse.urlsplit(page.canonical).path
        show(tab, server, server.url(page) + "#" + fragment)
        with contextlib.suppress(Exception):
            tab.wait_for_url(lambda url: urllib.parse.urlsplit(url).path == new, timeout=3000)
        found = urllib.parse.urlsplit(tab.url)
        if found.path != new:
            said.append(f"{page}: with scripts {'on' if scripts else 'off'}, leads to {found.path}, not to {new}")
        elif scripts and found.fragment != fragment:
            said.append(f"{page}: loses the fragment")
    return said
