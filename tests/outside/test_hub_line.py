"""What a line to the hub demands, and in whose words it is refused: also by a server that speaks Chinese."""

import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import psycopg
import pytest

from app.models.errors import AppError
from app.models.sync_errors import HubEmpty, HubPlaceWrong, HubRefusedLogin, HubStandby, HubUnreachable
from app.outside import hub_line, hub_project, hub_setup
from app.outside.hub import PostgresHub
from benchmarks.postgres import Server, free_port, initialize, own, system_binaries

_ACCESS = "host all postgres 127.0.0.1/32 trust\nhost postgres all 127.0.0.1/32 scram-sha-256\n"


@pytest.mark.parametrize(
    ("login", "here"),
    [
        ({}, True),
        ({"host": "localhost"}, True),
        ({"host": "127.0.0.2"}, True),
        ({"host": "::1"}, True),
        ({"host": "/run/postgresql"}, True),
        ({"host": "localhost.example"}, False),
        ({"host": "127.example"}, False),
        ({"host": "10.0.0.7"}, False),
        ({"host": "localhost,hub.example"}, False),
        ({"host": "hub.example", "hostaddr": "127.0.0.1"}, False),
    ],
)
def test_only_this_computer_is_trusted_without_a_proof(login: dict[str, str], here: bool) -> None:
    assert hub_line.is_here(login) is here
    assert hub_line.secured(login).get("sslmode") == (None if here else "verify-full")


def test_what_a_login_says_itself_stays() -> None:
    said = {"host": "hub.example", "sslmode": "require", "channel_binding": "disable"}
    assert hub_line.secured(said) == said
    assert hub_line.secured({"service": "hub"}) == {"service": "hub"}
    told = hub_line.secured({"host": "hub.example", "authority": "-----BEGIN"})
    assert told == {**said, "sslmode": "verify-full", "channel_binding": "require", "authority": "-----BEGIN"}


def test_a_place_takes_what_libpq_has_for_it(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    assert hub_line.demanded("host=hub.example")["sslrootcert"] == "system"
    file = tmp_path / ".postgresql" / "root.crt"
    file.parent.mkdir()
    file.write_text("x", encoding="utf-8")
    assert hub_line.demanded("host=hub.example")["sslrootcert"] == str(file)
    monkeypatch.setenv("PGSSLROOTCERT", "/other.crt")
    monkeypatch.setenv("PGSSLMODE", "require")
    told = hub_line.demanded("postgresql://hub.example/hub")
    assert (told["sslmode"], told["sslrootcert"], told["dbname"]) == ("require", "/other.crt", "hub")
    with pytest.raises(HubPlaceWrong) as found:
        hub_line.demanded("host=hub.example prt=5432")
    assert found.value.facts == {"reason": 'invalid connection option "prt"'}


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ("port=1", "refused"),
        ("dbname=nothing_here", 'database "nothing_here" does not exist'),
        ("user=nobody_here", 'role "nobody_here" does not exist'),
    ],
)
@pytest.mark.parametrize("manage", [hub_setup.init, hub_project.project], ids=["init", "project"])
def test_an_administrator_whose_place_is_wrong_is_told_what_of_it_and_not_to_work_on(
    server: Server, manage: Callable[[str], object], change: str, reason: str
) -> None:
    with pytest.raises(HubPlaceWrong) as found:
        manage(f"{server.place()} {change}")
    assert reason in str(found.value.facts["reason"])


def test_a_password_in_a_place_is_never_shown_again(server: Server) -> None:
    with pytest.raises(HubEmpty) as found:
        hub_setup.enroll(f"{server.place()} password=top-secret", "pc", "north")
    assert found.value.facts == {"place": "postgres"}


def test_a_standby_that_was_to_be_written_to_is_called_one(server: Server) -> None:
    with psycopg.connect(server.place()) as connection:
        connection.read_only = True
        with pytest.raises(HubStandby), hub_line.said():
            connection.execute("CREATE TABLE never_made (id int)")


@pytest.fixture(scope="module")
def chinese() -> Iterator[Server]:
    """A server that says its errors in Chinese, as those of many centers do."""
    found, made = system_binaries(), shutil.which("localedef")
    if found is None or made is None:
        pytest.skip("no PostgreSQL of the system's own, or no languages for it")
    folder = Path(tempfile.mkdtemp(prefix="onewindow-postgres-"))
    folder.chmod(0o755)
    words = [made, "-i", "zh_CN", "-f", "UTF-8", str(folder / "zh_CN.UTF-8")]
    if subprocess.run(words, capture_output=True, check=False).returncode:
        pytest.skip("this system has no Chinese")
    data = initialize(folder / "made", found)
    (data / "pg_hba.conf").write_text(_ACCESS)
    own(data)
    around = {"LOCPATH": str(folder), "LC_ALL": "", "LANG": "zh_CN.UTF-8"}
    server = Server(data, free_port(), found=found, settings=("lc_messages=zh_CN.UTF-8",), environment=around).start()
    with psycopg.connect(server.place(), autocommit=True) as connection:
        connection.execute("CREATE ROLE open_pc LOGIN PASSWORD 'x'")
        connection.execute("CREATE ROLE closed_pc NOLOGIN PASSWORD 'x'")
    yield server
    server.stop()
    shutil.rmtree(folder)


@pytest.mark.parametrize(
    ("change", "error"),
    [
        ({"password": "wrong"}, HubRefusedLogin),
        ({"user": "nobody_here"}, HubRefusedLogin),
        ({"user": "closed_pc"}, HubRefusedLogin),
        ({"dbname": "not_for_them"}, HubRefusedLogin),
        ({"user": "postgres", "dbname": "nothing_here"}, HubEmpty),
        ({"port": "1"}, HubUnreachable),
    ],
    ids=["password", "login", "closed", "no entry", "database", "no server"],
)
def test_a_server_that_speaks_chinese_is_understood(
    chinese: Server, change: dict[str, str], error: type[AppError]
) -> None:
    where = {"host": "127.0.0.1", "port": str(chinese.port), "dbname": "postgres", "user": "open_pc", "password": "x"}
    hub = PostgresHub({**where, **change})
    with pytest.raises(AppError) as found:
        hub.hello(b"o" * 16)
    hub.close()
    assert type(found.value) is error
