"""The buttons that share a page: copy, and the device's own menu."""

from browser import opened


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
        # The clipboard is one for all pages of a browser: what another left there is none of this page's doing.
        tab.evaluate("() => navigator.clipboard.writeText('what was there before')")
        button.click()
        tab.wait_for_timeout(150)
        text, copied = status.inner_text().strip(), tab.evaluate("() => navigator.clipboard.readText()")
    said = [] if copied == page.canonical else [f"{page}: copies {copied!r}, not {page.canonical}"]
    return said if text else [*said, f"{page}: does not say that it copied"]


PICKED = """() => {
  const field = document.activeElement;
  return {text: document.querySelector("[role=status]").innerText.trim(), picked: field.value?.slice(field.selectionStart, field.selectionEnd)};
}"""


def copy_fails(browser, server, page):
    """Where the clipboard is refused, the field with the address is there, selected, and the status says so."""
    with opened(browser, server) as tab:
        tab.add_init_script("navigator.clipboard.writeText = () => Promise.reject(new Error('refused'))")
        tab.goto(server.url(page))
        tab.locator("[data-copy]").click()
        tab.wait_for_timeout(150)
        state = tab.evaluate(PICKED)
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
