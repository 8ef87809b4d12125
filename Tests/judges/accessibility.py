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


# The size of targets is a rule that axe leaves off. Closed questions are opened, so that their answers are judged too.
RUN = """async () => {
  const result = await axe.run(document, {resultTypes: ["violations"], rules: {"target-size": {enabled: true}}});
  return result.violations.map(one => ({
    id: one.id, help: one.help,
    nodes: one.nodes.map(node => node.html.slice(0, 160) + " [" + node.any.concat(node.all, node.none).map(check => check.message).join("; ") + "]"),
  }));
}"""


def problems(page, name):
    """Violations on the page that the browser shows now, in a window in which the whole page fits: what stays at the edge of a
    smaller one covers something at any moment, and the keyboard's judge looks at that."""
    page.evaluate("() => document.querySelectorAll('details').forEach(one => one.open = true)")
    width, height = page.viewport_size["width"], page.evaluate("() => document.documentElement.scrollHeight")
    page.set_viewport_size({"width": width, "height": max(800, min(height, 16000))})
    page.evaluate(script())
    return [
        f"{name}: {found['id']}: {found['help']}: {' | '.join(found['nodes'][:3])} ({len(found['nodes'])} in all)" for found in page.evaluate(RUN)
    ]
