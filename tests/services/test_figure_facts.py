"""Figures of what is no inquiry are what brute force finds, whatever happened in whatever order."""

from datetime import date, timedelta
from pathlib import Path
from random import Random

from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from app.models.exams import PassRule
from app.models.kpi_questions import Subject
from app.models.periods import Span, holding
from app.services import exam_results, exams, figures, kpis, question_bank
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


def test_every_kpi_is_what_brute_force_finds(template: Path, tmp_path: Path, clock: FakeClock) -> None:
    with opened(template, tmp_path, clock) as office:

        @settings(max_examples=6, phases=[Phase.generate], database=None)
        @given(st.integers(0, 10**9), st.integers(0, 4000))
        def agree(seed: int, hours: int) -> None:
            clock.set(max(clock.now(), NOON + timedelta(hours=hours)))
            office.do(fact_force.scatter, Random(seed), 5)
            office.do(figures.catch_up)
            told = _told(office)
            with office.store.reading() as rows:
                wanted = fact_force.shares(rows, clock.now())
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
        counted = set(fact_force.shares(rows, NOON))
    # inquiries: test_figures; calls: test_line_records; sittings: below
    elsewhere = (Subject.INQUIRY, Subject.CALL, Subject.SITTING)
    assert counted == {one.id for one in kpis.shipped().values() if one.subject not in elsewhere}


def _sit(office: Office, exam: bytes, name: str, rng: Random) -> float:
    """Sit an exam with answers that are right or left out at random; return the points of all four by plain adding."""
    sign_in(office, name)
    paper, points = office.do(exams.begin, exam, language="zh").value, 0.0
    for question in paper.questions:
        if rng.random() < 0.7:
            office.do(exams.save, paper.sitting, question.version, examined.right(question.item), ms=1)
            points += 0.0 if question.item.by_person else 1.0
    office.do(exams.hand_in, paper.sitting, ms=9)
    sign_in(office, "li" if name == "chen" else "chen")
    for one in office.ask(exam_results.to_mark, exam):
        given = rng.choice((0.0, 0.25, 1.0))
        office.do(exam_results.mark, one.sitting, one.version, points=given)
        points += given
    return points


def test_exams_are_what_brute_force_finds_once_their_results_are_out(office: Office) -> None:
    rng = Random(11)
    publish(office, OPEN, FLU)
    sign_in(office, "chen")
    office.do(question_bank.fill)
    rule = PassRule(share=0.6, no_critical=False)
    wanted = NewExam("Week 10", examined.LINES, NOON, NOON + timedelta(days=3), 10, rule, seed=3)
    exam = office.do(exams.set_exam, wanted).value
    shares = [_sit(office, exam, name, rng) / len(examined.LINES) for name in ("wang", "li", "chen")]
    office.do(figures.catch_up)
    assert (_told(office)["exam_pass"], _told(office)["exam_mean"]) == ((0, 0), (0, 0))
    sign_in(office, "chen")
    office.do(exam_results.release, exam)
    office.do(figures.catch_up)
    told = _told(office)
    assert told["exam_mean"] == (sum(round(share * 100) for share in shares), 100 * len(shares))
    assert told["exam_pass"] == (sum(share >= rule.share for share in shares), len(shares))
