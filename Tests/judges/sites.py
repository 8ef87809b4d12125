"""The sites that are judged: built anew for each run, by the program that the Swift tests have just built."""

import functools
import os
import pathlib
import re
import shutil
import subprocess
import urllib.parse

import markup

ROOT = pathlib.Path(__file__).resolve().parents[2]
WORK = ROOT / ".build" / "judges" / (os.environ.get("PYTEST_XDIST_WORKER") or "all")
MARTLET = pathlib.Path(os.environ.get("MARTLET", ROOT / ".build" / "debug" / "martlet"))
# The moment of these builds. After the dates of all articles that are meant to be seen.
CLOCK = "2026-11-01T00:00:00Z"


class NotBuilt(Exception):
    pass


class Site:
    """A built site: where its sources and files are, and its address."""

    def __init__(self, name, source, output):
        self.name, self.source, self.output = name, source, output
        config = (source / "content" / "site.yml").read_text()
        self.base = re.search(r"^baseURL: *[\"']?([^\s\"']+)", config, re.M)[1].rstrip("/") + "/"
        parts = urllib.parse.urlsplit(self.base)
        self.origin, self.path = f"{parts.scheme}://{parts.netloc}", parts.path

    def __repr__(self):
        return self.name

    @functools.cached_property
    def pages(self):
        """Every HTML file, with `path`, the address below the origin."""
        return [Page(self, file) for file in sorted(self.output.rglob("*.html"))]

    @functools.cached_property
    def full_pages(self):
        """The pages that people stay on: all but those that lead on to a new address."""
        return [page for page in self.pages if not page.is_redirect]

    @functools.cached_property
    def manifest(self):
        lines = (self.output / ".martlet-files").read_text().splitlines()
        return [line for line in lines if line and not line.startswith("#")]

    def page(self, address):
        """The page at an address, absolute or below the origin, or none."""
        path = urllib.parse.unquote(urllib.parse.urlsplit(address).path)
        return next((page for page in self.pages if urllib.parse.unquote(page.path) == path), None)


class Page:
    def __init__(self, site, file):
        self.site, self.file = site, file
        parts = file.relative_to(site.output).as_posix()
        parts = parts.removesuffix("index.html") if parts.split("/")[-1] == "index.html" else parts
        self.path = site.path + urllib.parse.quote(parts)
        self.text = file.read_text()

    def __repr__(self):
        return f"{self.site.name}:{self.path}"

    @functools.cached_property
    def tree(self):
        return markup.parse(self.text)

    @functools.cached_property
    def words(self):
        return markup.words(self.tree.find("body"))

    @functools.cached_property
    def squeezed(self):
        return markup.squeezed(self.words)

    @functools.cached_property
    def squeezed_with_pictures(self):
        return markup.squeezed(markup.words(self.tree.find("body"), pictures=True))

    @functools.cached_property
    def ids(self):
        return markup.attribute_set(self.tree, "id")

    @property
    def is_redirect(self):
        return re.search(r"http-equiv=[\"']?refresh", self.text, re.I) is not None

    @property
    def robots(self):
        return self.meta("robots") or ""

    @property
    def canonical(self):
        return next((link.get("href") for link in markup.elements(self.tree, "link") if link.get("rel") == "canonical"), None)

    def meta(self, name):
        for element in markup.elements(self.tree, "meta"):
            if name in (element.get("name"), element.get("property")):
                return element.get("content")
        return None

    @property
    def is_article(self):
        return self.meta("og:type") == "article"


def sources():
    """Names and folders of the sites. What `JUDGED_SITES` names is judged as well, folders parted by spaces."""
    golden = ROOT / "Tests" / "Fixtures" / "sites"
    own = pathlib.Path(__file__).parent / "sites"
    found = {"demo": ROOT}
    for name in ("first-article", "every-kind", "base-path", "pictures"):
        found[name] = golden / name
    for folder in sorted(own.iterdir()):
        found[folder.name] = folder
    for index, folder in enumerate(os.environ.get("JUDGED_SITES", "").split()):
        found[f"other-{index + 1}"] = ROOT / folder
    return found


NAMES = list(sources())


@functools.cache
def built(name):
    """The site of that name, built with the default theme."""
    source, output = with_default_theme(name, sources()[name]), WORK / "sites" / name
    shutil.rmtree(output, ignore_errors=True)
    output.parent.mkdir(parents=True, exist_ok=True)
    command = [MARTLET, "build", "--source", source, "--output", output, "--clock", CLOCK, "--quiet"]
    run = subprocess.run(command, capture_output=True, text=True)
    if run.returncode:
        raise NotBuilt(f"{name} was not built:\n{run.stderr}")
    return Site(name, source, output)


def with_default_theme(name, source):
    """The folder itself, or a copy of a golden site that has a small theme of its own: it is the default theme that is judged."""
    config = (source / "content" / "site.yml").read_text()
    if not re.search(r"^theme: *(?!plain\b)\S", config, re.M):
        return source
    copy = WORK / "sources" / name
    shutil.rmtree(copy, ignore_errors=True)
    shutil.copytree(source / "content", copy / "content")
    (copy / "content" / "site.yml").write_text(re.sub(r"^theme:.*\n", "", config, flags=re.M))
    for file in copy.rglob("*.md"):
        # Blocks of small themes become one that the default theme has.
        file.write_text(re.sub(r"^:::box\b.*", ":::inset", file.read_text(), flags=re.M))
    return copy


def folder_site(name, files, base="https://www.example.org/"):
    """A site made of given files, for showing that a judge finds what is wrong with it."""
    source, output = WORK / "bad" / name, WORK / "bad" / name / "output"
    shutil.rmtree(source, ignore_errors=True)
    (source / "content").mkdir(parents=True)
    (source / "content" / "site.yml").write_text(f"title: Bad\nbaseURL: {base}\n")
    for path, text in files.items():
        file = output / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text if isinstance(text, bytes) else text.encode())
    if ".martlet-files" not in files:
        (output / ".martlet-files").write_text("".join(path + "\n" for path in sorted(files)))
    return Site(name, source, output)
