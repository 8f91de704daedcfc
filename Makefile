PYTHON ?= python3

.PHONY: run test check bench shots translations
run test check bench shots translations:
	$(PYTHON) .ci/dev.py $@
