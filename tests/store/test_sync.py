"""The own chain is found by its places, moves to a fresh origin whole, and marks are kept by scope."""

import pytest

from app.models.sync import Mark
from app.services.office import Office
from app.store import sync
from app.store.rebuild import check_chain
from app.store.sync import Logged


def _fill(office: Office, count: int = 150) -> None:
    with office.store.write("li") as tx:
        for number in range(count):
            tx.add("caller", {"name": str(number)})


def test_every_place_of_the_own_chain_is_found(office: Office) -> None:
    _fill(office)
    rows = office.store.rows
    own = sync.own_end(rows)
    for seq in (1, 63, 64, 65, 128, own.seq):
        kept = rows.one("SELECT hash FROM journal WHERE id=?", seq)
        assert kept is not None
        assert sync.hash_at(rows, own.origin, seq) == kept[0]
    assert sync.hash_at(rows, own.origin, own.seq + 1) == sync.hash_at(rows, own.origin, 0) == b""


def test_batches_go_on_where_the_last_one_ended_and_end_at_their_size(office: Office) -> None:
    _fill(office)
    rows = office.store.rows
    origin = sync.own_end(rows).origin
    place, first = sync.next_batch(rows, origin, sync.place_after(rows, origin, 10), 20, 1 << 20)
    place, second = sync.next_batch(rows, origin, place, 20, 100)
    assert [first[0].seq, first[-1].seq, second[0].seq] == [11, 30, 31]
    assert len(second) < 20


def test_a_database_that_moves_takes_what_is_not_common_along(office: Office) -> None:
    _fill(office, 80)
    before = sync.own_end(office.store.rows)
    common = Mark(before.origin, 70, sync.hash_at(office.store.rows, before.origin, 70))
    with office.store.write("") as tx:
        moved = sync.move(tx, b"n" * 16, common, ("north", "program"))
    after = sync.own_end(office.store.rows)
    assert moved is not None
    assert (after.origin, after.seq) == (b"n" * 16, moved) == (office.store.origin, before.seq - 70)
    assert sync.marks(office.store.rows) == [common]
    _fill(office, 2)
    assert sync.own_end(office.store.rows).seq == moved + 2
    assert check_chain(office.store.rows).sound


def test_a_database_that_another_sync_has_moved_is_not_moved_again(office: Office) -> None:
    before = sync.own_end(office.store.rows)
    with office.store.write("") as tx:
        sync.move(tx, b"n" * 16, Mark(before.origin, 0, b""), ())
        assert sync.move(tx, b"m" * 16, Mark(before.origin, 0, b""), ()) is None
    assert sync.own_end(office.store.rows) == (b"n" * 16, before.seq, sync.own_end(office.store.rows).hash)


def test_a_long_command_goes_on_under_the_origin_to_which_a_sync_moved_the_database(office: Office) -> None:
    def moved() -> None:
        with office.store.write("") as tx:
            sync.move(tx, b"n" * 16, Mark(tx.writer.origin, 0, b""), ())

    office.store.between = moved
    with office.store.write("li") as tx:
        tx.breathe()
        tx.add("caller", {"name": "x"})
        assert tx.writer.origin == b"n" * 16


def test_marks_stand_by_scope_and_are_forgotten_as_they_were(office: Office) -> None:
    one, other = Mark(b"a" * 16, 3, b"x"), Mark(b"b" * 16, 4, b"y")
    with office.store.write("") as tx:
        sync.set_marks(tx, "north", [one, other])
        sync.set_marks(tx, "program", [one])
        sync.forget_marks(tx, [one._replace(hash=b"z"), other])
    assert sync.marks(office.store.rows) == [one]
    with office.store.write("") as tx:
        sync.forget_scope(tx, "north")
    assert (sync.marks_of(office.store.rows, "north"), sync.marks_of(office.store.rows, "program")) == ([], [one])


def test_what_waits_is_counted_from_what_the_hub_took(office: Office) -> None:
    own = sync.own_end(office.store.rows)
    assert sync.waiting(office.store.rows) == own.seq
    with office.store.write("") as tx:
        sync.set_acknowledged(tx, own)
    _fill(office, 3)
    assert sync.waiting(office.store.rows) == 3


def test_own_records_that_were_not_pushed_are_not_compared(office: Office) -> None:
    _fill(office, 5)
    own = sync.own_end(office.store.rows)
    pushed = Mark(own.origin, own.seq - 2, b"")
    assert len(list(sync.uids(office.store.rows, sync.names("north", "north"), pushed))) == own.seq - 2
    _, found = sync.next_of_scope(office.store.rows, ("center",), 0, 5000, pushed)
    assert len(found) == own.seq - 2
    assert sync.names("program", "north") == ("program",)


@pytest.mark.parametrize(("outcome", "last"), [("done", "2026-03-01"), ("HubUnreachable", None)])
def test_the_last_success_is_known(office: Office, outcome: str, last: str | None) -> None:
    line = Logged("2026-02-28", "2026-03-01", 1, 2, outcome, "")
    with office.store.write("") as tx:
        sync.log(tx, line)
    assert sync.last_done(office.store.rows) == last
    assert sync.logged(office.store.rows) == [line]


def test_a_login_is_kept_in_the_encrypted_file(office: Office) -> None:
    assert sync.login(office.store.rows) is None
    with office.store.write("") as tx:
        sync.enroll(tx, {"hub_id": "h", "hub_center": "north", "hub_station": "a", "hub_connection": '{"host": "x"}'})
    found = sync.login(office.store.rows)
    assert found is not None
    assert (found.center, found.connection) == ("north", {"host": "x"})
    assert sync.facts(office.store.rows).hub_id == "h"


def test_what_is_remembered_of_a_hub_is_not_taken_along_to_another(office: Office) -> None:
    own = sync.own_end(office.store.rows)
    with office.store.write("") as tx:
        sync.enroll(tx, {"hub_id": "h"})
        sync.keep_hub_known(tx, 3, "m")
        sync.set_acknowledged(tx, own)
        sync.enroll(tx, {"hub_id": "h"})
        assert sync.hub_known(tx) == (3, "m", own.origin, own.seq)
        sync.enroll(tx, {"hub_id": "other"})
        assert sync.hub_known(tx) == (0, "", b"", 0)
    assert sync.waiting(office.store.rows) == own.seq
