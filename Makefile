# Every command that the README, the guide and CI name. `make` alone lists them.

SHELL := bash
.DEFAULT_GOAL := help

SYSTEM := libcmark-gfm-dev libcmark-gfm-extensions-dev libyaml-dev libmd-dev libxxhash-dev libjemalloc-dev tzdata
MARTLET := .build/release/martlet

# Other sites to judge as well: folders that hold 'content'.
JUDGED_SITES ?= $(wildcard ../shared/seed/site)
export JUDGED_SITES

.PHONY: help setup martlet site test servers judges soak lint contrast check docs theme golden screenshots bench bench-serve clean

help: ## Show this list
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## (.*)/  make \1\t\2/' | expand -t 20

setup: ## Install what the build needs from Debian
	@Scripts/setup.sh $(SYSTEM)

martlet: setup ## Build the program (.build/release/martlet)
	@Scripts/build-release.sh

site: martlet ## Build the site in content/ into output/
	$(MARTLET) build

test: setup ## Run every test
	swift build --build-tests --explicit-target-dependency-import-check error
	swift test --skip-build
	Scripts/judges.sh
	@$(MAKE) --no-print-directory servers

judges: setup ## Judge the built sites from outside: browser, axe, Nu, feeds, JSON-LD
	swift build --product martlet
	Scripts/judges.sh

servers: setup ## Serve a site with nginx and Caddy as the files for them say, and look at what readers get
	@Scripts/setup.sh nginx-light caddy python3
	swift build --product martlet
	MARTLET=.build/debug/martlet python3 -m unittest Tests/servers/test_servers.py

soak: setup ## Run the random tests for long (an hour)
	MARTLET_SCRIPTS=1000 swift test --filter "IncrementalTests|LiveSiteTests"
	MARTLET_EVENTS=10000 swift test --filter RandomEventTests

lint: ## Check the form of the code
	swift format lint --strict --recursive --parallel Sources Tests Package.swift

contrast: ## Check that the colours of the default theme can be told apart
	@Scripts/setup.sh python3
	@python3 Scripts/check-contrast.py

check: lint contrast test ## Lint and test, as CI does

docs: setup ## Write docs/diagnostics.md anew
	swift run martlet explain --markdown > docs/diagnostics.md

theme: ## Take the list of the default theme's files into the program
	Scripts/embed-theme.sh

golden: setup ## Write what the golden sites, commands and guide give anew; review the difference
	MARTLET_GOLDEN=write swift test --filter 'GoldenSiteTests|CommandTests|GuideTests'

screenshots: martlet ## Take pictures of every kind of page (.build/screenshots/)
	@Scripts/screenshots.sh $(MARTLET)

# BENCH has options of Scripts/bench/run.py: make bench BENCH="--sizes 1000 --rounds 5"
bench: martlet ## Time Martlet beside Hugo and a C program; docs/benchmarks.md
	@Scripts/setup.sh python3 python3-venv
	python3 Scripts/bench/run.py --martlet $(MARTLET) $(BENCH)

# BENCH has options of Scripts/bench/serve.py here: make bench-serve BENCH="--sizes 1000"
bench-serve: martlet ## Time from a save to the changed page in a browser, beside Hugo's server
	@Scripts/setup.sh python3 python3-venv
	@Scripts/judges.sh --version >/dev/null
	.build/judges/venv/bin/python Scripts/bench/serve.py --martlet $(MARTLET) $(BENCH)

clean: ## Remove what was built
	rm -rf .build
