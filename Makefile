# `make serve` and `make test` set everything up by themselves; they need Python 3.11 or newer and make.
PYTHON ?= python3
# Where only the site is made, requirements-site.lock is enough.
REQUIREMENTS ?= requirements.lock
# Programs of the environment are started as modules: their own first line breaks where the path has a space in it.
PY := .venv/bin/python
# A run starts Python many times: each may read what the first one compiled, also where that was turned off.
unexport PYTHONDONTWRITEBYTECODE
# A file of tests stays with one worker, but for those that tests/hulp/ronde.py deals out.
RONDE := -n auto --maxprocesses 4 --dist loadfile --no-loadscope-reorder
# The theme prints an announcement about its future on every command.
export NO_MKDOCS_2_WARNING := 1

.PHONY: serve oefenen beheer test unit site check lint bench lock audit runtime clean

serve: .venv/klaar
	$(PY) -m mkdocs serve --dev-addr 127.0.0.1:8000

# Six exercises on invented clients, at the day of their own story; the copy in .oefenen/ is the learner's to break.
PEILDATUM ?= 2026-09-14
oefenen: .venv/klaar
	$(PY) -m macros oefening --klaarzetten
	HANDBOEK_ACCOUNTS=.oefenen HANDBOEK_PEILDATUM=$(PEILDATUM) $(PY) -m mkdocs serve --dev-addr 127.0.0.1:8001

# Change something on a page and hand it in, at a git server that exists only while this runs; Ctrl-C removes it.
beheer: .venv/klaar
	$(PY) tests/smederij/nagemaakt/beheer.py

test: .venv/klaar
	$(PY) -m ruff check
	$(PY) -m ruff format --check
	$(PY) -m mypy
	$(PY) -m pytest $(RONDE)

# What needs no site and no browser, for while you work.
unit: .venv/klaar
	$(PY) -m pytest -q -m "not site" $(RONDE)

# With what changed since readers last looked, where git has the whole history; a part of it says nothing, and that.
site: .venv/klaar
	-@$(PY) -m macros geschiedenis
	$(PY) -m mkdocs build --strict

check: .venv/klaar
	$(PY) -m macros check

# The whole takes hours on two cores; make bench BENCH="--aantallen 14 --rondes 1 --delen vergelijking" a minute.
bench: .venv/klaar
	$(PY) tests/bench/bench.py $(BENCH)

# Rewrites the lock files after a change of the dependencies in pyproject.toml; the small one is a part of the other.
COMPILE := $(PY) -m uv pip compile --universal --python-version 3.11 --extra site --generate-hashes \
	--no-emit-index-url --no-header --no-annotate --quiet
lock: .venv/klaar
	$(COMPILE) --extra dev --output-file requirements.lock pyproject.toml
	$(COMPILE) --constraint requirements.lock --output-file requirements-site.lock pyproject.toml

# Asks the package index which known vulnerabilities the exact packages of the lock files have. Needs the network, so it
# is no part of `make test`; --strict makes an index that cannot be asked a failure and not a silence.
AUDIT := .cache/audit
audit:
	$(PYTHON) -m venv $(AUDIT)
	$(AUDIT)/bin/python -m pip install --quiet --disable-pip-version-check pip-audit==2.10.1
	$(AUDIT)/bin/python -m pip_audit --strict --disable-pip --require-hashes -r requirements.lock

# Takes over the Python for the browser again; the only thing here that needs Node and npm.
runtime: .venv/klaar
	$(PY) -m macros.bewerken.vernieuwen

clean:
	rm -rf .venv site

.venv/klaar: $(REQUIREMENTS) pyproject.toml
	$(PYTHON) -c "import sys; sys.exit(sys.version_info < (3, 11) and 'Python 3.11 or newer is needed; set PYTHON=…')"
	$(PYTHON) -m venv .venv
	$(PY) -m pip install --quiet --disable-pip-version-check --require-hashes -r $(REQUIREMENTS)
	$(PY) -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	touch $@
