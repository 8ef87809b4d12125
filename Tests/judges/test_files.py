"""The files of each site, without a browser."""

import pytest

import crawl
import feeds
import html_checker
import parity
import sharing
import sites
import structured_data
import weight

# Addresses of the demonstration and fixture sites that stand for services which these sites do not have.
OUTSIDE = {"https://www.example.org/consultation/"}


def test_html_is_valid(site, clean):
    clean(html_checker.problems([page.file for page in site.pages]))


def test_links_lead_somewhere(site, clean):
    clean(problem for page in site.pages for problem in crawl.page_problems(page, OUTSIDE))


def test_addresses_in_stylesheets_feeds_and_sitemaps_lead_somewhere(site, clean):
    clean(crawl.stylesheet_problems(site) + crawl.text_problems(site, OUTSIDE))


def test_everything_can_be_reached(site, clean):
    clean(crawl.reach_problems(site))


def test_sitemap_names_the_pages(site, clean):
    clean(crawl.sitemap_problems(site))


def test_atom_feeds(site, clean):
    files = feeds.atom_files(site)
    assert files, "no feed"
    clean(problem for file in files for problem in feeds.atom_problems(file.name, file.read_bytes(), feeds.published_at(site, file)))


def test_json_feeds(site, clean):
    files = feeds.json_files(site)
    assert files, "no feed"
    clean(problem for file in files for problem in feeds.json_problems(file.name, file.read_bytes(), feeds.published_at(site, file)))


def test_feeds_say_what_pages_show(site, clean):
    clean(parity.feed_problems(site))


def test_structured_data_is_schema_org(site, clean):
    clean(problem for page in site.full_pages for problem in structured_data.problems(page))


def test_structured_data_says_what_pages_show(site, clean):
    clean(problem for page in site.full_pages for problem in parity.structured_problems(page))


def test_every_kind_of_page_has_structured_data():
    seen = set()
    for name in sites.NAMES:
        for page in sites.built(name).full_pages:
            for node in structured_data.graph(page):
                seen |= set(structured_data.listed(node["@type"]))
    wanted = {
        "WebSite", "Organization", "WebPage", "MedicalWebPage", "FAQPage", "CollectionPage", "ProfilePage", "Article", "Question", "Answer",
        "Person", "ImageObject", "BreadcrumbList", "ListItem",
    }
    assert not wanted - seen - {"Answer", "ListItem"}


def test_share_links_carry_title_and_address(site, clean):
    clean(problem for page in site.full_pages for problem in sharing.plain_problems(page))


def test_nothing_is_loaded_from_elsewhere(site, clean):
    clean(problem for page in site.pages for problem in weight.foreign_problems(page))


def test_pages_are_light(site, clean):
    articles = [page for page in site.full_pages if page.is_article]
    assert articles, "no article"
    clean(problem for page in articles for problem in weight.problems(page))


@pytest.fixture(scope="module")
def vectors():
    return sites.built("share-links")


NETWORKS = ["whatsapp", "x", "facebook", "linkedin", "telegram", "reddit", "bluesky", "mastodon", "threads", "email", "sms"]
PLAIN = {
    "title": "Second Opinion For Cancer Patients", "url": "https://example.org/en/second-opinion/", "tags": ["Cancer", "SecondOpinion"],
    "via": "examplehealth", "text": "When and how to ask for one.",
}
HOSTILE = {
    "title": "Q&A: is 50% \"enough\"? कैंसर #1 + more", "url": "https://example.org/hi/%E0%A4%95%E0%A5%88%E0%A4%82%E0%A4%B8%E0%A4%B0/",
    "tags": ["कैंसर", "Q_A"], "via": "examplehealth", "text": "One & two: \"three\" + 100% #4?",
}
# Written by hand from the networks' own documents, so that a mistake in encoding cannot be undone by one in decoding.
EXACT = {
    "whatsapp": "https://wa.me/?text=Second%20Opinion%20For%20Cancer%20Patients%0Ahttps%3A%2F%2Fexample.org%2Fen%2Fsecond-opinion%2F",
    "x": "https://x.com/intent/tweet?text=Second%20Opinion%20For%20Cancer%20Patients&url=https%3A%2F%2Fexample.org%2Fen%2Fsecond-opinion%2F"
    "&hashtags=Cancer%2CSecondOpinion&via=examplehealth",
    "facebook": "https://www.facebook.com/sharer/sharer.php?u=https%3A%2F%2Fexample.org%2Fen%2Fsecond-opinion%2F",
    "linkedin": "https://www.linkedin.com/sharing/share-offsite/?url=https%3A%2F%2Fexample.org%2Fen%2Fsecond-opinion%2F",
    "telegram": "https://t.me/share/url?url=https%3A%2F%2Fexample.org%2Fen%2Fsecond-opinion%2F&text=Second%20Opinion%20For%20Cancer%20Patients",
    "reddit": "https://www.reddit.com/submit?url=https%3A%2F%2Fexample.org%2Fen%2Fsecond-opinion%2F&title=Second%20Opinion%20For%20Cancer%20Patients",
    "bluesky": "https://bsky.app/intent/compose?text=Second%20Opinion%20For%20Cancer%20Patients%0Ahttps%3A%2F%2Fexample.org%2Fen%2Fsecond-opinion%2F",
    "mastodon": "https://share.joinmastodon.org/#text=Second%20Opinion%20For%20Cancer%20Patients%0Ahttps%3A%2F%2Fexample.org%2Fen%2Fsecond-opinion%2F"
    "%0A%23Cancer%20%23SecondOpinion",
    "threads": "https://www.threads.com/intent/post?text=Second%20Opinion%20For%20Cancer%20Patients&url=https%3A%2F%2Fexample.org%2Fen%2Fsecond-opinion%2F"
    "&tag=Cancer",
    "email": "mailto:?subject=Second%20Opinion%20For%20Cancer%20Patients&body=When%20and%20how%20to%20ask%20for%20one.%0D%0A%0D%0A"
    "https%3A%2F%2Fexample.org%2Fen%2Fsecond-opinion%2F",
    "sms": "sms:?&body=Second%20Opinion%20For%20Cancer%20Patients%20https%3A%2F%2Fexample.org%2Fen%2Fsecond-opinion%2F",
}
HOSTILE_TITLE = "Q%26A%3A%20is%2050%25%20%22enough%22%3F%20%E0%A4%95%E0%A5%88%E0%A4%82%E0%A4%B8%E0%A4%B0%20%231%20%2B%20more"


def test_share_links_are_written_so(vectors):
    assert dict(sharing.links(vectors.page("/en/second-opinion/"))) == EXACT


def test_share_links_decode_to_what_went_in(vectors, clean):
    clean(sharing.problems(vectors.page("/en/second-opinion/"), PLAIN, NETWORKS))


def test_hostile_titles_and_addresses_decode_to_what_went_in(vectors, clean):
    page = vectors.page(HOSTILE["url"])
    assert all(HOSTILE_TITLE in href for name, href in sharing.links(page) if name not in ("facebook", "linkedin"))
    clean(sharing.problems(page, HOSTILE, NETWORKS))
