"""The hub on the line: made, joined by stations, synced, looked at, and closed to one."""

import json
from pathlib import Path

import psycopg
import pytest

from app import bootstrap
from app.outside.key_choice import KeyChoice
from app.services import accounts, hub_joining
from tests.cli.conftest import PASSWORD, Run
from tests.servers import Server


@pytest.fixture
def place(server: Server) -> str:
    """An empty database for a hub of this test's own."""
    with psycopg.connect(server.place(), autocommit=True) as connection:
        connection.execute("DROP DATABASE IF EXISTS own_hub")
        connection.execute("CREATE DATABASE own_hub")
    return server.place("own_hub")


def _code(text: str) -> str:
    return next(word for word in text.split() if word.count("-") == 7)


def test_a_hub_is_made_a_station_joins_and_everything_goes_over(
    run: Run, folder: Path, place: str, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch
) -> None:
    assert run("hub", "init", "--place", place, "--json") == 0
    hub_id = json.loads(capsys.readouterr().out)["hub_id"]
    file = tmp_path / "seat.json"
    assert run("hub", "enroll", "Seat 1", str(file), "--place", place, "--center", "north") == 0
    monkeypatch.setenv("ONEWINDOW_ENROLLMENT_CODE", _code(capsys.readouterr().out))
    assert run("sync", "join", str(file)) == 0
    assert "Seat 1" in capsys.readouterr().out
    assert run("sync", "--json", "--check") == 0
    pushed = json.loads(capsys.readouterr().out)["pushed"]
    assert pushed > 0
    assert run("hub", "status", "--place", place, "--json") == 0
    found = json.loads(capsys.readouterr().out)
    assert (found["hub_id"], found["records"], found["stations"][0]["label"]) == (hub_id, pushed, "Seat 1")
    assert run("sync", "log", "--json") == 0
    assert json.loads(capsys.readouterr().out)[0]["outcome"] == "done"
    assert run("hub", "project", "--place", place, "--json") == 0
    assert json.loads(capsys.readouterr().out)["records"] == pushed
    assert run("hub", "project", "--rebuild", "--place", place) == 0
    assert str(pushed) in capsys.readouterr().out
    assert run("hub", "admit", "reader", "--center", "north", "--place", place, "--json") == 0
    assert json.loads(capsys.readouterr().out)["login"].startswith("onewindow_reader_")
    assert run("hub", "durable", "2126-03-02T02:00+08:00", "--place", place) == 0
    assert str(pushed) in capsys.readouterr().out
    assert run("hub", "upgrade", "--place", place) == 0
    assert run("hub", "expel", found["stations"][0]["who"], "--place", place) == 0
    assert run("sync") == 1
    assert "Traceback" not in capsys.readouterr().err


def test_a_restore_of_the_hub_is_said(run: Run, place: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("hub", "init", "--place", place) == 0
    capsys.readouterr()
    assert run("hub", "restored", "--place", place) == 0
    assert "life" in capsys.readouterr().out


def test_a_station_that_joined_nothing_is_told_how(run: Run, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("sync") == 1
    assert "belongs to no hub" in capsys.readouterr().err


def test_joining_takes_the_centers_secret_and_keeps_the_recovery_sheet_true(
    folder: Path, tmp_path: Path, place: str
) -> None:
    from app.outside import enrollment
    from app.outside.wrapping import Cost

    told = enrollment.EnrollmentFile("hub", "north", "Seat 2", {"host": "x"}, bytes(reversed(range(32))))
    code = enrollment.write(tmp_path / "seat.json", told, cost=Cost(64, 1, 1))
    choice = KeyChoice(key_file=folder.parent / "key")
    house = bootstrap.open_house(folder, choice)
    house.office.sign_in(house.office.ask(accounts.sign_in, "root", PASSWORD))
    house.office.do(hub_joining.join, house.office.ask(hub_joining.opened, tmp_path / "seat.json", code))
    house.close()
    again = bootstrap.open_house(folder, choice)
    assert again.keys.center == told.center_secret
    again.close()
