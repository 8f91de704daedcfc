"""What a former program kept unseen is shown after the upgrade, found by a search, and nothing is done twice."""

import json
from pathlib import Path

import pytest

from app.models.entities import HOMES
from app.models.journal import Value
from app.models.retention import KINDS
from app.models.upcasts import UPCASTS, renamed
from app.services import inquiries
from app.services.inquiries import Wanted
from app.services.office import Office
from app.store import redactions, shapes
from app.store.rebuild import rebuild
from app.store.store import Store
from tests.desk import KEY
from tests.services.test_conflicts import clash

_BYTES = "SELECT payload, hash FROM journal /* whole: few */ ORDER BY id"
_NAMES = "SELECT id, name, conflicts FROM caller /* whole: three of them */ WHERE name IS NOT NULL ORDER BY id"


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


def test_opening_a_database_shows_it(office: Office, tmp_path: Path) -> None:
    with office.store.write("wang") as tx:
        row = tx.add("caller", {"name": "Li", "area": "North"})
        tx.connection.execute("UPDATE caller SET area=NULL WHERE id=?", (row,))
    forget(office, "caller", "area")
    office.store.close()
    again = Store.open(tmp_path / "onewindow.db", KEY, office.clock.now)
    assert again.rows.one("SELECT area FROM caller WHERE id=?", row) == ("North",)
    assert (again.meta(shapes.KEPT), again.meta(shapes.STATE)) == (shapes.current(), shapes.state())
    again.close()


def test_rows_of_a_former_field_are_said_in_that_of_today_and_their_bytes_stay(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    row, twice = b"f" * 16, b"g" * 16
    clash(office, "caller", row, {"called": "Li"})
    clash(office, "caller", twice, {"called": "Li"})
    clash(office, "caller", twice, {"called": "Lee"})
    assert _names(office) == []
    before = office.store.rows.all(_BYTES)
    monkeypatch.setitem(UPCASTS, "caller", {1: (renamed("called", "name"),)})
    assert follow(office) == 2
    shown = [(row, "Li", None), (twice, "Lee", ["name"])]
    assert _names(office) == shown
    with office.store.write("") as tx:
        rebuild(tx)
    assert _names(office) == shown
    clash(office, "caller", b"h" * 16, {"called": "from a former program"})
    assert _names(office)[2:] == [(b"h" * 16, "from a former program", None)]
    assert office.store.rows.all(_BYTES)[: len(before)] == before
    with monkeypatch.context() as later:
        later.setattr(shapes, "SCHEMA_VERSION", 2)
        with office.store.write("") as tx:
            shapes.remember(tx)
        assert follow(office) == 0


def _names(office: Office) -> list[tuple[bytes, str, list[str] | None]]:
    found = office.store.rows.all(_NAMES)
    return [(row, name, sorted(json.loads(told)) if told else None) for row, name, told in found]


def test_a_former_field_about_people_is_redacted_under_its_former_name(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    row = b"f" * 16
    clash(office, "caller", row, {"called": "Li", "area": "North"})
    monkeypatch.setitem(UPCASTS, "caller", {1: (renamed("called", "name"),)})
    (part,) = (one for one in KINDS["callers"] if one.entity == "caller")
    with office.store.write("") as tx:
        left = redactions.skeletons_of(tx, row, part)
        assert [json.loads(str(one))["f"] for one in left.values()] == [{"called": None, "area": "North"}]
        redactions.apply(tx, "caller", row, {uid: str(text) for uid, text in left.items()})
        assert tx.state_of("caller", row) == {"name": None, "area": "North"}


@pytest.mark.parametrize("remembered", [False, True])
def test_what_came_to_a_program_that_remembered_nothing_is_looked_for_once(office: Office, remembered: bool) -> None:
    """Also where a program between remembered what it knew, and took that for what was shown."""
    with office.store.write("wang") as tx:
        mine = tx.add("caller", {"name": "Lee", "area": "South"})
    row, whole = b"f" * 16, b"g" * 16
    clash(office, "caller", row, {"name": "Li", "area": "North"})
    clash(office, "caller_flag", whole, {"code": "vip"})
    with office.store.write("") as tx:  # as the former program showed it
        tx.connection.execute("UPDATE caller SET area=NULL")
        tx.connection.execute("DELETE FROM caller_flag WHERE id=?", (whole,))
        names = (shapes.SOUGHT,) if remembered else (shapes.SOUGHT, shapes.KEPT)
        tx.connection.executemany("DELETE FROM meta WHERE k=?", [(name,) for name in names])
    assert [follow(office), follow(office)] == [2, 0]
    ask = office.store.rows.one
    assert (ask("SELECT area FROM caller WHERE id=?", row), ask("SELECT area FROM caller WHERE id=?", mine)) == (
        ("North",), (None,),
    )  # fmt: skip
    assert ask("SELECT code FROM caller_flag WHERE id=?", whole) == ("vip",)
