"""The demo's days on duty fill the time ledger: every state, reasons of being away, and nobody works at night."""

from app.models.accounts import OperatorState
from app.models.periods import Span
from app.services import demo_duty, figures, time_ledger
from app.services.office import Office
from tests.desk import sign_in


def test_the_days_before_today_are_told_whole(office: Office) -> None:
    operators = [sign_in(office, name) for name in ("wang", "li")]
    assert office.do(demo_duty.fill, operators, 3, days=5).value == 5
    week = office.ask(figures.current, Span.WEEK)
    sheets = [office.ask(time_ledger.sheets, one) for one in (week.former(2), week.former(), week)]
    shifts = [one for sheet in sheets for one in sheet.shifts]
    assert len(shifts) == 10
    for one in shifts:
        assert set(one.seconds) == set(time_ledger.STATES)
        assert OperatorState.SIGNED_OUT not in one.seconds
        assert "meal" in one.away
        assert len(one.away) == 2
        assert 8 * 3600 < (one.last_at - one.first_at).total_seconds() < 11 * 3600
    shares = [row.occupancy for sheet in sheets for row in sheet.ledger]
    assert shares
    assert all(share is not None and 0.65 < share < 0.92 for share in shares)
