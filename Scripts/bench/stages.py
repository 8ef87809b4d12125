#!/usr/bin/env python3
"""Says of a build counted with callgrind which stages and whose functions its instructions belong to, as Markdown.

Usage: stages.py CALLGRIND_OUT

A stage has all that its entry calls; whoever owns a function has what that function executes itself. Needs the names of
functions in the program, no debug information. Stages whose entry was inlined are not listed.
"""

import re
import subprocess
import sys

# The entries of the stages: how the compiler writes module and function. An asynchronous one calls, for callgrind, what its caller
# does after it, too; for those the caller is named, whose parts are functions of their own.
STAGES = [
    ("discover", "12SitePipeline8discover_"), ("parse", "11SiteParsing5parse_"),
    ("transform", "14SiteTransforms9transform_", "12SitePipeline7prepare_"),
    ("load the theme", "13SiteRendering9loadTheme_"), ("render pages", "13SiteRendering6render"),
    ("render feeds, sitemap and other files", "13SiteRendering11renderFiles"), ("publish", "12SitePipeline7publish_"),
]

OWNERS = [
    ("libcmark-gfm", r"^(cmark_|S_|_scan_|houdini_|_ext_scan|scan_|parse_|postprocess_|tokenize|match|try_)|cmark"),
    ("libyaml", r"^yaml_"), ("libc: memory", r"malloc|calloc|realloc|free|arena"), ("libc: copying, comparing", r"^_*mem|^_*str"),
    ("Swift: counting references", r"^(_)?swift_.*(retain|release|Unique)|RefCount"), ("Swift: rest of the runtime", r"^_?swift"),
    ("SiteParsing", r"11SiteParsing"), ("SiteTransforms", r"14SiteTransforms"), ("SiteRendering", r"13SiteRendering"),
    ("Templates", r"9Templates"), ("SitePipeline", r"12SitePipeline"), ("SiteModel", r"9SiteModel"),
    ("Swift: standard library", r"^\$s"),
]

LINE = re.compile(r"^\s*([\d,]+)\s+\(\s*[\d.]+%\)\s+(?:.*?:)?((?:\$s|[A-Za-z_]).*)$")


def functions(path, *options):
    """Each function with its instructions."""
    command = ["callgrind_annotate", "--threshold=100", "--auto=no", *options, path]
    output = subprocess.run(command, check=True, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True).stdout
    for line in output.splitlines():
        if found := LINE.match(line):
            yield found.group(2).split(" [")[0], int(found.group(1).replace(",", ""))


def instructions(inclusive, entry, caller=None):
    """Those of a stage with all that it calls."""
    whole = max((count for name, count in inclusive if entry in name), default=0)
    return whole - max((count for name, count in inclusive if caller and caller in name and count < whole), default=0)


def table(header, rows, total):
    lines = [f"| {header} | million instructions | share |", "|---|---:|---:|"]
    return lines + [f"| {name} | {count / 1e6:,.1f} | {100 * count / total:.1f} % |" for name, count in rows] + [""]


def markdown(path):
    own = list(functions(path))
    total = next(count for name, count in own if name == "PROGRAM TOTALS")
    inclusive = list(functions(path, "--inclusive=yes"))
    stages = [(title, instructions(inclusive, *keys)) for title, *keys in STAGES]
    stages = [(title, count) for title, count in stages if count]
    stages.append(("the rest: start, options, collecting, freeing", total - sum(count for _, count in stages)))
    shares = {}
    for name, count in own:
        if name != "PROGRAM TOTALS":
            owner = next((title for title, pattern in OWNERS if re.search(pattern, name)), "other")
            shares[owner] = shares.get(owner, 0) + count
    lines = table("stage, with all that it calls", stages, total)
    return "\n".join(lines + table("whose functions", sorted(shares.items(), key=lambda entry: -entry[1]), total))


if __name__ == "__main__":
    print(markdown(sys.argv[1]))
