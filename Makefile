# Every target sets up what it needs, asks nothing, and is quick when nothing changed.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --quiet --disable-pip-version-check
TESTS := $(shell find tests -name 'test_*.py' -not -path 'tests/frozen/*')
ROOMS := $(filter-out tests/ tests/ui/,$(sort $(dir $(TESTS)))) $(wildcard tests/test_*.py tests/ui/test_*.py)
AT_ONCE := $(shell nproc 2>/dev/null || sysctl -n hw.ncpu)
CATALOGUES := $(shell find app/texts/locale -name '*.po')

.DEFAULT_GOAL := help
.PHONY: help setup run test lint bench frozen clean

help: ## this list
	@sed -n 's/^\([a-z]*\):.*## /\1\t/p' $(MAKEFILE_LIST)

setup: $(VENV)/.program $(VENV)/.tools $(VENV)/.texts ## make .venv with the locked packages and the program yici

run: $(VENV)/.program $(VENV)/.texts ## a sample hall at work: on the screen, or played into out/ where there is none
	$(BIN)/yici demo

# Each room has a process of its own, as stations do: Qt keeps what a hundred closed event loops left behind.
test: setup $(VENV)/.test-libraries ## every test, on SQLite and on a PostgreSQL of its own
	@printf '%s\n' $(ROOMS) | VENV=$(VENV) xargs -P $(AT_ONCE) -n 1 .ci/test-part

lint: setup ## format, lint, types and layers
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

bench: setup $(VENV)/.test-libraries ## the measurements of docs/benchmarks.md
	QT_QPA_PLATFORM=offscreen $(BIN)/python -m tests.bench

frozen: setup $(VENV)/.test-libraries ## dist/yici, the program with everything in it, started and connected once
	$(BIN)/pyinstaller --noconfirm --log-level ERROR build.spec
	$(BIN)/pytest tests/frozen

clean: ## remove everything that was made here
	rm -rf $(VENV) build dist out *.egg-info .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	find app db ui tests resources \( -name __pycache__ -o -name '*.mo' \) -prune -exec rm -rf {} +

$(VENV)/.python:
	@$(PYTHON) -c 'import sys; sys.exit(not (3, 11) <= sys.version_info < (3, 14))' \
		|| { echo "Python 3.11 to 3.13 is needed; name one: make PYTHON=python3.12" >&2; exit 1; }
	$(PYTHON) -m venv $(VENV)
	@touch $@

$(VENV)/.libraries: .ci/system-libraries $(VENV)/.python
	@.ci/system-libraries
	@touch $@

$(VENV)/.test-libraries: .ci/system-libraries $(VENV)/.python
	@.ci/system-libraries test
	@touch $@

$(VENV)/.program: requirements.txt pyproject.toml $(VENV)/.libraries
	$(PIP) install --require-hashes --only-binary :all: -r requirements.txt
	$(PIP) install --no-index --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/.tools: requirements-dev.txt $(VENV)/.program
	$(PIP) install --require-hashes --only-binary :all: -r requirements-dev.txt
	@touch $@

$(VENV)/.texts: $(CATALOGUES) $(VENV)/.program
	@$(BIN)/python -m app.texts.compile
	@touch $@
