# `make serve` and `make test` set everything up by themselves; they need Python 3.11 or newer and make.
PYTHON ?= python3
BIN := .venv/bin
# The theme prints an announcement about its future on every command.
export NO_MKDOCS_2_WARNING := 1

.PHONY: serve oefenen test site check lint bench lock clean

serve: .venv/klaar
	$(BIN)/mkdocs serve --dev-addr 127.0.0.1:8000

# Six exercises on invented clients, at the day of their own story; the copy in .oefenen/ is the learner's to break.
PEILDATUM ?= 2026-09-14
oefenen: .venv/klaar
	$(BIN)/handboek oefening --klaarzetten
	HANDBOEK_ACCOUNTS=.oefenen HANDBOEK_PEILDATUM=$(PEILDATUM) $(BIN)/mkdocs serve --dev-addr 127.0.0.1:8001

test: .venv/klaar
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/pytest

site: .venv/klaar
	$(BIN)/mkdocs build --strict

check: .venv/klaar
	$(BIN)/handboek check

bench: .venv/klaar
	$(BIN)/python tests/bench/bench.py

# Rewrites the lock file after a change of the dependencies in pyproject.toml.
lock: .venv/klaar
	$(BIN)/uv pip compile --universal --python-version 3.11 --extra dev --generate-hashes --no-emit-index-url \
		--no-header --no-annotate --quiet --output-file requirements.lock pyproject.toml

clean:
	rm -rf .venv site

.venv/klaar: requirements.lock pyproject.toml
	$(PYTHON) -c "import sys; sys.exit(sys.version_info < (3, 11) and 'Python 3.11 or newer is needed; set PYTHON=…')"
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	touch $@
