"""What stands in the way of a record from another center: who may say it, not who was sooner."""

import hashlib
import json
from collections.abc import Iterator
from uuid import UUID

import pytest

from app.models.ids import derived_id, new_id
from app.models.sync import Wire
from app.outside import hub_project, hub_setup
from app.services.syncing import Hub
from tests.outside.bordering import Border, at_border, chain, said, told
from tests.outside.test_hub import UIDS, pulled
from tests.outside.test_hub_project import Place
from tests.servers import Server


@pytest.fixture(params=["memory", "postgres"])
def border(request: pytest.FixtureRequest) -> Iterator[Border]:
    """Two centers at either hub."""
    with at_border(request) as made:
        yield made


def test_the_hub_derives_the_ids_that_stations_derive(server: Server) -> None:
    place = Place(server, 0)
    for parts in (("center", "north"), ("center", ""), ("center", "南方"), ("a" * 23, "b" * 40), ("c" * 200, "d")):
        ((found,),) = place.ask("SELECT hub.derived_id(VARIADIC %s::text[])", list(parts))
        assert str(found).replace("-", "") == derived_id(*parts).hex()
    for size in range(0, 140, 3):
        ((found,),) = place.ask("SELECT hub.sha1(%s)", content := bytes(range(size)))
        assert found == hashlib.sha1(content).digest()
    place.hub.close()


@pytest.mark.parametrize("step", [7, 13])
def test_an_upgrade_weighs_again_what_came_for_all_and_what_was_refused(
    server: Server, monkeypatch: pytest.MonkeyPatch, step: int
) -> None:
    """Of the steps before the twelfth what came for all was not weighed, and since then too much was refused."""
    with monkeypatch.context() as before:
        before.setattr(hub_setup, "HUB_SCHEMA", step)
        made = Place(server, 0)
    person, sent = new_id(1), new_id(1)
    _fill(made, person, sent)
    made.ask("CREATE TABLE pub.person (id uuid, center text, PRIMARY KEY (id))")
    made.ask("INSERT INTO pub.person VALUES (%s::uuid, 'program')", person.hex())
    assert hub_setup.upgrade(made.place) == step
    assert made.ask("SELECT j.row_id FROM hub.refused JOIN hub.journal j USING (origin, seq)") == [
        (UUID(bytes=person),)
    ]
    assert made.ask("SELECT * FROM pub.person") == []
    made.ask("DROP TABLE pub.person")
    hub_project.project(made.place)
    ((state, conflicts),) = made.ask("SELECT state, conflicts FROM pub.inquiry WHERE id = %s::uuid", sent.hex())
    assert state == "in_progress"
    assert {value for _, value in conflicts["summary"]} == {"b", "c"}  # type: ignore[index]
    made.hub.close()


def _fill(made: Place, person: bytes, sent: bytes) -> None:
    """Two stations of the north send an inquiry, the south works on it, and the north says of the south who it is."""
    told = {"number": "1-T1", "state": "new", "came_from": "north", "came_as": new_id(1).hex()}
    made.join("south")
    made.join("north")
    [first] = made.push(("inquiry", sent, {**told, "summary": "a"}, {}), scope="south")
    row = derived_id("center", "south")
    made.push(("known_center", row, {"name": "south"}, {}), ("person", person, {"name": "li"}, {}), scope="program")
    made.push(("known_center", derived_id("center", "north"), {"name": "north"}, {}), scope="program")
    made.join("south")
    seen = {name: [first.hex()] for name in ("state", "summary")}
    made.push(("inquiry", sent, {"state": "in_progress", "summary": "c"}, seen))
    made.push(("known_center", row, {"name": "south"}, {}), scope="program")
    made.join("north")
    made.push(("inquiry", sent, {**told, "summary": "b"}, {}), scope="south")


def _introduction(center: str, name: str = "") -> Wire:
    return said("known_center", derived_id("center", center), "program", {"name": name or center})


def _known(hub: Hub) -> list[tuple[bytes, str]]:
    """What a station hears for all centers: the row and the name."""
    return [(one.row_id, json.loads(one.payload or "{}")["f"]["name"]) for one in pulled(hub, "program", [])[0]]


def test_for_all_centers_stands_only_what_belongs_to_all(border: Border) -> None:
    mine = chain(border.north, _introduction(border.home))
    chain(
        border.south,
        said("person", next(UIDS).to_bytes(16, "big"), "program", {"name": "li"}),
        _introduction("nowhere"),
        _introduction(border.home, border.other),
        said("known_center", next(UIDS).to_bytes(16, "big"), "program", {"name": border.other}),
    )
    again = chain(border.south, *mine)
    found = {one.uid: one.payload for one in pulled(border.south, "program", [])[0]}
    known = {one.uid: one.payload for one in again}
    assert found.items() >= known.items()
    names = {json.loads(payload or "{}")["f"].get("name") for payload in found.values()}
    assert {border.home} <= names
    assert names.isdisjoint({"li", "nowhere", border.other})


def test_a_center_is_introduced_by_nobody_before_itself(border: Border) -> None:
    """Nor is it kept from it by who wrote first where it has to write."""
    row = derived_id("center", border.other)
    forged = chain(border.north, _introduction(border.other), _introduction(border.other, border.home))
    assert row not in dict(_known(border.south))
    _, marks = pulled(border.north, "program", [])
    assert border.south.missing([forged[0].uid]) == {forged[0].uid}
    assert border.north.missing([forged[0].uid]) == set()
    own = chain(border.south, _introduction(border.other))
    assert [one for one in _known(border.north) if one[0] == row] == [(row, border.other)] * 2
    news = {one.uid for one in pulled(border.north, "program", marks)[0]}
    assert (own[0].uid in news, forged[1].uid in news) == (True, False)


def test_whom_the_administrator_has_let_go_others_may_tell_of(border: Border) -> None:
    """The hub went back, and no station of that center will say it again."""
    row = derived_id("center", border.other)
    chain(border.north, _introduction(border.other), _introduction(border.other, border.home))
    border.let_go(border.south)
    assert [one for one in _known(border.north) if one[0] == row] == [(row, border.other)]


class Twice:
    """An inquiry with its caller that two stations of the north send on, and that the south has worked on meanwhile."""

    def __init__(self, border: Border) -> None:
        self.border = border
        self.second = border.doors.station(border.home)
        self.there, self.caller, self.phone = (next(UIDS).to_bytes(16, "big") for _ in range(3))
        self.came = {"came_as": next(UIDS).to_bytes(16, "big").hex(), "came_from": border.home, "state": "new"}
        self.sent = self.told(border.north, "Li")
        card, number, row = self.sent
        self.worked = chain(
            border.south,
            said("caller", self.caller, "center", {"name": "Lee"}, (card.uid,)),
            said("caller_phone", self.phone, "center", {"ended_at": "2026"}, (number.uid,)),
            said("inquiry", self.there, "center", {"state": "in_progress"}, (row.uid,)),
        )

    def told(self, hub: Hub, name: str, **more: str) -> list[Wire]:
        """What a station of the north sends, pushed."""
        return chain(
            hub,
            said("caller", self.caller, self.border.other, {"name": name, **more}),
            said("caller_phone", self.phone, self.border.other, {"caller": self.caller.hex(), "number": "1", **more}),
            said("inquiry", self.there, self.border.other, {**self.came, "summary": name, **more}),
        )

    @property
    def known(self) -> set[tuple[bytes, str | None]]:
        return told((*self.border.sent, *self.sent, *self.worked))


def test_what_two_stations_send_unseen_by_each_other_is_handed_out_twice(border: Border) -> None:
    twice = Twice(border)
    again = twice.told(twice.second, "Li Na")
    assert border.given(border.south, border.other) == twice.known | told(again)


def test_no_station_sends_a_second_time_what_the_other_center_works_on(border: Border) -> None:
    twice = Twice(border)
    twice.told(border.north, "Li Na")
    twice.told(twice.second, "Li Na", deleted_at="2026")
    third = border.doors.station(border.home)
    twice.came["state"] = "closed"
    row = said("inquiry", twice.there, border.other, {**twice.came})
    twice.came["state"], source = "new", twice.came["came_as"]
    chain(third, row, said("caller", twice.caller, border.other, {"name": "Li Na"}, (twice.sent[0].uid,)))
    twice.came["came_as"] = border.own.hex()
    chain(third, said("inquiry", twice.there, border.other, {**twice.came}))
    twice.came["came_as"] = source
    foreign = border.doors.station(f"{border.home}-west")
    twice.told(foreign, "Li Na")
    assert border.given(border.south, border.other) == twice.known
    again = chain(third, said("inquiry", twice.there, border.other, {**twice.came}))
    assert border.given(border.south, border.other) == twice.known | told(again)


def test_the_second_of_two_is_handed_out_once_the_first_is_there_again(border: Border) -> None:
    """The hub went back, and the other center, which knows the first only, was sooner than both."""
    there, card, first = (next(UIDS).to_bytes(16, "big") for _ in range(3))
    values = {"came_as": card.hex(), "came_from": border.home, "state": "new"}
    worked = chain(border.south, said("inquiry", there, "center", {"state": "in_progress"}, (first,)))
    second = chain(border.doors.station(border.home), said("inquiry", there, border.other, {**values, "area": "x"}))
    assert border.given(border.south, border.other) == told((*border.sent, *worked))
    back = chain(border.south, said("inquiry", there, border.other, values)._replace(uid=first))
    assert border.given(border.south, border.other) == told((*border.sent, *worked, *second, *back))


def test_what_is_refused_keeps_nobody_out(border: Border) -> None:
    """Under the name of a record, or in its row, or as an empty copy of it."""
    late = [
        border.step(border.there, border.other),
        said("caller_phone", next(UIDS).to_bytes(16, "big"), border.other, {"caller": border.caller.hex()}),
    ]
    west = border.doors.station(f"{border.home}-west")
    changed = said("inquiry_event", late[0].row_id, border.other, {"inquiry": border.there.hex(), "note": "x"})
    chain(west, changed._replace(uid=late[0].uid), changed, late[1]._replace(row_id=border.own))
    empty = said("caller", next(UIDS).to_bytes(16, "big"), border.other, {"name": "Li"})
    forged = said("person", empty.row_id, border.other, {"name": "Nobody"})
    chain(west, forged._replace(uid=empty.uid))
    honest = chain(border.north, *late)
    gone = empty._replace(payload=None)
    chain(border.south, gone)
    chain(border.north, gone)
    assert border.given(border.south, border.other) == told((*border.sent, *honest, gone))
