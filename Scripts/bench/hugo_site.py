#!/usr/bin/env python3
"""Makes of Martlet's benchmark site the same site for Hugo.

Usage: hugo_site.py MARTLET_FOLDER HUGO_FOLDER

The bodies stay as they are, but for the addresses of links and pictures: Hugo gets them ready, and looks nothing up. Where
Martlet's output is there and has no structured data, Hugo is told to make none either.
"""

import pathlib
import re
import shutil
import sys

HERE = pathlib.Path(__file__).resolve().parent
ASSETS = HERE.parent.parent / "themes/plain/assets"

SECTIONS = {
    "articles": "---\ntitle: Articles\n---\n",
    "faqs": "---\ntitle: Frequently asked questions\noutputs: [html]\n---\n",
    "people": "---\ntitle: People\n---\n",
    "tags": "---\ntitle: Tags\n---\n",
    "categories": "---\ntitle: Categories\n---\n",
}


def converted_article(text):
    text = re.sub(r"\]\((article-\d+)\.md\)", r"](/articles/\1/)", text).replace("](../images/", "](/images/")
    return text.replace("\nauthors: [", "\npeople: [", 1)


def has_structured_data(martlet):
    page = next(pathlib.Path(martlet).glob("output/articles/*/index.html"), None)
    return page is None or "application/ld+json" in page.read_text()


def convert(martlet, hugo):
    content, target = pathlib.Path(martlet) / "content", pathlib.Path(hugo)
    shutil.copytree(HERE / "hugo", target, dirs_exist_ok=True)
    if not has_structured_data(martlet):
        config = target / "hugo.toml"
        config.write_text(config.read_text().replace("structuredData = true", "structuredData = false"))
    shutil.copytree(content / "images", target / "static/images", dirs_exist_ok=True)
    shutil.copytree(ASSETS, target / "assets/assets", dirs_exist_ok=True)
    # The page of redirects uses it in Martlet's theme; the file goes out with or without them.
    (target / "static/assets").mkdir(parents=True, exist_ok=True)
    shutil.move(target / "assets/assets/redirect.js", target / "static/assets/redirect.js")
    for section, text in SECTIONS.items():
        (target / "content" / section).mkdir(parents=True, exist_ok=True)
        (target / "content" / section / "_index.md").write_text(text)
    for source in (content / "articles").glob("*.md"):
        (target / "content/articles" / source.name).write_text(converted_article(source.read_text()))
    for source in (content / "people").glob("*.md"):
        folder = target / "content/people" / source.stem
        folder.mkdir(exist_ok=True)
        (folder / "_index.md").write_text(source.read_text().replace("\nname:", "\ntitle:", 1))


if __name__ == "__main__":
    convert(sys.argv[1], sys.argv[2])
