# On a machine with CPython 3.11 or newer and make, each target sets up what it needs in .venv:
#
#   make demo     parse the texts and pages of examples/ and explain one of each
#   make test     everything that must hold before a change is merged (minutes)
#   make coverage which lines of the package no test reaches (longer than make test)
#   make deep     the laws on many more random documents (longer)
#   make fuzz     inputs that coverage guides, through every door (an hour; MINUTES=5 for less, DOOR=text for one)
#   make bench    speed, memory and time to import, and other libraries on the same pages
#   make heldout  figures by outlets left out (minutes)
#   make soak     a conversion that is killed 100 times at random (minutes)
#   make engines  the recipes for datasets, Spark, Ray, datatrove, scrapy-poet and CAMeL Tools; needs Java (minutes)
#   make wheel-test  every command and example of README and docs, from the built wheel, in a new environment (minutes)
#   make docs     the documentation, in docs/_build/html
#
# Another interpreter: make test PYTHON=python3.13

PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
RUN    := $(VENV)/.installed
DEV    := $(VENV)/.installed-dev
DEMO   := examples/egyptian-portal.txt examples/pages/modern.html
PLUGIN := $(VENV)/plugin
PEERS  := .venv-peers
MINUTES ?= 60
DOOR   ?=
ENGINES := .venv-engines
WHEEL := .venv-wheel

.PHONY: heldout weights demo test coverage deep fuzz soak engines bench docs lint clean wheel-test
.DEFAULT_GOAL := test

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "arnews needs Python 3.11 or newer: make PYTHON=python3.11")'
	$(PYTHON) -m venv $(VENV)

# The stamps make the second run quick. pip learned --group in 25.1.
$(RUN): pyproject.toml | $(BIN)/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --upgrade "pip>=25.1"
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	@touch $@

$(DEV): pyproject.toml $(RUN)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --group dev
	@touch $@

# The example of a plug-in is installed apart from the others: what the tests see must not depend on it.
$(PLUGIN): $(shell find examples/plugin -type f -not -path '*/.*' -not -name '*.pyc') $(DEV)
	@rm -rf $@
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --target $@ ./examples/plugin
	@touch $@

demo: $(RUN)
	@$(BIN)/arnews parse --format summary examples/*.txt examples/pages/*.html
	@for file in $(DEMO); do $(BIN)/arnews explain --brief $$file; done

lint: $(DEV)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

test: lint $(PLUGIN)
	$(BIN)/python -m pytest -q -n auto --dist worksteal
	cd examples/plugin && PYTHONPATH="$(CURDIR)/$(PLUGIN)" "$(CURDIR)/$(BIN)/python" -m pytest -q
	$(BIN)/sphinx-build -q -W -n -b html docs docs/_build/html

# Figures by outlets left out: minutes; the labeled documents are beside the project (ARNEWS_SHARED).
heldout: $(DEV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --group training
	$(BIN)/python -m training.heldout

# The weights of the labeler, made again.
weights: $(DEV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --group training
	$(BIN)/python -m training.lists
	$(BIN)/python -m training.title
	$(BIN)/python -m training.lines

coverage: $(DEV)
	$(BIN)/python -m coverage erase
	$(BIN)/python -m coverage run -m pytest -q -n auto --dist worksteal
	$(BIN)/python -m coverage combine --quiet
	$(BIN)/python -m coverage report

deep: $(DEV)
	HYPOTHESIS_PROFILE=deep $(BIN)/python -m pytest -q -m "deep or not deep" tests/property tests/unit/test_hostile_memory.py

fuzz: $(DEV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --group fuzz
	$(BIN)/python -m fuzz --minutes $(MINUTES) $(DOOR)

soak: $(DEV)
	ARNEWS_KILLS=100 $(BIN)/python -m pytest -q tests/unit/test_corpus_kills.py

# The wheel is built from the source distribution and tested in its tree, without src. Commands that install something
# are run, too.
wheel-test:
	rm -rf $(WHEEL)
	$(PYTHON) -m venv $(WHEEL)
	$(WHEEL)/bin/python -m pip install --quiet --disable-pip-version-check --upgrade "pip>=25.1" build
	$(WHEEL)/bin/python -m build --outdir $(WHEEL)/dist
	mkdir $(WHEEL)/tree
	tar -xf $(WHEEL)/dist/*.tar.gz -C $(WHEEL)/tree --strip-components 1
	rm -r $(WHEEL)/tree/src
	cd $(WHEEL)/tree && ../bin/python -m pip install --quiet --disable-pip-version-check --group test ../dist/*.whl
	cd $(WHEEL)/tree && ARNEWS_WHEEL="$(CURDIR)/$(WHEEL)" ../bin/python -m pytest -q tests/docs

# Seven gigabytes of engines, in an environment of their own: CAMeL Tools brings PyTorch.
$(ENGINES)/.installed: pyproject.toml | $(BIN)/python
	$(PYTHON) -m venv $(ENGINES)
	$(ENGINES)/bin/python -m pip install --quiet --disable-pip-version-check --upgrade "pip>=25.1"
	$(ENGINES)/bin/python -m pip install --quiet --disable-pip-version-check --editable ".[arrow,warc]" --group engines
	@touch $@

engines: $(ENGINES)/.installed
	ARNEWS_ENGINES=1 $(ENGINES)/bin/python -m pytest -q -W default tests/engines

# One after the other, because some of them cannot be installed everywhere; the table says which is missing.
$(PEERS)/.installed: benchmarks/peers.txt pyproject.toml | $(BIN)/python
	$(PYTHON) -m venv $(PEERS)
	$(PEERS)/bin/python -m pip install --quiet --disable-pip-version-check --upgrade "pip>=25.1"
	$(PEERS)/bin/python -m pip install --quiet --disable-pip-version-check --editable .
	@grep -v '^#' benchmarks/peers.txt | while read -r peer; do \
		$(PEERS)/bin/python -m pip install --quiet --disable-pip-version-check "$$peer" || echo "$$peer: not installed"; done
	@touch $@

bench: $(DEV) $(PEERS)/.installed
	$(BIN)/python -m arnews.compiling
	$(BIN)/python -m benchmarks

docs: $(DEV)
	$(BIN)/sphinx-build -W -n -b html docs docs/_build/html

clean:
	rm -rf $(VENV) $(PEERS) $(ENGINES) $(WHEEL) docs/_build dist .hypothesis .mypy_cache .pytest_cache .ruff_cache
	find src tests benchmarks docs examples -name __pycache__ -type d -prune -exec rm -rf {} +
