"""`martlet serve` in a real browser: what is open, typed and scrolled to stays while an editor writes."""

import http.client
import pathlib
import re
import shutil
import signal
import socket

import pytest

import browser as browsing
import preview as previews
import sites

ARTICLE = "content/articles/second-opinion-for-cancer-patients/index.md"
FAQ = "content/articles/second-opinion-for-cancer-patients/faq.md"
ADDRESS = "articles/second-opinion-for-cancer-patients/"
THEME = {
    "content/site.yml": "title: Small\nbaseURL: https://www.example.org/small/\ntheme: small\n",
    "content/articles/a.md": "---\ntitle: A\ndate: 2026-01-01\n---\nText of A.\n",
    "themes/small/theme.yml": "name: small\nextends: plain\n",
    "themes/small/assets/style.css": "body { color: rgb(1, 2, 3); margin: 10px }\n",
}


@pytest.fixture(scope="module")
def demo():
    with previews.running("demo", "--editor-url", "editor://open?file={path}&line={line}&column={column}") as preview:
        yield preview


@pytest.fixture
def tab(browser, demo):
    with browsing.opened(browser, demo, width=1000, height=700) as page:
        page.violations = []
        page.on("console", lambda message: message.type == "error" and page.violations.append(message.text))
        page.on("pageerror", lambda error: page.violations.append(str(error)))
        yield page
        demo.restore()
        assert not [text for text in page.violations if "404" not in text and "500" not in text], page.violations


def until(tab, expression):
    """Waits for an expression to hold; Playwright's own way needs what the policy of the pages forbids."""
    assert previews.eventually(lambda: tab.evaluate(expression)), expression


def open_article(tab, demo):
    """The article, connected, with a mark that a reload would lose."""
    tab.goto(demo.url(ADDRESS))
    until(tab, "document.querySelector('martlet-preview')")
    tab.evaluate("window.isSame = true")


def is_same(tab):
    return tab.evaluate("window.isSame === true")


def test_open_answers_scroll_and_focus_stay(tab, demo):
    open_article(tab, demo)
    details = tab.locator("details:has(summary)")
    assert details.count() >= 3
    details.nth(1).locator("summary").click()
    opened = details.nth(1).locator("summary").inner_text()
    tab.evaluate("window.scrollTo(0, document.body.scrollHeight / 2)")
    before = tab.evaluate("scrollY")
    assert before > 300
    tab.evaluate("document.querySelectorAll('details summary')[1].focus({preventScroll: true})")
    # An answer more before the one that is open, and another word at the end.
    text = (demo.folder / FAQ).read_text()
    first = text.index("\n## ")
    demo.save(FAQ, text[:first] + "\n## Is this question new? {#is-new}\n\nYes, quite.\n" + text[first:])
    tab.wait_for_selector("text=Is this question new?")
    shown = tab.evaluate("[...document.querySelectorAll('details[open] > summary')].map(one => one.innerText)")
    assert shown == [opened]
    assert tab.evaluate("document.activeElement.innerText") == opened
    after = tab.evaluate("scrollY")
    assert abs(after - before) < 300, "the reader is somewhere else"
    demo.save(FAQ, text)
    tab.wait_for_selector("text=Is this question new?", state="detached")
    assert tab.evaluate("[...document.querySelectorAll('details[open] > summary')].map(one => one.innerText)") == [opened]
    assert abs(tab.evaluate("scrollY") - before) <= 2
    assert is_same(tab)


def test_a_word_is_patched_in_place_and_what_is_typed_stays(tab, demo):
    open_article(tab, demo)
    tab.evaluate("""() => {
      const field = document.createElement("textarea");
      document.querySelector("main").prepend(field);
      field.value = "typed by the reader";
      window.paragraph = document.querySelector("main p");
    }""")
    demo.change(ARTICLE, "A second pair of eyes", "Another pair of eyes")
    tab.wait_for_selector("text=Another pair of eyes")
    assert tab.evaluate("document.querySelector('main textarea').value") == "typed by the reader"
    assert tab.evaluate("window.paragraph.isConnected")
    demo.change(ARTICLE, "Another pair of eyes", "A second pair of eyes")
    tab.wait_for_selector("text=A second pair of eyes")
    assert is_same(tab)


def test_the_page_after_many_edits_is_the_page_that_is_served(tab, demo):
    """Whatever the steps, the page is in the end what one gets who opens it anew."""
    open_article(tab, demo)
    original = (demo.folder / ARTICLE).read_text()
    head, body = original.split("---\n\n", 1)
    parts = body.split("\n\n")
    orders = [parts[:5] + parts[8:], parts[5:] + parts[:5], ["A new start."] + parts, parts[::-1], parts[:2] * 3 + parts]
    for number, order in enumerate(orders):
        demo.save(ARTICLE, head + "---\n\n" + "\n\n".join(order) + f"\n\nStep {number}.\n")
        # Some of these are no whole article; what is shown then is covered by the tests of messages.
        tab.wait_for_timeout(400)
    demo.save(ARTICLE, original)
    until(tab, "!document.body.innerText.includes('Step ')")
    # Scripts of the theme have their say in both.
    normal = "document.querySelector('main').outerHTML.replace(/\\s+/g, ' ')"
    tab.wait_for_timeout(300)
    patched = tab.evaluate(normal)
    tab.reload()
    assert patched == tab.evaluate(normal)


def test_a_style_sheet_is_swapped_without_a_reload(browser):
    with previews.running("demo") as preview:
        shutil.rmtree(preview.folder / "content")
        for path, text in THEME.items():
            preview.save(path, text)
        assert previews.eventually(lambda: preview.get("/small/articles/a/")[0] == 200)
        with browsing.opened(browser, preview) as tab:
            tab.goto(preview.origin + "/small/articles/a/")
            colour = "getComputedStyle(document.body).color"
            assert tab.evaluate(colour) == "rgb(1, 2, 3)"
            tab.evaluate("""() => {
              window.isSame = true;
              window.colours = [];
              const look = () => { colours.push(getComputedStyle(document.body).color); requestAnimationFrame(look); };
              look();
            }""")
            preview.change("themes/small/assets/style.css", "rgb(1, 2, 3)", "rgb(4, 5, 6)")
            until(tab, colour + " === 'rgb(4, 5, 6)'")
            assert is_same(tab)
            # It was never without style.
            assert set(tab.evaluate("colours")) <= {"rgb(1, 2, 3)", "rgb(4, 5, 6)"}
            until(tab, "document.querySelectorAll('link[rel=stylesheet]').length === 1")


def test_messages_appear_over_the_last_good_page_and_go(tab, demo):
    open_article(tab, demo)
    panel = tab.locator("dialog[open]")
    demo.change(ARTICLE, "A second pair of eyes", "[gone](/articles/not-there/) second pair of eyes")
    panel.wait_for()
    assert panel.get_by_role("heading", level=2).inner_text().startswith("1 error")
    message = panel.locator("li.error")
    assert "broken-link" in message.inner_text()
    place = message.locator(".place a")
    assert re.search(r"index\.md:\d+:\d+$", place.inner_text())
    link = place.get_attribute("href")
    line, column = place.inner_text().rsplit(":", 2)[1:]
    assert link == f"editor://open?file={demo.folder.resolve()}/{ARTICLE}&line={line}&column={column}"
    assert message.locator("pre mark").inner_text() == "[gone](/articles/not-there/)"
    assert re.fullmatch(r"\^~+", message.locator("pre .marks").inner_text().split("|")[-1].split("(")[-1].strip())
    # The last good page is there below it, and the dialog keeps to the rules of one.
    assert tab.locator("text=A second pair of eyes").count()
    assert tab.evaluate("document.querySelector('martlet-preview').shadowRoot.activeElement.className") == "close"
    tab.keyboard.press("Escape")
    panel.wait_for(state="detached")
    chip = tab.locator(".martlet-chip")
    assert "1 error" in chip.inner_text()
    chip.click()
    panel.wait_for()
    panel.get_by_role("button", name="Close").click()
    # What was dismissed stays so until there is something new to say.
    demo.change("content/pages/about.md", "---\n\n", "---\n\nMore.\n\n")
    tab.wait_for_timeout(600)
    assert not panel.count()
    demo.change("content/pages/about.md", "---\n\nMore.\n\n", "---\n\n[x](/nowhere/) More.\n\n")
    panel.wait_for()
    assert panel.locator("li.error").count() == 2
    demo.change("content/pages/about.md", "---\n\n[x](/nowhere/) More.\n\n", "---\n\n")
    demo.change(ARTICLE, "[gone](/articles/not-there/) second pair of eyes", "A second pair of eyes")
    panel.wait_for(state="detached")
    assert is_same(tab)


def test_drafts_and_scheduled_pages_are_shown_with_a_mark(tab, demo):
    demo.save("content/articles/later.md", "---\ntitle: Later\ndate: 2027-05-06T09:30:00Z\n---\nText.\n")
    assert previews.eventually(lambda: demo.get("/articles/later/")[0] == 200)
    tab.goto(demo.url("articles/later/"))
    assert tab.locator("martlet-mark").inner_text() == "Scheduled Readers see this page from 2027-05-06 09:30 on."
    assert tab.locator("martlet-mark").is_visible()
    demo.change("content/articles/later.md", "title: Later", "title: Later\ndraft: true")
    tab.wait_for_selector("martlet-mark:has-text('Draft')")
    demo.change("content/articles/later.md", "draft: true", "expires: 2027-06-06")
    tab.wait_for_selector("martlet-mark:has-text('Scheduled')")
    demo.save("content/articles/later.md", "---\ntitle: Later\ndate: 2026-05-06\n---\nText.\n")
    tab.wait_for_selector("martlet-mark", state="detached")
    (demo.folder / "content/articles/later.md").unlink()
    tab.wait_for_selector("h1:has-text('not')")
    assert demo.get("/articles/later/")[0] == 404


def test_without_a_site_the_messages_are_the_page(browser):
    with previews.running("demo", files={ARTICLE: "---\ntitel: x\n---\n"}) as preview, browsing.opened(browser, preview) as tab:
        tab.goto(preview.url(ADDRESS))
        assert tab.locator("main li.error").count() >= 1
        assert "titel" in tab.locator("main").inner_text()
        preview.save(ARTICLE, (sites.ROOT / ARTICLE).read_text())
        tab.wait_for_selector("h1:has-text('Getting a second opinion')")
        assert not tab.locator("li.error").count()


def test_a_server_that_ends_is_told_and_its_return_noticed(browser):
    with previews.running("demo") as preview, browsing.opened(browser, preview) as tab:
        tab.goto(preview.url(ADDRESS))
        until(tab, "document.querySelector('martlet-preview')")
        preview.stop()
        tab.wait_for_selector(".martlet-offline:has-text('The preview has ended')")
        preview.change(ARTICLE, "A second pair of eyes", "A returned pair of eyes")
        again = previews.Preview(preview.folder, "--port", str(preview.port))
        preview.process = again.process
        tab.wait_for_selector("text=A returned pair of eyes", timeout=15000)
        tab.wait_for_selector(".martlet-offline", state="hidden")


def test_a_flood_of_events_loses_none():
    """More events than the kernel keeps, while the program stands still; what was lost is found all the same."""
    # Each file that is made is two events.
    files = int(pathlib.Path("/proc/sys/fs/inotify/max_queued_events").read_text()) // 2 + 200
    with previews.running("demo") as preview:
        preview.process.send_signal(signal.SIGSTOP)
        try:
            for number in range(files):
                (preview.folder / f"content/static/{number}.txt").write_text(str(number))
            deep = preview.folder / "content/articles/after/the-flood"
            deep.mkdir(parents=True)
            (deep / "index.md").write_text("---\ntitle: After\ndate: 2026-01-01\n---\nText.\n")
            preview.change(ARTICLE, "A second pair of eyes", "A pair of eyes after the flood")
        finally:
            preview.process.send_signal(signal.SIGCONT)
        assert previews.eventually(lambda: b"eyes after the flood" in preview.get("/" + ADDRESS)[2], 20)
        assert previews.eventually(lambda: preview.get("/articles/after/the-flood/")[0] == 200, 20)
        assert preview.get(f"/{files - 1}.txt")[2] == str(files - 1).encode()
        # And the folder that came with it is watched.
        (deep / "index.md").write_text("---\ntitle: After\ndate: 2026-01-01\n---\nOther text.\n")
        assert previews.eventually(lambda: b"Other text." in preview.get("/articles/after/the-flood/")[2], 5)


def test_ctrl_c_ends_it_cleanly():
    with previews.running("demo") as preview:
        idle = socket.create_connection(("127.0.0.1", preview.port))
        waiting = http.client.HTTPConnection("127.0.0.1", preview.port)
        waiting.request("GET", "/__martlet/events")
        assert waiting.getresponse().readline() == b"event: news\n"
        preview.process.send_signal(signal.SIGINT)
        assert preview.process.wait(5) == 0
        idle.close()
        waiting.close()
