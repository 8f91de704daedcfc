"""Proposals, pins and stars as rows."""

from datetime import timedelta

from app.models.script_shelf import Pin, Proposed
from app.services.office import Office
from app.store import script_shelf as rows_of
from tests.desk import NOON, sign_in

TODAY = NOON.date()
CONTACT, INQUIRY = b"c" * 16, b"i" * 16


def test_what_was_proposed_is_found_by_its_contact_or_inquiry(office: Office) -> None:
    by = sign_in(office, "wang").id
    one = Proposed("parking", "Wang", NOON, CONTACT, INQUIRY)
    with office.store.write("wang", now=NOON) as tx:
        rows_of.write_proposal(tx, one, by=by)
        rows_of.write_proposal(tx, Proposed("old", "Wang", NOON - timedelta(days=2)), by=by)
    rows = office.store.rows
    assert rows_of.proposals(rows, NOON - timedelta(days=1), 9) == [one]
    assert [found.key for found in rows_of.proposals(rows, NOON - timedelta(days=3), 9)] == ["parking", "old"]
    assert rows_of.proposed_from(rows, contact=CONTACT, inquiry=None) == one
    assert rows_of.proposed_from(rows, contact=b"x" * 16, inquiry=INQUIRY) == one
    assert rows_of.proposed_from(rows, contact=b"x" * 16, inquiry=None) is None


def test_a_pin_holds_to_the_end_of_its_day_and_moves(office: Office) -> None:
    by = sign_in(office, "li").id
    for key, days in (("flu", 3), ("hpv", 1), ("flu", 0), ("bite", 1), ("bite", None)):
        with office.store.write("li", now=NOON) as tx:
            rows_of.write_pin(tx, key, TODAY + timedelta(days=days) if days is not None else None, by=by)
    rows = office.store.rows
    assert rows_of.pins(rows, TODAY) == [Pin("flu", TODAY, "Li"), Pin("hpv", TODAY + timedelta(days=1), "Li")]
    assert [one.key for one in rows_of.pins(rows, TODAY + timedelta(days=1))] == ["hpv"]


def test_stars_are_each_persons_own(office: Office) -> None:
    wang, li = sign_in(office, "wang").id, sign_in(office, "li").id
    for minute, (person, key, on) in enumerate(
        ((wang, "flu", True), (wang, "hpv", True), (li, "bite", True), (wang, "flu", False), (wang, "flu", True))
    ):
        with office.store.write("x", now=NOON + timedelta(minutes=minute)) as tx:
            rows_of.write_star(tx, key, person=person, on=on)
    assert rows_of.stars(office.store.rows, wang) == ["hpv", "flu"]
    assert rows_of.stars(office.store.rows, li) == ["bite"]
