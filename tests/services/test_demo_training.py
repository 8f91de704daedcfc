"""The demo's tabs of training have something to show, and each fact is in the name of whoever did it."""

from collections.abc import Iterator
from importlib.resources import as_file, files
from itertools import islice
from pathlib import Path
from random import Random

import pytest

from app.models.accounts import Role
from app.models.contacts import Outcome
from app.models.drill_items import DrillKind, Item, Step
from app.outside.script_files import sources
from app.services import (
    accounts,
    contacts,
    contests,
    courses,
    demo_training,
    evaluations,
    exam_desk,
    exam_results,
    exams,
    quality_desk,
)
from app.services.office import Office
from app.services.script_imports import import_scripts
from app.store import rebuild
from tests.desk import NOON, PASSWORD, draft, opened, sign_in
from tests.fakes import FakeClock
from tests.scripts_library.making import small


@pytest.fixture(scope="module")
def desk(template: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    """A desk with a few shipped scripts and two more operators, its training filled; nothing here changes it."""
    with opened(template, tmp_path_factory.mktemp("trained"), FakeClock(NOON)) as office:
        for number in range(3):
            office.do(contacts.finalize, draft(id=bytes([number]) * 16), Outcome.ANSWERED)
        admin = sign_in(office, "admin")
        for name in ("a", "b"):
            office.do(accounts.create, name, name.upper(), PASSWORD, (Role.OPERATOR,))
        sign_in(office, "chen")
        with as_file(files("resources").joinpath("scripts")) as folder:
            office.do(import_scripts, list(islice(sources([folder]), 0, 52, 4)), publish=True)
        trainer, supervisor = sign_in(office, "chen"), sign_in(office, "li")
        office.sign_in(admin)
        office.do(demo_training.fill, Random(1), trainer=trainer, supervisor=supervisor)
        yield office


def test_every_operator_practiced_in_their_own_name(desk: Office) -> None:
    found = desk.store.rows.all("SELECT count(DISTINCT day) FROM review GROUP BY operator /* whole: a test */")
    assert len(found) == 3
    assert all(days >= 7 for (days,) in found)
    assert rebuild.check_chain(desk.store.rows).sound


def test_exams_are_out_and_one_is_open_and_waits_for_marks(desk: Office) -> None:
    sign_in(desk, "chen")
    running, *past = sorted(desk.ask(exam_desk.listed), key=exam_desk_state)
    assert ([(one.sat, one.waiting) for one in past], running.sat) == ([(3, 0)] * 3, 2)
    assert running.waiting > 0
    shares = [one.share for exam in past for one in desk.ask(exam_results.results, exam.exam.id)]
    assert 0.5 < sum(shares) / len(shares) < 1.0


def exam_desk_state(line: exam_desk.ExamLine) -> bool:
    return line.exam.released_at is not None


def test_the_operator_of_the_demo_can_sit_the_open_exam(desk: Office) -> None:
    sign_in(desk, "wang")
    assert [one.may_begin for one in desk.ask(exams.mine)] == [False, False, True]  # the oldest is two months past


def test_an_appeal_waits_for_another_evaluator(desk: Office) -> None:
    sign_in(desk, "wang")
    assert sum(one.appeal is not None for one in desk.ask(evaluations.mine)) == 1
    sign_in(desk, "chen")
    assert desk.ask(quality_desk.queue)[0].reason.value == "appeal"
    assert desk.ask(evaluations.figures).agreement is not None


def test_some_want_to_be_seen_in_the_contest(desk: Office) -> None:
    sign_in(desk, "wang")
    found = desk.ask(contests.board)
    assert found.teams == ()  # five people are too few
    assert found.entry.shown


def test_courses_were_attended_and_a_question_waits(desk: Office) -> None:
    sign_in(desk, "wang")
    assert [len(one.waiting) for one in desk.ask(courses.listed)] == [1, 0, 0]


def test_an_answer_that_is_not_known_is_wrong() -> None:
    item = Item(
        b"i", "s", 1, ("k1",), "t", DrillKind.MCQ, {"zh": "?"}, options=({"zh": "甲"}, {"zh": "乙"}), right=(1,)
    )
    chosen = [demo_training.answer_of(item, small("s"), knows=knows)["chosen"] for knows in (True, False)]
    assert chosen == [[1], [0]]


def test_a_caller_is_led_wrong_by_who_does_not_know() -> None:
    step = Step({"zh": "发烧吗？"}, ({"zh": "有"}, {"zh": "没有"}), 1)
    call = Item(b"c", DrillKind.BRANCH, "flu", ("k1",), {"zh": "?"}, steps=(step,))
    chosen = [demo_training.contest_answer(call, knows=knows)["chosen"] for knows in (True, False)]
    assert chosen == [[1], [0]]
    find = Item(b"f", DrillKind.FIND, "flu", (), {"zh": "?"})
    assert [demo_training.contest_answer(find, knows=knows)["text"] for knows in (True, False)] == ["flu", ""]
