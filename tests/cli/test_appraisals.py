"""Appraisals on the line: figures, and a formula that counts from a day on."""

import json

import pytest

from tests.cli.conftest import Run

WEIGHTS = ("--exams", "50", "--quality", "30", "--practice", "20", "--days", "40", "--from", "2099-01-01")


def test_a_formula_is_set_with_its_reason_and_stands_beside_the_shipped_one(
    run: Run, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("accounts", "roles", "root", "administrator", "trainer") == 0
    assert run("appraisals", "weigh", *WEIGHTS, "--reason", "so decided") == 0
    assert run("appraisals", "weigh", "--exams", "90", *WEIGHTS[2:], "--reason", "too much") != 0
    capsys.readouterr()
    assert run("appraisals", "list", "--json") == 0
    found = json.loads(capsys.readouterr().out)
    assert [(one["from"], one["reason"]) for one in found["formulas"]] == [("2099-01-01", "so decided"), (None, "")]
    assert found["figures"][0]["total"] is None
    assert run("appraisals", "list") == 0
    assert capsys.readouterr().out.startswith("Root\t–\t")
