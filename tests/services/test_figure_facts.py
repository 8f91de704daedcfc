"""Figures of what is no inquiry are what brute force finds, whatever happened in whatever order."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from random import Random
from zoneinfo import ZoneInfo

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from app.models.exams import PassRule
from app.models.kpi_questions import Subject
from app.models.periods import Span, holding
from app.services import calendars, exam_results, exams, figures, kpis, question_bank
from app.services.exams import NewExam
from app.services.office import Office
from app.store import figures as rows_of
from tests import fact_force
from tests.desk import NOON, opened, sign_in
from tests.fakes import FakeClock
from tests.services import examined
from tests.services.drilled import FLU, OPEN, publish


def _told(office: Office) -> dict[str, tuple[int, int]]:
    found: dict[str, tuple[int, int]] = {}
    for year in (2025, 2026):
        for one in office.ask(figures.cards, holding(Span.YEAR, date(year, 6, 1)), trend=1):
            above, below = found.get(one.kpi.id, (0, 0))
            found[one.kpi.id] = above + one.figure.numerator, below + one.figure.denominator
    return found


def _nothing(*_asked: object) -> set[tuple[str, date]]:
    return set()


def test_every_kpi_is_what_brute_force_finds(
    template: Path, tmp_path: Path, clock: FakeClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Whether it is told is another matter: these few answers would not be.
    monkeypatch.setattr(figures.figure_withheld, "of_whole", _nothing)
    with opened(template, tmp_path, clock) as office:
        is_open = office.ask(calendars.working_time, "county-center").is_open

        @settings(max_examples=6, phases=[Phase.generate], database=None)
        @given(st.integers(0, 10**9), st.integers(0, 4000))
        def agree(seed: int, hours: int) -> None:
            clock.set(max(clock.now(), NOON + timedelta(hours=hours)))
            office.do(fact_force.scatter, Random(seed), 5)
            office.do(figures.catch_up)
            told = _told(office)
            with office.store.reading() as rows:
                wanted = fact_force.shares(rows, clock.now(), is_open)
            assert {name: told[name] for name in wanted} == wanted

        agree()
        with office.store.reading() as rows:
            kept = rows_of.digest(rows)
        office.do(_again)
        with office.store.reading() as rows:
            assert rows_of.digest(rows) == kept


def _again(work: figures.Work) -> None:
    rows_of.forget(work.tx)
    figures.catch_up(work)


def test_every_kpi_is_counted_by_some_brute_force(office: Office) -> None:
    with office.store.reading() as rows:
        counted = set(fact_force.shares(rows, NOON, bool))
    # inquiries: test_figures; calls: test_line_records; sittings: below
    elsewhere = (Subject.INQUIRY, Subject.CALL, Subject.SITTING)
    assert counted == {one.id for one in kpis.shipped().values() if one.subject not in elsewhere}


def test_a_message_of_the_night_waits_from_the_opening_on(office: Office) -> None:
    for hour, minute in ((8, 2), (8, 4)):  # the county's center opens at 8
        office.do(_write_at_night, hour, minute)
    office.do(figures.catch_up)
    assert _told(office)["chat_response"] == (1, 2)


def _write_at_night(work: figures.Work, hour: int, minute: int) -> None:
    came_at, replied_at = (
        datetime(2026, 3, 9, *at, tzinfo=ZoneInfo("Asia/Shanghai")) for at in ((2, 0), (hour, minute))
    )
    work.tx.add("contact", {"channel": "wechat", "opened_at": came_at.astimezone(UTC).isoformat(),
        "finalized_at": replied_at.astimezone(UTC).isoformat()})  # fmt: skip


@dataclass(frozen=True)
class _Paper:
    """What somebody makes of an exam: which questions they answer right, and the points of each marked by hand."""

    right: tuple[bool, ...]
    marks: tuple[float, ...]


_QUESTIONS = len(examined.LINES)
_PAPERS = st.builds(
    _Paper,
    st.tuples(*[st.booleans()] * _QUESTIONS),
    st.tuples(*[st.sampled_from((0.0, 0.25, 0.5, 1.0))] * _QUESTIONS),
)


def _sit(office: Office, exam: bytes, name: str, wanted: _Paper) -> float:
    """Sit an exam and have it marked; return the points of all questions by plain adding."""
    sign_in(office, name)
    paper, points = office.do(exams.begin, exam, language="zh").value, 0.0
    for question, right in zip(paper.questions, wanted.right, strict=True):
        if right:
            office.do(exams.save, paper.sitting, question.version, examined.right(question.item), ms=1)
            points += 0.0 if question.item.by_person else 1.0
    office.do(exams.hand_in, paper.sitting, ms=9)
    sign_in(office, "li" if name == "chen" else "chen")
    for one, given_points in zip(office.ask(exam_results.to_mark, exam), wanted.marks, strict=False):
        office.do(exam_results.mark, one.sitting, one.version, points=given_points)
        points += given_points
    return points


def _set(office: Office, share: float) -> bytes:
    """Set an exam that opens now."""
    sign_in(office, "chen")
    rule, now = PassRule(share=share, no_critical=False), office.clock.now()
    wanted = NewExam(f"Exam of {now}", examined.LINES, now, now + timedelta(days=3), 10, rule, seed=3)
    return office.do(exams.set_exam, wanted).value


def test_exams_are_what_brute_force_finds_once_their_results_are_out(
    template: Path, tmp_path: Path, clock: FakeClock
) -> None:
    with opened(template, tmp_path, clock) as office:
        publish(office, OPEN, FLU)
        sign_in(office, "chen")
        office.do(question_bank.fill)
        points, passed = [0, 0], [0, 0]

        @settings(max_examples=4, phases=[Phase.generate], database=None, deadline=None)
        @given(st.fixed_dictionaries(dict.fromkeys(("wang", "li", "chen"), _PAPERS)), st.sampled_from((0.4, 0.6, 0.8)))
        def agree(papers: dict[str, _Paper], share: float) -> None:
            exam = _set(office, share)
            shares = [_sit(office, exam, name, paper) / _QUESTIONS for name, paper in papers.items()]
            office.do(figures.catch_up)
            told = _told(office)
            assert (told["exam_mean"], told["exam_pass"]) == (tuple(points), tuple(passed))
            examined.close(office, exam)
            sign_in(office, "chen")
            office.do(exam_results.release, exam)
            office.do(figures.catch_up)
            for kept, above, below in (
                (points, sum(round(one * 100) for one in shares), 100 * len(shares)),
                (passed, sum(one >= share for one in shares), len(shares)),
            ):
                kept[0], kept[1] = kept[0] + above, kept[1] + below
            told = _told(office)
            assert (told["exam_mean"], told["exam_pass"]) == (tuple(points), tuple(passed))

        agree()
