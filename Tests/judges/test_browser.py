"""Each site in a real browser."""

import pytest

import accessibility
import browser as browsing
import keyboard
import looks
import reading
import sharing_buttons
import sites


def articles(site):
    return [page for page in site.full_pages if page.is_article]


def kinds(site):
    """One page of each kind, told apart by the shape of its address and of its markup."""
    found = {}
    for page in site.full_pages:
        parts = [part for part in page.path.removeprefix(site.path).split("/") if part]
        kind = (page.meta("og:type"), len(parts), parts[0] if parts else "", "page" in parts)
        found.setdefault(kind, page)
    return list(found.values())


def test_nothing_is_blocked_fails_or_asks_another_host(browser, served, site, clean):
    clean(looks.noise(browser, served(site), site.full_pages))


def test_nothing_moves(browser, served, site, clean):
    clean(looks.shifts(browser, served(site), site.full_pages))
    clean(looks.shifts(browser, served(site), kinds(site), width=1280))


@pytest.mark.parametrize("width", [360, 1280])
def test_nothing_moves_on_a_slow_line(browser, served, site, clean, width):
    clean(looks.shifts(browser, served(site), kinds(site), width, delay=0.05, drip=500))


def test_nothing_sticks_out(browser, served, site, clean):
    clean(looks.sideways(browser, served(site), site.full_pages))


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1280])
def test_axe_finds_nothing(browser, served, site, clean, scheme, width):
    pages = site.full_pages if width == 1280 else kinds(site)
    said, tab = [], browsing.shared(browser, width, 800, color_scheme=scheme, reduced_motion="reduce")
    for page in pages:
        tab.goto(served(site).url(page))
        said += accessibility.problems(tab, f"{page} in {scheme} at {width}")
    clean(said)


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no-scripts"])
def test_addresses_lead_into_answers(browser, served, site, clean, scripts):
    clean(problem for page in site.full_pages for problem in reading.deep_links(browser, served(site), page, scripts))


def test_pages_are_whole_without_scripts(browser, served, site, clean):
    clean(problem for page in site.full_pages for problem in reading.without_scripts(browser, served(site), page))


def test_closed_answers_are_printed(browser, served, site, clean):
    clean(problem for page in kinds(site) + articles(site)[1:] for problem in reading.paper_problems(browser, served(site), page))


@pytest.mark.parametrize("width,height", [(1280, 720), (360, 640)])
def test_the_keyboard_reaches_everything(browser, served, site, clean, width, height):
    clean(problem for page in kinds(site) for problem in keyboard.tabbing(browser, served(site), page, width, height))


def test_skip_link(browser, served, site, clean):
    clean(problem for page in kinds(site) for problem in keyboard.skip_link(browser, served(site), page))


def test_light_and_dark(browser, served, site, clean):
    clean(problem for page in kinds(site) for problem in looks.schemes(browser, served(site), page))


def test_copy_button(browser, served, site, clean):
    pages = [page for page in articles(site) if "data-copy" in page.text]
    clean(problem for page in pages for problem in sharing_buttons.copies(browser, served(site), page))


def test_copying_that_fails(browser, served, clean):
    site = sites.built("demo")
    clean(sharing_buttons.copy_fails(browser, served(site), articles(site)[0]))


def test_native_share(browser, served, clean):
    site = sites.built("share-links")
    page = site.page("/en/second-opinion/")
    assert "data-share" in page.text, "the fixture has no native share button"
    clean(sharing_buttons.native_share(browser, served(site), page))


def test_contents_mark_their_place(browser, served, clean):
    for name in ("demo", "going-home"):
        site = sites.built(name)
        pages = [page for page in articles(site) if reading.contents_of(page)]
        assert pages, "no article with contents"
        clean(problem for page in pages for problem in reading.contents(browser, served(site), page))


def test_former_addresses_lead_on(browser, served, clean):
    found = [page for name in sites.NAMES for page in sites.built(name).pages if page.is_redirect]
    assert found, "no former address"
    clean(problem for page in found for problem in reading.redirects(browser, served(page.site), page))
