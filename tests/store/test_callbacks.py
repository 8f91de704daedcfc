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
