"""Returns are told by their reasons and by how often the same inquiry came back."""

from datetime import date, timedelta

import pytest

from app.models.errors import NotAllowed
from app.models.periods import Span, holding
from app.services import figures, inquiry_steps, returns
from app.services.office import Office
from tests.desk import NOON, sign_in
from tests.services.supervised import dispatch

MONTH = holding(Span.MONTH, date(2026, 3, 2))


def test_reasons_and_times_are_those_of_the_steps(office: Office) -> None:
    sign_in(office, "wang")
    twice, once = dispatch(office, "Twice", 40), dispatch(office, "Once", 40)
    dispatch(office, "Kept", 40)
    for inquiry, reason in ((twice, "not_our_duty"), (once, "wrong_area")):
        office.do(inquiry_steps.take, inquiry, "return_back", reason=reason)
    office.do(inquiry_steps.take, twice, "dispatch", reason="again", unit="H01", due_at=NOON + timedelta(hours=30))
    office.do(inquiry_steps.take, twice, "return_back", reason="not_our_duty")
    office.do(figures.catch_up)
    found = office.ask(returns.returns, MONTH)
    assert (found.reasons, found.times, found.inquiries) == ({"not_our_duty": 2, "wrong_area": 1}, {1: 1, 2: 1}, 2)
    assert office.ask(returns.returns, MONTH.former()).inquiries == 0
    sign_in(office, "admin")
    with pytest.raises(NotAllowed):
        office.ask(returns.returns, MONTH)
