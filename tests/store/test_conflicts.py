"""Rows with conflicts are counted and found, and who wrote a record is known."""

from app.services.office import Office
from app.store import conflicts


def test_a_row_with_a_conflict_is_found_with_its_title(office: Office) -> None:
    with office.store.write("li") as tx:
        row = tx.add("caller", {"name": "Li"})
        tx.connection.execute("""UPDATE caller SET conflicts = '{"name": [["01", "Li"], ["02", null]]}'""")
    assert conflicts.count(office.store.rows) == 1
    (found,) = conflicts.marked(office.store.rows, 5)
    assert (found.entity, found.row_id, found.title) == ("caller", row, "Li")
    assert found.conflicts == {"name": [(b"\1", "Li"), (b"\2", None)]}
    assert conflicts.marked(office.store.rows, 0) == []
    assert conflicts.marked_of(office.store.rows, "inquiry", 5) == []


def test_who_wrote_a_record_and_where_is_known(office: Office) -> None:
    with office.store.write("li") as tx:
        row = tx.add("caller", {"name": "Li"})
        tx.add("station", {"origin": office.store.origin.hex(), "label": "Seat 1"})
    uid = office.store.rows.all("SELECT uid FROM journal WHERE row_id=?", row)[0][0]
    found = conflicts.written(office.store.rows, row, uid)
    assert found is not None
    assert (found.actor, found.origin, found.station) == ("li", office.store.origin, "Seat 1")
    assert conflicts.written(office.store.rows, row, b"none") is None


def test_of_what_waits_it_is_known_when_its_values_were_written(office: Office) -> None:
    with office.store.write("li") as tx:
        row = tx.add("caller", {"name": "Li"})
        uid, at = next(iter(tx.all("SELECT uid, at FROM journal WHERE row_id=?", row)))
        told = f'{{"name": [["{bytes(uid).hex()}", "Li"], ["02", null]]}}'
        tx.connection.execute("UPDATE caller SET conflicts = ?", (told,))
    assert conflicts.waiting_lately(office.store.rows, 5) == [conflicts.Waiting([at], lately=True)]
    with office.store.write("li") as tx:
        tx.add("caller", {"name": "Zhao"})
    assert conflicts.waiting_lately(office.store.rows, 1) == [conflicts.Waiting([at], lately=False)]
