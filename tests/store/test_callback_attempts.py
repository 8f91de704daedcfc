"""Attempts are read in the order of the fold, on a station or a number; leases and appointments with them."""

from datetime import timedelta

from app.models.leases import Release
from app.services.office import Office
from app.store import callback_attempts as rows_of
from app.store import succession
from tests.desk import NOON
from tests.services.calling import call, campaign, number


def test_a_log_is_read_in_its_order_with_its_outcomes(office: Office) -> None:
    first, second = campaign(office, 2)
    call(office, first, "205", rang_s=12, note="spam")
    call(office, second, "110", talked_s=60, flags=("502",))
    rows = office.store.rows
    (log,) = rows_of.log_of(rows, first)
    assert (log.attempt.code, log.rang_s, log.note, log.flags) == ("205", 12, "spam", ())
    assert rows_of.log_of(rows, second)[0].flags == ("502",)
    assert [one.callback for one in rows_of.on_number(rows, number(0), "")] == [first]
    here = succession.station(rows)
    assert (rows_of.next_seq(rows, here), rows_of.next_seq(rows, "other")) == (3, 1)
    assert (rows_of.heard_at(rows, here), rows_of.heard_at(rows, "other")) == (NOON, None)
    assert rows_of.by_id(rows, log.id) == log


def test_grants_and_releases_of_a_group_are_told_apart(office: Office) -> None:
    campaign(office, 1)
    with office.store.write("li") as tx:
        values = {"contact_group": "g0", "kind": "released", "station": "x", "epoch": 1, "at": NOON.isoformat()}
        tx.add("lease", values)
    leases, releases = rows_of.lease_facts(office.store.rows, "g0")
    assert [(one.epoch, one.attempts) for one in leases] == [(1, 6)]
    assert releases == [Release("g0", "x", 1, NOON)]


def test_appointments_of_a_stretch_come_in_their_order(office: Office) -> None:
    first, second = campaign(office, 2)
    call(office, first, "221", start_at=NOON + timedelta(hours=3))
    call(office, second, "222", start_at=NOON + timedelta(hours=2))
    found = rows_of.appointments_between(office.store.rows, "", "9")
    assert [one.callback for one in found] == [second, first]
    assert rows_of.appointment_of(office.store.rows, first) == found[1]


def test_a_copied_station_that_counts_the_same_numbers_is_taken_in_all_the_same(office: Office) -> None:
    (case,) = campaign(office, 1)
    for hour in (1, 2):
        at = {"at": f"2026-03-02T0{hour}:00:00+00:00", "number": number(0), "direction": "out"}
        with office.store.write("li") as tx:
            tx.add("attempt", {"callback": case.hex(), "station": "x", "seq": 1, **at})
    assert [one.attempt.seq for one in rows_of.log_of(office.store.rows, case)] == [1, 1]
