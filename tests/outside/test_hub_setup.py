"""Making a hub, letting stations in and out, and what a station's login may not do."""

import shutil
import tempfile
from importlib.resources import files
from pathlib import Path

import psycopg
import pytest

from app.models.errors import AppError
from app.models.sync_errors import CenterNameReserved, HubEmpty, HubExists, HubOld, HubRefusedLogin, HubRightsMissing
from app.outside import hub_escrow, hub_project, hub_roles, hub_setup
from app.outside.hub import PostgresHub
from benchmarks.postgres import cloned
from tests.servers import Server


def _login(server: Server, made: hub_setup.Enrolled) -> dict[str, str]:
    where = {"host": "127.0.0.1", "port": str(server.port), "dbname": "hub"}
    return {**where, "user": made.who, "password": made.password}


def test_a_hub_is_made_once(server: Server) -> None:
    with pytest.raises(HubExists) as found:
        hub_setup.init(server.place("hub"))
    assert found.value.facts["hub_id"] == hub_setup.status(server.place("hub")).hub_id
    with pytest.raises(HubEmpty):
        hub_setup.enroll(server.place("postgres"), "pc", "north")


def test_who_may_not_make_the_roles_of_a_hub_is_told_so_and_nothing_is_made(server: Server) -> None:
    with psycopg.connect(server.place(), autocommit=True) as connection:
        connection.execute("CREATE ROLE second_admin LOGIN CREATEROLE")
        connection.execute("CREATE DATABASE second OWNER second_admin")
    place = server.place("second", "second_admin")
    with pytest.raises(HubRightsMissing) as found:
        hub_setup.init(place)
    assert "onewindow_" in str(found.value.facts["reason"])
    with pytest.raises(HubEmpty):
        hub_setup.status(place)
    with pytest.raises(HubRightsMissing):
        hub_setup.enroll(server.place("hub", "second_admin"), "pc", "north")


def test_an_enrolled_station_is_listed_and_reads_its_scopes(server: Server) -> None:
    made = hub_setup.enroll(server.place("hub"), "Seat 1", "listed")
    assert made.scopes == ("listed", "program")
    found = [one for one in hub_setup.status(server.place("hub")).stations if one.center == "listed"]
    assert [(one.who, one.label, one.records, one.disabled) for one in found] == [(made.who, "Seat 1", 0, False)]


@pytest.mark.parametrize("name", ["program", "Center", "access ", " "])
def test_no_center_is_called_what_all_read(server: Server, name: str) -> None:
    with pytest.raises(CenterNameReserved):
        hub_setup.enroll(server.place("hub"), "Seat 1", name)


@pytest.mark.parametrize(
    "statement",
    [
        "DELETE FROM hub.journal",
        "UPDATE hub.journal SET actor = 'x'",
        "UPDATE hub.replica SET last_seq = 0",
        "SELECT * FROM hub.journal",
        "SELECT * FROM hub.station",
        "INSERT INTO hub.membership VALUES (session_user, 'all')",
        "CREATE TABLE mine (x int)",
        "CREATE TEMPORARY TABLE mine (x int)",
        "SET SESSION AUTHORIZATION postgres",
    ],
)
def test_a_stations_login_may_append_and_read_and_nothing_else(server: Server, statement: str) -> None:
    made = hub_setup.enroll(server.place("hub"), "pc", "narrow")
    with psycopg.connect(**_login(server, made)) as connection, pytest.raises(psycopg.errors.InsufficientPrivilege):
        connection.execute(statement)


@pytest.mark.parametrize("statement", ["DELETE FROM hub.journal", "UPDATE hub.journal SET actor = 'x'"])
def test_not_even_the_owner_changes_a_record(server: Server, statement: str) -> None:
    with psycopg.connect(server.place("hub")) as connection:
        connection.execute("INSERT INTO hub.station VALUES ('postgres', 'owner', 'owner') ON CONFLICT DO NOTHING")
        connection.execute("ALTER TABLE hub.journal DISABLE TRIGGER guard")
        nothing, row = "00000000-0000-0000-0000-000000000000", "'x', 'x', 'center', 'caller'"
        connection.execute(
            f"INSERT INTO hub.journal VALUES ('{nothing}', 1, '{nothing}', 1, {row}, '{nothing}', 1, '{{}}', '', '')"
        )
        with pytest.raises(psycopg.DatabaseError) as found:
            connection.execute(statement)
        assert found.value.sqlstate == "SY005"
        connection.rollback()


def test_a_station_that_was_let_go_is_refused(server: Server) -> None:
    made = hub_setup.enroll(server.place("hub"), "pc", "gone")
    hub = PostgresHub(_login(server, made))
    assert hub.hello(b"o" * 16).center == "gone"
    assert hub_setup.expel(server.place("hub"), made.who)
    with pytest.raises(HubRefusedLogin):
        hub.hello(b"o" * 16)
    assert not hub_setup.expel(server.place("hub"), made.who)
    hub.close()


def test_an_older_hub_is_brought_up_with_its_records(server: Server) -> None:
    with psycopg.connect(server.place(), autocommit=True) as connection:
        connection.execute("CREATE DATABASE older_hub")
    place = server.place("older_hub")
    with psycopg.connect(place) as connection:
        connection.execute(files("resources").joinpath("hub", "schema.sql").read_text(encoding="utf-8").encode())
        connection.execute("INSERT INTO hub.identity (hub_id, schema_version) VALUES (gen_random_uuid(), 1)")
    for asked in (hub_project.project, hub_escrow.kept):  # and never: that there is none
        with pytest.raises(HubOld) as found:
            asked(place)
        assert found.value.facts == {"found": 1, "wanted": hub_setup.HUB_SCHEMA}
    assert hub_setup.upgrade(place) == 1
    assert hub_setup.status(place).schema == hub_setup.HUB_SCHEMA
    assert hub_project.project(place).records == 0
    assert hub_setup.upgrade(place) == hub_setup.HUB_SCHEMA
    with pytest.raises(HubEmpty):
        hub_setup.upgrade(server.place("postgres"))


def test_an_older_hub_still_syncs_and_is_no_place_to_note_a_restore(server: Server) -> None:
    with psycopg.connect(server.place(), autocommit=True) as connection:
        connection.execute("CREATE DATABASE uncounted_hub")
    place = server.place("uncounted_hub")
    hub_setup.init(place)
    made = hub_setup.enroll(place, "pc", "north")
    with psycopg.connect(place) as connection:
        for name in ("greet", "attend", "seats", "note(uuid, int, bigint)", "went_back"):
            connection.execute(f"DROP FUNCTION hub.{name}".encode())
        connection.execute("UPDATE hub.identity SET schema_version = 4")
    hub = PostgresHub({**_login(server, made), "dbname": "uncounted_hub"})
    assert hub.hello(b"o" * 16).life == 0
    hub.note(b"o" * 16, 0, 0)
    hub.close()
    with pytest.raises(HubOld):
        hub_setup.restored(place)


def test_a_station_with_an_older_program_has_a_seat_and_is_awaited_until_it_is_upgraded(server: Server) -> None:
    made, other = (hub_setup.enroll(server.place("hub"), name, "mixed") for name in ("old", "new"))
    with psycopg.connect(server.place("hub")) as connection:
        origin = "11111111-2222-4333-8444-555555555555"
        sql = "INSERT INTO hub.replica (origin, owner, center) VALUES (%s, %s, 'mixed')"
        connection.execute(sql, (origin, made.who))
    with psycopg.connect(**_login(server, made)) as connection:
        connection.execute("SELECT hub.note(%s::uuid, 5)", (origin,))
    hub = PostgresHub(_login(server, other))
    assert [(one.name, one.label, one.heard) for one in hub.seats()] == [(origin.replace("-", ""), "old", 0)]
    hub.close()


def test_a_restored_hub_is_in_a_life_that_no_backup_knows(server: Server) -> None:
    first = hub_setup.restored(server.place("hub"))
    assert first > 28_000_000
    assert hub_setup.restored(server.place("hub")) > first


def test_an_authority_goes_along_as_text_and_who_we_are_stays_here(tmp_path: Path) -> None:
    file = tmp_path / "ca.pem"
    file.write_text("-----BEGIN", encoding="utf-8")
    told = hub_setup.reached(f"host=h user=admin password=x sslrootcert={file}")
    assert told == {"host": "h", "authority": "-----BEGIN", **_PROVEN}
    with pytest.raises(AppError):
        hub_setup.reached(f"host=h sslrootcert={tmp_path / 'none.pem'}")


_PROVEN = {"sslmode": "verify-full", "channel_binding": "require"}
_SYSTEM = {**_PROVEN, "sslrootcert": "system"}


@pytest.mark.parametrize(
    ("place", "host", "told"),
    [
        ("host=h", "", {"host": "h", **_SYSTEM}),
        ("host=h sslmode=disable", "", {"host": "h", **_SYSTEM}),
        (
            "postgresql://admin:x@h:5433/hub?sslmode=require",
            "",
            {"host": "h", "port": "5433", "dbname": "hub", **_SYSTEM},
        ),
        ("host=h sslrootcert=system channel_binding=prefer", "", {"host": "h", **_SYSTEM, "channel_binding": "prefer"}),
        ("host=127.0.0.1 hostaddr=127.0.0.1", "hub.example", {"host": "hub.example", **_SYSTEM}),
        ("host=127.0.0.1 port=5", "", {"host": "127.0.0.1", "port": "5"}),
        ("host=/run/postgresql", "", {"host": "/run/postgresql"}),
    ],
)
def test_over_a_network_stations_want_a_proof_whatever_the_administrators_place_says(
    place: str, host: str, told: dict[str, str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    assert hub_setup.reached(place, host) == told


def test_no_password_is_ever_sent_or_logged_in_plain(cluster: Path) -> None:
    folder = Path(tempfile.mkdtemp(prefix="onewindow-postgres-"))
    folder.chmod(0o755)
    server = cloned(cluster, folder, "logging_collector=on", "log_statement=all", "log_min_messages=warning")
    try:
        station = hub_setup.enroll(server.place("hub"), "pc", "north")
        reader = hub_roles.admit(server.place("hub"), hub_roles.Task.READER, ["north"])
        logs = "".join(one.read_text(encoding="utf-8") for one in (server.data / "log").iterdir())
    finally:
        server.stop()
        shutil.rmtree(folder)
    assert logs.count("CREATE ROLE") == 2
    assert station.password not in logs
    assert reader.password not in logs
