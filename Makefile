# Everything a person needs: `make demo` shows the main job, `make test` proves it.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
RUN_READY := $(VENV)/.run-ready
DEV_READY := $(VENV)/.dev-ready
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet

.PHONY: demo test coverage templates lint messages golden bench fuzz clean

demo: $(RUN_READY)
	$(BIN)/paja batch examples/innovaatio-akatemia -o build/demo

# Tracing doubles the time of a test: what proves reading and rules is traced, the rest is not.
MEASURED := tests/rules tests/generated tests/unit/schemas $(addprefix tests/unit/pipeline/, \
    app checks/tracing core report rules sources)
SUITE := $(BIN)/python -m pytest -n auto

test: $(DEV_READY)
	$(SUITE) --cov --cov-report= $(MEASURED)
	$(BIN)/coverage report --include='pipeline/core/*' --fail-under=95
	$(BIN)/coverage report --include='pipeline/sources/*' --fail-under=95
	$(BIN)/coverage report --include='pipeline/rules/*' --fail-under=95
	$(SUITE) $(addprefix --ignore=,$(MEASURED))

coverage: $(DEV_READY)
	$(SUITE) --cov --cov-report=
	$(BIN)/coverage report

lint: $(DEV_READY)
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

templates: $(DEV_READY)
	$(BIN)/paja templates check --strict

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
