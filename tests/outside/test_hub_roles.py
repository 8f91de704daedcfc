"""Logins of least privilege: who publishes may not let stations in, who reads sees centers and columns of its own."""

import psycopg
import pytest

from app.models.sync import Mark
from app.outside import hub_project, hub_roles, hub_setup
from app.outside.hub import PostgresHub
from app.outside.hub_roles import Task
from tests.outside.test_hub import _rows
from tests.servers import Server


def _as(server: Server, made: hub_roles.Admitted) -> str:
    return f"host=127.0.0.1 port={server.port} dbname=hub user={made.who} password={made.password}"


def _written(server: Server, center: str) -> Mark:
    made = hub_setup.enroll(server.place("hub"), "pc", center)
    login = {"host": "127.0.0.1", "port": str(server.port), "dbname": "hub", "user": made.who}
    hub = PostgresHub({**login, "password": made.password})
    rows = [one._replace(row_id=one.uid[::-1]) for one in _rows(2)]
    from app.models.sync import ends_of, readdressed

    rows = readdressed(rows, rows[0].origin)
    hub.push(rows)
    hub.close()
    return ends_of(rows)[0]


def test_a_projector_publishes_and_a_reader_sees_its_centers_without_people(server: Server) -> None:
    for center in ("reader-a", "reader-b"):
        _written(server, center)
    projector = hub_roles.admit(server.place("hub"), Task.PROJECTOR)
    assert hub_project.project(_as(server, projector)).records >= 4
    reader = hub_roles.admit(server.place("hub"), Task.READER, ["reader-a"])
    with psycopg.connect(_as(server, reader), autocommit=True) as connection:
        assert connection.execute("SELECT DISTINCT center FROM pub.caller").fetchall() == [("reader-a",)]
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            connection.execute("SELECT name FROM pub.caller")
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            connection.execute("SELECT * FROM hub.journal")
    named = hub_roles.admit(server.place("hub"), Task.READER_NAMED)
    with psycopg.connect(_as(server, named), autocommit=True) as connection:
        found = connection.execute("SELECT DISTINCT center, name FROM pub.caller WHERE center LIKE 'reader-%%'")
        assert {row[0] for row in found.fetchall()} == {"reader-a", "reader-b"}


@pytest.mark.parametrize("task", [Task.READER_NAMED, Task.PROJECTOR])
@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE hub.journal SET payload = NULL",
        "DELETE FROM hub.replica",
        "INSERT INTO hub.reader VALUES (session_user, '*')",
        "INSERT INTO hub.station VALUES (session_user, 'x', 'x')",
        "CREATE TABLE hub.mine (x int)",
        "CREATE TABLE public.mine (x int)",
    ],
)
def test_neither_may_touch_records_stations_or_rights(server: Server, task: Task, statement: str) -> None:
    made = hub_roles.admit(server.place("hub"), task)
    with psycopg.connect(_as(server, made)) as connection, pytest.raises(psycopg.errors.InsufficientPrivilege):
        connection.execute(statement.encode())
