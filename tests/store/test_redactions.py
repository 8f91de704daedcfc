"""What is due is found by the end of a matter, page by page; what is redacted is due no longer."""

from app.models.retention import KINDS
from app.services.office import Office
from app.store import redactions

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
