"""Every figure is what brute force finds, follows what happens, and opens the rows behind it."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from random import Random

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from app.models.contacts import Outcome
from app.models.errors import FieldInvalid, NotAllowed, RecordGone
from app.models.kpi_questions import Subject
from app.models.periods import Span, Stretch, holding
from app.services import contacts, figures, inquiries, inquiry_steps, kpis
from app.services.office import Office
from app.store import figures as rows_of
from app.store import rebuild
from tests import brute_force
from tests.desk import NOON, draft, opened, sign_in
from tests.fakes import FakeClock

DAY = date(2026, 3, 2)
ALL = holding(Span.YEAR, DAY)


def _told(office: Office, stretch: Stretch = ALL, **asked: object) -> dict[str, tuple[int, int]]:
    found = office.ask(figures.cards, stretch, trend=1, **asked)
    return {one.kpi.id: (one.figure.numerator, one.figure.denominator) for one in found}


def test_every_kpi_is_what_brute_force_finds(template: Path, tmp_path: Path, clock: FakeClock) -> None:
    with opened(template, tmp_path, clock) as office:

        @settings(max_examples=10, phases=[Phase.generate], database=None)
        @given(st.integers(0, 10**9), st.integers(0, 300))
        def agree(seed: int, hours: int) -> None:
            clock.set(max(clock.now(), NOON + timedelta(hours=hours)))
            office.do(brute_force.scatter, Random(seed), 12)
            office.do(figures.catch_up)
            told = {}
            for year in (2025, 2026):
                told[year] = _told(office, holding(Span.YEAR, date(year, 6, 1)))
            with office.store.reading() as rows:
                every = brute_force.exported(rows)
            for name in (one.id for one in kpis.shipped().values() if one.subject is Subject.INQUIRY):
                found = tuple(sum(told[year][name][part] for year in told) for part in (0, 1))
                assert found == brute_force.share(name, every, clock.now()), name

        agree()
        with office.store.reading() as rows:
            kept = rows_of.digest(rows)
        office.do(_again)
        with office.store.reading() as rows:
            assert rows_of.digest(rows) == kept


def _again(work: figures.Work) -> None:
    rows_of.forget(work.tx)
    figures.catch_up(work)


@pytest.fixture
def desk(office: Office) -> Office:
    """Three inquiries of one caller: two answered on the line, one dispatched; counted."""
    for outcome in (Outcome.ANSWERED, Outcome.ANSWERED, Outcome.DISPATCH):
        said = draft(unit="H01", due_at=NOON + timedelta(hours=20))
        opened_now = office.do(contacts.start, said).value
        office.do(contacts.finalize, opened_now, outcome)
    office.do(figures.catch_up)
    return office


def _first(office: Office) -> bytes:
    return office.ask(inquiries.list_page, inquiries.Wanted()).rows[0].id


def test_a_figure_follows_what_happens_to_an_inquiry(desk: Office) -> None:
    assert _told(desk)["direct_answer"] == (2, 3)
    assert _told(desk)["routed_right"] == (0, 0)
    desk.do(inquiry_steps.take, _first(desk), "return_back", reason="not_our_duty")
    assert desk.ask(figures.behind_the_times)
    desk.do(figures.catch_up)
    assert not desk.ask(figures.behind_the_times)
    assert (_told(desk)["routed_right"], _told(desk)["returned"]) == ((0, 1), (1, 1))


def test_what_becomes_late_is_counted_although_nobody_does_anything(desk: Office, clock: FakeClock) -> None:
    assert _told(desk)["on_time"] == (2, 2)
    clock.set(NOON + timedelta(days=3))
    desk.do(figures.catch_up)
    assert _told(desk)["on_time"] == (2, 3)


def test_a_caller_who_comes_again_changes_what_was_said_before(desk: Office, clock: FakeClock) -> None:
    clock.set(NOON + timedelta(days=2))
    again = desk.do(contacts.start, draft(opened_at=clock.now())).value
    desk.do(contacts.finalize, again, Outcome.ANSWERED)
    desk.do(figures.catch_up)
    with desk.store.reading() as rows:
        every = brute_force.exported(rows)
    assert _told(desk)["first_contact"] == brute_force.share("first_contact", every, clock.now())


def test_figures_come_back_after_a_rebuild(desk: Office) -> None:
    with desk.store.write("test") as tx:
        rebuild.rebuild(tx)
    desk.do(figures.catch_up)
    assert _told(desk)["direct_answer"] == (2, 3)


def test_rows_behind_a_figure_are_its_numerator_page_by_page(desk: Office) -> None:
    kpi = desk.ask(kpis.named, "direct_answer")
    month = holding(Span.MONTH, DAY)
    found = desk.ask(figures.rows_behind, kpi.numerator, month, limit=1)
    rest = desk.ask(figures.rows_behind, kpi.numerator, month, after=found[-1].row.position)
    assert [len(found), len(rest)] == [1, 1]
    assert len(desk.ask(figures.rows_behind, kpi.denominator, month, groups={"unit": "H01"})) == 3
    assert desk.ask(figures.rows_behind, kpi.denominator, month.former()) == ()


def test_groups_are_compared_and_small_ones_hidden(desk: Office) -> None:
    sign_in(desk, "li")
    month = holding(Span.MONTH, DAY)
    hidden = desk.ask(figures.compare, "direct_answer", month, "person")
    assert [one.hidden for _, one in hidden.cells] == [True]
    open_cells = desk.ask(figures.compare, "direct_answer", month, "category", hide=False).cells
    assert [(key, one.numerator, one.denominator) for key, one in open_cells] == [("consult", 2, 3)]
    with pytest.raises(FieldInvalid):
        desk.ask(figures.compare, "direct_answer", month, "weather")
    with pytest.raises(RecordGone):
        desk.ask(figures.compare, "nothing", month, "unit")


def test_only_who_supervises_sees_the_figures_of_others(desk: Office) -> None:
    mine = desk.ask(lambda view: view.person.id.hex())
    assert _told(desk, groups={"person": mine})["direct_answer"] == (2, 3)
    sign_in(desk, "chen")
    with pytest.raises(NotAllowed):
        _told(desk, groups={"person": mine})
    with pytest.raises(NotAllowed):
        desk.ask(figures.compare, "direct_answer", ALL, "person")
    sign_in(desk, "admin")
    with pytest.raises(NotAllowed):
        _told(desk)


def test_a_trend_ends_with_the_period_itself(desk: Office) -> None:
    week = desk.ask(figures.current, Span.WEEK)
    (first, *_) = desk.ask(figures.cards, week)
    assert len(first.trend) == figures.TREND
    assert first.trend[-1] == (week, first.figure)
    assert first.reached is False
    assert desk.ask(figures.taken_by_day, (DAY, DAY + timedelta(days=1))) == {DAY: 3}


def test_a_period_begins_at_midnight_of_the_center(desk: Office) -> None:
    start, _ = desk.ask(figures.moments, holding(Span.DAY, DAY))
    assert start.astimezone(UTC) == datetime(2026, 3, 1, 16, tzinfo=UTC)
