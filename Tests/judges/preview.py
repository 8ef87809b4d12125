"""A preview that runs on a copy of a site, for tests that change its sources."""

import contextlib
import http.client
import os
import pathlib
import re
import shutil
import subprocess
import tempfile
import time

import sites


class Preview:
    def __init__(self, folder, *options):
        self.folder = pathlib.Path(folder)
        self.sources = {file: file.read_bytes() for file in self.folder.rglob("*") if file.is_file()}
        command = [sites.MARTLET, "serve", "--source", self.folder, "--port", "0", "--clock", sites.CLOCK, *options]
        self.process = subprocess.Popen(command, stderr=subprocess.PIPE, text=True)
        self.said = ""
        for line in self.process.stderr:
            self.said += line
            found = re.match(r"(http://127\.0\.0\.1:(\d+))(\S*) ", line)
            if found:
                self.origin, self.port, self.base = found[1], int(found[2]), found[3]
                break
        else:
            raise AssertionError(f"no address among: {self.said}")

    def url(self, path=""):
        return self.origin + self.base + path

    def get(self, path, method="GET", headers=()):
        """Status, headers and body of an answer."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=10)
        with contextlib.closing(connection):
            connection.request(method, path, headers=dict(headers))
            response = connection.getresponse()
            return response.status, dict(response.getheaders()), response.read()

    def save(self, path, text):
        """As editors do: another file is written and put in its place."""
        file = self.folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        beside = file.with_name("." + file.name + ".tmp")
        beside.write_text(text)
        os.replace(beside, file)

    def change(self, path, old, new):
        text = (self.folder / path).read_text()
        assert old in text, f"{path} has no {old!r}"
        self.save(path, text.replace(old, new))

    def restore(self):
        """Makes the sources what they were at the start."""
        for file in self.folder.rglob("*"):
            if file.is_file() and file not in self.sources:
                file.unlink()
        for file, content in self.sources.items():
            if not file.exists() or file.read_bytes() != content:
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_bytes(content)

    def stop(self):
        self.process.terminate()
        self.process.wait(10)
        self.process.stderr.close()


@contextlib.contextmanager
def running(name="demo", *options, files=()):
    """A preview of a copy of one of the judged sites, with other files put into it first."""
    with tempfile.TemporaryDirectory(prefix="martlet-preview-") as folder:
        source = sites.sources()[name]
        for part in ("content", "themes"):
            if (source / part).is_dir():
                shutil.copytree(source / part, pathlib.Path(folder) / part)
        for path, text in dict(files).items():
            (pathlib.Path(folder) / path).parent.mkdir(parents=True, exist_ok=True)
            (pathlib.Path(folder) / path).write_text(text)
        preview = Preview(folder, *options)
        try:
            yield preview
        finally:
            preview.stop()


def eventually(check, seconds=5):
    """Waits until something holds."""
    end = time.monotonic() + seconds
    while not check():
        if time.monotonic() > end:
            return False
        time.sleep(0.02)
    return True
