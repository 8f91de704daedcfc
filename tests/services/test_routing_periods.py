"""KPI 2 over stretches of the calendar, for those who supervise."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from app.models.contacts import Outcome
from app.models.errors import NotAllowed
from app.models.routing_results import Period
from app.services import inquiry_steps, routing_periods
from app.services.office import Office
from tests.desk import NOON, sign_in
from tests.services.taking import take

SHANGHAI = ZoneInfo("Asia/Shanghai")


@pytest.mark.parametrize(
    ("period", "start", "end"),
    [
        (Period.THIS_MONTH, (2026, 3, 1), (2026, 3, 3)),
        (Period.LAST_MONTH, (2026, 2, 1), (2026, 3, 1)),
        (Period.LAST_90_DAYS, (2025, 12, 3), (2026, 3, 3)),
        (Period.THIS_YEAR, (2026, 1, 1), (2026, 3, 3)),
    ],
)
def test_a_stretch_begins_and_ends_at_midnights_of_the_center(office: Office, period, start, end) -> None:
    sign_in(office, "li")
    found = office.ask(routing_periods.board, period)
    assert (found.start_at, found.end_at) == (datetime(*start, tzinfo=SHANGHAI), datetime(*end, tzinfo=SHANGHAI))


def test_the_figure_has_its_rows_and_what_is_left_out(office: Office) -> None:
    for place, step in enumerate(("accept", "return_back", None)):
        due_at = NOON + timedelta(days=1)
        inquiry = take(office, Outcome.DISPATCH, unit="H01", due_at=due_at, number=f"139 0000 {place:04d}")
        if step is not None:
            office.do(inquiry_steps.take, inquiry, step, reason="wrong_area" if step == "return_back" else None)
    with pytest.raises(NotAllowed):
        office.ask(routing_periods.board)
    sign_in(office, "li")
    found = office.ask(routing_periods.board).right
    assert (found.numerator, found.denominator, len(found.rows)) == (1, 2, 3)
    assert office.ask(routing_periods.board, Period.LAST_MONTH).right.rows == ()
