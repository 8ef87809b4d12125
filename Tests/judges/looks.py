"""How a page looks and behaves in the browser: clean, still, no wider than the screen, light and dark."""

from browser import WATCH, opened, shared, show

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
        tab.on("console", lambda word: heard.append(f"console {word.type}: {word.text}") if word.text not in UNFOUNDED else None)
        tab.on("pageerror", lambda error: heard.append(f"error: {error}"))
        # What is aborted was still under way when the next page was asked for.
        tab.on("requestfailed", lambda asked: heard.append(f"failed: {asked.url}: {asked.failure}") if "ABORTED" not in (asked.failure or "") else None)
        tab.on("response", lambda answer: heard.append(f"{answer.status}: {answer.url}") if answer.status >= 400 else None)
        tab.on("request", lambda asked: heard.append(f"asks another host: {asked.url}") if is_foreign(asked.url, server) else None)
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


def shifts(browser, server, pages, width=360, delay=0.15, drip=0):
    """Layout shifts while a page loads, `drip` bytes at a time, its images arrive late, and a reader scrolls through it."""
    said = []
    server.image_delay, server.drip = delay, drip
    try:
        tab = shared(browser, width, 740)
        for page in pages:
            show(tab, server, page)
            tab.evaluate(SCROLL)
            found = tab.evaluate("() => judged.shifts")
            if found:
                said.append(f"{page} at {width}: moves by {sum(one['value'] for one in found):.4f}: {found[0]['what']}")
    finally:
        server.image_delay, server.drip = 0, 0
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


# Light and dark.

COLOURS = """() => {
  const light = colour => {
    const canvas = document.createElement("canvas").getContext("2d", {willReadFrequently: true});
    canvas.fillStyle = colour;
    canvas.fillRect(0, 0, 1, 1);
    const [r, g, b] = [...canvas.getImageData(0, 0, 1, 1).data].slice(0, 3).map(v => (v /= 255) <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
    return 0.2126 * r + 0.7152 * g + 0.0722 * b; };
  let node = document.querySelector("h1"), ground = "";
  for (let at = node; at && !ground; at = at.parentElement) {
    const colour = getComputedStyle(at).backgroundColor;
    if (!/^rgba.*, 0\\)$|transparent/.test(colour)) ground = colour;
  }
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
