"""What a hub promises, held by the one in memory and by the real one alike; and what only a real server can show."""

import hashlib
import json
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from itertools import count
from threading import Event
from typing import Any

import psycopg
import pytest

from app.models.ids import derived_id
from app.models.sync import Mark, Summary, Wire, ends_of, readdressed, summary_of
from app.models.sync_errors import HubEmpty, HubRefusedLogin, HubUnreachable, OutOfStep
from app.outside import hub_setup
from app.outside.hub import PostgresHub, connected
from app.outside.hub_wire import COPY_IN, HEADER, TRAILER, packed
from app.services.syncing import Hub
from benchmarks.memory_hub import MemoryHub
from tests.servers import Server

_CENTERS = count(1)
_PAYLOAD = '{"f":{"name":"张三 \\u0000 ✓"}}'


class Doors:
    """Lets stations of fresh centers in, at either hub."""

    def __init__(self, server: Server | None) -> None:
        self.server = server
        self.memory = MemoryHub(lambda: datetime(2026, 3, 1, tzinfo=UTC), chunk=2)
        self.center = f"center-{next(_CENTERS)}"
        self.opened: list[PostgresHub] = []

    def station(self, center: str = "") -> Hub:
        """Return a hub as a new station sees it."""
        if self.server is None:
            name = f"pc{len(self.memory.members)}"
            self.memory.enroll(name, center or self.center, ("program",))
            return self.memory.login(name)
        made = hub_setup.enroll(self.server.place("hub"), "pc", center or self.center)
        login = {"host": "127.0.0.1", "port": str(self.server.port), "dbname": "hub", "user": made.who}
        self.opened.append(PostgresHub({**login, "password": made.password}, chunk=2))
        return self.opened[-1]


@pytest.fixture(params=["memory", "postgres"])
def doors(request: pytest.FixtureRequest) -> Iterator[Doors]:
    """Both hubs."""
    made = Doors(request.getfixturevalue("server") if request.param == "postgres" else None)
    yield made
    for one in made.opened:
        one.close()


UIDS = count(1)


def _rows(number: int, *, origin: bytes = b"", scope: str = "center", after: Mark | None = None) -> list[Wire]:
    hashed = hashlib.sha256(_PAYLOAD.encode()).digest()
    made = [
        Wire(
            b"",
            0,
            next(UIDS).to_bytes(16, "big"),
            5,
            "2026",
            "li",
            scope,
            "caller",
            b"r" * 16,
            1,
            _PAYLOAD,
            hashed,
            b"",
        )
        for _ in range(number)
    ]
    return readdressed(made, origin or next(UIDS).to_bytes(16, "little"), after)


def pulled(hub: Hub, scope: str, have: list[Mark]) -> tuple[list[Wire], list[Mark]]:
    rows: list[Wire] = []
    marks: dict[bytes, Mark] = {mark.origin: mark for mark in have}
    for chunk in hub.pull(scope, have):
        rows += chunk.rows
        marks.update({mark.origin: mark for mark in chunk.marks})
    return rows, list(marks.values())


def test_what_was_pushed_comes_back_byte_by_byte(doors: Doors) -> None:
    hub, other = doors.station(), doors.station()
    rows = _rows(5)
    hub.push(rows[:3])
    hub.push(rows[3:])
    found, marks = pulled(other, doors.center, [])
    assert found == rows
    assert ends_of(rows)[0] in marks
    assert pulled(other, doors.center, marks)[0] == []


def test_a_greeting_says_how_far_the_hub_knows_a_chain_and_what_may_be_read(doors: Doors) -> None:
    hub = doors.station()
    rows = _rows(2)
    assert hub.hello(rows[0].origin).head.seq == 0
    hub.push(rows)
    hello = hub.hello(rows[0].origin)
    assert (hello.head.seq, hello.head.hash, hello.head.mine) == (2, rows[1].hash, True)
    assert (hello.center, hello.scopes, hello.standby) == (doors.center, (doors.center, "program"), False)
    assert not doors.station().hello(rows[0].origin).head.mine


def test_it_says_whom_a_center_knows_to_that_center_alone(doors: Doors) -> None:
    hub, south = doors.station(), doors.station(f"{doors.center}-south")
    rows = _rows(3)
    person = [rows[0], *(one._replace(entity="person") for one in rows[1:])]
    told = readdressed(person, rows[0].origin)
    hub.push(told)
    hub.push(_across(doors))
    assert sorted(hub.people(doors.center)) == sorted(told[1:])
    assert south.people(doors.center) == []
    assert south.people(f"{doors.center}-south") == []


def _across(doors: Doors) -> list[Wire]:
    """An account that one center says another has."""
    rows = _rows(1, scope=f"{doors.center}-south")
    return readdressed([rows[0]._replace(entity="person")], rows[0].origin)


def _tampered(rows: list[Wire]) -> list[Wire]:
    return [rows[0], rows[1]._replace(actor="another"), *rows[2:]]


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (lambda rows: rows[1:], "SY003"),
        (lambda rows: [rows[0], rows[2]], "SY003"),
        (_tampered, "SY004"),
        (lambda rows: [rows[0]._replace(payload='{"f":{}}'), *rows[1:]], "SY004"),
    ],
)
def test_a_gap_a_changed_record_and_a_changed_payload_are_refused_whole(
    doors: Doors, change: Callable[[list[Wire]], list[Wire]], code: str
) -> None:
    hub = doors.station()
    rows = _rows(3)
    with pytest.raises(OutOfStep) as found:
        hub.push(change(rows))
    assert found.value.facts["code"] == code
    assert hub.hello(rows[0].origin).head.seq == 0
    hub.push(rows)


def test_records_that_came_already_and_chains_of_others_are_refused(doors: Doors) -> None:
    hub, other = doors.station(), doors.station()
    rows = _rows(3)
    hub.push(rows)
    with pytest.raises(OutOfStep):
        hub.push(rows)
    with pytest.raises(OutOfStep) as found:
        other.push(_rows(1, origin=rows[0].origin, after=ends_of(rows)[0]))
    assert found.value.facts["code"] == "SY002"


def test_a_redacted_payload_is_taken_and_given_as_nothing(doors: Doors) -> None:
    hub = doors.station()
    rows = [row._replace(payload=None) for row in _rows(1)]
    hub.push(rows)
    assert pulled(hub, doors.center, [])[0] == rows


def test_centers_do_not_read_each_other_but_all_read_the_program(doors: Doors) -> None:
    here, there = doors.station(), doors.station(f"{doors.center}-south")
    rows = _rows(2)
    here.push(rows)
    payload = json.dumps({"f": {"name": doors.center}})
    sealed = hashlib.sha256(payload.encode()).digest()
    [one] = _rows(1, scope="program")
    row = derived_id("center", doors.center)
    common = readdressed(
        [one._replace(entity="known_center", row_id=row, payload=payload, payload_hash=sealed)], one.origin
    )
    here.push(common)
    assert pulled(there, f"{doors.center}-south", [])[0] == []
    assert pulled(there, doors.center, [])[0] == [] or doors.server is None
    assert common[0] in pulled(there, "program", [])[0]


def test_marks_that_the_hub_lacks_are_named_and_not_believed(doors: Doors) -> None:
    hub = doors.station()
    rows = _rows(3)
    hub.push(rows)
    here, wrong = Mark(rows[0].origin, 2, rows[1].hash), Mark(rows[0].origin, 2, b"x" * 32)
    gone, beyond = Mark(b"g" * 16, 1, b"y" * 32), Mark(rows[0].origin, 9, b"z" * 32)
    assert hub.verify([here, wrong, gone, beyond]) == [wrong, gone, beyond]
    assert [row.seq for row in pulled(hub, doors.center, [here])[0]] == [3]
    assert [row.seq for row in pulled(hub, doors.center, [wrong])[0]] == [1, 2, 3]


def test_summaries_count_each_record_once_and_only_up_to_the_marks(doors: Doors) -> None:
    hub = doors.station()
    rows = _rows(3)
    hub.push(rows)
    again = readdressed(rows[:1], b"again" + rows[0].origin[5:])
    hub.push(again)
    have = [Mark(rows[0].origin, 2, rows[1].hash), *ends_of(again)]
    assert hub.summary(doors.center, have) == summary_of([rows[0].uid, rows[1].uid])
    assert hub.summary(doors.center, []) == Summary(0, 0)
    assert hub.missing([rows[0].uid, b"m" * 16]) == {b"m" * 16}


def test_hashes_are_given_by_their_places(doors: Doors) -> None:
    hub = doors.station()
    rows = _rows(3)
    hub.push(rows)
    assert hub.hashes(rows[0].origin, [2, 9, 1]) == [rows[1].hash, b"", rows[0].hash]


def test_a_hub_counts_who_came_back_and_whom_it_heard_since(doors: Doors) -> None:
    here, there, other = doors.station(), doors.station(), doors.station("elsewhere")
    mine, theirs = _rows(1), _rows(1)
    for hub, rows in ((here, mine), (there, theirs)):
        hub.push(rows)
        assert hub.hello(rows[0].origin).seat == ""
        hub.attend(rows[0].origin, rows[0].origin.hex(), False)
    other.attend(b"o" * 16, (b"o" * 16).hex(), False)
    fresh = mine[0].uid.hex()
    raised = here.attend(mine[0].origin, fresh, True)
    assert raised == there.hello(theirs[0].origin).count > here.hello(mine[0].origin).count - 1
    there.note(theirs[0].origin, 0, raised)
    there.note(theirs[0].origin, 0, 0)
    assert {one.name: one.heard for one in here.seats()} == {fresh: 0, theirs[0].origin.hex(): raised}
    assert here.hello(mine[0].origin).seat == fresh


def test_a_hub_that_went_back_is_in_another_life_once_however_many_say_so(doors: Doors) -> None:
    hub = doors.station()
    life = hub.hello(b"o" * 16).life
    assert [hub.went_back(life), hub.went_back(life)] == [life + 1, life + 1]
    assert hub.hello(b"o" * 16).life == life + 1
    assert hub.hello(b"o" * 16).machine


def test_no_station_takes_the_seat_or_the_name_of_another(doors: Doors) -> None:
    here, there = doors.station(), doors.station()
    mine, theirs = _rows(1), _rows(1)
    here.push(mine)
    there.push(theirs)
    for origin, called in ((mine[0].origin, mine[0].uid), (theirs[0].uid, mine[0].origin)):
        with pytest.raises(HubRefusedLogin):
            there.attend(origin, called.hex(), True)
    here.attend(mine[0].origin, (fresh := mine[0].uid.hex()), False)
    with pytest.raises(HubRefusedLogin):
        there.attend(theirs[0].origin, fresh, False)
    there.attend(theirs[0].origin, theirs[0].origin.hex(), False)
    assert {one.name for one in here.seats()} == {fresh, theirs[0].origin.hex()}


def test_a_seat_goes_with_its_chain_where_a_copy_wrote_the_first_record(doors: Doors) -> None:
    here, there, rows = doors.station(), doors.station(), _rows(1)
    origin = rows[0].origin
    here.attend(origin, origin.hex(), True)
    here.note(origin, 0, here.hello(origin).count)
    with pytest.raises(HubRefusedLogin):
        there.attend(origin, origin.hex(), False)
    there.push(rows)
    there.attend(origin, origin.hex(), False)
    assert there.hello(origin).seat == origin.hex()
    assert [one.heard for one in there.seats()] == [0]
    with pytest.raises(HubRefusedLogin):
        here.attend(origin, origin.hex(), False)


def test_what_a_station_says_of_comebacks_goes_at_most_one_beyond_what_the_hub_knows(doors: Doors) -> None:
    hub, rows, most = doors.station(), _rows(1), 2**31 - 1
    hub.push(rows)
    before = hub.hello(rows[0].origin)
    assert hub.attend(rows[0].origin, rows[0].origin.hex(), True) == before.count + 1
    hub.note(rows[0].origin, 0, most)
    assert [one.heard for one in hub.seats()] == [before.count + 1]
    minute = int(time.time()) // 60
    lives = [hub.went_back(most) for _ in range(3)]
    assert lives[0] <= max(before.life, minute + 1) + 1
    assert [one - lives[0] for one in lives] == [0, 1, 2]
    assert hub.went_back(before.life) == lives[2]


def test_a_note_names_the_last_sync_and_the_clock(doors: Doors) -> None:
    hub = doors.station()
    rows = _rows(1)
    hub.push(rows)
    hub.note(rows[0].origin, 10**12, 0)
    if doors.server is not None:
        found = hub_setup.status(doors.server.place("hub"))
        assert [one.skew_ms for one in found.stations if one.center == doors.center] == [2**31 - 1]


def test_what_is_committed_later_than_what_was_begun_after_it_is_not_missed(server: Server) -> None:
    made = [hub_setup.enroll(server.place("hub"), name, "order") for name in ("early", "late", "reader")]
    where = {"host": "127.0.0.1", "port": str(server.port), "dbname": "hub"}
    logins = [{**where, "user": one.who, "password": one.password} for one in made]
    first, second = _rows(2), _rows(2)
    late, reader = PostgresHub(logins[1]), PostgresHub(logins[2])
    with psycopg.connect(**logins[0]) as early:
        with early.cursor().copy(COPY_IN.encode()) as copy:
            copy.write(HEADER + packed(first) + TRAILER)
        late.push(second)
        seen = list(reader.pull("order", []))
        early.commit()
    have = [mark for chunk in seen for mark in chunk.marks]
    assert {row.uid for chunk in seen for row in chunk.rows} == {row.uid for row in second}
    assert {row.uid for chunk in reader.pull("order", have) for row in chunk.rows} == {row.uid for row in first}
    late.close()
    reader.close()


def test_a_station_that_takes_long_over_what_comes_is_waited_for(server: Server) -> None:
    made = hub_setup.enroll(server.place("hub"), "slow", "slow")
    where = {"host": "127.0.0.1", "port": str(server.port), "dbname": "hub", "user": made.who}
    login = {**where, "password": made.password}
    payload = '{"f":{"name":"' + "x" * 4000 + '"}}'
    hashed = hashlib.sha256(payload.encode()).digest()
    rows = [row._replace(payload=payload, payload_hash=hashed) for row in _rows(1)] * 2000
    rows = [row._replace(uid=next(UIDS).to_bytes(16, "big")) for row in rows]
    author = PostgresHub(login)
    author.push(readdressed(rows, rows[0].origin))
    author.close()
    hub = PostgresHub({**login, "options": "-c statement_timeout=300"}, chunk=1000, patience_s=0.35)
    taken = 0
    for chunk in hub.pull("slow", []):
        taken += len(chunk.rows)
        Event().wait(0.4 if taken == 1000 else 0)
    assert taken == 2000
    hub.close()


def _login(server: Server, **other: str) -> PostgresHub:
    login = {"host": "127.0.0.1", "port": str(server.port), "dbname": "hub", "user": "postgres"}
    return PostgresHub({**login, **other})


@pytest.mark.parametrize(
    ("other", "error"),
    [({"dbname": "postgres"}, HubEmpty), ({"user": "postgres"}, HubRefusedLogin), ({"port": "1"}, HubUnreachable)],
)
def test_a_wrong_place_is_told_by_its_kind(server: Server, other: dict[str, Any], error: type[Exception]) -> None:
    hub = _login(server, **other)
    with pytest.raises(error):
        hub.hello(b"o" * 16)
    hub.close()


def test_the_line_is_there_before_the_hub_is_asked_what_time_it_is(
    server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = hub_setup.enroll(server.place("hub"), "pc", "quick")
    where = {"host": "127.0.0.1", "port": str(server.port), "dbname": "hub", "user": made.who}
    hub = connected({**where, "password": made.password})
    monkeypatch.setattr(psycopg, "connect", None)
    assert hub.hello(b"o" * 16).center == "quick"
    hub.close()
