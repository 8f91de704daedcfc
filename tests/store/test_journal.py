"""One way to write, an append-only truth, and a history that says who changed what."""

from datetime import timedelta

import pytest
from sqlcipher3 import dbapi2

from app.models.errors import RecordGone
from app.services.office import Office
from app.store.journal import Tx, history_of
from tests.desk import NOON


def _inquiry(tx: Tx, **values: str) -> bytes:
    return tx.add("inquiry", {"opened_at": NOON.isoformat(), "state": "new", "summary": "one", **values})


def test_a_row_written_again_keeps_both_values_in_its_history(office: Office) -> None:
    with office.store.write("wang") as tx:
        row = _inquiry(tx)
    with office.store.write("li") as tx:
        tx.put("inquiry", row, {"summary": "two"})
    entries = history_of(office.store.rows, row)
    assert [(entry.actor, dict(entry.values).get("summary")) for entry in entries] == [("wang", "one"), ("li", "two")]
    assert entries[1].before == {"summary": "one"}


def test_saying_the_same_again_writes_nothing(office: Office) -> None:
    with office.store.write("wang") as tx:
        row = _inquiry(tx)
        tx.put("inquiry", row, {"summary": "one"})
        assert len(tx.changes.touched) == 1
    assert len(history_of(office.store.rows, row)) == 1


def test_a_clock_one_year_behind_does_not_make_a_later_word_lose(office: Office) -> None:
    with office.store.write("wang") as tx:
        row = _inquiry(tx)
    with office.store.write("li", now=NOON - timedelta(days=365)) as tx:
        tx.put("inquiry", row, {"summary": "two"})
        assert tx.state_of("inquiry", row)["summary"] == "two"
    assert [entry.actor for entry in history_of(office.store.rows, row)] == ["wang", "li"]


def test_a_year_that_is_far_off_poisons_no_row_but_the_one_it_was_written_in(office: Office) -> None:
    with office.store.write("wang", now=NOON + timedelta(days=365 * 70)) as tx:
        poisoned = _inquiry(tx)
    with office.store.write("li", now=NOON) as tx:
        other = _inquiry(tx)
        tx.put("inquiry", poisoned, {"summary": "two"})
        assert tx.state_of("inquiry", poisoned)["summary"] == "two"
    stamped = "SELECT max(hlc) >> 16 FROM journal WHERE row_id = ?"
    early, late = (office.store.rows.one(stamped, row) or (0,) for row in (other, poisoned))
    assert early[0] == int(NOON.timestamp() * 1000)
    assert late[0] > early[0]


def _fail_after_writing(office: Office) -> None:
    with office.store.write("wang") as tx:
        _inquiry(tx)
        raise ZeroDivisionError


def test_an_error_inside_a_transaction_saves_nothing(office: Office) -> None:
    rows = office.store.rows
    before = rows.one("SELECT count(*) FROM journal /* whole: test */")
    with pytest.raises(ZeroDivisionError):
        _fail_after_writing(office)
    assert rows.one("SELECT count(*) FROM journal /* whole: test */") == before


def test_a_fact_is_written_once(office: Office) -> None:
    with office.store.write("wang") as tx:
        fact = tx.add("promise", {"what": "call"})
        tx.put("promise", fact, {"what": "write"})
        assert tx.state_of("promise", fact) == {"what": "call"}


def test_a_row_that_is_not_there_is_said_so(office: Office) -> None:
    with office.store.write("wang") as tx, pytest.raises(RecordGone):
        tx.state_of("inquiry", b"\0" * 16)


@pytest.mark.parametrize(
    "statement",
    [
        "DELETE FROM journal WHERE id = 1",
        "UPDATE journal SET actor = 'x' WHERE id = 1",
        "UPDATE journal SET payload = 'x' WHERE id = 1",
        "UPDATE inquiry SET summary = 'x' WHERE position > 0",
        "DELETE FROM inquiry WHERE position > 0",
        "INSERT INTO caller(id) VALUES (x'00')",
    ],
)
def test_nothing_is_written_beside_the_journal(office: Office, statement: str) -> None:
    with office.store.write("wang") as tx:
        _inquiry(tx)
    with pytest.raises(dbapi2.Error):
        office.store._writer.execute(statement)
