"""Stations as leases know them: one that came back stands under its new name; one that is gone is known as such."""

from datetime import timedelta

from app.store import lease_moves, succession
from app.store.journal import Rows
from tests.desk import NOON, sign_in


def _said(tx, kind, name, **more):
    tx.add(
        "lease", {"contact_group": "", "kind": kind, "station": name, "epoch": 0, "until_at": NOON.isoformat(), **more}
    )


def test_stations_go_by_their_present_names(office) -> None:
    rows: Rows = office.store.rows
    here = succession.station(rows)
    with office.store.write("li") as tx:
        for name, label in (("b" * 32, "Seat B"), ("c" * 32, "Seat C"), (here, "Seat A")):
            tx.add("station", {"origin": name, "label": label})
        _said(tx, "heir", "new", by_station="b" * 32)
        _said(tx, "gone", "c" * 32)
    assert lease_moves.stations(office.store.rows) == {here: "Seat A", "new": "Seat B", "c" * 32: "Seat C"}
    assert lease_moves.quiet(office.store.rows)["c" * 32].since == NOON


def test_a_word_that_a_station_is_lost_stands_until_it_is_heard_of_again(office, clock) -> None:
    clock.advance(timedelta(hours=1))
    li = sign_in(office, "li").id.hex()
    with office.store.write("li") as tx:
        tx.add("attempt", {"station": "c" * 32, "seq": 1, "at": NOON.isoformat(), "direction": "out"})
        succession.declare_gone(tx, "c" * 32, NOON, li)
        succession.declare_gone(tx, succession.station(tx), NOON, li)
    (word,) = lease_moves.quiet(office.store.rows).values()
    assert (word.station, word.since, word.at, word.by) == ("c" * 32, NOON, clock.now(), li)
    with office.store.write("li") as tx:
        later = (clock.now() + timedelta(minutes=1)).isoformat()
        tx.add("attempt", {"station": "c" * 32, "seq": 2, "at": later, "direction": "out"})
    assert lease_moves.quiet(office.store.rows) == {}


def test_a_station_is_heard_of_by_whatever_it_wrote(office) -> None:
    here = succession.station(office.store.rows)
    assert lease_moves.heard_at(office.store.rows, here) is not None
    assert lease_moves.heard_at(office.store.rows, "b" * 32) is None


def test_a_person_sits_where_they_called_last(office) -> None:
    wang = sign_in(office, "wang")
    assert lease_moves.seat_of(office.store.rows, wang.id) == ""
    with office.store.write("wang") as tx:
        tx.add("operator_state", {"person": wang.id.hex(), "state": "ready", "at": NOON.isoformat()})
    assert lease_moves.seat_of(office.store.rows, wang.id) == succession.station(office.store.rows)
    with office.store.write("wang") as tx:
        tx.add("attempt", {"station": "b", "seq": 1, "at": NOON.isoformat(), "by": wang.id.hex()})
    assert lease_moves.seat_of(office.store.rows, wang.id) == "b"
