"""Questions of a file come into the bank once, and each row is told."""

from collections.abc import Iterable
from pathlib import Path

import pytest

from app.models.drill_items import ItemState
from app.models.errors import NotAllowed
from app.models.question_files import QuestionProblem, RowFate
from app.services import bank_imports, question_bank
from app.services.office import Office
from tests.desk import sign_in
from tests.services.drilled import OPEN, publish

AIKEN = "When do you open?\nA. at 8\nB. at 9\nANSWER: A\n\nNo answer\n"
TABLE = (
    (2, {"prompt_en": "Open on Sunday?", "kind": "say", "script": "open", "points": "k2"}),
    (3, {"prompt_en": "x", "kind": "say", "script": "gone", "points": "k2"}),
    (4, {"prompt_en": "y", "kind": "say", "script": "open", "points": "k9"}),
)


def text(_path: Path) -> str:
    return AIKEN


def table(_path: Path) -> Iterable[tuple[int, dict[str, str]]]:
    return TABLE


@pytest.fixture
def desk(office: Office) -> Office:
    publish(office, OPEN)
    office.outside |= {"read_text": text, "read_sheet": table}
    sign_in(office, "chen")
    return office


def bring(desk: Office, name: str) -> list[bank_imports.RowReport]:
    read = desk.ask(bank_imports.read, Path(name), "consult/opening")
    return desk.do(bank_imports.import_questions, read, source=name).value


def test_a_file_brought_twice_makes_no_second_version(desk: Office) -> None:
    assert [one.fate for one in bring(desk, "a.txt")] == [RowFate.ADDED, RowFate.REJECTED]
    again = bring(desk, "a.txt")
    assert [(one.line, one.fate) for one in again] == [(1, RowFate.UNCHANGED), (6, RowFate.REJECTED)]
    assert bank_imports.counts(again)[RowFate.REJECTED] == 1
    (item,) = desk.ask(question_bank.listed)
    assert (item.topic, item.state, item.number) == ("consult/opening", ItemState.REVIEWED, 1)


def test_a_callers_number_and_name_do_not_become_a_question(desk: Office) -> None:
    said = {"prompt_en": "My name is Rose Miller, 138 1234 5678: open on Sunday?", "kind": "say"}
    gap = {"prompt_en": "Call 0571 8888 6666 from ____ on", "kind": "slot", "fills_en": "8"}
    rows = [(2, {**said, "script": "open", "points": "k2"}), (3, {**gap, "script": "open", "points": "k1"})]
    desk.outside["read_sheet"] = lambda _path: rows
    for fate in (RowFate.ADDED, RowFate.UNCHANGED):
        found = bring(desk, "a.xlsx")
        assert [(one.fate, one.problem) for one in found] == [(fate, QuestionProblem.PRIVATE), (fate, None)]
    assert {one.prompt["en"] for one in desk.ask(question_bank.listed)} == {
        "My name is …, …: open on Sunday?",
        "Call 0571 8888 6666 from ____ on",
    }


def test_a_question_about_a_key_point_needs_its_script(desk: Office) -> None:
    found = bring(desk, "a.xlsx")
    assert [one.problem for one in found] == [None, QuestionProblem.SCRIPT, QuestionProblem.SCRIPT]
    (item,) = desk.ask(question_bank.listed)
    assert (item.script, item.topic) == ("open", "consult/opening")
    sign_in(desk, "wang")
    with pytest.raises(NotAllowed):
        desk.ask(bank_imports.read, Path("a.gift"))
