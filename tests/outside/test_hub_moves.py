"""What would change another center's rows is kept by the hub and goes no further: to no station, to no table."""

import hashlib
import json
from collections.abc import Iterable, Iterator

import pytest

from app.models.ids import new_id
from app.models.sync import Wire, readdressed, summary_of
from app.outside import hub_project, hub_setup
from app.services.syncing import Hub
from tests.outside.test_hub import UIDS, Doors, pulled
from tests.outside.test_hub_project import Place
from tests.servers import Server

_SENT = {"number": "1-T1", "state": "new"}


@pytest.fixture(scope="module", params=[0, 4], ids=["whole", "partitioned"])
def place(server: Server, request: pytest.FixtureRequest) -> Iterator[Place]:
    """A hub with one table, and one in partitions."""
    made = Place(server, request.param)
    yield made
    made.hub.close()


def _given(place: Place, center: str) -> set[bytes]:
    place.join(center)
    return {row.uid for chunk in place.hub.pull(center, []) for row in chunk.rows}


def test_what_is_handed_out_to_nobody_is_published_nowhere(place: Place) -> None:
    place.join("south")
    own = new_id(1)
    place.push(("inquiry", own, {"number": "2", "state": "in_progress"}, {}))
    place.join("north")
    sent = new_id(1)
    place.push(("inquiry", own, {"state": "closed"}, {}), ("inquiry", sent, dict(_SENT), {}), scope="south")
    hub_project.project(place.place)
    sql = "SELECT state, center FROM pub.inquiry WHERE id = %s::uuid"
    assert place.ask(sql, own.hex()) == [("in_progress", "south")]
    assert place.ask(sql, sent.hex()) == [("new", "south")]


def test_each_center_has_its_own_row_of_one_id(place: Place) -> None:
    row = new_id(1)
    for center in ("south", "north"):
        place.join(center)
        place.push(("unit", row, {"code": "H01", "name": f"of the {center}"}, {}))
        hub_project.project(place.place)
    place.push(("unit", row, {"name": "new"}, {}))
    hub_project.project(place.place)
    sql = "SELECT center, code, name, conflicts FROM pub.unit WHERE id = %s::uuid ORDER BY center"
    found = place.ask(sql, row.hex())
    assert [one[:2] for one in found] == [("north", "H01"), ("south", "H01")]
    assert (found[1][2:], found[0][3] is None) == (("of the south", None), False)
    hub_project.project(place.place, rebuild=True)
    assert place.ask(sql, row.hex()) == found


@pytest.fixture
def older(server: Server, monkeypatch: pytest.MonkeyPatch) -> Iterator[Place]:
    """A hub as it was when it first brought transfers, and weighed nothing."""
    with monkeypatch.context() as before:
        before.setattr(hub_setup, "HUB_SCHEMA", 7)
        made = Place(server, 0)
    yield made
    made.hub.close()


def test_an_upgrade_weighs_what_came_before_it(older: Place) -> None:
    own, sent = new_id(1), new_id(1)
    older.join("south")
    mine = older.push(("inquiry", own, {"number": "2", "state": "in_progress"}, {}))
    older.join("north")
    older.push(("inquiry", own, {"state": "closed"}, {}), scope="south")
    early = older.push(("inquiry_event", new_id(1), {"inquiry": sent.hex(), "kind": "note"}, {}), scope="south")
    came = early + older.push(
        ("inquiry", sent, {**_SENT, "came_as": new_id(1).hex()}, {}),
        ("inquiry_event", new_id(1), {"inquiry": sent.hex(), "kind": "note"}, {}),
        scope="south",
    )
    older.push(("inquiry_event", new_id(1), {"inquiry": own.hex(), "kind": "note"}, {}), scope="south")
    older.join("south")
    mine += older.push(("inquiry", sent, {"state": "in_progress"}, {}))
    assert len(_given(older, "south")) == 7
    assert hub_setup.upgrade(older.place) == 7
    assert _given(older, "south") == {*mine, *came}


@pytest.fixture(params=["memory", "postgres"])
def border(request: pytest.FixtureRequest) -> Iterator["Border"]:
    """Two centers at either hub."""
    doors = Doors(request.getfixturevalue("server") if request.param == "postgres" else None)
    yield Border(doors)
    for one in doors.opened:
        one.close()


def _said(entity: str, row: bytes, scope: str, values: dict[str, str], seen: tuple[bytes, ...] = ()) -> Wire:
    """One record of a row, outside any chain."""
    told: dict[str, object] = {"f": values, **({"b": {"name": [one.hex() for one in seen]}} if seen else {})}
    payload = json.dumps(told)
    uid, hashed = next(UIDS).to_bytes(16, "big"), hashlib.sha256(payload.encode()).digest()
    return Wire(b"", 0, uid, 5, "2026", "li", scope, entity, row, 1, payload, hashed, b"")


def _chain(hub: Hub, *rows: Wire) -> list[Wire]:
    """Push records as one chain."""
    hub.push(found := readdressed(rows, next(UIDS).to_bytes(16, "little")))
    return found


def told(rows: Iterable[Wire]) -> set[tuple[bytes, str | None]]:
    """What these records say under their names."""
    return {(one.uid, one.payload) for one in rows}


class Border:
    """Two centers at a hub, of which the north has sent an inquiry with its caller to the south."""

    def __init__(self, doors: Doors) -> None:
        self.home, self.other = f"{doors.center}-north", f"{doors.center}-south"
        self.north, self.south = doors.station(self.home), doors.station(self.other)
        self.own, self.there, self.caller, self.phone = (next(UIDS).to_bytes(16, "big") for _ in range(4))
        self.sent = _chain(
            self.north,
            _said("caller", self.caller, self.other, {"name": "Li"}),
            _said("caller_phone", self.phone, self.other, {"caller": self.caller.hex(), "number": "1"}),
            _said("inquiry", self.there, self.other, {"came_as": self.own.hex(), "came_from": self.home}),
            self.step(self.there, self.other),
        )

    def step(self, inquiry: bytes, scope: str) -> Wire:
        return _said("inquiry_event", next(UIDS).to_bytes(16, "big"), scope, {"inquiry": inquiry.hex()})

    def given(self, hub: Hub, scope: str) -> set[tuple[bytes, str | None]]:
        """What a station of a center gets of its scope, every copy of it; these records are what the summary counts."""
        rows, marks = pulled(hub, scope, [])
        assert hub.summary(scope, marks) == summary_of({one.uid for one in rows})
        return told(rows)


def test_from_another_center_comes_what_a_transfer_brings_and_nothing_else(border: Border) -> None:
    forged = _chain(border.north, _said("person", b"p" * 16, border.other, {"name": "li"}))
    assert border.given(border.south, border.other) == told(border.sent)
    back = _chain(border.south, border.step(border.own, border.home))
    assert border.given(border.north, border.home) == told(back)
    more = _chain(border.north, border.step(border.there, border.other))
    again = _chain(border.south, *forged)
    assert border.given(border.south, border.other) == told((*border.sent, *more, *again))


def test_what_another_center_has_is_not_written_over(border: Border) -> None:
    theirs, card = (next(UIDS).to_bytes(16, "big") for _ in range(2))
    own = _chain(
        border.south,
        _said("inquiry", theirs, "center", {"state": "new"}),
        _said("caller", card, "center", {"name": "Wang"}),
        _said("inquiry", border.there, "center", {"state": "in_progress"}, (border.sent[2].uid,)),
    )
    _chain(
        border.north,
        _said("inquiry", theirs, border.other, {"state": "closed"}),
        _said("inquiry", border.there, border.other, {"state": "closed"}),
        own[1]._replace(scope=border.other, payload=None),
        _said("caller", card, border.other, {"name": "Nobody"}),
        _said("caller_phone", next(UIDS).to_bytes(16, "big"), border.other, {"caller": card.hex(), "number": "2"}),
        border.step(theirs, border.other),
        _said("inquiry_event", next(UIDS).to_bytes(16, "big"), border.other, {"inquiry": "no row"}),
    )
    assert border.given(border.south, border.other) == told((*border.sent, *own))


def test_what_comes_after_those_who_had_taken_it_in_is_handed_out(border: Border) -> None:
    late = _said("caller", next(UIDS).to_bytes(16, "big"), border.other, {"name": "Li"})
    seen = _chain(border.south, _said("caller", late.row_id, "center", {"name": "Lee"}, (late.uid,)))
    again = _chain(border.south, late)
    forged = _said("caller", late.row_id, border.other, {"name": "Nobody"})
    _chain(border.north, late, forged._replace(uid=seen[0].uid), forged)
    assert border.given(border.south, border.other) == told((*border.sent, *seen, *again))


def test_nothing_else_is_said_under_the_name_of_what_was_taken(border: Border) -> None:
    first = border.sent[2]
    seen = _said("inquiry", border.there, "center", {"state": "in_progress"}, (first.uid,))
    own = _chain(border.south, seen)
    forged = _said("inquiry", border.there, border.other, {"came_as": border.own.hex(), "state": "closed"})
    _chain(border.north, forged._replace(uid=first.uid))
    _chain(border.north, first._replace(row_id=border.own))
    _chain(border.north, own[0]._replace(scope=border.other))
    assert border.given(border.south, border.other) == told((*border.sent, *own))
    assert {one.row_id for one in pulled(border.south, border.other, [])[0]}.isdisjoint({border.own})


def test_an_empty_copy_is_handed_out_only_for_what_is_empty(border: Border) -> None:
    """Beside a whole one a new station would keep the empty one, and pass the other by."""
    _chain(border.north, *(one._replace(payload=None) for one in border.sent))
    late = _chain(border.south, _said("caller", next(UIDS).to_bytes(16, "big"), "center", {"name": "Li"}))
    _chain(border.north, late[0]._replace(scope=border.other, payload=None))
    assert border.given(border.south, border.other) == told((*border.sent, *late))
    empty = _said("caller", next(UIDS).to_bytes(16, "big"), border.other, {"name": "Li"})._replace(payload=None)
    _chain(border.north, empty)
    assert border.given(border.south, border.other) == told((*border.sent, *late))
    assert border.south.missing([empty.uid, late[0].uid]) == {empty.uid}
    _chain(border.south, empty)
    _chain(border.north, empty)
    assert border.given(border.south, border.other) == told((*border.sent, *late, empty))


@pytest.mark.parametrize("back", [False, True])
def test_news_that_come_before_the_row_are_handed_out_once_it_is_there(border: Border, back: bool) -> None:
    """The hub went back: a second station of the sender, or of the receiver, is sooner than who sent the row."""
    there, source, caller, phone = (next(UIDS).to_bytes(16, "big") for _ in range(4))
    row = _said("inquiry", there, border.other, {"came_as": source.hex(), "summary": "a \0 b"})
    card = _said("caller", caller, border.other, {"name": "Li"})
    if back:
        early = _chain(border.south, border.step(source, border.home))
        reader, scope, before = border.north, border.home, set[tuple[bytes, str | None]]()
    else:
        number = _said("caller_phone", phone, border.other, {"caller": caller.hex(), "number": "1"})
        early = _chain(border.north, border.step(there, border.other), number)
        reader, scope, before = border.south, border.other, told(border.sent)
    _, marks = pulled(reader, scope, [])
    assert border.given(reader, scope) == before
    came = _chain(border.north, card, row)
    assert border.given(reader, scope) == before | told(early) | (set() if back else told(came))
    held, marks = pulled(reader, scope, marks)
    assert reader.summary(scope, marks) != summary_of({uid for uid, _ in before | told(held)})


def test_what_a_center_gives_back_lets_its_senders_news_through(border: Border) -> None:
    """The hub went back and who sent the row is gone: stations of the receiver publish it again."""
    there, caller = (next(UIDS).to_bytes(16, "big") for _ in range(2))
    sent = {"came_as": border.own.hex(), "came_from": border.home, "caller": caller.hex()}
    phone = _said("caller_phone", next(UIDS).to_bytes(16, "big"), border.other, {"caller": caller.hex()})
    news = _chain(border.north, border.step(there, border.other), phone)
    back = _chain(border.south, border.step(border.own, border.home))
    again = _chain(border.south, _said("inquiry", there, border.other, sent))
    forged = _chain(border.south, _said("inquiry", b"i" * 16, border.other, {**sent, "came_as": phone.uid.hex()}))
    _chain(border.south, border.step(phone.uid, border.home))
    assert border.given(border.south, border.other) == told((*border.sent, *news, *again, *forged))
    assert border.given(border.north, border.home) == told(back)


def test_for_all_centers_stands_only_what_belongs_to_all(border: Border) -> None:
    row = next(UIDS).to_bytes(16, "big")
    mine = _chain(border.north, _said("known_center", row, "program", {"name": border.home}))
    _chain(
        border.south,
        _said("person", next(UIDS).to_bytes(16, "big"), "program", {"name": "li"}),
        _said("known_center", next(UIDS).to_bytes(16, "big"), "program", {"name": "nowhere"}),
        _said("known_center", row, "program", {"name": border.other}),
    )
    again = _chain(border.south, *mine)
    found = {one.uid: one.payload for one in pulled(border.south, "program", [])[0]}
    known = {one.uid: one.payload for one in again}
    assert found.items() >= known.items()
    names = {json.loads(payload or "{}")["f"].get("name") for payload in found.values()}
    assert {border.home} <= names
    assert names.isdisjoint({"li", "nowhere", border.other})
