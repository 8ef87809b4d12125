"""The sites that the benchmark builds: made, edited and looked at."""

import hashlib
import os
import pathlib
import re
import shutil

import generate
import hugo_site

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent


class Sites:
    """One corpus at one place: `martlet/` and `hugo/` are sites, `floor/` is what the C program writes."""

    def __init__(self, place, size):
        self.folder = pathlib.Path(place) / str(size)
        self.size = size
        self.martlet, self.hugo = self.folder / "martlet", self.folder / "hugo"
        self.outputs = {"martlet": self.martlet / "output", "hugo": self.hugo / "public", "floor": self.folder / "floor"}
        self.edited = {}

    def make_martlet(self):
        """Writes the articles, unless they are there as this version of the generator writes them."""
        stamp, present = self.folder / "stamp", fingerprint()
        if stamp.exists() and stamp.read_text() == present:
            return
        shutil.rmtree(self.folder, ignore_errors=True)
        generate.generate(self.martlet, self.size)
        stamp.write_text(present)

    def make_hugo(self):
        """After a build of Martlet's: what that shows decides whether Hugo makes structured data."""
        shutil.rmtree(self.hugo, ignore_errors=True)
        hugo_site.convert(self.martlet, self.hugo)

    def list_for_floor(self):
        """The sources, and Martlet's files with their sizes, as the C program reads them."""
        articles = sorted((self.martlet / "content/articles").iterdir())
        (self.folder / "sources").write_text("".join(f"{path}\n" for path in articles))
        output, lines = self.outputs["martlet"], []
        for path in files_below(output):
            lines.append(f"{os.stat(path).st_size} {self.outputs['floor'] / os.path.relpath(path, output)}\n")
        (self.folder / "outputs").write_text("".join(lines))

    def clean(self, tool):
        """Removes what a tool made and remembers, so that its next build is cold."""
        leftovers = {
            "martlet": [self.outputs["martlet"], self.martlet / ".martlet"],
            "hugo": [self.outputs["hugo"], self.hugo / "resources", self.hugo / ".hugo_build.lock", self.hugo_cache],
            "floor": [self.outputs["floor"]],
        }
        for path in leftovers.get(tool, []):
            if path.is_dir():
                shutil.rmtree(path)
            else:
                path.unlink(missing_ok=True)

    @property
    def hugo_cache(self):
        return self.folder / "hugo-cache"

    def newest(self):
        """The number of the article that stands first in the feeds."""
        feed = (self.outputs["martlet"] / "feed.json").read_text()
        return int(re.search(r"/articles/article-(\d+)/", feed).group(1))

    def edit(self, number, change):
        """Changes the text of one article in both sites."""
        name = f"article-{number:06}.md"
        path = self.martlet / "content/articles" / name
        text = path.read_text()
        self.edited.setdefault(name, text)
        self.write(name, change(text))

    def restore(self):
        for name, text in self.edited.items():
            self.write(name, text)
        self.edited = {}

    def write(self, name, text):
        (self.martlet / "content/articles" / name).write_text(text)
        if self.hugo.exists():
            (self.hugo / "content/articles" / name).write_text(hugo_site.converted_article(text))


def change_word(mark):
    """One word of the first paragraph becomes `mark`."""

    def change(text):
        body = text.index("\n---\n") + 6
        start = text.index(" ", body) + 1
        return text[:start] + mark + text[text.index(" ", start):]

    return change


def change_title(mark):
    return lambda text: re.sub(r"^title: .*$", f"title: Changed {mark} title", text, count=1, flags=re.MULTILINE)


def files_below(root):
    """The files of a site; not what a tool keeps for itself."""
    for folder, folders, names in os.walk(root):
        folders[:] = [name for name in folders if not name.startswith(".")]
        for name in sorted(names):
            if not name.startswith("."):
                yield os.path.join(folder, name)


def times(root):
    """What tells whether a file was written again: its time, and its number, since a rename may keep the time."""
    found = {}
    for path in files_below(root):
        status = os.stat(path)
        found[os.path.relpath(path, root)] = (status.st_mtime_ns, status.st_ino)
    return found


def rewritten(before, after):
    return sorted(path for path in before.keys() | after.keys() if before.get(path) != after.get(path))


def containing(root, mark):
    """The files in which a word stands."""
    found = []
    for path in files_below(root):
        with open(path, "rb") as file:
            if mark.encode() in file.read():
                found.append(os.path.relpath(path, root))
    return sorted(found)


def fingerprint():
    digest = hashlib.sha256()
    for path in [HERE / "generate.py"]:
        digest.update(path.read_bytes())
    return digest.hexdigest()
