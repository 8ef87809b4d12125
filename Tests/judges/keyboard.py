"""A page by keyboard."""

from browser import shared, show

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
  return {
    stop: node.dataset.stop, html: node.outerHTML.slice(0, 110), href: node.getAttribute("href"), ring: ring || style.boxShadow !== "none",
    box: [box.left, box.top, box.width, box.height], seen: seen.filter(Boolean).length, of: seen.length, covered,
    place: [...document.querySelectorAll("*")].indexOf(node),
  };
}"""


def tabbing(browser, server, page, width=1280, height=720):
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
