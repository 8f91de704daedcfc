"""Voices and proposals on the line."""

import json

import pytest

from tests.cli.conftest import Run


def test_a_proposal_goes_from_hand_to_hand(run: Run, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("accounts", "roles", "root", "administrator", "supervisor") == 0
    capsys.readouterr()
    assert run("reports", "voices", "--json") == 0
    assert json.loads(capsys.readouterr().out) == []
    assert run("reports", "propose", "A second line at noon", "--text", "Callers wait") == 0
    made = capsys.readouterr().out.strip()
    assert run("reports", "answer", made, "done", "--note", "x") == 1
    assert run("reports", "answer", made, "accepted", "--note", "yes", "--owner", "Li", "--due", "2026-05-01") == 0
    capsys.readouterr()
    assert run("reports", "proposals", "--state", "accepted", "--json") == 0
    (one,) = json.loads(capsys.readouterr().out)
    assert (one["id"], one["owner"], one["due_on"]) == (made, "Li", "2026-05-01")
    assert run("reports", "proposals") == 0
    assert "A second line at noon" in capsys.readouterr().out
    assert run("reports", "comment", "nothing:opinion", "Well said") == 1
