"""The demo's callers were asked how their matter was handled, and its searches now and then found nothing."""

from datetime import timedelta
from random import Random

from app.models.contacts import Outcome
from app.models.periods import Span
from app.services import contacts, demo_followups, figures, settings
from app.services.office import Office
from tests.desk import draft, sign_in
from tests.fakes import FakeClock


def _closed(office: Office, count: int) -> None:
    for place in range(count):
        said = draft(number=f"+861381234{place:04}", opened_at=office.clock.now())
        office.do(contacts.finalize, office.do(contacts.start, said).value, Outcome.ANSWERED)


def test_callers_of_closed_inquiries_were_asked_and_searches_are_counted(office: Office, clock: FakeClock) -> None:
    operators = [sign_in(office, name) for name in ("li", "wang")]
    _closed(office, 8)
    sign_in(office, "admin")
    office.do(settings.change, satisfaction_share=100)
    clock.advance(timedelta(days=6))
    sign_in(office, "li")
    held = office.do(demo_followups.fill, operators[0], operators, Random(3)).value
    assert 3 <= held <= 8
    office.do(figures.catch_up)
    year = office.ask(figures.current, Span.YEAR)
    told = {one.kpi.id: one.figure for one in office.ask(figures.cards, year, trend=1)}
    assert told["solved_rate"].hidden  # of fewer than 25 answers nothing is told
    assert told["line_mean"].hidden
    assert told["interviewed"].numerator == held
    assert 0 < (told["searches_without_result"].share or 0) < 0.3
