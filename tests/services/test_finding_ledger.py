"""The ledger shows what is late, what comes again, and no name that was not allowed."""

from datetime import timedelta

import pytest

from app.models.access import Access
from app.models.errors import NotAllowed, RecordGone
from app.models.papers import as_text
from app.services import access, finding_ledger, findings, interview_calls, papers
from app.services.finding_ledger import Sought
from app.services.office import Office
from tests.desk import sign_in
from tests.fakes import FakeClock
from tests.services.finding import S, dissatisfied, opened, taken


def closed(office: Office, finding: bytes) -> None:
    taken(office, finding, S.DONE)
    sign_in(office, "wang")
    office.do(findings.step, finding, S.VERIFIED, {"note": "Seen"})
    sign_in(office, "li")
    office.do(findings.step, finding, S.CLOSED, {})


def test_what_comes_again_within_ninety_days_says_so(office: Office, clock: FakeClock) -> None:
    first = opened(office)
    closed(office, first)
    clock.advance(timedelta(days=60))
    second = opened(office)
    found = office.ask(finding_ledger.detail, second)
    assert found.again is not None
    assert found.again.id == first
    assert office.ask(finding_ledger.detail, first).again is None
    clock.advance(timedelta(days=60))
    assert office.ask(finding_ledger.detail, opened(office)).again is None


def test_the_page_says_what_is_late_in_the_words_of_whoever_reads(office: Office, clock: FakeClock) -> None:
    one = opened(office)
    clock.advance(timedelta(days=30))
    (line,) = office.ask(finding_ledger.page, Sought("late")).lines
    assert (line.finding.id, line.late, line.institution) == (one, True, "县医院")
    assert line.category != "complaint.attitude"
    assert office.ask(finding_ledger.counts) == (1, 1)
    assert office.ask(finding_ledger.numbered, line.finding.number.lower()) == one
    with pytest.raises(RecordGone):
        office.ask(finding_ledger.numbered, "F1")


def test_an_institution_sees_no_name_without_consent(office: Office) -> None:
    owed = {}
    for forward in ("yes", "no"):
        _, (owed[forward], *_) = office.do(interview_calls.close, dissatisfied(office, forward=forward)).value
    with office.store.write("wang") as tx:
        caller = tx.add("caller", {"name": "张三"})
        for one in owed.values():
            tx.put("finding", one, {"caller": caller.hex()})
    named = as_text(office.ask(finding_ledger.sheet, owed["yes"], "en"))
    unnamed = as_text(office.ask(finding_ledger.sheet, owed["no"], "en"))
    assert "张三" in named
    assert "张三" not in unnamed
    assert "not to be named" in unnamed
    assert office.ask(finding_ledger.detail, owed["no"]).who == ""


def test_nobody_is_said_to_have_forbidden_the_name_of_a_finding_written_by_hand(office: Office) -> None:
    _, (unnamed, *_) = office.do(interview_calls.close, dissatisfied(office, forward="no")).value
    by_hand = opened(office)
    assert "Said by" in as_text(office.ask(finding_ledger.sheet, unnamed, "en"))
    assert "Said by" not in as_text(office.ask(finding_ledger.sheet, by_hand, "en"))
    rows = [dict(zip(finding_ledger.COLUMNS, row, strict=True)) for row in exported(office)]
    assert {one["number"]: one["named"] for one in rows} == {number(office, unnamed): "No", number(office, by_hand): ""}


def exported(office: Office) -> list[tuple[str, ...]]:
    return list(office.ask(finding_ledger.export, Sought("all"), "en"))


def number(office: Office, finding: bytes) -> str:
    return office.ask(finding_ledger.detail, finding).line.finding.number


def test_the_read_log_hears_of_a_sheet_that_names_somebody_and_of_no_other(office: Office) -> None:
    finding = opened(office)
    office.do(papers.leave, office.ask(finding_ledger.sheet, finding, "en"))
    assert office.ask(access.log) == []
    with office.store.write("wang") as tx:
        tx.put("finding", finding, {"caller": tx.add("caller", {"name": "张三"}).hex(), "named": True})
    office.do(papers.leave, office.ask(finding_ledger.sheet, finding, "en"))
    (line,) = office.ask(access.log)
    number = office.ask(finding_ledger.detail, finding).line.finding.number
    assert (line.did, line.entity, line.label, line.rows) == (Access.EXPORTED, "finding", number, 1)


def test_the_ledger_goes_out_as_paper_and_rows(office: Office) -> None:
    opened(office)
    paper = office.ask(finding_ledger.paper, Sought(), "zh_CN")
    assert paper.across
    assert paper.blocks[0].rows[0][2:4] == ("县医院", "Nobody came when called")
    (row,) = list(office.ask(finding_ledger.export, Sought("all"), "en"))
    assert dict(zip(finding_ledger.headings("en"), row, strict=True))["State"] == "Opened"
    english = office.ask(finding_ledger.paper, Sought(), "en")
    assert english.blocks[0].rows[0][2] == "County hospital"
    assert office.ask(finding_ledger.paper, Sought("ended"), "en").blocks[0].texts
    assert english.facts[-1][1].startswith("1 open")
    elsewhere = office.ask(finding_ledger.paper, Sought(institution="U02"), "en")
    assert elsewhere.facts[-1][1].startswith("0 open")  # counted as far as it is sought
    part = office.ask(finding_ledger.paper, Sought("late", "U01", state="sent", owner="Sun"), "en")
    assert part.facts[0] == ("Which", "Overdue · Sent to the institution · County hospital · Sun")
    assert english.facts[0] == ("Which", "Open")
    sign_in(office, "wang")
    with pytest.raises(NotAllowed):
        office.ask(finding_ledger.export, Sought("all"), "en")


def test_the_printed_ledger_has_the_day_from_which_a_measure_takes_effect(office: Office) -> None:
    one = opened(office)
    taken(office, one, S.CAUSE_FOUND)
    said = {"measure": "A second nurse", "owner": "Sun", "due_at": "2026-03-06T10:00:00+08:00"}
    office.do(findings.step, one, S.PLANNED, {**said, "effective_on": "2026-03-05"})
    block = office.ask(finding_ledger.paper, Sought(), "en").blocks[0]
    printed = dict(zip(block.columns, block.rows[0], strict=True))
    assert printed["In effect from"] == "2026-03-05"
    assert (printed["Measure"], printed["Owner"]) == ("A second nurse", "Sun")


def test_findings_of_one_owner_and_one_state_are_found(office: Office) -> None:
    taken(office, opened(office), S.PLANNED)
    opened(office, "Cold food")
    assert office.ask(finding_ledger.owners) == ["Sun"]
    assert len(office.ask(finding_ledger.page, Sought(owner="Sun", state="planned")).lines) == 1
    assert office.ask(finding_ledger.page, Sought(owner="Sun", state="opened")).lines == ()
