"""The demo's ledger has findings at every place of their way, one of them late."""

from app.models.findings import FindingState, recurrences
from app.services import demo_findings, finding_ledger, units
from app.services.finding_ledger import Sought
from app.services.office import Office
from tests.desk import sign_in
from tests.services.surveyed import surveyed


def test_findings_are_sent_planned_and_late_put_right_and_verified(office: Office) -> None:
    opened = surveyed(office, 60, seed=8).findings
    doing, checking = (sign_in(office, name) for name in ("li", "wang"))
    counts = office.do(demo_findings.work_on, opened, doing, checking).value
    assert set(counts) == {FindingState.SENT, FindingState.PLANNED, FindingState.VERIFIED, FindingState.DONE}
    lines = office.ask(finding_ledger.page, Sought()).lines
    assert [one.finding.state for one in lines if one.late] == [FindingState.PLANNED]
    assert all(one.finding.measure and one.finding.owner for one in lines if one.finding.effective_on)


def test_findings_of_the_last_half_year_are_closed_most_in_time_and_one_came_back(office: Office) -> None:
    checking, doing = (sign_in(office, name) for name in ("wang", "li"))
    for code in ("H01", "H02", "H03"):
        office.do(units.save_unit, code, name=code)
    count = office.do(demo_findings.past, doing, checking).value
    lines = office.ask(finding_ledger.page, Sought("all")).lines
    assert {one.finding.state for one in lines} == {FindingState.CLOSED}
    assert len(lines) == count
    late = [one for one in lines if one.finding.closed_at and one.finding.closed_at > one.finding.close_due_at]
    assert 1 <= len(late) <= 3
    assert len(recurrences(one.finding for one in lines)) == 1
