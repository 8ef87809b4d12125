"""axe-core on a page in the browser, with every rule of WCAG 2.2 AA and its good practice."""

import functools
import importlib.util
import pathlib
import re


@functools.cache
def script():
    package = importlib.util.find_spec("axe_playwright_python")
    return (pathlib.Path(package.submodule_search_locations[0]) / "axe.min.js").read_text()


def version():
    return re.search(r"axe v([\d.]+)", script()[:200])[1]


# The size of targets is a rule that axe leaves off.
RUN = """async () => {
  const result = await axe.run(document, {resultTypes: ["violations"], rules: {"target-size": {enabled: true}}});
  return result.violations.map(one => ({
    id: one.id, help: one.help,
    nodes: one.nodes.map(node => node.html.slice(0, 160) + " [" + node.any.concat(node.all, node.none).map(check => check.message).join("; ") + "]"),
  }));
}"""
# What stays at the edge of the screen covers half of something at any moment. A target counts that stays too small when its
# reader has scrolled it into the middle.
SMALL = """async () => {
  const only = {resultTypes: ["violations"], runOnly: ["target-size"]}, found = [];
  for (const node of (await axe.run(document, only)).violations.flatMap(one => one.nodes)) {
    const target = document.querySelector(node.target[0]);
    target.scrollIntoView({block: "center", behavior: "instant"});
    if ((await axe.run(target, only)).violations.length) found.push(node.html.slice(0, 160));
  }
  return found;
}"""


def problems(page, name):
    """Violations on the page that the browser shows now: of every rule in a window in which the whole page fits, so that nothing is
    covered; of the size of targets also in the window as it is. Closed questions are opened, so that their answers are judged too."""
    page.evaluate("() => document.querySelectorAll('details').forEach(one => one.open = true)")
    page.evaluate(script())
    said = [f"{name}: target-size in a window: {target}" for target in page.evaluate(SMALL)]
    width, height = page.viewport_size["width"], page.evaluate("() => document.documentElement.scrollHeight")
    page.set_viewport_size({"width": width, "height": max(800, min(height, 16000))})
    said += [f"{name}: {found['id']}: {found['help']}: {' | '.join(found['nodes'][:3])} ({len(found['nodes'])} in all)" for found in page.evaluate(RUN)]
    page.set_viewport_size({"width": width, "height": 800})
    return said
