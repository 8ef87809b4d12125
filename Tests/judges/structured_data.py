"""JSON-LD as one graph of schema.org: rules SD01 to SD16, each complaint with its rule."""

import datetime
import json
import re

import markup
import vocabulary
from sites import CLOCK

ADDRESSES = {"@id", "url", "contentUrl", "image", "logo", "sameAs", "item", "publishingPrinciples"}
DATES = {"datePublished", "dateModified", "lastReviewed", "dateCreated", "expires"}
ANSWER_TAGS = {"h1", "h2", "h3", "h4", "h5", "h6", "br", "ol", "ul", "li", "a", "p", "b", "strong", "i", "em"}
TITLES = re.compile(r"^(dr|prof|mr|mrs|ms|by)\b\.?|,|\b(md|phd)\b", re.I)


def scripts(page):
    return [node.text or "" for node in markup.elements(page.tree, "script") if node.get("type") == "application/ld+json"]


def graph(page):
    """The nodes of a page, or none; what is wrong with its form is for `problems`."""
    found = scripts(page)
    return json.loads(found[0])["@graph"] if found else []


def problems(page):
    """Everything that is wrong with a page's structured data."""
    found = scripts(page)
    if "noindex" in page.robots:
        return [f"{page}: SD21 a page that asks not to be listed has structured data"] if found else []
    if len(found) != 1:
        return [f"{page}: SD01 {len(found)} scripts of JSON-LD, not one"]
    try:
        data = json.loads(found[0])
    except ValueError as error:
        return [f"{page}: SD01 not JSON: {error}"]
    said = list(form(found[0], data))
    if not said:
        judge = Graph(page, data["@graph"])
        judge.judge()
        said = judge.said
    return [f"{page}: {text}" for text in said]


def form(text, data):
    for raw in ("<", "\u2028", "\u2029"):
        if raw in text:
            yield f"SD02 {raw!r} stands raw in the script: …{text[max(0, text.index(raw) - 40):text.index(raw) + 20]}…"
    if not isinstance(data, dict) or data.get("@context") != "https://schema.org":
        yield f"SD01 @context is not https://schema.org: {text[:80]}"
    elif text.count('"@context"') != 1:
        yield "SD01 more than one @context"
    elif not isinstance(data.get("@graph"), list) or set(data) != {"@context", "@graph"}:
        yield f"SD01 not one @graph: {sorted(data)}"


def listed(value):
    return value if isinstance(value, list) else [value]


class Graph:
    def __init__(self, page, nodes):
        self.page, self.nodes, self.said = page, nodes, []
        self.by_id = {}

    def say(self, rule, node, text):
        name = node.get("@id") or "/".join(listed(node.get("@type", "?")))
        self.said.append(f"{rule} {text} (in {name})")

    def judge(self):
        for node in self.all_nodes():
            if "@id" in node:
                if node["@id"] in self.by_id:
                    self.say("SD05", node, "two nodes have this @id")
                self.by_id[node["@id"]] = node
        for node in self.all_nodes():
            self.judge_node(node)
        self.judge_page()

    def all_nodes(self):
        """Every node, at whatever depth, but for mere references."""
        def inside(value):
            if isinstance(value, dict):
                if set(value) != {"@id"}:
                    yield value
                for part in value.values():
                    yield from inside(part)
            elif isinstance(value, list):
                for part in value:
                    yield from inside(part)
        return list(inside(self.nodes))

    def judge_node(self, node):
        types = listed(node.get("@type", []))
        unknown = [kind for kind in types if not vocabulary.is_type(kind)]
        if unknown or not types:
            self.say("SD03", node, f"no type {unknown or '(none)'} in schema.org {vocabulary.VERSION}")
            return
        for name, value in node.items():
            if name in ("@type", "@id"):
                continue
            problem = vocabulary.property_problem(name, types)
            if problem:
                self.say("SD03" if problem.startswith("no property") else "SD04", node, problem)
                continue
            for part in listed(value):
                self.judge_value(node, name, part)
        self.judge_addresses(node)
        self.judge_dates(node)
        for kind in types:
            getattr(self, "judge_" + kind, lambda _: None)(node)

    def judge_value(self, node, name, value):
        if isinstance(value, dict):
            target = self.by_id.get(value["@id"]) if set(value) == {"@id"} else value
            if target is None:
                self.say("SD05", node, f"'{name}' leads to {value['@id']}, which is nowhere in the graph")
            elif "@type" in target and all(vocabulary.is_type(kind) for kind in listed(target["@type"])):
                if not vocabulary.takes(name, listed(target["@type"])):
                    self.say("SD04", node, f"'{name}' takes {sorted(vocabulary.ranges(name))}, not {target['@type']}")
        elif problem := vocabulary.value_problem(name, value):
            self.say("SD07" if name in DATES else "SD04", node, problem)

    def judge_addresses(self, node):
        for name in ADDRESSES & set(node):
            for value in listed(node[name]):
                if isinstance(value, str) and not vocabulary.ADDRESS.match(value):
                    self.say("SD06", node, f"'{name}' is not an absolute address: {value!r}")

    def judge_dates(self, node):
        for name in DATES & set(node):
            if name == "lastReviewed" and "T" in str(node[name]):
                self.say("SD07", node, f"'lastReviewed' is a day, not {node[name]!r}")
            moment = as_moment(node[name])
            if moment and name != "expires" and moment > as_moment(CLOCK) + datetime.timedelta(days=1):
                self.say("SD08", node, f"'{name}' is to come: {node[name]}")
        first, last = as_moment(node.get("datePublished")), as_moment(node.get("dateModified"))
        if first and last and first > last:
            self.say("SD08", node, f"modified {node['dateModified']} before it was published {node['datePublished']}")

    def judge_Article(self, node):
        for name in ("headline", "author", "datePublished"):
            if not node.get(name):
                self.say("SD09", node, f"no '{name}'")
        if len(node.get("headline", "")) > 110:
            self.say("SD10", node, f"headline of {len(node['headline'])} characters")
        for author in listed(node.get("author", [])):
            self.judge_author(self.by_id.get(author.get("@id"), author))

    judge_BlogPosting = judge_NewsArticle = judge_Article

    def judge_author(self, node):
        if not node.get("url"):
            self.say("SD11", node, "author without 'url'")
        if node.get("@type") == "Person" and TITLES.search(node.get("name", "")):
            self.say("SD11", node, f"more than a name: {node['name']!r}")

    def judge_FAQPage(self, node):
        questions = [self.by_id.get(part.get("@id"), part) for part in listed(node.get("mainEntity", []))]
        if not questions:
            self.say("SD12", node, "no questions")
        names = [question.get("name") for question in questions]
        for name in sorted({name for name in names if name and names.count(name) > 1}):
            self.say("SD14", node, f"asked twice: {name!r}")
        pages = [other for other in self.all_nodes() if "FAQPage" in listed(other.get("@type", []))]
        if len(pages) > 1 and pages[0] is node:
            self.say("SD12", node, "more than one FAQPage")

    def judge_Question(self, node):
        answer = node.get("acceptedAnswer")
        if not str(node.get("name", "")).strip():
            self.say("SD12", node, "question without a name")
        if not isinstance(answer, dict) or not markup.words(markup.fragment(answer.get("text", ""))):
            self.say("SD12", node, "question without an answer")
            return
        body = markup.fragment(answer["text"]).find("body")
        for element in markup.elements(body)[1:]:
            if element.tag not in ANSWER_TAGS or set(element.keys()) - {"href"}:
                self.say("SD15", node, f"in an answer: {markup.snippet(element)}")
            elif element.tag == "a" and not re.match(r"(https?|mailto|tel|sms):", element.get("href", "")):
                self.say("SD15", node, f"relative address in an answer: {markup.snippet(element)}")

    def judge_BreadcrumbList(self, node):
        steps = [step for step in listed(node.get("itemListElement", [])) if isinstance(step, dict)]
        if len(steps) < 2:
            self.say("SD16", node, f"{len(steps)} steps")
        if [step.get("position") for step in steps] != list(range(1, len(steps) + 1)):
            self.say("SD16", node, f"positions {[step.get('position') for step in steps]}")
        last = steps[-1].get("item") if steps else None
        if last is not None and last != self.page.canonical:
            self.say("SD16", node, f"ends at {last}, not at {self.page.canonical}")
        for step in steps:
            if not step.get("name") or (step is not steps[-1] and not step.get("item")):
                self.say("SD16", step, "step without name or address")

    def judge_page(self):
        """The graph is about this page, and has one node for it, one for the site and one for who publishes it."""
        canonical = self.page.canonical
        about = [node for node in self.nodes if node.get("url") == canonical and "WebPage" in self.kinds(node)]
        if len(about) != 1:
            self.said.append(f"SD05 {len(about)} nodes of a page with the address {canonical}")
        for kind in ("WebSite", "Organization"):
            if not any(kind in self.kinds(node) for node in self.nodes):
                self.said.append(f"SD05 no node of type {kind}")

    def kinds(self, node):
        known = [kind for kind in listed(node.get("@type", [])) if vocabulary.is_type(kind)]
        return set().union(*(vocabulary.ancestors(kind) for kind in known))


def as_moment(text):
    """A date or moment for comparing, days at their beginning in UTC; none for anything else."""
    if not isinstance(text, str):
        return None
    try:
        moment = datetime.datetime.fromisoformat(text)
    except ValueError:
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=datetime.timezone.utc)
