"""Pass marks by judges on the line."""

import json
from pathlib import Path

import pytest

from app import bootstrap
from app.outside.key_choice import KeyChoice
from tests.cli.conftest import Run
from tests.cli.test_exam_marks import set_for_wang


def test_a_judge_rates_every_question_and_makes_the_pass_mark(
    run: Run, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    house = bootstrap.open_house(folder, KeyChoice(key_file=folder.parent / "key"))
    exam = set_for_wang(house.office).hex()
    house.close()
    assert run("--as", "chen", "exams", "rate", exam) == 0
    answers = [line.split("\t")[0] for line in capsys.readouterr().out.splitlines()]
    for one in answers:
        assert run("--as", "chen", "exams", "rate", exam, one, "65") == 0
    assert run("--as", "chen", "exams", "rate", exam, "--json") == 0
    told = json.loads(capsys.readouterr().out)
    assert told["forms"] == [{"pass": 65.0, "judges": 1, "spread": None, "begun": 0}] * 2
    assert {one["percent"] for one in told["questions"]} == {65.0}
    assert run("--as", "chen", "exams", "rate", exam, answers[0]) == 2
    assert run("--as", "chen", "exams", "rate", exam, answers[0], "101") == 2
