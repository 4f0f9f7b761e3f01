# make run: install, migrate and serve.   make test: the whole suite.   make check: all checks.
SHELL := /bin/bash
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STRIPE ?=
.DEFAULT_GOAL := help
.PHONY: help run test check format lint types contracts lock

help: ## what can be done here
	@grep -E '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

run: $(VENV)/.run ## install what is missing, then serve on http://127.0.0.1:$${PORT:-8000}
	@exec $(BIN)/python manage.py serve --prepare --find --workers --parent

test: $(VENV)/.dev ## the whole suite; REQUIRE=browser,postgres,redis turns skips into failures
	@exec $(BIN)/python -m tests

check: $(VENV)/.dev format lint types contracts test ## format, lint, types, import contracts, tests

format: $(VENV)/.dev
	$(BIN)/ruff format --check .

lint: $(VENV)/.dev
	$(BIN)/ruff check .

types: $(VENV)/.dev
	$(BIN)/mypy

contracts: $(VENV)/.dev
	$(BIN)/lint-imports --no-cache

lock: ## choose new versions of everything (needs uv)
	uv pip compile --universal --generate-hashes --no-header -p 3.11 pyproject.toml -o requirements.lock
	uv pip compile --universal --generate-hashes --no-header -p 3.11 --extra dev pyproject.toml -o requirements-dev.lock

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null \
	  || { echo "Python 3.11 or newer is needed, not $$($(PYTHON) --version 2>/dev/null || echo none). Try: make PYTHON=python3.11 $(MAKECMDGOALS)"; exit 1; }
	@[ -w . ] || { echo "This folder is read-only: copy the project to where you may write."; exit 1; }
	@echo "Making $(VENV) ..."
	@$(PYTHON) -m venv $(VENV) || { rm -rf $(VENV); echo "Python's venv module is missing. On Debian and Ubuntu: apt install python3-venv"; exit 1; }

$(VENV)/.run: requirements.lock | $(VENV)/bin/python
	@echo "Installing what the product needs (about half a minute) ..."
	@$(BIN)/python -m pip install --disable-pip-version-check --no-deps --require-hashes --progress-bar on -r requirements.lock
	@touch $@

$(VENV)/.dev: requirements-dev.lock | $(VENV)/bin/python
	@echo "Installing what the tests need ..."
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --require-hashes -r requirements-dev.lock
	@touch $@ $(VENV)/.run
