"""The browser and the servers that the judges share."""

import pytest

import browser as browsing
import server as serving
import sites


@pytest.fixture(scope="session")
def browser():
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        chromium = browsing.launch(playwright)
        yield chromium
        chromium.close()


@pytest.fixture(scope="session")
def served():
    """Gives a site's server; started at its first use."""
    running = {}

    def serve(site):
        if site.name not in running:
            running[site.name] = serving.Server(site)
        return running[site.name]

    yield serve
    for one in running.values():
        one.shutdown()


@pytest.fixture(params=sites.NAMES)
def site(request):
    try:
        return sites.built(request.param)
    except sites.NotBuilt as problem:
        pytest.fail(str(problem), pytrace=False)


@pytest.fixture
def clean():
    """Fails with everything that a judge said, a line each."""
    def check(problems):
        problems = list(problems)
        if problems:
            shown = "\n".join(problems[:40]) + (f"\n… and {len(problems) - 40} more" if len(problems) > 40 else "")
            pytest.fail(f"{len(problems)} problems:\n{shown}", pytrace=False)
    return check
