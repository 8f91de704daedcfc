"""Redaction: what is due goes for good, the chain verifies, figures and rebuilt tables stay, others follow."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from app.models.errors import FieldInvalid, NotAllowed
from app.models.journal import Value
from app.models.sync import COLUMNS, Wire
from app.services import callers, health, phone_numbers, retention
from app.services.office import Office
from app.store import sync_apply
from app.store.rebuild import check_chain, digest
from tests.desk import NOON, opened, sign_in
from tests.fakes import FakeClock

NEEDLE = "张晓明十三号"


@pytest.fixture
def other(template: Path, tmp_path: Path, clock: FakeClock) -> Iterator[Office]:
    """Another station of the same center."""
    (tmp_path / "other").mkdir()
    with opened(template, tmp_path / "other", clock) as desk:
        yield desk


def _old_inquiry(office: Office) -> bytes:
    closed = (NOON - timedelta(days=400)).isoformat()
    with office.store.write("wang") as tx:
        row = tx.add("inquiry", {"number": "1", "opened_at": closed, "category": "fees", "summary": f"one {NEEDLE}"})
        tx.put("inquiry", row, {"summary": f"two {NEEDLE}", "state": "closed", "closed_at": closed})
        tx.add("inquiry_event", {"inquiry": row.hex(), "kind": "closed", "note": NEEDLE, "at": closed})
    return row


def _redacted(office: Office) -> int:
    sign_in(office, "admin")
    office.do(retention.set_days, "inquiries", 365)
    return office.do(retention.redact).value


def test_what_is_due_is_shown_before_and_gone_after(office: Office) -> None:
    row = _old_inquiry(office)
    sign_in(office, "admin")
    would = office.ask(retention.preview, "inquiries", 365)
    assert {one.entity: one.rows for one in would.due} == {"inquiry": 1, "inquiry_event": 1}
    assert office.ask(retention.preview, "inquiries", 401).rows == 0
    assert _redacted(office) == 2
    rows = office.store.rows
    assert rows.one("SELECT summary, category, state FROM inquiry WHERE id=?", row) == (None, "fees", "closed")
    kept = rows.all("SELECT payload FROM journal /* whole: a test */ WHERE payload LIKE ?", f"%{NEEDLE}%")
    assert kept == []
    assert {one.kind: one.rows for one in office.ask(retention.rules)}["inquiries"] == 0


def test_the_chain_verifies_and_a_rebuild_says_the_same(office: Office) -> None:
    _old_inquiry(office)
    _redacted(office)
    assert check_chain(office.store.rows).sound
    before = digest(office.store.rows)
    assert office.do(health.rebuild_tables).value.mended == ()
    assert digest(office.store.rows) == before


def test_a_station_that_has_everything_follows_and_what_comes_back_goes_again(office: Office, other: Office) -> None:
    row = _old_inquiry(office)
    early = _wires(office)
    _redacted(office)
    with other.store.write("") as tx:
        sync_apply.take(tx, early)
    assert other.store.rows.one("SELECT summary FROM inquiry WHERE id=?", row) == (f"two {NEEDLE}",)
    with other.store.write("") as tx:
        sync_apply.take(tx, _wires(office))
    assert other.store.rows.one("SELECT summary, category FROM inquiry WHERE id=?", row) == (None, "fees")
    mine, theirs = digest(office.store.rows), digest(other.store.rows)
    assert theirs["inquiry_event"] == mine["inquiry_event"]
    assert check_chain(other.store.rows).sound


def test_what_comes_back_with_its_payload_is_taken_out_again(office: Office, other: Office) -> None:
    _old_inquiry(office)
    early = _wires(office)
    _redacted(office)
    facts = [one for one in _wires(office) if one.entity == "redaction"]
    with other.store.write("") as tx:
        sync_apply.take(tx, facts)
        sync_apply.take(tx, early)
    found = other.store.rows.all("SELECT summary FROM inquiry LIMIT 5")
    assert found == [(None,)]
    kept = "SELECT count(*) FROM journal /* whole: a test */ WHERE payload LIKE ?"
    assert other.store.rows.one(kept, f"%{NEEDLE}%") == (0,)


def test_what_was_said_about_a_closed_finding_goes_and_the_finding_stays(office: Office) -> None:
    closed = (NOON - timedelta(days=400)).isoformat()
    with office.store.write("li") as tx:
        row = tx.add("finding", {"number": "F1", "title": "Late", "caller": b"c".hex() * 16, "closed_at": closed})
        step = tx.add("finding_event", {"finding": row.hex(), "state": "closed", "note": NEEDLE, "said": {"a": NEEDLE}})
    sign_in(office, "admin")
    office.do(retention.set_days, "findings", 365)
    assert office.do(retention.redact).value == 2
    assert office.store.rows.one("SELECT title, caller FROM finding WHERE id=?", row) == ("Late", None)
    assert office.store.rows.one("SELECT state, note, said FROM finding_event WHERE id=?", step) == (
        "closed",
        None,
        None,
    )
    assert check_chain(office.store.rows).sound


def test_a_caller_who_is_long_gone_is_known_by_nothing_and_a_new_call_makes_a_new_one(
    office: Office, clock: FakeClock
) -> None:
    number = phone_numbers.understood("0531 8888 1357", office.settings.country)
    told: dict[str, Value] = {"name": NEEDLE, "area": "north"}
    caller = office.do(callers.remember, number, told, None).value
    assert caller is not None
    office.do(callers.do_not_call, "0531 8888 1357", caller=caller)
    clock.advance(timedelta(days=400))
    sign_in(office, "admin")
    assert {one.entity for one in office.ask(retention.preview, "callers", 365).due} == {"caller", "caller_phone"}
    office.do(retention.set_days, "callers", 365)
    assert office.do(retention.redact).value == 2
    sign_in(office, "wang")
    met = office.ask(callers.by_number, "0531 8888 1357")
    assert (met.callers, met.do_not_call) == ((), True)
    assert office.ask(callers.find, NEEDLE) == office.ask(callers.find, "0531 8888 13") == []
    rows = office.store.rows
    assert rows.one("SELECT name, area FROM caller WHERE id=?", caller) == (None, "north")
    for needle in (NEEDLE, "88881357"):
        kept = rows.all("SELECT payload FROM journal /* whole: a test */ WHERE payload LIKE ?", f"%{needle}%")
        assert kept == []
    assert check_chain(rows).sound
    assert office.do(callers.remember, number, {"name": "Li"}, None).value != caller


def test_rules_are_the_administrators_and_have_bounds(office: Office) -> None:
    with pytest.raises(NotAllowed):
        office.ask(retention.rules)
    with pytest.raises(NotAllowed):
        office.do(retention.redact)
    sign_in(office, "admin")
    for kind, days in (("inquiries", 7), ("weather", 400)):
        with pytest.raises(FieldInvalid):
            office.do(retention.set_days, kind, days)
    office.do(retention.set_days, "contacts", 1095)
    office.do(retention.set_days, "contacts", None)
    assert office.settings.retention == ""


def _wires(office: Office) -> list[Wire]:
    sql = f"SELECT {', '.join(COLUMNS)} FROM journal /* whole: a test */"
    return [Wire(*row) for row in office.store.rows.all(f"{sql} ORDER BY id")]
