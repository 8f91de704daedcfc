"""What we owe is listed by time; what was promised shows whether it stands."""

from app.models.promises import PromiseState
from app.services.office import Office
from app.store import callbacks
from tests.desk import NOON


def test_owed_calls_come_by_time_and_closed_ones_do_not(office: Office) -> None:
    caller = b"c" * 16
    with office.store.write("wang") as tx:
        values = {"reason": "promised", "caller": caller.hex(), "number": "+861"}
        later = tx.add("callback", {**values, "due_at": "2026-03-02T09:00:00+00:00"})
        sooner = tx.add("callback", {**values, "due_at": "2026-03-02T08:00:00+00:00"})
        done = tx.add("callback", {**values, "due_at": "2026-03-02T07:00:00+00:00"})
        tx.put("callback", done, {"closed_at": NOON.isoformat()})
    assert [one.id for one in callbacks.open_callbacks(office.store.rows)] == [sooner, later]
    assert [one.id for one in callbacks.open_of_callers(office.store.rows, [caller])] == [sooner, later]
    assert callbacks.count_due(office.store.rows, "2026-03-02T08:30:00+00:00") == 1
    closed = callbacks.by_id(office.store.rows, done)
    assert closed is not None
    assert closed.closed_at == NOON


def test_a_promise_that_still_stands_comes_first(office: Office) -> None:
    caller, inquiry = b"c" * 16, b"i" * 16
    with office.store.write("wang") as tx:
        values = {"caller": caller.hex(), "inquiry": inquiry.hex()}
        stands = tx.add("promise", {**values, "what": "call"})
        kept = tx.add("promise", {**values, "what": "write"})
        tx.add("promise_outcome", {"promise": kept.hex(), "state": "kept", "at": NOON.isoformat()})
    found = callbacks.promises_of_callers(office.store.rows, [caller])
    assert [(one.id, one.state) for one in found] == [(stands, PromiseState.OPEN), (kept, PromiseState.KEPT)]
    assert {one.id for one in callbacks.promises_of_inquiry(office.store.rows, inquiry)} == {stands, kept}


def test_ended_calls_and_those_of_a_person_are_found_without_walking_all(office: Office) -> None:
    rows, told = office.store.rows, list[str]()
    rows.connection.set_trace_callback(told.append)
    assert callbacks.ended_on(rows, "+861", NOON.isoformat()) == []
    assert callbacks.open_of_person(rows, "p1") == []
    rows.connection.set_trace_callback(None)
    asked = [one for one in told if "FROM callback b" in one]
    plans = [" / ".join(row[3] for row in rows.connection.execute(f"EXPLAIN QUERY PLAN {one}")) for one in asked]
    assert "attempt_number (number=?)" in plans[0]
    assert "campaign_case_person (person_key=?)" in plans[1]
    assert not [one for one in plans if "SCAN" in one], plans


def test_calls_that_ended_are_found_by_their_end_or_by_what_was_said_in_them(office: Office) -> None:
    with office.store.write("wang") as tx:
        given = {"reason": "campaign", "number": "+861", "begins_at": NOON.isoformat(), "closed_at": NOON.isoformat()}
        made = [tx.add("callback", {**given, "closed_code": code}) for code in ("232", "903", "903", "110")]
        for seq, (call, code) in enumerate(zip(made[1:3], ("206", "201"), strict=True)):
            told = {"callback": call.hex(), "station": "s", "seq": seq, "at": NOON.isoformat(), "number": "+861"}
            tx.add("attempt_outcome", {"attempt": tx.add("attempt", told).hex(), "code": code})
    rows = office.store.rows
    found = callbacks.ended_since(rows, NOON.isoformat(), ["232"], ["206"])
    assert {one.id for one, _ in found} == set(made[:2])
    assert callbacks.ended_since(rows, "2027", ["232"], ["206"]) == []
    assert {one.id for one in callbacks.ended_on(rows, "+861", NOON.isoformat())} == set(made[1:3])
