"""The doctor names the key whose recovery sheet counts, and the copies that earlier keys open."""

from pathlib import Path

import pytest

from app import bootstrap
from app.outside.key_choice import KeyChoice
from app.outside.key_sidecar import RECOVERY, edit, sidecar_path
from app.outside.recovery_sheet import name_of_key
from app.store.store import Store
from tests.cli.conftest import Run
from tests.fakes import FakeClock


def test_the_sheet_that_counts_and_each_copy_are_named(
    run: Run, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    house = bootstrap.open_house(folder, KeyChoice(key_file=folder.parent / "key"))
    house.office.store.copy_to(folder / "onewindow.before-3.db")
    house.close()
    Store.create(folder / "onewindow.before-2.db", bytes(32), FakeClock().now, install_id="x").close()
    assert run("doctor", "--quick") == 0
    assert name_of_key(house.keys.key_id) in capsys.readouterr().out
    sheet = folder.parent / "sheet.txt"
    assert run("keys", "rotate", "--sheet", str(sheet)) == 0
    assert "onewindow.before-2.db" in capsys.readouterr().err
    assert run("doctor", "--quick") == 0
    said = capsys.readouterr().out
    assert name_of_key(house.keys.key_id) not in said
    assert next(line for line in said.splitlines() if "sheet that counts" in line).split()[-1] in sheet.read_text()
    assert [word in said for word in ("an earlier key opens it", "no kept key opens")] == [True, True]


def test_a_desk_without_a_recovery_copy_is_bad(run: Run, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = sidecar_path(bootstrap.database_in(folder))
    edit(path, lambda found: found.without(RECOVERY, found.key_id))
    assert run("doctor", "--quick") == 1
    assert "No recovery sheet" in capsys.readouterr().out
