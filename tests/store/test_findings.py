"""The ledger pages by when findings are due, and finds them by number, place and measure."""

from datetime import UTC, datetime

from app.models.findings import FindingState
from app.services import findings
from app.services.office import Office
from app.store import findings as finding_rows
from app.store.findings import Sought
from tests.services.finding import opened, taken

LATER = "2026-12-31"
LATEST = datetime.max.replace(tzinfo=UTC)


def test_pages_follow_one_another_without_a_gap(office: Office) -> None:
    made = {opened(office, f"Finding {place}") for place in range(5)}
    for standing in ("open", "all"):
        seen: list[bytes] = []
        after = None
        while found := finding_rows.page(office.store.rows, Sought(standing), LATER, after=after, limit=2):
            seen += [one.finding.id for one in found]
            last = found[-1].finding
            at = last.next_due() if standing == "open" else last.opened_at
            assert at is not None
            after = (at.isoformat(), last.id)
        assert set(seen) == made
        assert len(seen) == 5


def test_what_is_open_comes_in_the_order_of_what_is_due_next(office: Office) -> None:
    """Six findings of one moment, each with another next due: the answer, the measure, the end."""
    answered, planned, soon, sent, done, reopened = (opened(office, f"Finding {place}") for place in range(6))
    taken(office, answered, FindingState.CAUSE_FOUND)
    taken(office, planned, FindingState.CAUSE_FOUND)
    taken(office, soon, FindingState.CAUSE_FOUND)
    for one, day in ((planned, "2026-06-01"), (soon, "2026-03-03")):
        said = {"measure": "A second nurse", "owner": "Sun", "due_at": f"{day}T10:00:00+08:00"}
        office.do(findings.step, one, FindingState.PLANNED, said)
    taken(office, done, FindingState.DONE)
    office.do(findings.step, reopened, FindingState.UNFOUNDED, {"note": "Elsewhere"})
    office.do(findings.step, reopened, FindingState.REOPENED, {"note": "Not elsewhere"})
    rows = office.store.rows
    whole = finding_rows.page(rows, Sought(), LATER, after=None, limit=9)
    dues = [one.finding.next_due() or LATEST for one in whole]
    assert dues == sorted(dues)
    places = [one.finding.id for one in whole]
    assert places[0] == soon
    assert set(places[1:3]) == {sent, reopened}
    assert places[-1] == planned
    seen: list[bytes] = []
    after = None
    while found := finding_rows.page(rows, Sought(), LATER, after=after, limit=1):  # each page ends within equal keys
        last = found[-1].finding
        seen.append(last.id)
        after = ((last.next_due() or LATEST).isoformat(), last.id)
    assert seen == places


def test_a_list_takes_what_is_late_ended_or_at_a_place(office: Office) -> None:
    first, second = opened(office), opened(office, code="U02")
    office.do(findings.step, second, FindingState.UNFOUNDED, {"note": "Another hospital"})
    rows = office.store.rows

    def listed(sought: Sought, now: str = LATER) -> list[bytes]:
        return [one.finding.id for one in finding_rows.page(rows, sought, now, after=None, limit=9)]

    assert listed(Sought("late")) == [first]
    assert listed(Sought("late"), "2026-03-02") == []
    assert listed(Sought("ended")) == [second]
    assert listed(Sought("all", institution="U02")) == [second]
    assert listed(Sought("open", state="sent")) == []
    assert finding_rows.counts(rows, LATER) == (1, 1)


def test_a_finding_is_found_by_its_number_with_its_steps(office: Office) -> None:
    one = opened(office)
    taken(office, one, FindingState.DONE)
    row = finding_rows.by_id(office.store.rows, one)
    assert row is not None
    assert finding_rows.by_number(office.store.rows, row.finding.number) == row
    steps = finding_rows.events_of(office.store.rows, one)
    assert [event.state.value for event, _ in steps] == ["opened", "sent", "cause_found", "planned", "done"]
    assert steps[-1][0].said == {"evidence": "Roster of March"}
    assert steps[-1][1] == "Li"
