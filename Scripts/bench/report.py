"""The figures of a benchmark as Markdown: medians, ratios, goals."""

import statistics

BEGIN, END = "<!-- figures: written by make bench -->", "<!-- end of figures -->"
NAMES = {"martlet": "Martlet", "hugo": "Hugo", "floor": "C floor", "stat": "C, stat only"}
TITLES = {
    "cold": "cold build", "unchanged": "nothing changed", "word": "one word changed", "title": "one title changed", "empty": "no articles",
}


class Figures:
    def __init__(self, results):
        self.results = results
        self.groups = {}
        for run in results["runs"]:
            key = run["scenario"], run["size"], run["place"], run["tool"]
            self.groups.setdefault(key, []).append({**run, "cpu": run["user"] + run["system"]})

    def median(self, scenario, size, place, tool, what):
        group = self.groups.get((scenario, size, place, tool))
        return statistics.median(run[what] for run in group) if group else None

    def ratio(self, scenario, size, place, tool, what):
        """Martlet's median over another tool's."""
        ours, theirs = (self.median(scenario, size, place, name, what) for name in ("martlet", tool))
        return ours / theirs if ours is not None and theirs else None

    def checks(self, scenario, size=None, place=None):
        return [
            check for check in self.results["checks"]
            if check["scenario"] == scenario and size in (None, check["size"]) and place in (None, check["place"])
        ]

    def sizes(self, scenario, place):
        return sorted({key[1] for key in self.groups if key[0] == scenario and key[2] == place})


def number(value, unit=""):
    if value is None:
        return "–"
    digits = 1 if value >= 100 else 2 if value >= 1 else 3 if value >= 0.1 else 4
    return f"{value:,.{digits}f}{unit}"


def fraction(ratio):
    """A ratio the way goals are put: 1/8 and less, or 2.0 times."""
    if ratio is None:
        return "–"
    return f"1/{1 / ratio:.1f}" if ratio < 0.8 else f"{ratio:.2f}"


def table(header, rows):
    lines = ["| " + " | ".join(header) + " |", "|" + "|".join("---" if index < 3 else "---:" for index in range(len(header))) + "|"]
    return lines + ["| " + " | ".join(row) + " |" for row in rows] + [""]


def medians(figures):
    rows = []
    order = list(TITLES)
    for key in sorted(figures.groups, key=lambda key: (key[2] != "tmpfs", key[1], order.index(key[0]), list(NAMES).index(key[3]))):
        scenario, size, place, tool = key
        group = figures.groups[key]
        cpu = [run["cpu"] for run in group]
        rows.append([
            f"{size:,} on {place}", TITLES[scenario], NAMES[tool], number(statistics.median(cpu)),
            f"{number(min(cpu))} – {number(max(cpu))}", number(figures.median(*key, "wall")),
            number(figures.median(*key, "memory") / 1e6), str(len(group)),
        ])
    return table(["articles", "what", "tool", "CPU s", "least – most", "wall s", "peak MB", "runs"], rows)


def growth(figures):
    """CPU milliseconds a page."""
    rows = []
    for size in figures.sizes("cold", "tmpfs"):
        check = figures.checks("cold", size, "tmpfs")
        if not check or not size:
            continue
        pages = check[-1]["pages"]
        cost = {tool: figures.median("cold", size, "tmpfs", tool, "cpu") for tool in NAMES}
        rows.append([f"{size:,}", f"{pages:,}"] + [number(cost[tool] and 1000 * cost[tool] / pages) for tool in ("martlet", "hugo", "floor")])
    return table(["articles", "pages", "Martlet, ms a page", "Hugo", "C floor"], rows)


def largest(figures, scenario):
    """The sizes that goals are about, and the place: 1,000 and 10,000, or what was measured."""
    place = "tmpfs" if figures.sizes(scenario, "tmpfs") else "disk"
    return place, [size for size in figures.sizes(scenario, place) if size]


def cost_growth(figures):
    costs = []
    place, sizes = largest(figures, "cold")
    for size in sizes:
        if size >= 1000 and (check := figures.checks("cold", size, place)):
            costs.append(figures.median("cold", size, place, "martlet", "cpu") / check[-1]["pages"])
    return costs[-1] / costs[0] if len(costs) > 1 else None


def goals(figures):
    """Each goal with the value measured, whether it is met, and what it may be at most."""
    found = []

    def limit(title, value, most, shown=None):
        if value is not None:
            found.append((title, shown or fraction(value), fraction(most), value <= most))

    place, sizes = largest(figures, "cold")
    for size in sizes:
        limit(f"cold, {size:,}: CPU to Hugo's", figures.ratio("cold", size, place, "hugo", "cpu"), 1 / 8)
        limit(f"cold, {size:,}: wall to Hugo's", figures.ratio("cold", size, place, "hugo", "wall"), 1 / 6)
        if size >= 10000:
            limit(f"cold, {size:,}: peak memory to Hugo's", figures.ratio("cold", size, place, "hugo", "memory"), 1 / 8)
        limit(f"cold, {size:,}: CPU to the C floor's", figures.ratio("cold", size, place, "floor", "cpu"), 2)
        for check in figures.checks("cold", size, place):
            if "bytes" in check:
                ratio = check["bytes"][1] / check["bytes"][0]
                found.append((f"cold, {size:,}: bytes of Hugo's output to Martlet's", f"{ratio:.2f}", "0.85 to 1.15", 0.85 <= ratio <= 1.15))
    for size in largest(figures, "unchanged")[1][-1:]:
        limit(f"nothing changed, {size:,}: CPU to Hugo's", figures.ratio("unchanged", size, place, "hugo", "cpu"), 1 / 100)
        limit(f"nothing changed, {size:,}: CPU to stat's", figures.ratio("unchanged", size, place, "stat", "cpu"), 4)
    for size in largest(figures, "word")[1][-1:]:
        limit(f"one word, {size:,}: CPU to Hugo's", figures.ratio("word", size, place, "hugo", "cpu"), 1 / 50)
    for scenario in ("unchanged", "word", "title"):
        for size in sorted({check["size"] for check in figures.checks(scenario)}):
            checks = figures.checks(scenario, size)
            wrong = sum(len(check["needless"]) + len(check["missed"]) for check in checks)
            counts = ", ".join(f"{check['count']:,}" for check in checks)
            title = f"{TITLES[scenario]}, {size:,}: the files written are those that show it"
            found.append((title, f"{counts} written; {wrong} wrong", "0 wrong", wrong == 0))
    limit("CPU a page, most articles to fewest", cost_growth(figures), 1.2)
    empty = figures.median("empty", 0, place, "martlet", "wall")
    limit("no articles: start to exit", empty, 0.02, empty and f"{1000 * empty:.1f} ms")
    return found


def goal_table(found):
    rows = [[title, value, "20 ms" if "start to exit" in title else most, "yes" if met else "no"] for title, value, most, met in found]
    return table(["goal", "measured", "at most", "met"], rows)


def written_lists(figures):
    lines = []
    for scenario in ("word", "title"):
        checks = figures.checks(scenario)
        most = max((check["size"] for check in checks), default=0)
        for check in [check for check in checks if check["size"] == most][:3]:
            names = ", ".join(f"`{path}`" for path in check["written"][:12])
            rest = f" and {check['count'] - 12:,} more" if check["count"] > 12 else ""
            lines.append(f"- {TITLES[scenario]}, {check['size']:,} articles: {names or 'nothing'}{rest}")
    return ["Files that Martlet wrote again:", "", *lines, ""] if lines else []


def sizes_of_output(figures):
    lines = []
    for check in figures.checks("cold", place="tmpfs") or figures.checks("cold"):
        if "bytes" in check:
            ours, theirs = check["bytes"]
            lines.append(f"- {check['size']:,} articles: {check['files']:,} files at the same addresses,"
                         f" {ours / 1e6:,.1f} MB from Martlet and {theirs / 1e6:,.1f} MB from Hugo")
    return ["What both wrote:", "", *lines, ""] if lines else []


def instructions(counts):
    floor = next((entry["count"] for entry in counts if entry["tool"] == "floor"), None)
    rows = [
        [f"{entry['size']:,}", TITLES[entry["scenario"]], NAMES[entry["tool"]], f"{entry['count'] / 1e6:,.1f}",
         number(floor and entry["count"] / floor)]
        for entry in counts
    ]
    return table(["articles", "what", "tool, on one thread", "million instructions", "to the C floor's"], rows) if rows else []


def markdown(results):
    figures = Figures(results)
    found = goals(figures)
    machine = results["machine"]
    load = f"{machine['load']:.1f} before and {machine.get('load after', 0):.1f} after"
    lines = [
        f"{machine['date']}; {machine['processor']}, {machine['cores']} cores, {machine['memory'] / 2**30:.0f} GB, Linux {machine['kernel']};"
        f" load {load}. Times are medians; CPU is user and system time of all threads.", "",
    ]
    lines += goal_table(found) + medians(figures) + growth(figures) + sizes_of_output(figures) + written_lists(figures)
    lines += instructions(results.get("instructions", []))
    if "profile" in results:
        lines += ["Where the instructions of a cold build go:", "", results["profile"]]
    return "\n".join(lines), [title for title, _, _, met in found if not met]


def replace(path, text):
    """Puts the figures between the two marks of a Markdown file."""
    before, rest = path.read_text().split(BEGIN)
    path.write_text(before + BEGIN + "\n\n" + text + "\n" + END + rest.split(END)[1])
