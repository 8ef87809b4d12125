#!/usr/bin/env python3
"""Writes a site of generated articles for Martlet: the same bytes for the same arguments.

Usage: generate.py FOLDER COUNT

Each article has 6 to 10 KB: front matter with four questions, headings, lists, links to other articles, a table, code, a
picture, a footnote, three tags and a category. Tags and people grow with the number of articles, so that a tag has about 60
articles and a person 100 at any size; categories stay 12. COUNT 0 gives a site with a picture or two and nothing to read.
"""

import pathlib
import random
import struct
import sys
import zlib

WORDS = (
    "a and answer appointment ask body call cancer care check clear clinic common doctor drink early effect family feel find"
    " follow food friend hospital hour illness kind letter list long medicine meet night nurse often pain paper patient plan"
    " question ready rest result scan second see sign simple sleep speak start team test time today treatment understand visit"
    " walk water week write"
).split()

CATEGORIES = (
    "Appointments,Breathing,Cancer,Children,Food,Hospital,Medicines,Mental health,Pain,Sleep,Tests,Travel"
).split(",")

IMAGES = [("chart", 640, 360), ("leaflet", 480, 320), ("ward", 800, 450), ("waiting-room", 320, 320)]

SITE = """\
title: Bench
description: Generated articles that answer questions.
baseURL: https://www.example.org/
language: en
taxonomies: [tags, categories]
share: {networks: [whatsapp, copy, x, facebook]}
publisher: {name: Bench Press, type: Organization, url: https://www.example.org/}
"""

MENU = """\
menu:
  - {label: Articles, url: /articles/}
  - {label: FAQs, url: /faqs/}
  - {label: Tags, url: /tags/}
"""


def sentence(rng, low=6, high=16):
    words = [rng.choice(WORDS) for _ in range(rng.randint(low, high))]
    return " ".join(words).capitalize() + "."


def paragraph(rng):
    return " ".join(sentence(rng) for _ in range(rng.randint(3, 6)))


def link(rng, count):
    return f"[another answer](article-{rng.randrange(count):06}.md)"


def section(rng, number, count):
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
    lines += [f"{paragraph(rng)} See {link(rng, count)} and *{rng.choice(WORDS)}* or **{rng.choice(WORDS)}**.", ""]
    lines += [f"### {sentence(rng, 3, 5)[:-1]}", "", paragraph(rng), ""]
    return lines


def front_matter(rng, number, count):
    day = f"{2015 + number % 10}-{1 + number // 10 % 12:02}-{1 + number // 120 % 28:02}"
    tags = ", ".join(f"tag {tag}" for tag in sorted(rng.sample(range(tag_count(count)), 3)))
    lines = [f"title: {sentence(rng, 4, 7)[:-1]} {number}", f"description: {sentence(rng, 8, 14)}", f"date: {day}"]
    lines += [f"authors: [person-{rng.randrange(person_count(count)):04}]"]
    lines += [f"tags: [{tags}]", f"categories: [{CATEGORIES[rng.randrange(len(CATEGORIES))]}]", "faqs:"]
    for question in range(4):
        answer = f"{paragraph(rng)} Read *{rng.choice(WORDS)}* or {link(rng, count)}."
        lines += [f"  - question: {sentence(rng, 5, 8)[:-1]}?", f"    id: question-{question + 1}", f"    answer: {answer}"]
    return ["---", *lines, "---", ""]


def article(number, count):
    rng = random.Random(number)
    lines = [*front_matter(rng, number, count), paragraph(rng), ""]
    image = IMAGES[rng.randrange(len(IMAGES))][0]
    picture = [f"![{sentence(rng, 4, 8)[:-1]}](../images/{image}.png)", ""]
    footnote = [f"{sentence(rng)[:-1]}[^1].", "", f"[^1]: {sentence(rng)}", ""]
    wanted = rng.randint(6000, 9600)
    for part in range(100):
        more = section(rng, part, count) + (picture if part == 0 else [])
        if length(lines + footnote) > 6000 and length(lines + more + footnote) > wanted:
            break
        lines += more
    return "\n".join(lines + footnote)


def length(lines):
    return sum(map(len, lines)) + len(lines)


def tag_count(count):
    return max(20, count // 20)


def person_count(count):
    return max(4, count // 100) if count else 0


def png(width, height, seed):
    """A picture of coloured stripes."""

    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    rng = random.Random(seed)
    palette = bytes(rng.randrange(256) for _ in range(48))
    rows = b"".join(b"\0" + bytes((x // 20 + y // 20) % 16 for x in range(width)) for y in range(height))
    header = struct.pack(">IIBBBBB", width, height, 8, 3, 0, 0, 0)
    parts = [(b"IHDR", header), (b"PLTE", palette), (b"IDAT", zlib.compress(rows, 9)), (b"IEND", b"")]
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunk(kind, data) for kind, data in parts)


def generate(root, count):
    content = pathlib.Path(root) / "content"
    for folder in ("articles", "people", "images"):
        (content / folder).mkdir(parents=True, exist_ok=True)
    (content / "site.yml").write_text(SITE + (MENU if count else ""))
    for name, width, height in IMAGES:
        (content / "images" / f"{name}.png").write_bytes(png(width, height, name))
    for number in range(person_count(count)):
        name = f"{random.Random(number).choice(WORDS).capitalize()} Example {number}"
        person = f"---\nname: {name}\njobTitle: Nurse\n---\n\n{paragraph(random.Random(name))}\n"
        (content / "people" / f"person-{number:04}.md").write_text(person)
    for number in range(count):
        (content / "articles" / f"article-{number:06}.md").write_text(article(number, count))


if __name__ == "__main__":
    generate(sys.argv[1], int(sys.argv[2]))
