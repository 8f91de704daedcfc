"""Chain heads leave the hub, and whatever is changed there afterwards is named."""

import hashlib
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import psycopg
import pytest

from app.models.file_errors import FileNotWritten
from app.models.sync import ends_of, readdressed
from app.models.sync_errors import HeadsBroken, HeadsOfOther
from app.outside import hub_heads, hub_setup
from app.outside.hub import PostgresHub
from tests.fakes import EPOCH
from tests.outside.test_hub import _rows
from tests.servers import Server

Change = Callable[[str], None]


@pytest.fixture
def place(server: Server) -> str:
    """A hub of this test's own."""
    with psycopg.connect(server.place(), autocommit=True) as connection:
        connection.execute("DROP DATABASE IF EXISTS heads_hub")
        connection.execute("CREATE DATABASE heads_hub")
    place = server.place("heads_hub")
    hub_setup.init(place)
    return place


@pytest.fixture
def hub(server: Server, place: str) -> PostgresHub:
    made = hub_setup.enroll(place, "Seat 1", "north")
    login = {"host": "127.0.0.1", "port": str(server.port), "dbname": "heads_hub", "user": made.who}
    return PostgresHub({**login, "password": made.password})


@pytest.fixture
def change(place: str) -> Change:
    """Do as whoever rules the database can: past the guard."""

    def done(sql: str) -> None:
        with psycopg.connect(place, autocommit=True) as connection:
            connection.execute("SET session_replication_role = replica")
            connection.execute(sql.encode())

    return done


@pytest.fixture
def sheets(hub: PostgresHub, place: str, tmp_path: Path) -> list[Path]:
    """Two sheets: after four records of one chain, and after seven."""
    rows = _rows(4)
    hub.push(rows)
    first, _ = hub_heads.write(place, tmp_path, EPOCH)
    hub.push(_rows(3, origin=rows[0].origin, after=ends_of(rows)[0]))
    second, _ = hub_heads.write(place, tmp_path, EPOCH + timedelta(days=1))
    hub.close()
    return [first, second]


def test_nothing_changed_and_more_records_are_sound(hub: PostgresHub, place: str, sheets: list[Path]) -> None:
    hub.push(_rows(2))
    hub.close()
    found = hub_heads.compare(place, sheets)
    assert (found.sound, found.chains, found.records) == (True, 1, 7)


def test_a_changed_text_is_named_with_its_record(place: str, sheets: list[Path], change: Change) -> None:
    change("""UPDATE hub.journal SET payload = '{"f":{"name":"Eve"}}' WHERE seq = 3""")
    (told,) = hub_heads.compare(place, sheets).differences
    assert (told.kind, told.first, [one.seq for one in told.records]) == ("records", 3, [3])
    assert (told.records[0].actor, told.records[0].entity, told.head.station) == ("li", "caller", "Seat 1")


def test_a_chain_that_was_made_anew_is_told_from_the_last_head_that_holds(
    place: str, sheets: list[Path], change: Change
) -> None:
    change(_REHASHED.format(first=6))
    (told,) = hub_heads.compare(place, sheets).differences
    assert (told.kind, told.first, told.last, told.sheet) == ("rewritten", 5, 7, sheets[1].name)
    (told,) = hub_heads.compare(place, sheets[1:]).differences
    assert (told.kind, told.first) == ("rewritten", 1)


def test_records_and_chains_that_were_taken_out_are_named(place: str, sheets: list[Path], change: Change) -> None:
    change("DELETE FROM hub.journal WHERE seq > 5")
    (told,) = hub_heads.compare(place, sheets).differences
    assert (told.kind, told.first, told.last) == ("cut", 6, 5)
    change("DELETE FROM hub.journal WHERE seq = 2")
    (told,) = hub_heads.compare(place, sheets).differences
    assert (told.kind, told.first) == ("records", 3)
    change("DELETE FROM hub.journal")
    (told,) = hub_heads.compare(place, sheets).differences
    assert told.kind == "gone"


def test_a_payload_that_is_gone_is_named_unless_a_redaction_of_its_center_says_so(
    server: Server, place: str, sheets: list[Path], change: Change
) -> None:
    change("UPDATE hub.journal SET payload = NULL WHERE seq = 3")
    (told,) = hub_heads.compare(place, sheets).differences
    assert (told.kind, [one.seq for one in told.records]) == ("emptied", [3])
    with psycopg.connect(place) as connection:
        found = connection.execute("SELECT uid, row_id FROM hub.journal WHERE seq = 3").fetchone()
    assert found is not None
    _redact(server, place, "south", f'{{"f":{{"skeletons":{{"{found[0].hex}":"{{}}"}}}}}}')
    assert not hub_heads.compare(place, sheets).sound
    for broken in ("{}", '{"f":{"skeletons":["x"]}}', '{"f":{"skeletons":{"x":1}}}'):
        _redact(server, place, "north", broken)
    assert not hub_heads.compare(place, sheets).sound
    _redact(server, place, "north", f'{{"f":{{"skeletons":{{"{found[0].hex}":"{{}}"}}}}}}')
    assert hub_heads.compare(place, sheets).sound
    change("UPDATE hub.journal SET actor = 'eve' WHERE entity = 'redaction'")
    assert not hub_heads.compare(place, sheets).sound


def test_a_record_that_only_a_redaction_beyond_the_sheets_explains_is_listed_with_who_said_so(
    server: Server, place: str, sheets: list[Path], change: Change, tmp_path: Path
) -> None:
    change("UPDATE hub.journal SET payload = NULL WHERE seq = 3")
    with psycopg.connect(place) as connection:
        found = connection.execute("SELECT uid FROM hub.journal WHERE seq = 3").fetchone()
    assert found is not None
    _redact(server, place, "north", f'{{"f":{{"skeletons":{{"{found[0].hex}":"{{}}"}}}}}}')
    compared = hub_heads.compare(place, sheets)
    (late,) = compared.late
    assert (compared.sound, late.record.seq, late.by.seq, late.by.actor) == (True, 3, 1, "li")
    assert late.by.origin != late.origin
    later, _ = hub_heads.write(place, tmp_path, EPOCH + timedelta(days=2))
    compared = hub_heads.compare(place, [*sheets, later])
    assert (compared.sound, compared.late) == (True, ())


def _redact(server: Server, place: str, center: str, payload: str) -> None:
    made = hub_setup.enroll(place, "Seat 2", center)
    login = {"host": "127.0.0.1", "port": str(server.port), "dbname": "heads_hub", "user": made.who}
    hub = PostgresHub({**login, "password": made.password})
    sum_of = hashlib.sha256(payload.encode()).digest()
    (plain,) = _rows(1)
    said = plain._replace(entity="redaction", payload=payload, payload_hash=sum_of)
    hub.push(readdressed([said], plain.origin))
    hub.close()


def test_a_station_of_any_label_leaves_a_sheet_that_can_be_read(server: Server, place: str, tmp_path: Path) -> None:
    made = hub_setup.enroll(place, "Seat\t1\n\u2028\x0bsum\x85", "north\t2")
    hub = PostgresHub({"host": "127.0.0.1", "port": str(server.port), "dbname": "heads_hub", "user": made.who,
                       "password": made.password})  # fmt: skip
    hub.push(_rows(1))
    hub.close()
    path, _ = hub_heads.write(place, tmp_path, EPOCH)
    (head,) = hub_heads.read(path).heads
    assert (head.center, head.station) == ("north 2", "Seat 1   sum ")
    assert hub_heads.compare(place, [path]).sound


def test_a_sheet_is_never_written_over_and_a_changed_one_is_refused(place: str, sheets: list[Path]) -> None:
    with pytest.raises(FileNotWritten):
        hub_heads.write(place, sheets[1].parent, EPOCH)
    assert sheets[1].stat().st_mode & 0o222 == 0
    sheets[1].chmod(0o600)
    sheets[1].write_text(sheets[1].read_text().replace("\t7\t", "\t6\t"))
    with pytest.raises(HeadsBroken):
        hub_heads.compare(place, sheets)


def test_a_sheet_that_does_not_follow_the_one_before_is_named(place: str, sheets: list[Path]) -> None:
    was = hub_heads.read(sheets[0])
    sheets[0].chmod(0o600)
    sheets[0].write_text(hub_heads.as_text(hub_heads.Sheet(was.hub_id, was.taken_at, "other", was.heads)))
    assert hub_heads.compare(place, sheets).loose == (sheets[1].name,)


def test_sheets_of_another_hub_are_refused(server: Server, sheets: list[Path]) -> None:
    with pytest.raises(HeadsOfOther):
        hub_heads.compare(server.place("hub"), sheets)


#: Change a record and make every hash after it anew, as somebody would who knows how.
_REHASHED = r"""
DO $$
DECLARE one hub.journal%ROWTYPE; before bytea; sum bytea;
BEGIN
    FOR one IN SELECT * FROM hub.journal WHERE seq >= {first} ORDER BY seq LOOP
        SELECT hash INTO before FROM hub.journal WHERE origin = one.origin AND seq = one.seq - 1;
        sum := sha256(before || uuid_send(one.origin) || int8send(one.seq) || uuid_send(one.uid) || int8send(one.hlc)
            || convert_to(one.at, 'UTF8') || '\x00'::bytea || convert_to('eve', 'UTF8') || '\x00'::bytea
            || convert_to(one.scope, 'UTF8') || '\x00'::bytea || convert_to(one.entity, 'UTF8') || '\x00'::bytea
            || uuid_send(one.row_id) || int4send(one.sv) || one.payload_hash);
        UPDATE hub.journal SET actor = 'eve', hash = sum WHERE origin = one.origin AND seq = one.seq;
    END LOOP;
END $$"""
