"""What was said of a person's days is found again as it was written."""

from datetime import date

from app.models.duty import DutyFact, DutyRule
from app.services.office import Office, Work
from app.store import duty as rows_of

WEEK = DutyFact(DutyRule.WEEK, date(2026, 3, 2), None, frozenset({1, 3}))
LEAVE = DutyFact(DutyRule.OFF, date(2026, 3, 9), date(2026, 3, 13))


def _write(work: Work) -> None:
    for one in (WEEK, LEAVE):
        rows_of.write(work.tx, work.person.id, one, by=work.person.id)
    rows_of.keep_folded_by(work.tx, work.person.id, "mark")


def test_facts_and_the_note_about_them_come_back(office: Office) -> None:
    office.do(_write)
    person = office.by.id if office.by else b""
    found = sorted(rows_of.facts_of(office.store.rows, person), key=lambda one: one.first_on)
    assert [(one.rule, one.first_on, one.last_on, one.week) for one in found] == [
        (one.rule, one.first_on, one.last_on, one.week) for one in (WEEK, LEAVE)
    ]
    assert rows_of.folded_by(office.store.rows, person) == "mark"
    assert rows_of.folded_by(office.store.rows, b"x" * 16) == ""
