"""Figures of what is no inquiry are what brute force finds, whatever happened in whatever order."""

from datetime import date, timedelta
from pathlib import Path
from random import Random

from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from app.models.kpi_questions import Subject
from app.models.periods import Span, holding
from app.services import figures, kpis
from app.services.office import Office
from app.store import figures as rows_of
from tests import fact_force
from tests.desk import NOON, opened
from tests.fakes import FakeClock


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
    elsewhere = (Subject.INQUIRY, Subject.CALL, Subject.SITTING)
    assert counted == {one.id for one in kpis.shipped().values() if one.subject not in elsewhere}
