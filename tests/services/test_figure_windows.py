"""The worst 24 hours of calls: as brute force finds them in the records, with the rows behind them."""

from datetime import date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from app.models.figures import Figure
from app.models.periods import Span, Stretch, holding
from app.services import figure_rows, figure_windows, figures, kpis, line_records
from app.services.office import Office
from tests.desk import NOON, opened, sign_in
from tests.fakes import FakeClock

ZONE = ZoneInfo("Asia/Shanghai")
NAME = "call_through_24h"
WEEK = holding(Span.WEEK, date(2026, 3, 9))
PERIODS = (WEEK, WEEK.former(), holding(Span.DAY, date(2026, 3, 9)), holding(Span.YEAR, date(2026, 3, 9)))
_START = datetime(2026, 3, 7, tzinfo=ZONE)
_MAP = {"call_id": "id", "at": "at", "result": "result", "wait": "wait", "talk": "talk"}
Call = tuple[int, bool]
#: Ten minutes of eight days around the turn of a week, some of them close together.
_CALLS = st.lists(st.tuples(st.one_of(st.integers(0, 1151), st.integers(250, 330)), st.booleans()), max_size=80)


def _imported(office: Office, calls: list[Call]) -> bytes:
    told = [
        {"id": str(place), "at": (_START + timedelta(minutes=10 * at)).isoformat(), "wait": "9",
         "talk": "60" if met else "0", "result": "answered" if met else "missed"}
        for place, (at, met) in enumerate(calls)
    ]  # fmt: skip
    done = office.do(line_records.import_calls, list(enumerate(told, 2)), _MAP, source="pbx").value
    office.do(figures.catch_up)
    return done.batch or b""


def _figure(office: Office, stretch: Stretch) -> Figure:
    return office.ask(figures.named, NAME, stretch).figure


def _plainly(calls: list[Call], stretch: Stretch) -> tuple[float, int] | None:
    """Try every ten minutes as an end, up to the last call; of equal shares that which counts most."""
    first = (datetime.combine(stretch.start_on, datetime.min.time(), ZONE) - _START) // timedelta(minutes=10)
    days, last = (stretch.end_on - stretch.start_on).days, max((at for at, _ in calls), default=0)
    found: list[tuple[float, int]] = []
    for end in range(first + 1, min(first + days * 144, last + 1) + 1):
        inside = [met for at, met in calls if end - 144 <= at < end]
        found += [(sum(inside) / len(inside), -len(inside))] if len(inside) >= 20 else []
    return min(found, default=None)


def test_it_is_what_brute_force_finds_and_goes_with_its_records(
    template: Path, tmp_path: Path, clock: FakeClock
) -> None:
    with opened(template, tmp_path, clock) as office:
        clock.set(NOON + timedelta(days=30))
        sign_in(office, "li")

        @settings(max_examples=10, phases=[Phase.generate], database=None, deadline=None)
        @given(_CALLS)
        def agree(calls: list[Call]) -> None:
            batch = _imported(office, calls)
            for stretch in PERIODS:
                told = _figure(office, stretch)
                assert (None if told.share is None else (told.share, -told.denominator)) == _plainly(calls, stretch)
            if batch:
                office.do(line_records.undo, batch)
                office.do(figures.catch_up)
            assert _figure(office, WEEK) == Figure(0, 0, cases=0)

        agree()


def test_its_rows_are_those_of_the_hours_also_of_the_day_before_the_period(office: Office, clock: FakeClock) -> None:
    clock.set(NOON + timedelta(days=30))
    sign_in(office, "li")
    calls = [(280 + place, place % 4 > 0) for place in range(40)]  # over the night to Monday
    _imported(office, [*calls, *((place, True) for place in range(600, 640))])
    told = office.ask(figures.named, NAME, WEEK)
    wanted = figure_rows.Wanted(told.kpi.denominator, WEEK, between=told.figure.window)
    rows = office.ask(figure_rows.page, wanted, language="en")
    assert len(rows) == told.figure.denominator >= 20
    assert min(one.day for one in rows) < WEEK.start_on
    missed = figure_rows.Wanted(told.kpi.denominator[1:], WEEK, between=told.figure.window)
    assert len(office.ask(figure_rows.page, missed, language="en")) == len(rows) - told.figure.numerator


def test_too_few_calls_say_nothing_and_their_number_is_known(office: Office, clock: FakeClock) -> None:
    clock.set(NOON + timedelta(days=30))
    sign_in(office, "li")
    _imported(office, [(400 + place, False) for place in range(19)])
    assert _figure(office, WEEK) == Figure(0, 0, cases=19)
    assert figure_windows.told(_figure(office, WEEK)) == ""


def test_a_kpi_of_the_whole_period_seeks_nothing() -> None:
    found = {name: figure_windows.formula_of(one) for name, one in kpis.shipped().items()}
    assert [name for name, one in found.items() if one] == [NAME]
