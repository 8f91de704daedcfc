"""What is due is found by the end of a matter, page by page; what is redacted is due no longer."""

from datetime import datetime, timedelta

from app.models.retention import KINDS
from app.services.office import Office
from app.store import redactions
from tests.desk import NOON

_SEARCHES = KINDS["searches"][0]


def _search(office: Office, at: str) -> bytes:
    with office.store.write("wang") as tx:
        return tx.add("script_search", {"query": "fever clinic", "ended": "closed", "at": at})


def test_only_what_ended_before_is_due_with_oldest_and_newest(office: Office) -> None:
    for at in ("2024-01-01T00:00:00+00:00", "2024-05-01T00:00:00+00:00", "2025-01-01T00:00:00+00:00"):
        _search(office, at)
    (found,) = redactions.due(office.store.rows, "searches", "2024-06-01")
    assert (found.entity, found.rows, found.oldest_at.month, found.newest_at.month) == ("script_search", 2, 1, 5)


def test_what_is_redacted_is_due_no_longer_and_keeps_its_other_fields(office: Office) -> None:
    row = _search(office, "2024-01-01T00:00:00+00:00")
    with office.store.write("admin") as tx:
        assert redactions.next_due(tx, _SEARCHES, "2025", b"") == [row]
        skeletons = {uid: str(text) for uid, text in redactions.skeletons_of(tx, row, _SEARCHES).items()}
        redactions.apply(tx, "script_search", row, skeletons)
        assert redactions.next_due(tx, _SEARCHES, "2025", b"") == []
    assert office.store.rows.one("SELECT query, ended FROM script_search WHERE id=?", row) == (None, "closed")


def test_a_redaction_of_a_row_that_is_not_here_yet_waits_for_it(office: Office) -> None:
    with office.store.write("admin") as tx:
        redactions.apply(tx, "script_search", b"x" * 16, {("ab" * 16): '{"f":{"query":null}}'})
        assert redactions.take(tx, 1, 10**9) == []
    assert office.store.rows.one("SELECT row_id FROM redacted LIMIT 1") == (b"x" * 16,)


def _caller(office: Office, name: str) -> bytes:
    with office.store.write("wang") as tx:
        caller = tx.add("caller", {"name": name, "kind": "patient", "area": "north", "note": "calls at night"})
        tx.add("caller_phone", {"caller": caller.hex(), "number": f"+86531{name}", "label": "home"})
        tx.add("caller_flag", {"caller": caller.hex(), "code": "vip", "note": "a colleague", "at": NOON.isoformat()})
    return caller


def _due(office: Office, before: str) -> list[bytes]:
    return redactions.next_due(office.store.rows, KINDS["callers"][0], before, b"")


def test_a_caller_ages_from_the_last_time_that_anything_was_written_of_them(office: Office) -> None:
    late, after = (NOON + timedelta(days=40)).isoformat(), (NOON + timedelta(days=41)).isoformat()
    rested, called, open_one, owed, undone = (_caller(office, name) for name in ("1", "2", "3", "4", "5"))
    with office.store.write("wang") as tx:
        tx.add("contact", {"caller": called.hex(), "finalized_at": late})
        tx.add("inquiry", {"caller": open_one.hex(), "number": "N1", "opened_at": NOON.isoformat()})
        tx.add("callback", {"caller": owed.hex(), "reason": "promised", "due_at": late})
        tx.add("inquiry", {"caller": undone.hex(), "number": "N2", "opened_at": late, "deleted_at": late})
    assert _due(office, NOON.isoformat()) == []
    assert set(_due(office, late)) == {rested, undone}
    assert set(_due(office, after)) == {rested, undone, called}
    parts = {one.entity: (one.rows, one.newest_at) for one in redactions.due(office.store.rows, "callers", after)}
    newest = datetime.fromisoformat(late)
    assert parts == dict.fromkeys(("caller", "caller_phone", "caller_flag"), (3, newest))


def test_notes_of_outcomes_go_with_the_call_back_that_they_belong_to(office: Office) -> None:
    with office.store.write("wang") as tx:
        callback = tx.add("callback", {"reason": "promised", "closed_at": "2024-01-01T00:00:00+00:00"})
        attempt = tx.add("attempt", {"callback": callback.hex(), "at": "2024-01-01T00:00:00+00:00"})
        outcome = tx.add("attempt_outcome", {"attempt": attempt.hex(), "note": "his wife said", "code": "101"})
    part = next(one for one in KINDS["callbacks"] if one.entity == "attempt_outcome")
    assert redactions.next_due(office.store.rows, part, "2024-06-01", b"") == [outcome]
