"""The demo's days are lived through the services, in order, by who may do it, and every figure counts something."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from app.bootstrap import import_shipped_scripts
from app.models.inquiries import State
from app.models.kpis import Kpi
from app.models.periods import Span
from app.services import demo, figures, hot_topics, inquiries, kpis
from app.services.demo_texts import SEASON
from app.services.inquiries import Wanted
from app.services.office import Office
from tests.desk import NOON, opened, sign_in
from tests.fakes import FakeClock

#: Months before this one that the demo knows anything of.
MONTHS = 7


@pytest.fixture(scope="module")
def filled(template: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    """The whole demo with its scripts; nothing here changes it."""
    with opened(template, tmp_path_factory.mktemp("filled"), FakeClock(NOON)) as office:
        sign_in(office, "admin")
        import_shipped_scripts(office)
        demo.fill(office, seed=2)
        office.do(figures.catch_up)
        yield office


@pytest.fixture
def desk(filled: Office) -> Office:
    sign_in(filled, "wang")
    return filled


def test_every_state_stands_on_the_desk(desk: Office) -> None:
    found = {row.state for row in desk.ask(inquiries.list_page, Wanted(), limit=500).rows}
    assert found == set(State)


def test_steps_of_an_inquiry_follow_one_another_and_never_lie_ahead(desk: Office) -> None:
    for row in desk.ask(inquiries.list_page, Wanted(), limit=60).rows:
        events = desk.ask(inquiries.detail, row.id).events
        times = [event.at for event in events]
        assert times == sorted(times)
        assert times[-1] <= NOON
        assert events[-1].state in (row.state, None)


def test_history_says_who_did_what_and_when(desk: Office) -> None:
    rows = desk.ask(inquiries.list_page, Wanted(), limit=500).rows
    closed = next(row for row in rows if row.state is State.CLOSED and row.unit)
    entries = desk.ask(inquiries.history, closed.id)
    assert len(entries) > 1
    assert len({entry.at for entry in entries}) == len(entries)
    assert all(entry.actor for entry in entries)


def test_calls_are_owed_today(desk: Office) -> None:
    assert desk.ask(inquiries.today).callbacks_due >= 4
    owed = desk.ask(inquiries.due_callbacks)
    assert sum(1 for one in owed if NOON < one.due_at < NOON + timedelta(hours=8)) >= 4


def test_many_ask_lately_about_what_is_in_season(desk: Office) -> None:
    rows = desk.ask(inquiries.list_page, Wanted(), limit=500).rows
    asked = [row.opened_at > NOON - timedelta(days=7) for row in rows if row.category == SEASON]
    assert sum(asked) >= 3
    assert sum(asked) > len(asked) / 2


def test_the_season_rises_as_a_topic_and_in_words(desk: Office) -> None:
    found = desk.ask(hot_topics.hot, desk.ask(figures.current, Span.WEEK).former())
    assert SEASON in {one.rise.key for one in found.topics}
    assert any("流感" in one.key for one in found.words)


@pytest.mark.parametrize("kpi", kpis.shipped().values(), ids=kpis.shipped())
def test_every_shipped_kpi_counts_something_near_its_target(desk: Office, kpi: Kpi) -> None:
    """Of a KPI that is best at nothing (target 0), nothing may be counted; any other has hits."""
    sign_in(desk, "li")
    month = desk.ask(figures.current, Span.MONTH)
    (told,) = desk.ask(figures.cards, month, trend=MONTHS + 1, only=(kpi.id,))
    met, of = (sum(getattr(one, part) for _, one in told.trend) for part in ("numerator", "denominator"))
    assert of > 0
    assert met or not kpi.target or kpi.id == "conflict_rate"  # one desk alone has no conflicts
    if kpi.target:
        assert met / of > 0.4 * kpi.target if kpi.better == "up" else met / of < max(2.5 * kpi.target, 0.2)
