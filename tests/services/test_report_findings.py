"""The ledger in a document: each institution's counts, every finding of the period, and nobody named."""

from datetime import date, timedelta

import pytest

from app.models.findings import FindingState
from app.models.periods import Span, holding
from app.services import findings, report_findings, units
from app.services.findings import NewFinding
from app.services.office import Office, View
from app.services.report_fillings import Source
from tests.desk import sign_in
from tests.fakes import FakeClock


@pytest.fixture
def desk(office: Office) -> Office:
    sign_in(office, "li")
    office.do(units.save_unit, "H01", name="县人民医院", name_en="County Hospital")
    return office


def _told(view: View, day: date, filling: str) -> tuple[tuple[object, ...], ...]:
    source = Source(view, holding(Span.MONTH, day), "en")
    return getattr(report_findings, filling)(source)[0].rows


def test_a_finding_stands_in_every_month_in_which_it_was_open(desk: Office, clock: FakeClock) -> None:
    made = desk.do(findings.open_by_hand, NewFinding("Long queue", "complaint", institution="H01")).value
    month = desk.clock.now().date()
    rows = desk.ask(_told, month, "ledger")
    assert rows[0][1:4] == ("County Hospital", "Long queue", "Opened")
    assert desk.ask(_told, month, "by_institution") == (("County Hospital", 1, 0, None, 1, 0),)
    clock.advance(timedelta(days=40))
    later = desk.clock.now().date()
    assert desk.ask(_told, later, "by_institution") == (("County Hospital", 0, 0, None, 1, 1),)
    desk.do(findings.step, made, FindingState.UNFOUNDED, {"note": "was another place"})
    assert desk.ask(_told, later, "by_institution") == (("County Hospital", 0, 1, None, 0, 0),)
    assert desk.ask(_told, later + timedelta(days=40), "ledger") == ()
    assert desk.ask(_told, month - timedelta(days=40), "ledger") == ()
