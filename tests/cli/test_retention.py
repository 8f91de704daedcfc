"""Retention from the command line."""

import json

import pytest

from tests.cli.conftest import Run


def test_days_are_set_shown_and_what_is_due_is_redacted(run: Run, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("retention", "set", "searches", "365") == 0
    capsys.readouterr()
    assert run("retention", "show", "--json") == 0
    found = {one["kind"]: one for one in json.loads(capsys.readouterr().out)}
    assert (found["searches"]["days"], found["searches"]["rows"], found["contacts"]["days"]) == (365, 0, None)
    assert run("retention", "redact", "--yes") == 0
    assert run("retention", "set", "searches") == 0


def test_a_preview_tells_kinds_in_words_and_bad_days_are_wrong_usage(
    run: Run, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("retention", "show", "--kind", "contacts", "--days", "90") == 0
    assert "Contacts" in capsys.readouterr().out
    assert run("retention", "set", "contacts", "3") == 2
