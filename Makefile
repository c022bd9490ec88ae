# Two commands are enough on a fresh machine with python3, make and git:
#   make run    sets everything up, makes a synthetic instance in out/site and serves it on 127.0.0.1 (PORT=8000)
#   make test   sets everything up and passes every test
SHELL := /bin/sh
# Some shims on PATH exist but cannot run, so a candidate counts only if it runs.
PYTHON ?= $(shell for p in python3.11 python3.12 python3.13 python3 python3.14; do \
  if $$p -c 'import sys, venv, ensurepip; sys.exit(not (3, 11) <= sys.version_info[:2] < (3, 15))' >/dev/null 2>&1; then echo $$p; break; fi; done)
BIN := .venv/bin
UV_VERSION := 0.13.9

PORT ?= 8000
# The synthetic instance of `make run`: its data, its name, and nothing else of the machine.
SITE := QORGAU_DATA="$(CURDIR)/out/site" QORGAU_INSTANCE=demo.qorgau.localhost

.PHONY: run demo-passwords assets check-demo pictures test test-fast test-spark lint bench bench-peers lock clean

run: .stamps/run .stamps/assets
	@$(SITE) $(BIN)/python -m qorgau.portal.first_run
	@exec env $(SITE) $(BIN)/qorgau serve --port $(PORT)

# The accounts of `make run` print their passwords once; this gives them new ones.
demo-passwords: .stamps/run
	@$(SITE) $(BIN)/qorgau demo passwords

assets: .stamps/assets

check-demo: .stamps/run
	$(BIN)/qorgau check demo/custody.csv --map demo/custody.map.yaml --law kz --report out/report.html --json out/check.json --out out/verdicts.csv
	@echo "The report with charts: out/report.html"

# The pictures of the guides, from the demo's stories; needs Chromium (Debian: apt install chromium).
pictures: .stamps/dev .stamps/assets
	$(BIN)/python docs/pictures/make_pictures.py

test: .stamps/dev .stamps/assets lint
	$(BIN)/python -m pytest -n auto --dist worksteal

test-fast: .stamps/dev
	$(BIN)/python -m pytest -q tests/core tests/law

# The whole-record check inside Spark, in local mode; needs Java and an environment of its own (1.3 GB).
test-spark: .venv/bin/uv
	$(BIN)/uv venv -q --allow-existing out/spark-venv
	$(BIN)/uv pip install -q --python out/spark-venv/bin/python --require-hashes -r requirements-spark.txt
	$(BIN)/uv pip install -q --python out/spark-venv/bin/python --no-deps -e .
	out/spark-venv/bin/python -m pytest -q tests/slices/spark

lint: .stamps/dev
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/lint-imports
	$(BIN)/mypy
	$(BIN)/qorgau law lint

bench: .stamps/dev
	$(BIN)/python -m bench

bench-peers: .stamps/dev
	$(BIN)/python -m bench --peers

# npm writes no registry's addresses into its lock (.npmrc).
lock: .stamps/dev
	$(BIN)/uv pip compile -q --upgrade --universal --python-version 3.11 --generate-hashes --no-header --no-annotate requirements.in -o requirements.txt
	$(BIN)/uv pip compile -q --upgrade --universal --python-version 3.11 --generate-hashes --no-header --no-annotate -c requirements.txt requirements-dev.in -o requirements-dev.txt

clean:
	rm -rf .venv .stamps out node_modules src/qorgau/portal/site/static .mypy_cache .ruff_cache .pytest_cache

.venv/bin/uv:
	@test -n "$(PYTHON)" || { echo "Qorgau needs Python 3.11 or later with venv. Install it (Debian: apt install python3 python3-venv) and run make again." >&2; exit 1; }
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install -q --disable-pip-version-check uv==$(UV_VERSION)

.stamps/run: .venv/bin/uv requirements.txt pyproject.toml
	$(BIN)/uv pip install -q --compile-bytecode --require-hashes -r requirements.txt
	$(BIN)/uv pip install -q --no-deps -e .
	@mkdir -p .stamps && touch $@

# Styles, scripts and fonts; Node is the machine's own, or comes through pip with the rest.
.stamps/assets: .stamps/run package-lock.json .npmrc $(shell find frontend -type f -not -name '*.pyc')
	$(BIN)/python frontend/build_assets.py
	@touch $@

.stamps/dev: .stamps/run requirements-dev.txt
	$(BIN)/uv pip install -q --compile-bytecode --require-hashes -r requirements-dev.txt
	@touch $@
