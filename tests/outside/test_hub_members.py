"""What a login may read: its center's records and what is for all, whatever an older program let it in for."""

from pathlib import Path

import psycopg
import pytest

from app.models.ids import derived_id
from app.outside import hub_setup
from app.outside.hub import PostgresHub
from app.outside.hub_wire import PEOPLE
from app.services.syncing import Exchange
from app.store import sync as sync_rows
from app.store.store import Store
from tests.desk import KEY
from tests.fakes import FakeClock
from tests.outside.test_hub_project import Place
from tests.servers import Server


@pytest.fixture
def place(server: Server, monkeypatch: pytest.MonkeyPatch) -> Place:
    """A hub of the fourteenth step."""
    with monkeypatch.context() as before:
        before.setattr(hub_setup, "HUB_SCHEMA", 14)
        return Place(server, 0)


def test_an_upgrade_takes_what_an_older_program_let_logins_read_of_other_centers(
    place: Place, tmp_path: Path, clock: FakeClock
) -> None:
    """A station that was given the south goes on with its own: nothing differs, and nothing is read again."""
    south, north = (hub_setup.enroll(place.place, "pc", center) for center in ("south", "north"))
    for scope in ("south", "west", "access"):
        place.ask("INSERT INTO hub.membership (who, scope) VALUES (%s, %s)", north.who, scope)
    theirs, ours = (_station(place, made, tmp_path, clock) for made in (south, north))
    with theirs[0].write("chief") as tx:
        tx.put("unit", derived_id("unit", "H01"), {"code": "H01", "name": "Theirs"})
    with ours[0].write("chief") as tx:
        tx.put("unit", derived_id("unit", "H02"), {"code": "H02", "name": "Ours"})
    for store, hub in (theirs, ours):
        Exchange(store, hub, clock.now).run(check=True)
    assert ours[1].hello(ours[0].origin).scopes == ("north", "access", "program", "south", "west")
    assert hub_setup.upgrade(place.place) == 14
    asked = "SELECT who, scope FROM hub.membership WHERE who IN (%s, %s)"
    left = {(made.who, scope) for made in (south, north) for scope in (made.center, "program")}
    assert set(place.ask(asked, south.who, north.who)) == left | {(north.who, "access")}
    assert not any(chunk.rows for chunk in ours[1].pull("south", []))
    for store, hub in (ours, theirs):
        found = Exchange(store, hub, clock.now).run(check=True)
        assert (found.unequal, found.repaired, found.rewound, found.pulled) == ((), 0, 0, 0)
    assert ours[0].rows.all("SELECT name FROM unit") == [("Ours",)]
    for store, hub in (theirs, ours):
        hub.close()
        store.close()
    place.hub.close()


def _station(place: Place, made: hub_setup.Enrolled, folder: Path, clock: FakeClock) -> tuple[Store, PostgresHub]:
    """A station that has joined with this login."""
    store = Store.create(folder / f"{made.center}.db", KEY, clock.now, install_id=made.center)
    with store.write("") as tx:
        sync_rows.enroll(tx, {"hub_id": made.hub_id, "hub_center": made.center})
    return store, PostgresHub(
        {**psycopg.conninfo.conninfo_to_dict(place.place), "user": made.who, "password": made.password}
    )


def test_whom_a_center_knows_is_found_by_an_index_among_all_else(place: Place) -> None:
    hub_setup.upgrade(place.place)
    place.join("asking")
    place.push(*(("caller", derived_id("caller", str(number)), {"name": "Li"}, {}) for number in range(3000)))
    person = ("person", derived_id("person", "li"), {"name": "li"}, {})
    uids = place.push(person)
    place.ask("ANALYZE hub.journal")
    plan = place.hub.ask_all(f"EXPLAIN {PEOPLE}", "asking")
    assert any("journal_people" in str(line) for line in plan), plan
    assert [one.uid for one in place.hub.people("asking")] == uids
    place.hub.close()
