# make run: decide the sample.  make test: all tests.  make lint: style, types, architecture.  make lock: new pins.
PYTHON ?= python3
BIN := .venv/bin
PIP := $(BIN)/pip --disable-pip-version-check --quiet

.PHONY: run test lint bench lock clean

run: .venv/.run
	@$(BIN)/perwal check
	@$(BIN)/perwal demo

test: .venv/.test
	@$(BIN)/perwal check
	@$(BIN)/perwal test
	@$(BIN)/python -m pytest

lint: .venv/.test
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports --no-cache

.venv/.run: requirements/build.txt requirements/run.txt pyproject.toml
	@$(PYTHON) requirements/machine.py
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv
	@echo "installing locked requirements into .venv ..."
	@$(PIP) install --require-hashes -r requirements/build.txt
	@$(PIP) install --require-hashes --no-build-isolation -r requirements/run.txt
	@$(PIP) install --no-deps --no-build-isolation --editable .
	@touch $@

.venv/.test: .venv/.run requirements/test.txt
	@echo "installing what the tests need ..."
	@$(PYTHON) requirements/programs.py
	@$(PIP) install --require-hashes --no-build-isolation -r requirements/test.txt
	@touch $@

bench: .venv/.bench
	@$(BIN)/python benchmarks/single.py
	@$(BIN)/python benchmarks/service.py
	@$(BIN)/python benchmarks/registry.py
	@$(BIN)/python benchmarks/mutation.py
	@$(BIN)/python benchmarks/allocation.py
	@$(BIN)/python benchmarks/impact.py

.venv/.bench: .venv/.run requirements/bench.txt
	@$(PIP) install --require-hashes --no-build-isolation -r requirements/bench.txt
	@touch $@

# Needs uv. Names packages and hashes only.
lock:
	@for name in build run test bench; do \
	  uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
	    --no-header --no-annotate --upgrade requirements/$$name.in --output-file requirements/$$name.txt || exit 1; \
	done

clean:
	rm -rf .venv build dist hasil
