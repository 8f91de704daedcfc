"""The ledger pages by when findings are due, and finds them by number, place and measure."""

from app.models.findings import FindingState
from app.services import findings
from app.services.office import Office
from app.store import findings as finding_rows
from app.store.findings import Sought
from tests.services.finding import opened, taken

LATER = "2026-12-31"


def test_pages_follow_one_another_without_a_gap(office: Office) -> None:
    made = {opened(office, f"Finding {place}") for place in range(5)}
    for standing in ("open", "all"):
        seen: list[bytes] = []
        after = None
        while found := finding_rows.page(office.store.rows, Sought(standing), LATER, after=after, limit=2):
            seen += [one.finding.id for one in found]
            last = found[-1].finding
            at = last.close_due_at if standing == "open" else last.opened_at
            after = (at.isoformat(), last.id)
        assert set(seen) == made
        assert len(seen) == 5


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
