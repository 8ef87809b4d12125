"""The pages of the preview below `/__martlet/` in a real browser: for everybody, on any screen, without a script, and with no other host."""

import pytest

import accessibility
import browser as browsing
import html_checker
import preview as previews

PAGES = {
    "pages": "/__martlet/",
    "found": "/__martlet/?q=a&state=published&messages=any",
    "article": "/__martlet/page?at=/articles/second-opinion-for-cancer-patients/",
    "hostile": "/__martlet/page?at=/articles/hostile/",
    "list": "/__martlet/page?at=/articles/",
    "topic": "/__martlet/page?at=/faqs/cancer/",
    "gone": "/__martlet/page?at=/nowhere/",
    "questions": "/__martlet/questions",
    "changes": "/__martlet/changes",
}
HOSTILE = """---
title: "<script>document.title = 'run'</script>\\" onload=\\"x {{ site }} &amp; AVeryLongWordThatNoLineOfAPhoneHasRoomForAndThatCannotBeBrokenAnywhere"
description: "</title></p><b>bold</b> words that go on for more characters than any network shows of them, and then on, and then once more on, until nobody reads any further, because there is nothing new in them, and then they end."
date: 2026-09-02
authors: [editorial-team]
image: {src: small.gif, alt: "x\\" onerror=\\"x"}
---

## <i>Not</i> a heading {#x}

#### Too deep

[click here](../pages/about.md)
"""
# The start of a GIF of 300 × 300 pixels, as text.
SMALL = "GIF89a,\x01,\x01\x00\x00\x00,\x00\x00\x00\x00,\x01,\x01\x00"
FILES = {"content/articles/hostile.md": HOSTILE, "content/articles/small.gif": SMALL, "content/articles/draft.md":
         "---\ntitle: A draft\ndate: 2026-09-01\ndraft: true\n---\nText.\n"}


def made(**files):
    """A preview of the demonstration site with pages that try to be something else."""
    return previews.running("demo", "--editor-url", "editor://open?file={path}&line={line}", files={**FILES, **files})


@pytest.fixture(scope="module")
def bench():
    with made() as preview:
        yield preview


@pytest.fixture(scope="module")
def broken():
    """One that has errors from the start, so that there is no site to show."""
    with made(**{"content/pages/wrong.md": "---\ntitel: x\n---\n[a](/nowhere/)\n", "content/site.yml": "title: Broken\nbaseURL: https://www.example.org/\nmenu: 1\n"}) as preview:
        yield preview


@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", PAGES)
def test_axe_finds_nothing(browser, bench, clean, name, scheme, width):
    with browsing.opened(browser, bench, width=width, color_scheme=scheme) as tab:
        tab.goto(bench.origin + PAGES[name])
        clean(accessibility.problems(tab, name))


@pytest.mark.parametrize("name", ["pages", "article"])
def test_axe_finds_nothing_where_there_are_errors(browser, broken, clean, name):
    with browsing.opened(browser, broken) as tab:
        tab.goto(broken.origin + PAGES[name])
        assert "Nothing would be published" in tab.locator(".refusal").inner_text()
        # The page says it itself: no panel lies over it.
        assert previews.eventually(lambda: tab.evaluate("!!document.querySelector('martlet-preview')"))
        tab.wait_for_timeout(300)
        assert not tab.locator("dialog[open]").count()
        clean(accessibility.problems(tab, name))


@pytest.mark.parametrize("width", [320, 375, 1280])
@pytest.mark.parametrize("name", PAGES)
def test_nothing_runs_off_the_side_and_nobody_else_is_asked(browser, bench, name, width):
    with browsing.opened(browser, bench, width=width) as tab:
        asked, said = [], []
        tab.on("request", lambda request: asked.append(request.url))
        tab.on("console", lambda message: message.type == "error" and said.append(message.text))
        tab.on("pageerror", lambda error: said.append(str(error)))
        tab.goto(bench.origin + PAGES[name])
        tab.wait_for_timeout(200)
        assert tab.evaluate("document.documentElement.scrollWidth <= innerWidth")
        assert [url for url in asked if not url.startswith((bench.origin, "data:"))] == []
        assert [text for text in said if name != "gone" or "404" not in text] == []
        assert "Martlet preview" in tab.title()


def test_the_html_is_valid(bench, broken, clean, tmp_path):
    files = []
    for preview, start in ((bench, ""), (broken, "broken-")):
        for name, address in PAGES.items():
            file = tmp_path / f"{start}{name}.html"
            file.write_bytes(preview.get(address)[2])
            files.append(file)
    clean(html_checker.problems(files))


def test_pages_are_found_without_a_script(browser, bench):
    with browsing.opened(browser, bench, java_script_enabled=False) as tab:
        tab.goto(bench.origin + "/__martlet/")
        tab.get_by_label("Title, address or file").fill("second opinion")
        tab.get_by_label("Kind").select_option("article")
        tab.get_by_role("button", name="Show").click()
        assert tab.locator(".result").inner_text().startswith("1 page")
        tab.get_by_role("link", name="Getting a second opinion when you have cancer").click()
        assert tab.get_by_role("group", name="Card on WhatsApp").locator("img").evaluate("one => one.naturalWidth") == 1200
        for link in tab.locator(".contents a").all():
            assert tab.locator(link.get_attribute("href")).count() == 1
        assert tab.get_by_role("link", name="index.md").first.get_attribute("href").startswith("editor://open?file=/")


def test_a_card_follows_what_is_written(browser, bench):
    with browsing.opened(browser, bench) as tab:
        tab.goto(bench.origin + PAGES["article"])
        card = tab.get_by_role("group", name="Card on Facebook")
        assert card.locator(".title").inner_text() == "Getting a second opinion when you have cancer"
        assert previews.eventually(lambda: tab.evaluate("!!document.querySelector('martlet-preview')"))
        share = "content/articles/second-opinion-for-cancer-patients/share.md"
        text = (bench.folder / share).read_text()
        bench.save(share, "---\ntitle: Two doctors know more than one, and this title is longer than what is shown\n---\n\nShort.\n")
        assert previews.eventually(lambda: card.locator(".title").inner_text() == "Two doctors know more than one, and this title is longer th…")
        assert "cut off: 'an what is shown'" in tab.locator(".network", has=card).inner_text()
        bench.save(share, text)


def test_no_page_of_the_bench_is_built(bench):
    assert b"__martlet" not in bench.get("/sitemap.xml")[2]
    assert bench.get("/__martlet/nothing")[0] == 404
