"""Exams on the line: the bank is filled, an exam is set, a file of answers is graded."""

import json
from pathlib import Path

import pytest

from app.scripts_library.emitter import emit
from tests.cli.conftest import Run
from tests.services.drilled import FLU, OPEN

WINDOW = ("--from", "2026-03-02T08:00:00+0800", "--to", "2026-03-06T18:00:00+0800")


@pytest.fixture
def trainer(run: Run, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    folder = tmp_path / "scripts"
    folder.mkdir()
    for one in (OPEN, FLU):
        (folder / f"{one.key}.md").write_text(emit(one), encoding="utf-8")
    assert run("accounts", "roles", "root", "administrator", "trainer") == 0
    assert run("scripts", "import", str(folder), "--publish") == 0
    capsys.readouterr()
    return run


def test_a_file_of_answers_is_graded_line_by_line(
    trainer: Run, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "answers.csv"
    file.write_text("id,script,language,answer\n1,open,en,opens at 8 in the morning\n2,open,zh,早上9点开门\n")
    assert trainer("exams", "grade", str(file), "--json") == 0
    first, second = map(json.loads, capsys.readouterr().out.splitlines())
    assert (first["score"], second["score"]) == (0.75, 0.0)
    assert second["points"][0] == {"point": "k1", "verdict": "miss", "fault": "figure"}
    lines = tmp_path / "answers.jsonl"
    lines.write_text('{"id": "3", "script": "gone", "answer": "x"}\n')
    assert trainer("exams", "grade", str(lines)) == 1
    assert capsys.readouterr().out == "3\tgone\t–\t\n"


def test_an_exam_is_drawn_from_the_bank(trainer: Run, capsys: pytest.CaptureFixture[str]) -> None:
    assert trainer("exams", "set", "Week", *WINDOW, "--draw", "consult=3") == 1
    assert trainer("exams", "fill-bank") == 0
    assert "added" in capsys.readouterr().err
    assert (
        trainer("exams", "set", "Week", *WINDOW, "--draw", "consult:mcq=2", "--draw", "consult=2", "--seed", "7") == 0
    )
    exam = capsys.readouterr().out.strip()
    assert trainer("exams", "results", exam, "--json") == 0
    assert json.loads(capsys.readouterr().out) == {"sittings": [], "figures": None}
    assert trainer("exams", "results", exam) == 0
    assert trainer("exams", "certificate", exam) == 1  # nobody passed
    assert trainer("exams", "set", "Week", *WINDOW, "--draw", "consult:riddle=2") == 2
    assert trainer("exams", "set", "Week", *WINDOW, "--draw", "consult@hopeless=2") == 2
    assert trainer("exams", "set", "Easy", *WINDOW, "--draw", "consult@easy=1") == 0
