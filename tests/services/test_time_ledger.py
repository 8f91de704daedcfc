"""The time ledger adds up what operators did, day by day, and is written for appraisal."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from openpyxl import load_workbook

from app.models.accounts import OperatorState
from app.models.errors import NotAllowed
from app.models.periods import Span, holding
from app.services import figures, time_ledger
from app.services.office import Office, Work
from tests.desk import NOON, sign_in
from tests.fakes import FakeClock

MONTH = holding(Span.MONTH, date(2026, 3, 2))
H = timedelta(hours=1)


def _states(work: Work, person: bytes, *steps: tuple[int, str, str]) -> None:
    for hours, state, reason in steps:
        at = (NOON + hours * H).isoformat()
        work.tx.add("operator_state", {"person": person.hex(), "state": state, "reason": reason or None, "at": at})


@pytest.fixture
def desk(office: Office, clock: FakeClock) -> Office:
    """Wang of two days: ready 1 h, talking 2 h, at a meal 1 h; and on the next day ready since an hour."""
    wang = office.ask(lambda view: view.person.id)
    clock.set(NOON + 25 * H)
    day = ((0, "ready", ""), (1, "talking", ""), (3, "away", "meal"), (4, "signed_out", ""), (24, "ready", ""))
    office.do(_states, wang, *day)
    office.do(figures.catch_up)
    return office


def test_time_is_told_by_state_and_reason_and_what_lasts_counts_until_now(desk: Office) -> None:
    wang = desk.ask(lambda view: view.person.id)
    (found,) = desk.ask(time_ledger.ledger, MONTH, only=wang)
    hours = {state: seconds / 3600 for state, seconds in found.seconds.items()}
    assert hours == {OperatorState.READY: 2, OperatorState.TALKING: 2, OperatorState.AWAY: 1}
    assert (found.days, found.away, found.occupancy) == (2, {"meal": 3600}, 0.5)
    first, second = desk.ask(time_ledger.shifts, MONTH, only=wang)
    assert (first.first_at, first.last_at, second.first_at) == (NOON, NOON + 4 * H, NOON + 24 * H)


def test_only_who_supervises_sees_the_time_of_others(desk: Office) -> None:
    with pytest.raises(NotAllowed):
        desk.ask(time_ledger.ledger, MONTH)
    sign_in(desk, "li")
    assert any(one.display == "Wang" and one.days == 2 for one in desk.ask(time_ledger.ledger, MONTH))


def test_an_appraisal_has_ledger_shifts_and_figures(desk: Office, tmp_path: Path) -> None:
    sign_in(desk, "li")
    path = desk.ask(time_ledger.appraisal, MONTH, tmp_path / "a.xlsx", language="en")
    book = load_workbook(path)
    assert len(book.sheetnames) == 3
    rows = {row[0]: row for row in book.worksheets[0].iter_rows(values_only=True)}
    assert rows["Wang"][1:3] == (2, "2:00:00")
    shifts = [row[:4] for row in book.worksheets[1].iter_rows(values_only=True) if row[0] == "Wang"]
    assert shifts[0] == ("Wang", "2026-03-02", "12:00", "16:00")


def test_a_length_is_written_as_a_clock() -> None:
    assert [time_ledger.clock(one) for one in (0, 59.6, 25_530)] == ["0:00:00", "0:01:00", "7:05:30"]
