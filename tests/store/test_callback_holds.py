"""Calls that somebody waits for come by time, page after page, without those that nobody may make."""

from app.services.office import Office
from app.store import callback_holds, callbacks

UNTIL = "2026-03-02T09:00:00+00:00"


def _owed(office: Office, count: int) -> list[bytes]:
    with office.store.write("wang") as tx:
        values = {"reason": "promised", "number": "+861", "due_at": "2026-03-02T08:00:00+00:00"}
        made = [tx.add("callback", values) for _ in range(count)]
        tx.add("callback", {**values, "due_at": "2026-03-02T09:30:00+00:00"})
    return sorted(made)


def test_what_is_due_comes_whole_without_what_is_held(office: Office) -> None:
    made = _owed(office, 130)
    with office.store.write("wang") as tx:
        for one in made[:70]:
            callback_holds.keep(tx, one, "supervisor", "", UNTIL)
        callback_holds.keep(tx, made[70], None, "hakka", UNTIL)
        callback_holds.keep(tx, made[71], None, "", UNTIL)
    rows = office.store.rows
    assert [one.id for one in callback_holds.free(rows, UNTIL, ())] == made[71:]
    assert callback_holds.blocked_by(rows, "supervisor", 99) == made[:70]
    assert [one.id for one in callback_holds.free(rows, UNTIL, ("hakka",))] == made[70:]
    assert callback_holds.counted(rows, UNTIL, ()) == {"supervisor": 70, "language": 1}
    assert callback_holds.counted(rows, UNTIL, ("hakka",)) == {"supervisor": 70}


def test_what_was_never_looked_into_is_looked_into_first(office: Office) -> None:
    first, second, third = _owed(office, 3)
    with office.store.write("wang") as tx:
        callback_holds.keep(tx, first, None, "", "2026-03-02T08:30:00+00:00")
        callback_holds.keep(tx, second, None, "", "2026-03-02T08:55:00+00:00")
    rows = office.store.rows
    assert callback_holds.to_check(rows, UNTIL, "2026-03-02T08:50:00+00:00", 9) == [third, first]
    assert len(callback_holds.open_calls(rows)) == 4
    with office.store.write("wang") as tx:
        callback_holds.drop(tx, first)
        callback_holds.clear(tx)
    assert len(callback_holds.to_check(rows, UNTIL, UNTIL, 9)) == 3


def test_the_free_calls_are_found_by_their_time(office: Office) -> None:
    sql = f"EXPLAIN QUERY PLAN SELECT b.id FROM callback b {callback_holds._FREE}"
    given = {"until": UNTIL, "spoken": "[]", "at": "", "id": b"", "limit": 9}
    plan = " ".join(str(row[3]) for row in office.store.rows.connection.execute(sql, given).fetchall())
    assert "callback_due" in plan
    assert "SCAN b" not in plan
    assert callbacks.selected(office.store.rows, callback_holds._FREE, given) == []
