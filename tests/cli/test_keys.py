"""The key is changed on the command line, and backups from before still open."""

from pathlib import Path

import pytest

from app import bootstrap
from app.models.key_errors import KeyChanging
from app.outside import key_locks
from app.outside.key_choice import KeyChoice
from app.outside.recovery_sheet import name_of_key
from app.services import accounts
from tests.cli.conftest import Run


def _key(folder: Path) -> bytes:
    house = bootstrap.open_house(folder, KeyChoice(key_file=folder.parent / "key"))
    try:
        return house.keys.database
    finally:
        house.close()


def test_an_administrator_changes_the_key_and_gets_a_sheet(run: Run, folder: Path) -> None:
    before, sheet = _key(folder), folder.parent / "sheet.html"
    assert run("keys", "rotate", "--sheet", str(sheet)) == 0
    assert _key(folder) != before
    assert "<!DOCTYPE html>" in sheet.read_text()


def test_a_sheet_that_is_there_is_not_written_over(run: Run, folder: Path) -> None:
    before, sheet = _key(folder), folder.parent / "sheet.html"
    sheet.write_text("the present one")
    assert run("keys", "rotate", "--sheet", str(sheet)) == 2
    assert (sheet.read_text(), _key(folder)) == ("the present one", before)


def test_a_backup_from_before_is_proven_and_restored_with_the_key_it_was_made_under(
    run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    backup, restored = folder.parent / "b.backup", folder.parent / "restored"
    assert [run("backup", str(backup)), run("keys", "rotate"), run("verify", str(backup))] == [0, 0, 0]
    assert run("backup", str(backup)) == 0  # the earlier one is still there, as .1: its key stays
    assert run("verify", str(backup) + ".1") == 0
    monkeypatch.setenv("ONEWINDOW_DATA_DIR", str(restored))
    assert run("restore", str(backup) + ".1") == 0
    house = bootstrap.open_house(restored, KeyChoice(key_file=folder.parent / "key"))
    assert house.office.ask(accounts.has_anyone)
    house.close()


def test_while_the_desk_is_open_elsewhere_the_key_stays(
    run: Run, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    house = bootstrap.open_house(folder, KeyChoice(key_file=folder.parent / "key"))
    assert run("keys", "rotate") == 1
    house.close()
    said = capsys.readouterr()
    assert "another program has the desk open" in said.err
    assert f"The recovery sheet from before counts, that of the key {name_of_key(house.keys.key_id)}" in said.err
    assert run("doctor", "--quick") == 0


def test_a_backup_and_a_sync_are_refused_while_the_key_is_changed_and_refuse_it_while_they_run(
    run: Run, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    house = bootstrap.open_house(folder, KeyChoice(key_file=folder.parent / "key"))
    with key_locks.alone(house.office.store.path):
        for refused in (house.office.outside["backups"].run, house.office.outside["sync"].run):
            with pytest.raises(KeyChanging):
                refused()
    with key_locks.staying(house.office.store.path):
        assert run("keys", "rotate") == 1
    house.close()
    assert "while a sync, a backup or another long task" in capsys.readouterr().err
    assert _key(folder) == house.keys.database
