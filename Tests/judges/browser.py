"""What a page does in a real browser. Each judge opens pages and gives back what is wrong, in words."""

import contextlib
import subprocess
import tempfile
import urllib.parse

import markup

CHROMIUM = "/usr/bin/chromium"
WATCH = """
window.judged = {violations: [], shifts: []};
document.addEventListener("securitypolicyviolation", event =>
  judged.violations.push(`${event.effectiveDirective} blocks ${event.blockedURI || "inline"} ${event.sample}`));
new PerformanceObserver(list => {
  for (const entry of list.getEntries())
    judged.shifts.push({value: entry.value, what: entry.sources.map(source => source.node?.outerHTML?.slice(0, 100) ?? "text")});
}).observe({type: "layout-shift", buffered: true});
"""


def launch(playwright):
    return playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-dev-shm-usage"])


@contextlib.contextmanager
def opened(browser, server, address=None, width=1280, height=800, **options):
    """A tab of its own, that remembers nothing; closed afterwards."""
    context = browser.new_context(viewport={"width": width, "height": height}, **options)
    try:
        tab = context.new_page()
        tab.set_default_timeout(5000)
        if address is not None:
            tab.goto(server.url(address))
        yield tab
    finally:
        context.close()


TABS = {}


def shared(browser, width=1280, height=800, **options):
    """A tab that stays open, for judges that only look: making one takes longer than most of them."""
    key = (id(browser), *sorted(options.items()))
    if key not in TABS:
        TABS[key] = browser.new_context(**options).new_page()
        TABS[key].set_default_timeout(5000)
        TABS[key].add_init_script(WATCH)
    TABS[key].set_viewport_size({"width": width, "height": height})
    return TABS[key]


def show(tab, server, address):
    """Loads the page anew, also where only the fragment differs from what the tab shows."""
    tab.goto("about:blank")
    tab.goto(server.url(address) if not isinstance(address, str) or address.startswith("/") else address)


# Clean: no word on the console, nothing blocked, no request to another host.


# What Chromium says without a reason, in its exact words.
UNFOUNDED = {
    # A feature of phones and of other systems, which this build has not heard of.
    "Error with Permissions-Policy header: Unrecognized feature: 'web-share'.",
}


def noise(browser, server, pages):
    said = []
    with opened(browser, server) as tab:
        tab.add_init_script(WATCH)
        heard = []
        tab.on("console", lambda message: heard.append(f"console {message.type}: {message.text}") if message.text not in UNFOUNDED else None)
        tab.on("pageerror", lambda error: heard.append(f"error: {error}"))
        # What is aborted was still under way when the next page was asked for.
        tab.on("requestfailed", lambda request: heard.append(f"failed: {request.url}: {request.failure}") if "ABORTED" not in (request.failure or "") else None)
        tab.on("response", lambda answer: heard.append(f"{answer.status}: {answer.url}") if answer.status >= 400 else None)
        tab.on("request", lambda request: heard.append(f"asks another host: {request.url}") if is_foreign(request.url, server) else None)
        for page in pages:
            heard.clear()
            tab.goto(server.url(page), wait_until="load")
            tab.evaluate("() => new Promise(done => requestAnimationFrame(() => setTimeout(done)))")
            blocked = tab.evaluate("() => window.judged?.violations ?? []")
            said += [f"{page}: {text}" for text in [*heard, *blocked]]
    return said


def is_foreign(url, server):
    return not url.startswith((server.origin + "/", "data:", "blob:"))


# Nothing moves, nothing sticks out.


def shifts(browser, server, pages, width=360, delay=0.15):
    """Layout shifts while a page loads, its images arrive late, and a reader scrolls through it."""
    said = []
    server.image_delay = delay
    try:
        tab = shared(browser, width, 740)
        for page in pages:
            show(tab, server, page)
            tab.evaluate(SCROLL)
            found = tab.evaluate("() => judged.shifts")
            if found:
                said.append(f"{page} at {width}: moves by {sum(one['value'] for one in found):.4f}: {found[0]['what']}")
    finally:
        server.image_delay = 0
    return said


SCROLL = """async () => {
  const frame = () => new Promise(requestAnimationFrame);
  for (let y = 0; y < document.documentElement.scrollHeight; y += innerHeight) { scrollTo(0, y); await frame(); await frame(); }
  await Promise.all([...document.images].map(image => image.complete || new Promise(done => {
    image.addEventListener("load", done); image.addEventListener("error", done); setTimeout(done, 3000);
  })));
  await frame(); await frame();
}"""

# An element that sticks out counts unless it stands in a box that scrolls, or is hidden from the eye on purpose.
STICKS_OUT = """() => {
  const said = [], width = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth > width) said.push(`the page is ${document.documentElement.scrollWidth} wide`);
  const scrolls = node => { for (; node && node !== document.body; node = node.parentElement)
    if (/auto|scroll/.test(getComputedStyle(node).overflowX)) return true; return false; };
  for (const node of document.body.querySelectorAll("*")) {
    const box = node.getBoundingClientRect();
    if (box.width > 1 && box.height > 1 && (box.right > width + 1 || box.left < -1) && node.checkVisibility({opacityProperty: true})
        && !scrolls(node) && getComputedStyle(node).clip === "auto" && getComputedStyle(node).clipPath === "none" && !node.closest("svg"))
      said.push(`${Math.round(box.left)} to ${Math.round(box.right)}: ${node.outerHTML.slice(0, 100)}`);
  }
  return said.slice(0, 4);
}"""


def sideways(browser, server, pages, widths=(320, 360)):
    """What is wider than the screen, with every question open."""
    said = []
    tab = shared(browser, widths[0], 640)
    for page in pages:
        tab.goto(server.url(page))
        tab.evaluate("() => document.querySelectorAll('details').forEach(one => one.open = true)")
        for width in widths:
            tab.set_viewport_size({"width": width, "height": 640})
            said += [f"{page} at {width}: {text}" for text in tab.evaluate(STICKS_OUT)]
    return said


# Links into answers.


def answer_ids(page):
    """Ids inside closed questions: what an address may lead to."""
    found = []
    for details in markup.elements(page.tree, "details"):
        found += [node.get("id") for node in markup.elements(details) if node.get("id") and node is not details]
    return found


ARRIVED = """id => {
  const target = document.getElementById(id), details = target.closest("details");
  const place = target.checkVisibility() ? target.getBoundingClientRect() : null;
  return {open: !details || details.open, shown: place !== null, top: place?.top, height: innerHeight, asked: details?.querySelector("summary").getBoundingClientRect().top};
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


# Sharing.


def copies(browser, server, page):
    """The copy button puts the canonical address on the clipboard and says so."""
    with opened(browser, server) as tab:
        tab.context.grant_permissions(["clipboard-read", "clipboard-write"], origin=server.origin)
        tab.goto(server.url(page))
        button, status = tab.locator("[data-copy]"), tab.locator("[role=status]")
        if not button.is_visible():
            return [f"{page}: no copy button"]
        if status.inner_text().strip():
            return [f"{page}: the status says something before anything was done"]
        button.click()
        tab.wait_for_timeout(150)
        text, copied = status.inner_text().strip(), tab.evaluate("() => navigator.clipboard.readText()")
    said = [] if copied == page.canonical else [f"{page}: copies {copied!r}, not {page.canonical}"]
    return said if text else [*said, f"{page}: does not say that it copied"]


def copy_fails(browser, server, page):
    """Where the clipboard is refused, the field with the address is there, selected, and the status says so."""
    with opened(browser, server) as tab:
        tab.add_init_script("navigator.clipboard.writeText = () => Promise.reject(new Error('refused'))")
        tab.goto(server.url(page))
        tab.locator("[data-copy]").click()
        tab.wait_for_timeout(150)
        state = tab.evaluate("() => ({text: document.querySelector('[role=status]').innerText.trim(), "
                             "picked: document.activeElement.value?.slice(document.activeElement.selectionStart, document.activeElement.selectionEnd)})")
    said = [] if state["picked"] == page.canonical else [f"{page}: the refused address is not selected: {state['picked']!r}"]
    return said if state["text"] else [*said, f"{page}: does not say that copying failed"]


SHARES = {
    "none": "delete Navigator.prototype.share; delete Navigator.prototype.canShare;",
    "works": "window.given = []; navigator.share = data => { given.push(data); return Promise.resolve(); }; navigator.canShare = () => true;",
    "closed": "navigator.share = () => Promise.reject(new DOMException('closed', 'AbortError')); navigator.canShare = () => true;",
    "fails": "navigator.share = () => Promise.reject(new DOMException('no', 'NotAllowedError')); navigator.canShare = () => true;",
}


def native_share(browser, server, page):
    """Hidden where the browser has none; else shares title and address; silent when closed, not when it failed."""
    said = []
    for kind, script in SHARES.items():
        with opened(browser, server) as tab:
            tab.add_init_script(script)
            tab.goto(server.url(page))
            button = tab.locator("[data-share]")
            shown = button.count() > 0 and button.is_visible()
            if shown == (kind == "none"):
                said.append(f"{page}: the share button is {'shown' if shown else 'hidden'} where sharing is {kind}")
            if not shown or kind == "none":
                continue
            button.click()
            tab.wait_for_timeout(60)
            text = tab.locator("[role=status]").inner_text().strip()
            if bool(text) != (kind == "fails"):
                said.append(f"{page}: where sharing {kind}, the status says {text!r}")
            if kind == "works":
                given = tab.evaluate("() => given[0]")
                if (given.get("url"), given.get("title")) != (page.canonical, page.meta("og:title")):
                    said.append(f"{page}: shares {given}")
    return said


# Without scripts, and on paper.

# What is there for people, and not seen: neither in view nor in a closed question.
UNSEEN = """() => [...document.querySelectorAll("main :is(h1,h2,h3,h4,h5,h6,p,li,td,th,figcaption,dt,dd,img,input,cite)")]
  .filter(node => !node.closest("[role=status], [hidden], [aria-hidden=true]") && !node.querySelector("button"))
  .filter(node => { const closed = node.closest("details:not([open])"); return !(closed && !node.closest("summary")); })
  .filter(node => !node.checkVisibility({visibilityProperty: true, opacityProperty: true, contentVisibilityAuto: false}) && node.textContent.trim() + node.tagName !== "P")
  .map(node => node.outerHTML.slice(0, 120))"""
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
    said += [f"does not open: {text}" for text in tab.evaluate("() => [...document.querySelectorAll('main details:not([open])')].filter(one => one.querySelector('summary').checkVisibility()).map(one => one.outerHTML.slice(0, 120))")]
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
    .filter(node => node.checkVisibility() && /fixed|sticky/.test(getComputedStyle(node).position)).map(node => `stays in place: ${node.outerHTML.slice(0, 100)}`),
]"""


def is_screen_only(details, part):
    return any(markup.words(link) == part for link in markup.elements(details, "a"))


# By keyboard.

FOCUS = """() => {
  const node = document.activeElement;
  if (!node || node === document.body) return null;
  const style = getComputedStyle(node), box = node.getBoundingClientRect(), seen = [];
  let covered = "";
  for (const x of [0.1, 0.5, 0.9]) for (const y of [0.15, 0.5, 0.85]) {
    const at = document.elementFromPoint(box.left + box.width * x, box.top + box.height * y);
    const hit = at && (node.contains(at) || at.contains(node) || node.closest("label")?.contains(at));
    seen.push(hit);
    if (at && !hit) covered = at.outerHTML.slice(0, 80);
  }
  node.dataset.stop ??= String(window.stops = (window.stops ?? 0) + 1);
  const ring = parseFloat(style.outlineWidth) >= 2 && style.outlineStyle !== "none";
  return {stop: node.dataset.stop, html: node.outerHTML.slice(0, 110), ring: ring || style.boxShadow !== "none", box: [box.left, box.top, box.width, box.height],
    seen: seen.filter(Boolean).length, of: seen.length, covered, place: [...document.querySelectorAll("*")].indexOf(node), href: node.getAttribute("href")};
}"""


def keyboard(browser, server, page, width=1280, height=720):
    """Tab through the whole page: the skip link first, in the order of the page, each stop marked and in view."""
    said, stops, tab = [], [], shared(browser, width, height, reduced_motion="reduce")
    show(tab, server, page)
    for _ in range(400):
        tab.keyboard.press("Tab")
        found = tab.evaluate(FOCUS)
        if found is None or (stops and found["stop"] == stops[0]["stop"]):
            break
        stops.append(found)
        said += [f"{page} at {width}: {text}" for text in stop_problems(found)]
    if not stops or stops[0]["href"] != "#main":
        said.append(f"{page}: the first stop is no link to the main part: {stops[0]['html'] if stops else 'none'}")
    places = [stop["place"] for stop in stops]
    if places != sorted(places):
        said.append(f"{page}: the keyboard does not go in the order of the page")
    return said


def stop_problems(found):
    if not found["ring"]:
        yield f"no mark of focus: {found['html']}"
    if found["box"][2] < 1 or found["box"][3] < 1:
        yield f"focus on nothing to be seen: {found['html']}"
    elif found["seen"] * 2 < found["of"]:
        yield f"focus is hidden behind {found['covered'] or 'the edge'}: {found['html']}"


def skip_link(browser, server, page):
    tab = shared(browser, reduced_motion="reduce")
    show(tab, server, page)
    tab.keyboard.press("Tab")
    tab.keyboard.press("Enter")
    tab.wait_for_timeout(50)
    if tab.evaluate("() => document.activeElement.id") != "main":
        return [f"{page}: the skip link does not take the focus to the main part"]
    return []


# Light and dark.

COLOURS = """() => {
  const light = colour => { const canvas = document.createElement("canvas").getContext("2d", {willReadFrequently: true}); canvas.fillStyle = colour; canvas.fillRect(0, 0, 1, 1);
    const [r, g, b] = [...canvas.getImageData(0, 0, 1, 1).data].slice(0, 3).map(v => (v /= 255) <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
    return 0.2126 * r + 0.7152 * g + 0.0722 * b; };
  let node = document.querySelector("h1"), ground = "";
  for (let at = node; at && !ground; at = at.parentElement) { const colour = getComputedStyle(at).backgroundColor; if (!/, 0\\)|transparent/.test(colour)) ground = colour; }
  if (!ground) { const probe = document.body.appendChild(document.createElement("i")); probe.hidden = true; probe.style.backgroundColor = "Canvas";
    ground = getComputedStyle(probe).backgroundColor; probe.remove(); }
  return {ground: light(ground), ink: light(getComputedStyle(node).color)};
}"""


def schemes(browser, server, page):
    """Dark ink on light ground, and light ink on dark ground where the reader's device asks for it."""
    said, tab = [], shared(browser)
    tab.goto(server.url(page))
    for scheme in ("light", "dark"):
        tab.emulate_media(color_scheme=scheme)
        found = tab.evaluate(COLOURS)
        high, low = max(found.values()), min(found.values())
        if (found["ground"] > 0.5) != (scheme == "light"):
            said.append(f"{page}: in {scheme}, the ground has the luminance {found['ground']:.2f}")
        if (high + 0.05) / (low + 0.05) < 7:
            said.append(f"{page}: in {scheme}, the heading has a contrast of {(high + 0.05) / (low + 0.05):.1f}")
    tab.emulate_media(color_scheme="null")
    return said


# Contents and former addresses.


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
    anchors = tab.evaluate("""() => { const nav = [...document.querySelectorAll("nav")].find(nav => nav.querySelectorAll("a").length > 1
        && [...nav.querySelectorAll("a")].every(a => a.getAttribute("href").startsWith("#")));
      return nav ? [...nav.querySelectorAll("a")].map(a => a.getAttribute("href")) : []; }""")
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
