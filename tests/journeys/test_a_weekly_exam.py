"""A whole exam for 30 operators on one machine: set, sat, marked, released, analyzed; and one of them sits it again."""

import random
from datetime import timedelta

import pytest

from app.models.accounts import Person, Role
from app.models.drill_items import DrillKind, Item
from app.models.exams import BlueprintLine, NothingToResit
from app.services import accounts, exam_results, exams, question_bank
from app.services.exams import NewExam
from app.services.office import Office
from tests.desk import NOON, PASSWORD, sign_in
from tests.fakes import FakeClock
from tests.services.drilled import FLU, OPEN, publish

PEOPLE = 30
LINES = (
    BlueprintLine("consult/opening", 2, DrillKind.SAY),
    BlueprintLine("consult/opening", 2, DrillKind.MCQ),
    BlueprintLine("consult/opening", 1, DrillKind.SLOT),
    BlueprintLine("consult/vaccine", 1, DrillKind.BRANCH),
)


def cheap(_password: str) -> str:
    return "nobody signs in with it here"


@pytest.fixture
def people(office: Office, monkeypatch: pytest.MonkeyPatch) -> list[Person]:
    """Thirty operators; hashing their passwords is not what is tried here."""
    sign_in(office, "admin")
    monkeypatch.setattr(accounts, "_hash", cheap)
    for number in range(PEOPLE):
        office.do(accounts.create, f"op{number:02}", f"Operator {number}", PASSWORD, (Role.OPERATOR,))
    publish(office, OPEN, FLU)
    return [sign_in(office, f"op{number:02}") for number in range(PEOPLE)]


def answer(item: Item, *, right: bool) -> dict[str, object]:
    if item.kind is DrillKind.SAY:
        return {"text": "早上8点开门。周末不开门，急诊照常。" if right else "早上9点开门"}
    if item.kind is DrillKind.SLOT:
        return {"text": item.fills["zh"][0] if right else "99"}
    if item.kind is DrillKind.BRANCH:
        return {"chosen": [one.right if right else 1 - one.right for one in item.steps]}
    return {"chosen": list(item.right) if right else [1 - item.right[0]]}


def sit(office: Office, person: Person, exam: bytes, able: float) -> None:
    draw = random.Random(person.name)
    office.sign_in(person)
    paper = office.do(exams.begin, exam, language="zh").value
    for place, question in enumerate(paper.questions):
        given = answer(question.item, right=draw.random() < able)
        office.do(exams.save, paper.sitting, question.version, given, ms=20_000 * (place + 1))
    office.do(exams.hand_in, paper.sitting, ms=180_000)


def passed_by(found: list[exam_results.Result], person: Person) -> bool:
    return any(one.passed and one.person == person.id for one in found)


def test_thirty_operators_sit_an_exam_and_one_sits_it_again(
    office: Office, people: list[Person], clock: FakeClock
) -> None:
    sign_in(office, "chen")
    office.do(question_bank.fill)
    window = NewExam("Week 10", LINES, NOON, NOON + timedelta(days=6), 20, people={one.id: 1.0 for one in people})
    exam = office.do(exams.set_exam, window).value
    for place, person in enumerate(people):
        sit(office, person, exam, 0.1 + 0.9 * place / PEOPLE)
    sign_in(office, "chen")
    assert {one.passed for one in office.ask(exam_results.results, exam)} == {None}
    waiting = office.ask(exam_results.to_mark, exam)
    assert len(waiting) == 3 * PEOPLE  # two answers in words and a gap each
    for one in waiting:
        office.do(exam_results.mark, one.sitting, one.version, points=one.proposal.score)
    office.do(exam_results.release, exam)
    found = office.ask(exam_results.results, exam)
    assert len(found) == PEOPLE
    assert {one.passed for one in found} == {True, False}
    figures = office.ask(exam_results.analysis, exam).figures
    assert (figures.people, len(figures.items)) == (PEOPLE, 6)
    assert 0.3 < figures.alpha < 1
    clock.advance(timedelta(hours=49))
    sit(office, people[0], exam, 1.0)
    with pytest.raises(NothingToResit):
        sit(office, next(one for one in people if passed_by(found, one)), exam, 1.0)
    office.sign_in(people[0])
    assert [one.passed for one in office.ask(exam_results.my_results, exam)] == [False, None]
