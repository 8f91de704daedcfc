"""What a former program kept unseen is shown after the upgrade, found by a search, and nothing is done twice."""

import json
from pathlib import Path

import pytest

from app.models.entities import HOMES
from app.models.journal import Value
from app.services import inquiries
from app.services.inquiries import Wanted
from app.services.office import Office
from app.store import shapes
from app.store.store import Store
from tests.desk import KEY
from tests.services.test_conflicts import clash


def forget(office: Office, entity: str, field: str = "") -> None:
    """Let the database remember a program that did not know an entity, or a field of it."""
    known = json.loads(shapes.current())
    if field:
        del known[entity][field]
    else:
        del known[entity]
    office.store.set_meta(**{shapes.KEPT: json.dumps(known), shapes.STATE: "0.1"})


def follow(office: Office) -> int:
    with office.store.write("") as tx:
        return shapes.follow(tx)


def test_rows_of_an_entity_that_was_unknown_are_shown(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    row = b"f" * 16
    with monkeypatch.context() as old:
        old.delitem(HOMES, "caller_flag")
        clash(office, "caller_flag", row, {"code": "vip"})
    sql = "SELECT code FROM caller_flag WHERE id=?"
    assert office.store.rows.one(sql, row) is None
    forget(office, "caller_flag")
    assert follow(office) >= 1
    assert office.store.rows.one(sql, row) == ("vip",)
    assert follow(office) == 0


def test_a_field_that_was_unknown_is_shown_and_found_by_a_search(office: Office) -> None:
    with office.store.write("wang") as tx:
        given: dict[str, Value] = {"opened_at": "2026-03-01T08:00:00+00:00", "state": "new"}
        row = tx.add("inquiry", {**given, "number": "1", "summary": "Ward smells"})
        tx.add("inquiry", {**given, "number": "2"})
    office.store.settle()
    with office.store.write("") as tx:  # as the former program showed it
        tx.connection.execute("UPDATE inquiry SET summary=NULL WHERE id=?", (row,))
    forget(office, "inquiry", "summary")
    assert follow(office) == 1
    assert [one.summary for one in office.ask(inquiries.list_page, Wanted("smells")).rows] == ["Ward smells"]


def test_opening_a_database_shows_it_and_an_older_database_only_remembers(office: Office, tmp_path: Path) -> None:
    with office.store.write("wang") as tx:
        row = tx.add("caller", {"name": "Li", "area": "North"})
        tx.connection.execute("UPDATE caller SET area=NULL WHERE id=?", (row,))
        tx.connection.execute("DELETE FROM meta WHERE k=?", (shapes.KEPT,))
    assert follow(office) == 0
    forget(office, "caller", "area")
    office.store.close()
    again = Store.open(tmp_path / "onewindow.db", KEY, office.clock.now)
    assert again.rows.one("SELECT area FROM caller WHERE id=?", row) == ("North",)
    assert (again.meta(shapes.KEPT), again.meta(shapes.STATE)) == (shapes.current(), shapes.state())
    again.close()
