#!/usr/bin/env python3
"""Pictures of every kind of page of a built site: on a phone and on a desk, light and dark, and an article on paper.

Usage: Scripts/screenshots.py SITE FOLDER [--only NAME] [--widths 360,1280] [--zoom 2] [--page /address/]…

SITE is the folder of a built site; it is served with the security headers that it would have in public. Scripts/screenshots.sh
installs what this needs.
"""
import argparse
import functools
import http.server
import pathlib
import subprocess
import threading

from PIL import Image
from playwright.sync_api import sync_playwright

# The kinds of page, as the demonstration site in content/ has them.
PAGES = {
    "home": "/",
    "listing": "/articles/",
    "article": "/articles/second-opinion-for-cancer-patients/",
    "article-blocks": "/living-with-cancer/fatigue-during-cancer-treatment/",
    "topic": "/faqs/cancer/",
    "faqs": "/faqs/",
    "person": "/people/morgan-sample/",
    "people": "/people/",
    "taxonomy": "/tags/",
    "tag": "/tags/cancer/",
    "page": "/about/",
    "elements": "/elements/",
    "not-found": "/404.html",
}
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; "
    "manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
PRINTED = "article"


class Handler(http.server.SimpleHTTPRequestHandler):
    def end_headers(self):
        self.send_header("Content-Security-Policy", POLICY)
        super().end_headers()

    def log_message(self, *_):
        pass


def serve(folder):
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Handler, directory=folder))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server, f"http://127.0.0.1:{server.server_address[1]}"


def take(browser, root, pages, widths, folder):
    complaints = []
    for width in widths:
        for scheme in ("light", "dark"):
            height = 800 if width > 600 else 740
            context = browser.new_context(
                viewport={"width": width, "height": height}, color_scheme=scheme, reduced_motion="reduce"
            )
            page = context.new_page()
            page.on("console", lambda m: complain(m, complaints))
            for name, path in pages.items():
                page.goto(root + path, wait_until="load")
                excess = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
                if excess > 0:
                    complaints.append(f"{path} is {excess} px wider than {width} px")
                load_late_pictures(page)
                page.screenshot(path=folder / f"{name}-{width}-{scheme}-top.png")
                # A window as high as the page, so that what is sticky lies where it ends up.
                page.set_viewport_size({"width": width, "height": page.evaluate("document.documentElement.scrollHeight")})
                page.screenshot(path=folder / f"{name}-{width}-{scheme}.png")
                page.set_viewport_size({"width": width, "height": height})
            context.close()
    return complaints


def complain(message, complaints):
    place = message.location.get("url", "")
    # Browsers ask for it where a page names no icon.
    if message.type in ("error", "warning") and not place.endswith("/favicon.ico"):
        complaints.append(f"{message.text} ({place})")


def load_late_pictures(page):
    page.evaluate(
        """async () => {
          for (const image of document.images) image.loading = 'eager';
          await Promise.all([...document.images].map((image) => image.decode().catch(() => {})));
        }"""
    )


def print_article(browser, address, folder):
    page = browser.new_page()
    page.goto(address, wait_until="load")
    load_late_pictures(page)
    paper = folder / "print.pdf"
    page.pdf(path=paper, format="A4", prefer_css_page_size=True)
    subprocess.run(["pdftoppm", "-r", "60", "-png", str(paper), str(folder / "print")], check=True)


def compose(folder):
    """One picture for the README: an article on a desk, and on a phone in the dark."""
    desk = Image.open(folder / "article-1280-light-top.png").convert("RGB")
    phone = Image.open(folder / "article-blocks-360-dark-top.png").convert("RGB")
    ground, gap = "#dde3e1", 40
    picture = Image.new("RGB", (desk.width + phone.width + 3 * gap, desk.height + 2 * gap), ground)
    picture.paste(desk, (gap, gap))
    picture.paste(phone, (desk.width + 2 * gap, gap + (desk.height - phone.height) // 2))
    picture = picture.resize((picture.width * 3 // 4, picture.height * 3 // 4), Image.Resampling.LANCZOS)
    picture.quantize(128, dither=Image.Dither.NONE).save(folder / "readme.png", optimize=True)


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("site", type=pathlib.Path)
    arguments.add_argument("folder", type=pathlib.Path)
    arguments.add_argument("--only", action="append", default=[])
    arguments.add_argument("--widths", default="360,1280")
    arguments.add_argument("--zoom", type=float, default=1)
    arguments.add_argument("--page", action="append", default=[])
    given = arguments.parse_args()
    pages = {p.strip("/").replace("/", "-") or "home": p for p in given.page} or {
        name: path for name, path in PAGES.items() if not given.only or name in given.only
    }
    given.folder.mkdir(parents=True, exist_ok=True)
    server, root = serve(str(given.site))
    with sync_playwright() as playwright:
        # As readers set it in their browser: media queries in rem follow it, too.
        size = f"--blink-settings=defaultFontSize={round(16 * given.zoom)}"
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox", size])
        complaints = take(browser, root, pages, [int(w) for w in given.widths.split(",")], given.folder)
        if PRINTED in pages:
            print_article(browser, root + pages[PRINTED], given.folder)
        browser.close()
    if given.only == [] and given.page == [] and given.widths == "360,1280":
        compose(given.folder)
    server.shutdown()
    for complaint in sorted(set(complaints)):
        print("screenshots:", complaint)
    print(f"{len(list(given.folder.glob('*.png')))} pictures in {given.folder}")
    raise SystemExit(1 if complaints else 0)


if __name__ == "__main__":
    main()
