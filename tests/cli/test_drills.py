"""The drill of a day on the line."""

import json
from pathlib import Path

import pytest

from app.scripts_library.emitter import emit
from tests.cli.conftest import Run
from tests.services.drilled import OPEN


def test_what_is_due_today_is_listed_with_its_reason(
    run: Run, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "open.md").write_text(emit(OPEN), encoding="utf-8")
    assert run("accounts", "roles", "root", "administrator", "operator") == 0
    assert run("scripts", "import", str(tmp_path / "open.md"), "--publish") == 0
    capsys.readouterr()
    assert run("drills", "due", "--days", "3", "--json") == 0
    found = json.loads(capsys.readouterr().out)
    assert [(one["point"], one["reason"]) for one in found["cards"]] == [("k1", "new"), ("k2", "new")]
    assert [one["cards"] for one in found["load"]] == [0, 0, 0]
    assert run("drills", "due") == 0
    out = capsys.readouterr()
    assert "open\tk1\tconsult/opening\tnew" in out.out
    assert "2 questions are left today, 0 are done." in out.err


def test_nothing_is_stuck_and_a_card_that_is_not_there_is_refused(run: Run, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("accounts", "roles", "root", "administrator", "trainer") == 0
    capsys.readouterr()
    assert run("drills", "stuck", "--json") == 0
    assert json.loads(capsys.readouterr().out) == {"cards": []}
    assert run("drills", "stuck", "--person", "Root", "--card", "open/k1", "--note", "Talked") != 0


def test_a_contest_is_too_small_for_one_person_but_tells_their_own_wish(
    run: Run, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("accounts", "roles", "root", "administrator", "trainer") == 0
    capsys.readouterr()
    assert run("drills", "contest", "--draw") != 0
    assert "a contest needs 12" in capsys.readouterr().err
    assert run("drills", "contest", "--show", "--alias", "Sun") == 0
    assert "No teams are drawn this month." in capsys.readouterr().err
    assert run("drills", "contest", "--json") == 0
    found = json.loads(capsys.readouterr().out)
    assert (found["teams"], found["best"], found["mine"]["answers"]) == ([], [], 0)
