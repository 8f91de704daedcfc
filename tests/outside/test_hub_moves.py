"""What would change another center's rows is kept by the hub and goes no further: to no station, to no table."""

from collections.abc import Iterator

import pytest

from app.models.ids import new_id
from app.models.sync import summary_of
from app.outside import hub_project, hub_setup
from tests.outside.bordering import Border, at_border, chain, said, told
from tests.outside.test_hub import UIDS, pulled
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
def border(request: pytest.FixtureRequest) -> Iterator[Border]:
    """Two centers at either hub."""
    with at_border(request) as made:
        yield made


def test_from_another_center_comes_what_a_transfer_brings_and_nothing_else(border: Border) -> None:
    forged = chain(border.north, said("person", b"p" * 16, border.other, {"name": "li"}))
    assert border.given(border.south, border.other) == told(border.sent)
    back = chain(border.south, border.step(border.own, border.home))
    assert border.given(border.north, border.home) == told(back)
    more = chain(border.north, border.step(border.there, border.other))
    again = chain(border.south, *forged)
    assert border.given(border.south, border.other) == told((*border.sent, *more, *again))


def test_what_another_center_has_is_not_written_over(border: Border) -> None:
    theirs, card = (next(UIDS).to_bytes(16, "big") for _ in range(2))
    own = chain(
        border.south,
        said("inquiry", theirs, "center", {"state": "new"}),
        said("caller", card, "center", {"name": "Wang"}),
        said("inquiry", border.there, "center", {"state": "in_progress"}, (border.sent[2].uid,)),
    )
    chain(
        border.north,
        said("inquiry", theirs, border.other, {"state": "closed"}),
        said("inquiry", border.there, border.other, {"state": "closed"}),
        own[1]._replace(scope=border.other, payload=None),
        said("caller", card, border.other, {"name": "Nobody"}),
        said("caller_phone", next(UIDS).to_bytes(16, "big"), border.other, {"caller": card.hex(), "number": "2"}),
        border.step(theirs, border.other),
        said("inquiry_event", next(UIDS).to_bytes(16, "big"), border.other, {"inquiry": "no row"}),
    )
    assert border.given(border.south, border.other) == told((*border.sent, *own))


def test_what_comes_after_those_who_had_taken_it_in_is_handed_out(border: Border) -> None:
    late = said("caller", next(UIDS).to_bytes(16, "big"), border.other, {"name": "Li"})
    seen = chain(border.south, said("caller", late.row_id, "center", {"name": "Lee"}, (late.uid,)))
    again = chain(border.south, late)
    forged = said("caller", late.row_id, border.other, {"name": "Nobody"})
    chain(border.north, late, forged._replace(uid=seen[0].uid), forged)
    assert border.given(border.south, border.other) == told((*border.sent, *seen, *again))


def test_nothing_else_is_said_under_the_name_of_what_was_taken(border: Border) -> None:
    first = border.sent[2]
    seen = said("inquiry", border.there, "center", {"state": "in_progress"}, (first.uid,))
    own = chain(border.south, seen)
    forged = said("inquiry", border.there, border.other, {"came_as": border.own.hex(), "state": "closed"})
    chain(border.north, forged._replace(uid=first.uid))
    chain(border.north, first._replace(row_id=border.own))
    chain(border.north, own[0]._replace(scope=border.other))
    assert border.given(border.south, border.other) == told((*border.sent, *own))
    assert {one.row_id for one in pulled(border.south, border.other, [])[0]}.isdisjoint({border.own})


def test_an_empty_copy_is_handed_out_only_for_what_is_empty(border: Border) -> None:
    """Beside a whole one a new station would keep the empty one, and pass the other by."""
    chain(border.north, *(one._replace(payload=None) for one in border.sent))
    late = chain(border.south, said("caller", next(UIDS).to_bytes(16, "big"), "center", {"name": "Li"}))
    chain(border.north, late[0]._replace(scope=border.other, payload=None))
    assert border.given(border.south, border.other) == told((*border.sent, *late))
    empty = said("caller", next(UIDS).to_bytes(16, "big"), border.other, {"name": "Li"})._replace(payload=None)
    chain(border.north, empty)
    assert border.given(border.south, border.other) == told((*border.sent, *late))
    assert border.south.missing([empty.uid, late[0].uid]) == {empty.uid}
    chain(border.south, empty)
    chain(border.north, empty)
    assert border.given(border.south, border.other) == told((*border.sent, *late, empty))


@pytest.mark.parametrize("back", [False, True])
def test_news_that_come_before_the_row_are_handed_out_once_it_is_there(border: Border, back: bool) -> None:
    """The hub went back: a second station of the sender, or of the receiver, is sooner than who sent the row."""
    there, source, caller, phone = (next(UIDS).to_bytes(16, "big") for _ in range(4))
    row = said("inquiry", there, border.other, {"came_as": source.hex(), "summary": "a \0 b"})
    card = said("caller", caller, border.other, {"name": "Li"})
    if back:
        early = chain(border.south, border.step(source, border.home))
        reader, scope, before = border.north, border.home, set[tuple[bytes, str | None]]()
    else:
        number = said("caller_phone", phone, border.other, {"caller": caller.hex(), "number": "1"})
        early = chain(border.north, border.step(there, border.other), number)
        reader, scope, before = border.south, border.other, told(border.sent)
    _, marks = pulled(reader, scope, [])
    assert border.given(reader, scope) == before
    came = chain(border.north, card, row)
    assert border.given(reader, scope) == before | told(early) | (set() if back else told(came))
    held, marks = pulled(reader, scope, marks)
    assert reader.summary(scope, marks) != summary_of({uid for uid, _ in before | told(held)})


def test_what_a_center_gives_back_lets_its_senders_news_through(border: Border) -> None:
    """The hub went back and who sent the row is gone: stations of the receiver publish it again."""
    there, caller = (next(UIDS).to_bytes(16, "big") for _ in range(2))
    sent = {"came_as": border.own.hex(), "came_from": border.home, "caller": caller.hex()}
    phone = said("caller_phone", next(UIDS).to_bytes(16, "big"), border.other, {"caller": caller.hex()})
    news = chain(border.north, border.step(there, border.other), phone)
    back = chain(border.south, border.step(border.own, border.home))
    again = chain(border.south, said("inquiry", there, border.other, sent))
    forged = chain(border.south, said("inquiry", b"i" * 16, border.other, {**sent, "came_as": phone.uid.hex()}))
    chain(border.south, border.step(phone.uid, border.home))
    assert border.given(border.south, border.other) == told((*border.sent, *news, *again, *forged))
    assert border.given(border.north, border.home) == told(back)
