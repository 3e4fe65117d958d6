# Everything a person needs: `make demo` shows the main job, `make test` proves it.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
RUN_READY := $(VENV)/.run-ready
DEV_READY := $(VENV)/.dev-ready
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet

.PHONY: demo test lint messages golden bench fuzz clean

demo: $(RUN_READY)
	$(BIN)/paja batch examples/innovaatio-akatemia -o build/demo

test: $(DEV_READY)
	$(BIN)/python -m pytest -n auto --cov --cov-report=
	@$(BIN)/coverage report --format=total --precision=1 | sed 's/^/Branch coverage of everything: /;s/$$/ %/'
	$(BIN)/coverage report --include='pipeline/core/*' --fail-under=95
	$(BIN)/coverage report --include='pipeline/sources/*' --fail-under=95
	$(BIN)/coverage report --include='pipeline/rules/*' --fail-under=95

lint: $(DEV_READY)
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

messages: $(DEV_READY)
	$(BIN)/python -m pipeline.language.update

golden: $(DEV_READY)
	PAJA_UPDATE_GOLDEN=1 $(BIN)/python -m pytest tests/golden -q -p no:randomly

bench: $(DEV_READY)
	$(BIN)/python -m tests.benchmarks --documents 10000

MINUTES ?= 10
fuzz: $(DEV_READY)
	$(BIN)/python -m tests.fuzz --minutes $(MINUTES)

clean:
	rm -rf build dist $(VENV)

$(VENV)/bin/python:
	$(PYTHON) -m venv $(VENV)

$(RUN_READY): requirements.txt pyproject.toml | $(VENV)/bin/python
	$(PIP) install --require-hashes -r requirements.txt
	$(PIP) install --no-deps --no-build-isolation --editable .
	@touch $@

$(DEV_READY): requirements-dev.txt pyproject.toml | $(VENV)/bin/python
	$(PIP) install --require-hashes -r requirements-dev.txt
	$(PIP) install --no-deps --no-build-isolation --editable .
	@touch $@ $(RUN_READY)
