"""To whom a version was given is read by pages, the newest first."""

from datetime import timedelta

from app.services.office import Office
from app.store import script_given
from tests.desk import NOON


def _give(office: Office, hours: int, version: int = 1, script: str = "hpv", result: str = "referred") -> bytes:
    at = (NOON + timedelta(hours=hours)).isoformat()
    with office.store.write("wang") as tx:
        values = {"channel": "phone_in", "opened_at": at, "number": "13812345678", "result": result}
        contact = tx.add("contact", values)
        tx.add("contact_script", {"contact": contact.hex(), "script": script, "version": version, "at": at})
    return contact


def test_pages_of_one_version_follow_each_other_without_a_gap(office: Office) -> None:
    first, second, third = (_give(office, hours) for hours in range(3))
    _give(office, 3, version=2)
    rows = office.store.rows
    page = script_given.given_to(rows, "hpv", 1, limit=2)
    rest = script_given.given_to(rows, "hpv", 1, limit=2, after=page[-1])
    assert [one.contact for one in (*page, *rest)] == [third, second, first]
    assert script_given.count_given(rows, "hpv", 1) == 3


def test_a_version_is_found_only_in_the_contacts_in_which_it_was_given(office: Office) -> None:
    contact = _give(office, 1)
    given = script_given.given_in(office.store.rows, contact, "hpv", 1)
    assert given is not None
    assert (given.number, given.at) == ("13812345678", NOON + timedelta(hours=1))
    assert script_given.given_in(office.store.rows, contact, "hpv", 2) is None


def test_the_scripts_of_a_stretch_of_time_come_by_how_often_they_were_given(office: Office) -> None:
    for hours, script in ((0, "a"), (1, "b"), (2, "b"), (9, "a"), (10, "a")):
        _give(office, hours, script=script)
    until = (NOON + timedelta(hours=9)).isoformat()
    assert script_given.most_given(office.store.rows, NOON.isoformat(), until, 5) == [("b", 2), ("a", 1)]


def test_the_last_time_counts_whatever_the_version(office: Office) -> None:
    for hours, version in ((2, 1), (1, 2)):
        _give(office, hours, version=version)
    assert script_given.last_given_at(office.store.rows, "hpv") == NOON + timedelta(hours=2)
    assert script_given.last_given_at(office.store.rows, "flu") is None


def test_only_a_contact_that_was_answered_at_once_speaks_for_a_script(office: Office) -> None:
    _give(office, 1, result="answered_direct")
    _give(office, 2)
    assert script_given.last_resolved_at(office.store.rows, "hpv") == NOON + timedelta(hours=1)
    assert script_given.last_resolved_at(office.store.rows, "flu") is None
