"""Chromium, driven by Playwright: tabs for judges. A judge opens pages and gives back what is wrong, in words."""

import contextlib

# The build without windows: it does the same for a page at half the cost.
CHROMIUM = "/usr/bin/chromium-headless-shell"
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
