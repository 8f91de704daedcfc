PYTHON ?= python3

.PHONY: run test check all bench shots translations
run test check all bench shots translations:
	$(PYTHON) .ci/dev.py $@
