"""Syncs on the line: how the last ones went, and what is said where nothing can be synced."""

import json
import re
from pathlib import Path

import pytest

from app import bootstrap
from app.outside.key_choice import KeyChoice
from app.services import accounts, hub_sync
from tests.cli.conftest import PASSWORD, Run


def test_the_log_of_a_new_station_is_empty(run: Run, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("sync", "log", "--json") == 0
    assert json.loads(capsys.readouterr().out) == []


def test_a_file_that_is_no_enrollment_changes_nothing(
    run: Run, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "seat.json").write_text("{}")
    monkeypatch.setenv("ONEWINDOW_ENROLLMENT_CODE", "x")
    assert run("sync", "join", str(tmp_path / "seat.json")) == 1
    assert "no enrollment file" in capsys.readouterr().err


def test_the_log_says_in_a_sentence_why_a_sync_failed(
    run: Run, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    house = bootstrap.open_house(folder, KeyChoice(key_file=folder.parent / "key"))
    house.office.sign_in(house.office.ask(accounts.sign_in, "root", PASSWORD))
    nowhere = {"host": "127.0.0.1", "port": "1", "dbname": "hub", "user": "x"}
    house.office.do(hub_sync.join, hub_sync.Enrollment("hub", "north", "Seat 1", nowhere))
    house.close()
    assert run("sync") == 1
    capsys.readouterr()
    assert run("sync", "log") == 0
    [line] = capsys.readouterr().out.splitlines()
    assert "\tHubUnreachable\tThe hub does not answer (" in line
    at = line.split("\t")[0]
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+08:00", at)
