#!/usr/bin/env python3
"""Writes a site of generated articles: the same bytes for the same arguments.

Usage: generate.py FOLDER COUNT
Each article has 6 to 10 KB: front matter with four questions, headings, lists, links to other articles, a table, code, a
footnote and tags.
"""

import pathlib
import random
import sys

WORDS = (
    "a and answer appointment ask body call cancer care check clear clinic common doctor drink early effect family feel find"
    " follow food friend hospital hour illness kind letter list long medicine meet night nurse often pain paper patient plan"
    " question ready rest result scan second see sign simple sleep speak start team test time today treatment understand visit"
    " walk water week write"
).split()


def sentence(rng, low=6, high=16):
    words = [rng.choice(WORDS) for _ in range(rng.randint(low, high))]
    return " ".join(words).capitalize() + "."


def paragraph(rng):
    return " ".join(sentence(rng) for _ in range(rng.randint(3, 6)))


def section(rng, number, count):
    other = rng.randrange(count)
    lines = [f"## {sentence(rng, 4, 7)[:-1]}?", "", paragraph(rng), ""]
    if number % 4 == 0:
        lines += [f"- {sentence(rng)}" for _ in range(5)] + [""]
    elif number % 4 == 1:
        lines += ["| Sign | What to do |", "|---|---:|"]
        lines += [f"| {sentence(rng, 2, 4)} | {sentence(rng, 2, 4)} |" for _ in range(4)] + [""]
    elif number % 4 == 2:
        lines += ["```text", *[sentence(rng) for _ in range(4)], "```", ""]
    else:
        lines += [f"1. {sentence(rng)}" for _ in range(4)] + [""]
    lines += [f"{paragraph(rng)} See [another answer](article-{other:06}.md) and *{rng.choice(WORDS)}* or **{rng.choice(WORDS)}**.", ""]
    lines += [f"### {sentence(rng, 3, 5)[:-1]}", "", paragraph(rng), ""]
    return lines


def article(number, count):
    rng = random.Random(number)
    day = f"{2015 + number % 10}-{1 + number // 10 % 12:02}-{1 + number // 120 % 28:02}"
    tags = ", ".join(sorted({f"tag {rng.randrange(40)}" for _ in range(3)}))
    lines = ["---", f"title: {sentence(rng, 4, 7)[:-1]} {number}", f"description: {sentence(rng, 8, 14)}", f"date: {day}"]
    lines += ["authors: [editor]", f"tags: [{tags}]", "faqs:"]
    for question in range(4):
        lines += [f"  - question: {sentence(rng, 5, 8)[:-1]}?", f"    id: question-{question + 1}", f"    answer: {paragraph(rng)}"]
    lines += ["---", "", paragraph(rng), ""]
    size = rng.randint(6000, 9500)
    part = 0
    while sum(map(len, lines)) < size:
        lines += section(rng, part, count)
        part += 1
    lines += [f"{sentence(rng)[:-1]}[^1].", "", f"[^1]: {sentence(rng)}", ""]
    return "\n".join(lines)


def main():
    root, count = pathlib.Path(sys.argv[1]) / "content", int(sys.argv[2])
    for folder in ("articles", "people"):
        (root / folder).mkdir(parents=True, exist_ok=True)
    (root / "site.yml").write_text("title: Bench\nbaseURL: https://www.example.org/\nlanguage: en\n")
    (root / "people" / "editor.md").write_text("---\nname: The editors\n---\n")
    for number in range(count):
        (root / "articles" / f"article-{number:06}.md").write_text(article(number, count))


main()
