"""Marks and appeals on the line: what waits, who disagrees, and somebody else decides."""

import json
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from app import bootstrap
from app.models.accounts import Role
from app.outside.key_choice import KeyChoice
from app.services import accounts, exams, question_bank
from app.services.exams import NewExam
from app.services.office import Office
from tests.cli.conftest import PASSWORD, Run
from tests.desk import sign_in
from tests.services.drilled import FLU, OPEN, publish
from tests.services.examined import LINES, sit

PEOPLE = {"chen": (Role.TRAINER, Role.SUPERVISOR), "li": (Role.TRAINER,), "wang": (Role.OPERATOR,)}


def set_for_wang(office: Office) -> bytes:
    """Make trainers and an operator, and set an exam for the operator alone."""
    sign_in(office, "root")
    for name, roles in PEOPLE.items():
        office.do(accounts.create, name, name.title(), PASSWORD, roles)
    publish(office, OPEN, FLU)
    sign_in(office, "chen")
    office.do(question_bank.fill)
    now = office.clock.now()
    (wang,) = (one.id for one in office.ask(exams.operators) if one.name == "wang")
    new = NewExam("Week", LINES, now, now + timedelta(days=1), 10, seed=3, people={wang: 1.0})
    return office.do(exams.set_exam, new).value


@pytest.fixture
def exam(folder: Path) -> str:
    """An exam that wang, for whom alone it is, has handed in."""
    house = bootstrap.open_house(folder, KeyChoice(key_file=folder.parent / "key"))
    made = set_for_wang(house.office)
    sit(house.office, made, "wang")
    house.close()
    return made.hex()


def _said(capsys: pytest.CaptureFixture[str]) -> Any:
    return json.loads(capsys.readouterr().out)


def _release(exam: str, folder: Path) -> None:
    from app.services import exam_results

    house = bootstrap.open_house(folder, KeyChoice(key_file=folder.parent / "key"))
    sign_in(house.office, "chen")
    house.office.do(exam_results.release, bytes.fromhex(exam))
    house.close()


def test_a_mark_is_given_appealed_and_decided_by_another_person(
    run: Run, exam: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("--as", "chen", "exams", "marks", exam, "--json") == 0
    waiting = _said(capsys)
    for waits in waiting:
        place = (waits["sitting"], waits["answer"])
        assert run("--as", "chen", "exams", "mark", *place, "0.5", "--note", "half of it") == 0
    _release(exam, folder)
    assert run("--as", "wang", "exams", "answers", exam, "--json") == 0
    assert [one["points"] for one in _said(capsys) if one["marked"]] == [0.5] * len(waiting)
    assert run("--as", "wang", "exams", "appeal", *place, "I said both") == 0
    assert run("--as", "chen", "exams", "mark", *place, "1") == 1
    capsys.readouterr()
    assert run("--as", "li", "exams", "marks", exam, "--appeals") == 0
    assert capsys.readouterr().out.rstrip().endswith("I said both")
    assert run("--as", "li", "exams", "mark", *place, "1") == 0
    assert run("--as", "wang", "exams", "answers", exam) == 0
    assert "\t1.0\t" in next(line for line in capsys.readouterr().out.splitlines() if waits["answer"] in line)


def test_what_is_no_id_or_no_share_is_said(run: Run, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("exams", "marks", "week") == 2
    assert "“week” is no id" in capsys.readouterr().err
    assert run("exams", "mark", "00", "00", "7") == 2
