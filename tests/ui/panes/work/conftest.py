"""A desk with work on it: five inquiries of wang, one promise to call, three units."""

from collections.abc import Iterator
from datetime import timedelta

import pytest

from app.models.contacts import Outcome
from app.services import contacts, units
from app.services.office import Office
from app.ui.kit import languages, theme
from app.ui.kit.executors import InlineExecutor
from app.ui.kit.jobs import Jobs
from app.ui.panes.work.words import Words
from tests.desk import NOON, draft, sign_in

HOURS = {"Late": -2, "Tonight": 5, "Tomorrow": 20, "Next week": 24 * 6}


@pytest.fixture
def jobs(office: Office, qapp) -> Iterator[Jobs]:
    """Jobs that run at once, in an English window."""
    theme.of_app().apply(mode="light")
    languages.of_app().ensure("en")
    found = Jobs(office, office.clock.now, executor=InlineExecutor())
    yield found
    found.close()
    languages.of_app().ensure("en")


@pytest.fixture
def work(office: Office) -> dict[str, bytes]:
    """Inquiries by their summary: one answered, four dispatched with different times, one to be called back."""
    sign_in(office, "li")
    for code, name, english in (("H01", "县人民医院", "County Hospital"), ("C11", "疾控中心", "Disease Control")):
        office.do(units.save_unit, code, name=name, name_en=english)
    sign_in(office, "wang")
    found = {"Answered": _take(office, Outcome.ANSWERED, summary="Answered")}
    for summary, hours in HOURS.items():
        due_at = NOON + timedelta(hours=hours)
        found[summary] = _take(office, Outcome.DISPATCH, summary=summary, unit="H01", due_at=due_at)
    later = NOON + timedelta(hours=1)
    found["Call"] = _take(office, Outcome.CALL_BACK, summary="Call", promise="Call with the hours", due_at=later)
    return found


@pytest.fixture
def words(qapp) -> Words:
    """Words in English."""
    languages.of_app().ensure("en")
    return Words()


def _take(office: Office, outcome: Outcome, **values: object) -> bytes:
    opened = office.do(contacts.start, draft(**values)).value
    inquiry = office.do(contacts.finalize, opened, outcome).value.inquiry
    assert inquiry is not None
    return inquiry
