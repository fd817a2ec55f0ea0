# The commands of the project. Each works from a bare clone; `make` alone lists them.
PYTHON ?= python3
BIN := .venv/bin
ARGS ?=

# Python keeps what it has compiled, whatever the machine says: the tests start hundreds of programs.
unexport PYTHONDONTWRITEBYTECODE

.DEFAULT_GOAL := help
.PHONY: help install install-dev install-system run test check fix soak test-distributed bench docs messages reference sbom clean

help: ## list the commands
	@awk -F ':.*## ' '/^[a-z-]+:.*## /{printf "  make %-18s %s\n", $$1, $$2}' Makefile

install: ## make .venv with the program in it (needs only Python and a package index)
	@$(PYTHON) tools/install.py run

install-dev:
	@$(PYTHON) tools/install.py develop

install-system:
	@$(PYTHON) tools/system.py postgresql chromium

run: install ## open the example region in a browser
	@$(BIN)/seutu demo $(ARGS)

test: install-dev install-system ## run every test: SQLite, PostgreSQL, browser
	@$(BIN)/python tools/run_tests.py $(ARGS)

check: install-dev ## style, types, layers, sizes, translations, migrations, documents, licences
	@$(BIN)/python tools/check.py $(ARGS)

fix: install-dev ## let ruff format and mend what it can
	@$(BIN)/ruff format . && $(BIN)/ruff check --fix .

soak: install-dev install-system ## run the long trials in full (hours)
	@SEUTU_SOAK=all $(BIN)/python tools/run_tests.py --soak-only $(ARGS)

test-distributed: ## run the warehouse formulas on Spark too (needs Java; skipped without)
	@$(PYTHON) tools/run_distributed.py $(ARGS)

bench: install-dev ## measure beside peers; results in build/benchmarks/
	@$(PYTHON) tools/install.py bench
	@$(BIN)/python benchmarks/run_all.py $(ARGS)

docs: install-dev ## build the documents into build/docs/
	@$(BIN)/sphinx-build -W --keep-going -q -b html docs build/docs
	@echo "build/docs/index.html"

messages: install-dev ## gather the texts of the pages for translation and compile them
	@$(BIN)/python tools/messages.py

reference: install-dev ## write the reference of settings and commands from the program
	@$(BIN)/python tools/reference.py

sbom: ## write the list of all parts, CycloneDX, to build/sbom.json
	@$(PYTHON) tools/sbom.py

clean: ## remove what the commands made, except .venv
	@rm -rf build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache
