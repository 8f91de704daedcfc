"""The guard as explicit statements takes and refuses just what the trigger does, tried where PostgreSQL can try it."""

import re
from collections.abc import Callable, Iterator
from importlib.resources import files
from typing import Any

import psycopg
import pytest

from app.models.sync import Wire, ends_of
from app.outside import hub_setup
from app.outside.hub_wire import COPY_IN, HEADER, TRAILER, packed
from tests.outside.test_hub import _rows
from tests.servers import Server


@pytest.fixture(scope="module")
def hub(server: Server) -> Iterator["psycopg.Connection[Any]"]:
    """A hub whose guard is no trigger."""
    with psycopg.connect(server.place(), autocommit=True) as connection:
        connection.execute("CREATE DATABASE ingest")
    hub_setup.init(server.place("ingest"))
    with psycopg.connect(server.place("ingest"), autocommit=True) as connection:
        connection.execute("DROP TRIGGER guard ON hub.journal")
        yield connection


def _statements() -> dict[str, str]:
    told = files("resources").joinpath("hub", "ingest.sql").read_text(encoding="utf-8")
    parts = re.split(r"^-- name: (\w+)$", told, flags=re.MULTILINE)[1:]
    return {
        name: re.sub(r"(?<!:):(\w+)\b", r"%(\1)s", text) for name, text in zip(parts[::2], parts[1::2], strict=True)
    }


def _ingest(hub: "psycopg.Connection[Any]", rows: list[Wire], owner: str = "pc") -> bool:
    """Do what a gateway does, and say whether the records were taken."""
    steps = _statements()
    told = {"origin": rows[0].origin.hex(), "owner": owner, "center": "north"}
    told |= {"first": rows[0].seq, "last": rows[-1].seq}
    try:
        with hub.transaction() as transaction:
            hub.execute(steps["register"].encode(), told)
            found = hub.execute(steps["lock"].encode(), told).fetchone()
            with hub.cursor() as cursor, cursor.copy(COPY_IN.encode()) as copy:
                copy.write(HEADER + packed(rows) + TRAILER)
            sound = hub.execute(steps["check"].encode(), told).fetchone()
            if found is None or found[0] != owner or sound != (True,):
                raise psycopg.Rollback(transaction)
            hub.execute(steps["advance"].encode(), told)
            return True
    except psycopg.errors.UniqueViolation:
        return False
    return False


def test_a_chain_is_taken_batch_by_batch_and_only_once(hub: "psycopg.Connection[Any]") -> None:
    rows = _rows(5)
    assert _ingest(hub, rows[:3])
    assert not _ingest(hub, rows[:3])
    assert not _ingest(hub, rows[3:], owner="another")
    assert _ingest(hub, rows[3:])
    sql = "SELECT last_seq, last_hash FROM hub.replica WHERE origin = %s::uuid"
    assert hub.execute(sql, (rows[0].origin.hex(),)).fetchone() == (5, ends_of(rows)[0].hash)


@pytest.mark.parametrize(
    "change",
    [
        lambda rows: rows[1:],
        lambda rows: [rows[0], rows[2]],
        lambda rows: [rows[0], rows[1]._replace(actor="another"), rows[2]],
        lambda rows: [rows[0]._replace(payload='{"f":{}}'), *rows[1:]],
    ],
    ids=["a beginning that lacks", "a gap", "a changed record", "a changed payload"],
)
def test_what_the_guard_refuses_is_refused_here(
    hub: "psycopg.Connection[Any]", change: Callable[[list[Wire]], list[Wire]]
) -> None:
    rows = _rows(3)
    assert not _ingest(hub, change(rows))
    assert hub.execute(
        "SELECT count(*) FROM hub.journal WHERE origin = %s::uuid", (rows[0].origin.hex(),)
    ).fetchone() == (0,)
    assert _ingest(hub, rows)
