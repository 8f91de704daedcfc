"""Sealed objects in PostgreSQL: of one center, whole, unchanged, gone with what it redacts, and by nothing else."""

import json
from collections.abc import Iterator
from typing import Any

import psycopg
import pytest

from app.models.ids import new_id
from app.models.objects import Begun, HubKeepsNoObjects, There
from app.models.sync_errors import HubRefusedLogin, OutOfStep
from app.outside import hub_project, hub_setup
from app.outside.hub import PostgresHub
from app.outside.hub_objects import HubObjects, ObjectDoor
from tests.outside.test_hub_project import Place
from tests.servers import Server

SALT, NAME = b"s" * 16, b"n" * 32


@pytest.fixture(scope="module")
def place(server: Server) -> Iterator[Place]:
    made = Place(server, 0)
    yield made
    made.hub.close()


def _given(hub: PostgresHub, name: bytes = NAME, about: bytes = b"a" * 16) -> HubObjects:
    found = HubObjects(hub)
    found.begin(name, about, SALT)
    found.keep(name, SALT, 0, b"one", is_last=False)
    found.keep(name, SALT, 1, b"two", is_last=True)
    return found


def _redacted(place: Place, entity: str, record: str) -> None:
    said = {"kind": "frames", "entity": entity, "record": record, "skeletons": {}, "at": "2026", "by": "00"}
    place.push(("redaction", new_id(1), said, {}))


def test_an_object_is_given_part_by_part_and_taken_by_the_other_stations_of_the_center(place: Place) -> None:
    place.join("north")
    assert _given(place.hub).begin(NAME, b"a" * 16, b"t" * 16) == Begun(2, True, SALT)
    place.join("north")
    found = HubObjects(place.hub)
    assert found.of(b"a" * 16) == [There(NAME, SALT, 2)]
    assert [found.part(NAME, SALT, number) for number in range(3)] == [b"one", b"two", None]
    assert found.lacks({b"a" * 16: NAME, b"b" * 16: NAME, b"c" * 16: b"x" * 32}) == {b"b" * 16, b"c" * 16}
    place.join("south")
    other = HubObjects(place.hub)
    assert (other.of(b"a" * 16), other.part(NAME, SALT, 0)) == ([], None)
    assert other.lacks({b"a" * 16: NAME}) == {b"a" * 16}
    assert other.begin(NAME, b"a" * 16, b"t" * 16) == Begun(0, False, b"t" * 16)


def test_parts_come_in_their_order_from_who_began_and_two_stations_take_nothing_from_each_other(place: Place) -> None:
    place.join("east")
    first, second = HubObjects(place.hub), HubObjects(place._login("east"))
    first.begin(NAME, b"a" * 16, SALT)
    first.keep(NAME, SALT, 0, b"one", is_last=False)
    for number, salt in ((0, SALT), (2, SALT), (1, b"t" * 16)):
        with pytest.raises(OutOfStep):
            first.keep(NAME, salt, number, b"x", is_last=True)
    assert second.begin(NAME, b"a" * 16, b"t" * 16) == Begun(0, False, b"t" * 16)
    assert first.begin(NAME, b"a" * 16, SALT) == Begun(1, False, SALT)
    assert first.of(b"a" * 16) == []
    second.keep(NAME, b"t" * 16, 0, b"all", is_last=True)
    for one, number in ((second, 1), (first, 2)):
        with pytest.raises(OutOfStep):
            one.keep(NAME, b"t" * 16, number, b"more", is_last=True)
    first.keep(NAME, SALT, 1, b"two", is_last=True)
    assert set(second.of(b"a" * 16)) == {There(NAME, SALT, 2), There(NAME, b"t" * 16, 1)}
    assert [second.part(NAME, salt, 0) for salt in (SALT, b"t" * 16)] == [b"one", b"all"]
    second._hub.close()


def test_what_was_begun_under_another_salt_goes_and_so_does_what_was_left_for_a_month(place: Place) -> None:
    place.join("salt")
    objects, name = HubObjects(place.hub), new_id(1) * 2
    objects.begin(name, b"a" * 16, b"u" * 16)
    objects.keep(name, b"u" * 16, 0, b"one", is_last=False)
    assert objects.begin(name, b"a" * 16, SALT) == Begun(0, False, SALT)
    objects.keep(name, SALT, 0, b"one", is_last=False)
    assert place.ask("SELECT salt FROM hub.object_part WHERE name = %s", name) == [(SALT,)]
    hub_project.project(place.place)
    assert objects.begin(name, b"a" * 16, SALT) == Begun(1, False, SALT)
    place.ask("UPDATE hub.object SET came = now() - interval '31 days' WHERE name = %s", name)
    hub_project.project(place.place)
    assert place.ask("SELECT 1 FROM hub.object WHERE name = %s", name) == []


def test_an_object_is_given_beside_one_that_is_whole_and_goes_with_it(place: Place) -> None:
    place.join("beside")
    name, about = new_id(1) * 2, new_id(1)
    objects = _given(place.hub, name, about)
    assert objects.begin(name, about, b"t" * 16) == Begun(2, True, SALT)
    assert objects.begin(name, about, b"t" * 16, beside=True) == Begun(0, False, b"t" * 16)
    objects.keep(name, b"t" * 16, 0, b"good", is_last=True)
    assert objects.of(about) == [There(name, b"t" * 16, 1), There(name, SALT, 2)]
    assert place.hub.ask("SELECT hub.part_of(%s, 0), hub.part_of(%s, 1)", name, name) == (b"good", None)
    _redacted(place, "frame", about.hex())
    hub_project.project(place.place)
    assert objects.of(about) == []
    assert place.ask("SELECT 1 FROM hub.object_name WHERE name = %s", name) == []


def test_a_use_that_comes_while_its_object_goes_keeps_it(place: Place) -> None:
    place.join("race")
    name, first, second = new_id(1) * 2, new_id(1), new_id(1)
    objects = _given(place.hub, name, first)
    _redacted(place, "frame", first.hex())
    with psycopg.connect(place.place) as going:
        going.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")
        going.execute("SELECT 1 FROM hub.identity")
        assert objects.begin(name, second, SALT) == Begun(2, True, SALT)
        with pytest.raises((psycopg.errors.ForeignKeyViolation, psycopg.errors.SerializationFailure)):
            going.execute("SELECT hub.drop_objects()")
    hub_project.project(place.place)
    assert objects.of(second) == [There(name, SALT, 2)]


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE hub.object SET salt = salt", "DELETE FROM hub.object", "UPDATE hub.object_part SET sealed = 'x'",
        "DELETE FROM hub.object_part", "UPDATE hub.object_use SET about = about", "DELETE FROM hub.object_use",
        "TRUNCATE hub.object CASCADE", "DELETE FROM hub.object_name", "TRUNCATE hub.object_name CASCADE",
        "TRUNCATE hub.object_part",
        "TRUNCATE hub.object_use",
    ],
)  # fmt: skip
def test_not_even_the_owner_changes_an_object_or_takes_it_away(place: Place, change: str) -> None:
    place.join("west")
    name = new_id(1) * 2
    _given(place.hub, name, new_id(1))
    with pytest.raises(psycopg.Error, match=r"objects do not change|foreign key"):
        place.ask(change)
    assert HubObjects(place.hub).part(name, SALT, 1) == b"two"


def test_a_station_sees_no_table_and_one_that_is_out_nothing_at_all(place: Place) -> None:
    place.join("west")
    objects = _given(place.hub, new_id(1) * 2, new_id(1))
    for table in ("object", "object_part", "object_use", "object_gone", "object_name"):
        with pytest.raises(HubRefusedLogin):
            place.hub.ask(f"SELECT * FROM hub.{table}")
    with pytest.raises(HubRefusedLogin):
        place.hub.ask("SELECT hub.drop_objects()")
    (who,) = place.hub.ask("SELECT session_user")
    place.ask("UPDATE hub.station SET disabled = now() WHERE who = %s", who)
    with pytest.raises(HubRefusedLogin):
        objects.begin(NAME, b"a" * 16, SALT)
    with pytest.raises(OutOfStep):
        objects.keep(NAME, SALT, 0, b"x", is_last=True)
    assert objects.of(b"a" * 16) == []
    assert objects.part(NAME, SALT, 0) is None


def test_an_object_goes_with_the_last_of_its_records_and_is_not_taken_in_again(place: Place) -> None:
    place.join("mid")
    name, first, second = new_id(1) * 2, new_id(1), new_id(1)
    objects = _given(place.hub, name, first)
    objects.begin(name, second, SALT)
    _redacted(place, "frame", first.hex())
    _redacted(place, "inquiry", second.hex())
    _redacted(place, "frame", "\\u0000 no id")
    hub_project.project(place.place)
    assert (objects.of(first), objects.of(second)) == ([], [There(name, SALT, 2)])
    _redacted(place, "frame", second.hex())
    hub_project.project(place.place)
    assert objects.part(name, SALT, 0) is None
    assert place.ask("SELECT count(*) FROM hub.object WHERE name = %s", name) == [(0,)]
    assert objects.begin(name, second, SALT) is None


def test_no_center_takes_away_what_another_one_gave(place: Place) -> None:
    place.join("mine")
    name, about = new_id(1) * 2, new_id(1)
    mine = place.hub
    objects = HubObjects(place._login("mine"))
    _given(objects._hub, name, about)
    place.hub = mine
    place.join("theirs")
    _redacted(place, "frame", about.hex())
    hub_project.project(place.place)
    assert objects.of(about) == [There(name, SALT, 2)]
    objects._hub.close()


def test_an_older_hub_says_that_it_is_older_and_takes_objects_after_its_upgrade(
    server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as before:
        before.setattr(hub_setup, "HUB_SCHEMA", 8)
        made = Place(server, 0)
    old = HubObjects(made.hub)
    asked: list[Any] = [lambda: old.begin(NAME, b"a" * 16, SALT), lambda: old.of(b"a" * 16), lambda: old.lacks({})]
    for one in asked:
        with pytest.raises(HubKeepsNoObjects):
            one()
    with monkeypatch.context() as before:
        before.setattr(hub_setup, "HUB_SCHEMA", 11)
        assert hub_setup.upgrade(made.place) == 8
    assert _given(made.hub).part(NAME, SALT, 1) == b"two"
    assert hub_setup.upgrade(made.place) == 11
    assert old.of(b"a" * 16) == [There(NAME, SALT, 2)]
    assert [old.part(NAME, SALT, number) for number in range(2)] == [b"one", b"two"]
    made.hub.close()


def test_the_door_opens_a_connection_of_its_own_and_closes_it(place: Place) -> None:
    place.join("door")
    _given(place.hub, NAME, b"d" * 16)
    door = ObjectDoor()
    with door.connected(place.hub._login) as objects:
        assert objects.part(NAME, SALT, 0) == b"one"
        hub = objects._hub
    assert hub._connection is None
    assert door.over(place.hub).part(NAME, SALT, 1) == b"two"
    assert len(door.seal(SALT).name("frame", json.dumps(""))) == 32
