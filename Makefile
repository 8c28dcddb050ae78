# Set-up, checks and publishing. Needs GNU make 3.81 or later and Python 3.11 or later; installs the rest.

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.SUFFIXES:
.PHONY: accept bench clean fix fuzz gallery help lock publish system-packages test

bin := .venv/bin

# An environment whose Python has gone, as after an upgrade by Homebrew, is built anew.
$(shell test -x $(bin)/python || rm -f .venv/.installed)

publish: .venv/.installed ## Build the documents of all partnerships into output/
	$(bin)/publisher build

test: .venv/.installed ## Run the formatter's check, the linter, the type checker, the import layers and the tests
	$(bin)/ruff format --check
	$(bin)/ruff check
	$(bin)/mypy
	$(bin)/lint-imports --no-logo
	$(bin)/pytest

fix: .venv/.installed ## Format the code and mend what the linter can mend
	$(bin)/ruff format
	$(bin)/ruff check --fix

gallery: .venv/.installed ## Show a sample in every layout of every partnership: output/gallery.html
	$(bin)/python scripts/gallery.py

accept: .venv/.installed ## Rewrite the expected outputs of the tests from what the program makes now
	$(bin)/pytest --accept

bench: .venv/.installed .venv/bench/.installed ## Measure start-up, checking and publishing, beside other tools
	$(bin)/python bench/startup.py
	$(bin)/python bench/check.py
	$(bin)/python bench/readability.py
	$(bin)/python bench/publish.py

# The tools that are compared with are no part of the project: they have an environment of their own.
.venv/bench/.installed: bench/requirements.txt
	$(bin)/python -m venv .venv/bench
	.venv/bench/bin/pip install --quiet --disable-pip-version-check --only-binary :all: --requirement bench/requirements.txt
	@touch $@

# Each target for a minute by atheris, where it has a wheel for this Python, and for as long as it takes by hypothesis,
# which searches at random in all tests that it makes the examples for; `make test` tries the same ones each time.
fuzz: .venv/.installed ## Try hostile sources, folders and imports for five minutes; what fails is kept in tests/fuzz/corpus
	if $(bin)/python -m pip install --quiet --disable-pip-version-check --only-binary :all: --target .venv/fuzz \
		--upgrade atheris==3.0.0; then \
		for target in source checking markdown folder importing; do \
			PYTHONPATH=.:.venv/fuzz $(bin)/python -m tests.fuzz.fuzz $$target 60 || exit 1; \
		done; \
	else echo 'There is no atheris for this Python; hypothesis goes on alone.'; fi
	PUBLISHER_FUZZ_EXAMPLES=1000 $(bin)/pytest -m hypothesis

# Keeps the pinned versions that still fit pyproject.toml; without the lock files, takes the newest that fit.
# requirements.lock has what the program needs and what installs it; requirements-dev.lock has the tools for work on it too.
compile = $(bin)/python -m uv pip compile pyproject.toml --universal --python-version 3.11 --only-binary :all: \
	--generate-hashes --quiet --custom-compile-command 'make lock'
lock: $(bin)/python ## Bring requirements.lock and requirements-dev.lock in line with pyproject.toml
	$(bin)/python -m pip install --quiet --disable-pip-version-check uv==0.13.8
	$(compile) --group build --output-file requirements.lock
	$(compile) --group dev --constraint requirements.lock --output-file requirements-dev.lock

clean: ## Remove the environment, the caches and the built documents
	rm -rf .venv .mypy_cache .pytest_cache .ruff_cache .import_linter_cache .hypothesis output/*
	find publisher tests bench -name __pycache__ -prune -exec rm -rf {} +

help: ## Say what there is to make
	@sed -n 's/^\([a-z][a-z-]*\):.*## /\1|/p' $(MAKEFILE_LIST) | awk -F '|' '{ printf "%-10s %s\n", $$1, $$2 }'

# Wheels only: nothing is compiled, and nothing runs that the lock file does not name.
.venv/.installed: $(bin)/python requirements-dev.lock pyproject.toml
	@echo 'Installing Python packages into .venv'
	$(bin)/python -m pip install --quiet --disable-pip-version-check --require-hashes --only-binary :all: \
		--requirement requirements-dev.lock
	$(bin)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	$(bin)/python -m pip check --quiet --disable-pip-version-check
	@touch $@

$(bin)/python: | system-packages
	@python=$$(scripts/find-python) && "$$python" -m venv --clear .venv

system-packages:
	@scripts/system-packages
